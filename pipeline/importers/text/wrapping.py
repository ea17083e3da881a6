"""Lines to paragraphs: which line goes on in the next one.

Mail, printed pages and old web servers break a paragraph at a measure; most editors
write each paragraph as one line. The lines of the document tell which one it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.importers.text.lines import Line, columns_of
from pipeline.importers.text.sentences import (
    ends_open,
    ends_sentence,
    has_label,
    leads_in,
    starts_low,
)

# No measure is longer: such a line is a paragraph.
_LONGEST_MEASURE = 140
# Shorter lines are broken because of their sense.
_SHORTEST_MEASURE = 40
# An unfinished line longer than this is a broken paragraph in any document.
_PROSE = 100
# Prose has sentences before its end; a title, however long, has none.
_INNER_END = re.compile(r"[^\W\d_]{3,}[\"'”’)]*[.!?][\"'”’)]*\s|[。！？।؟۔]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_PART_END = re.compile(r"[;؛；](?: \w{1,3})?$")
# Columns by which a line may miss the measure.
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two lines without an empty line between them."""

    before: Line
    after: Line
    is_item: bool
    """Whether the first is an item, or goes on from one."""
    hang: int
    """The column at which the item's marker stands."""


def measure_of(lines: Sequence[Line]) -> int:
    """Return the measure that a document's paragraphs are broken at, 0 without one."""
    pairs = [pair for pair in pairwise(lines) if not pair[1].is_apart]
    widths = sorted(
        width for before, _ in pairs if (width := _width(before)) <= _LONGEST_MEASURE
    )
    if len(widths) < 3:
        return 0
    measure = widths[int(len(widths) * 0.95)]
    long = sum(len(each.text) for each in lines if _width(each) > _LONGEST_MEASURE)
    if measure < _SHORTEST_MEASURE or long > sum(len(each.text) for each in lines) / 2:
        return 0
    full = [pair for pair in pairs if is_full(*pair, measure)]
    weight = sum(len(before.text) for before, _ in full)
    whole = sum(len(before.text) for before, _ in pairs)
    is_measured = len(full) >= 3 and weight > whole * 0.6 and _go_on(full)
    return measure if is_measured else 0


def _width(line: Line) -> int:
    return line.indent + columns_of(line.text)


def is_full(before: Line, after: Line, measure: int) -> bool:
    """Return whether the first word of `after` had no room at the end of `before`."""
    text = after.text[: measure + 1]
    word = text.split(None, 1)[0]
    # A script without blanks breaks between any two characters.
    room = columns_of(word if word.isascii() or " " in text else word[:1])
    return _width(before) + 1 + room > measure - _SLACK


def _go_on(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Return whether sentences go on across the ends of lines, as far as cases tell."""
    cased = [
        after for _, after in pairs if after.text[0].lower() != after.text[0].upper()
    ]
    low = sum(map(_flows, cased))
    return low * 4 >= len(cased)


def _flows(line: Line) -> bool:
    """Return whether a line starts inside a sentence; a web address starts anywhere."""
    return starts_low(line.text) and not _ADDRESS.match(line.text)


def block_measure(block: Sequence[Line]) -> int:
    """Return the measure of a narrow column that stands in a document without one.

    Text taken out of a page with boxes and columns has many measures.
    """
    if len(block) < 3 or _is_enumeration(block):
        return 0
    measure = max(map(_width, block))
    full = [pair for pair in pairwise(block) if is_full(*pair, measure)]
    is_column = measure <= _LONGEST_MEASURE and len(full) >= 2 and _go_on(full)
    low = sum(_flows(after) for _, after in full)
    return measure if is_column and low * 4 >= len(full) else 0


def _is_cut(text: str) -> bool:
    """Return whether a hyphen at the end of a long line cuts a word in two."""
    is_hyphened = text[-1] in "-\u2010" and text[-2:-1].isalpha()
    return is_hyphened and len(text) > _SHORTEST_MEASURE


def _is_enumeration(block: Sequence[Line]) -> bool:
    """Return whether each line but the last ends as the parts of a list do."""
    return all(_PART_END.search(line.text) for line in block[:-1])


def goes_on(pair: Pair, measure: int) -> bool:
    """Return whether the second line belongs to the paragraph of the first."""
    before, after = pair.before, pair.after
    if pair.is_item and after.indent > pair.hang + 1 and not ends_sentence(before.text):
        return True
    if pair.is_item and after.indent + 1 < pair.hang:
        # What stands farther out than the mark of an item is none of its words.
        return False
    if _ADDRESS.fullmatch(after.text) and (
        leads_in(before.text) or _ADDRESS.fullmatch(before.text)
    ):
        # Whole addresses below one another are no paragraph.
        return False
    if _is_cut(before.text) and starts_low(after.text):
        return True
    if not pair.is_item and after.indent > before.indent + 1:
        return False
    if has_label(after.text) and ends_sentence(before.text):
        return False
    if measure and is_full(before, after, measure):
        return True
    if leads_in(before.text):
        return False
    if measure:
        is_open = not ends_sentence(before.text) and _width(before) > measure // 2
        return is_open and starts_low(after.text)
    if not ends_open(before.text) or _PART_END.search(before.text):
        return False
    if starts_low(after.text):
        return len(before.text) > _SHORTEST_MEASURE
    return len(before.text) > _PROSE and bool(_INNER_END.search(before.text))
