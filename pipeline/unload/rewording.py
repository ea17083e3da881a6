"""A text of a source with other words; lines and spelling stay where words do."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.unload.inline import reads_as, spell_runs
from pipeline.unload.places import PARAGRAPH, Place
from schemas.richtext import Run

_FORCED = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def reworded(
    raw: str, before: Sequence[Run], after: Sequence[Run], place: Place, origin: str
) -> str:
    """Return `raw`, which says `before`, changed to say `after`; may have line ends."""
    spelled = spell_runs(after, place, origin)
    words, gaps = _divided(raw)
    usual = spell_runs(before, place, origin).split()
    keys = usual if len(usual) == len(words) else words
    text = _joined(words, gaps, keys, spelled)
    return text if reads_as(text, after, place) else spelled


def _divided(raw: str) -> tuple[list[str], list[str]]:
    """Return the words of a text, and what stands behind each of them."""
    parts = re.split(r"(\s+)", raw.strip())
    return parts[::2], [*parts[1::2], ""]


def _joined(
    words: list[str], gaps: list[str], keys: Sequence[str], spelled: str
) -> str:
    new, new_gaps = _divided(spelled)
    out: list[tuple[str, str, bool]] = []
    matcher = SequenceMatcher(None, keys, new, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            out += [(words[i], gaps[i], True) for i in range(first, last)]
            continue
        added = [(new[j], new_gaps[j], False) for j in range(start, end)]
        ends_line = any("\n" in gap for gap in gaps[first:last])
        if added:
            out += added
            if ends_line:
                out[-1] = (out[-1][0], "\n", False)
        elif out and ends_line:
            out[-1] = (out[-1][0], "\n", out[-1][2])
    return _text(out)


def _text(out: list[tuple[str, str, bool]]) -> str:
    """Return words with their gaps; a gap that would say something is a blank."""
    text = ""
    for index, (word, gap, _) in enumerate(out):
        text += word
        if index + 1 == len(out):
            break
        if _FORCED.search(word):
            text += "\n"
        elif "\n" in gap and _may_start_line(out[index + 1 :]):
            text += gap
        else:
            text += " "
    return text


def _may_start_line(rest: list[tuple[str, str, bool]]) -> bool:
    word, gap, is_kept = rest[0]
    start = PARAGRAPH.start
    return is_kept or not (start and start.match(word + gap))
