"""Groups of lines to passages: what is a heading, an item, a table."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.importers.manuscript import (
    Grid,
    Heading,
    Item,
    Paragraph,
    Passage,
    Reason,
    Words,
)
from pipeline.importers.pdf.columns import Tabular, in_reading_order
from pipeline.importers.pdf.groups import Group, grouped
from pipeline.importers.pdf.lines import HYPHEN, Line
from pipeline.importers.pdf.markers import with_markers
from pipeline.importers.scribe import NOTHING, Piece, Scribe

# A heading is set this much larger than the text, or bold; and it is short.
_LARGER, _LONGEST_HEADING = 1.12, 160
# What starts within so many pt starts at the same place.
_NEAR = 2.0
# The first paragraph of a text has at least so many characters.
_SHORTEST_OPENING = 80
_WORD, _LAST_WORD = re.compile(r"\w+"), re.compile(r"\w+$")

Look = tuple[float, bool]
"""Size in pt, and whether bold: how a group is set."""


def write_passages(
    scribe: Scribe, lines: Sequence[Line], running: Sequence[Line]
) -> None:
    """Write the passages that `lines` make, and account for the `running` ones."""
    for line in running:
        scribe.at(f"page {line.page}")
        scribe.leave_out(line.text, Reason.RUNNING)
    parts = [
        each
        for part in in_reading_order(with_markers(lines))
        for each in ([part] if isinstance(part, Tabular) else grouped(part.lines))
    ]
    levels = _levels([part for part in parts if isinstance(part, Group)])
    known = _known_words(lines)
    items: list[Line] = []
    for part in parts:
        if isinstance(part, Tabular):
            scribe.at(f"page {part.rows[0][0].page}")
            scribe.passages.append(_grid(scribe, part))
        elif words := _write(scribe, part, known):
            scribe.passages.append(_passage(part, words, levels, items))
            _report(scribe, scribe.passages[-1], words)


def _passage(
    group: Group, words: Words, levels: dict[Look, int], items: list[Line]
) -> Passage:
    """Return what a group is; `items` are the open ones before it, by depth."""
    if group.marker:
        _nest(items, group.first)
        return Item(words, len(items), group.number)
    items.clear()
    level = levels.get(_look(group))
    if level and _length(group) <= _LONGEST_HEADING:
        return Heading(words, level)
    return Paragraph(words)


def _nest(items: list[Line], line: Line) -> None:
    """Put `line` among the open items: what starts further right stands deeper."""
    if items and line.base > items[-1].base:
        # The list goes on in the next column or page, at the depth it has.
        items[-1] = line
        return
    while items and items[-1].left > line.left + _NEAR:
        items.pop()
    if items and items[-1].left > line.left - _NEAR:
        items.pop()
    items.append(line)


def _report(scribe: Scribe, passage: Passage, words: Words) -> None:
    if isinstance(passage, Heading):
        scribe.guess("heading", f"level {passage.level}, by its look", words, 0.7)


def _look(group: Group) -> Look:
    return group.first.size, group.first.is_bold


def _levels(groups: Sequence[Group]) -> dict[Look, int]:
    """Return the heading level of each look that stands out from the text.

    The largest look is the title's if it is used once. What is used above the first
    paragraph only is the masthead's, and heads nothing.
    """
    letters: Counter[Look] = Counter()
    for group in groups:
        letters[_look(group)] += _length(group)
    if not letters:
        return {}
    (size, is_bold), _ = letters.most_common(1)[0]
    opening = next(
        (index for index, group in enumerate(groups)
         if _look(group) == (size, is_bold) and _length(group) > _SHORTEST_OPENING), 0
    )  # fmt: skip
    below = {_look(group) for group in groups[opening:]}
    outstanding = sorted(
        (look for look in letters
         if look[0] >= size * _LARGER
         or (look[1] and not is_bold and look[0] >= size - 0.6)),
        reverse=True,
    )  # fmt: skip
    uses = Counter(map(_look, groups))
    title = [look for look in outstanding[:1] if uses[look] == 1]
    headings = [look for look in outstanding if look in below and look not in title]
    ranks = {look: min(level, 3) for level, look in enumerate(headings, start=2)}
    return ranks | dict.fromkeys(title, 1)


def _length(group: Group) -> int:
    return sum(len(line.text) for line in group.lines)


def _known_words(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that stand whole on a line."""
    return frozenset(
        word
        for line in lines
        for word in _WORD.findall(line.text.lower().rstrip(HYPHEN))
        if not line.text.lower().endswith(word + HYPHEN)
    )


def _write(scribe: Scribe, group: Group, known: frozenset[str]) -> Words | None:
    """Write the words of a group without its marker, line after line."""
    pieces = list(group.first.pieces)
    if group.marker:
        scribe.leave_out(group.marker, Reason.MARKER)
        pieces = _without(pieces, len(group.marker))
    joints = []
    for before, line in pairwise(group.lines):
        joint, pieces = _joined(pieces, before, line, known)
        joints += [joint] if joint else []
        pieces += line.pieces
    words = scribe.write(pieces)
    for joint in joints:
        if words:
            scribe.guess("a hyphen at the end of a line", joint, words, 0.6)
    return words


def _without(pieces: Sequence[Piece], length: int) -> list[Piece]:
    """Return `pieces` less their first `length` characters."""
    kept = []
    for piece in pieces:
        text = piece.text[length:]
        length = max(length - len(piece.text), 0)
        kept += [replace(piece, text=text)] if text else []
    return kept


def _joined(
    pieces: list[Piece], before: Line, line: Line, known: frozenset[str]
) -> tuple[str, list[Piece]]:
    """Return the joint to report, if any, and `pieces` ready for the next line.

    A hyphen at the end of a line may be the word's own. It is kept where the word is
    found nowhere whole and its first part is a word of the text.
    """
    if not before.text.endswith(HYPHEN):
        is_open = before.text.endswith(("-", " "))
        return "", pieces if is_open else [*pieces, Piece(" ", pieces[-1].dress)]
    last, following = _LAST_WORD.search(before.text[:-1]), _WORD.match(line.text)
    first = last[0] if last else ""
    rest = following[0] if following else ""
    is_own = (first + rest).lower() not in known and first.lower() in known
    ending = pieces[-1]
    text = ending.text.rstrip(HYPHEN) + ("-" if is_own else "")
    joint = f"{first}{'-' if is_own else ''}{rest}"
    return joint, [*pieces[:-1], replace(ending, text=text)]


def _grid(scribe: Scribe, table: Tabular) -> Grid:
    rows = tuple(
        tuple(scribe.write(cell.pieces) or NOTHING for cell in row)
        for row in table.rows
    )
    head = all(cell.is_bold for cell in table.rows[0])
    grid = Grid(rows, head_rows=1 if head else 0)
    scribe.guess("table", "by the gaps between words", _first_words(rows), 0.5)
    return grid


def _first_words(rows: Iterable[Sequence[Words]]) -> Words:
    cells: Iterator[Words] = (cell for row in rows for cell in row if cell.runs)
    return next(cells, NOTHING)
