"""What must hold of every manuscript that is read from plain text."""

import unicodedata
from bisect import bisect_left
from itertools import pairwise

from pipeline.importers.manuscript import LeftOut, Manuscript, Stretch
from schemas.richtext import plain
from tests.importers.manuscripts import all_words, stretches


def broken_laws(manuscript: Manuscript) -> list[str]:
    """Return what a manuscript breaks: lost, doubled and changed characters."""
    spans = [each for one in manuscript.passages for each in stretches(one)]
    outs = [each.stretch for each in manuscript.left_out]
    return [
        *_overlaps("passages", spans),
        *_overlaps("accounts", outs),
        *_lost(manuscript, [*spans, *outs]),
        *_changed(manuscript),
    ]


def _overlaps(kind: str, spans: list[Stretch]) -> list[str]:
    held = sorted(span for span in spans if span.end > span.start)
    pairs = pairwise(held)
    return [f"{kind} overlap at {b.start}" for a, b in pairs if b.start < a.end]


def _lost(manuscript: Manuscript, spans: list[Stretch]) -> list[str]:
    done = 0
    lost = []
    for span in [*sorted(spans), Stretch(len(manuscript.text), len(manuscript.text))]:
        gap = manuscript.text[done : span.start]
        if gap.strip():
            lost.append(f"lost {gap.strip()!r}")
        done = max(done, span.end)
    return lost


def _changed(manuscript: Manuscript) -> list[str]:
    outs = list(manuscript.left_out)
    starts = [each.stretch.start for each in outs]
    changed = []
    for passage in manuscript.passages:
        for words in all_words(passage):
            first = bisect_left(starts, words.stretch.start)
            last = bisect_left(starts, words.stretch.end)
            wanted = bare(kept(manuscript.text, words.stretch, outs[first:last]))
            if wanted != bare(plain(words.runs)):
                changed.append(f"{wanted!r} became {bare(plain(words.runs))!r}")
    return changed


def kept(text: str, stretch: Stretch, outs: list[LeftOut]) -> str:
    """Return what of a stretch must stand in its passage."""
    pieces, done = [], stretch.start
    for out in outs:
        pieces += [text[done : out.stretch.start], out.instead]
        done = out.stretch.end
    return "".join([*pieces, text[done : stretch.end]])


def bare(text: str) -> str:
    """Return `text` composed and without white space."""
    return unicodedata.normalize("NFC", "".join(text.split()))
