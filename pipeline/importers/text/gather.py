"""Lines to units: paragraphs, items, tables, rules, and headings marked as such."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.importers.text.lines import Line, columns_of
from pipeline.importers.text.markers import Marker, find_markers, hashes, is_rule
from pipeline.importers.text.tables import find_tables
from pipeline.importers.text.units import (
    Entry,
    Part,
    Prose,
    Ruling,
    Table,
    Titled,
    Unit,
    Void,
    whole,
)
from pipeline.importers.text.wrapping import Pair, block_measure, goes_on, measure_of
from schemas.values import has_words

# Number signs that close a heading, with the anchor that site generators put there.
_CLOSING = re.compile(r"\s+#{1,6}(?:\s*\{#[\w-]+\})?$|\s+\{#[\w-]+\}$")
# Closing signs without opening ones: a template filled in before it was a heading.
_CLOSED_ONLY = re.compile(r"\s+#{2,6}(?:\s*\{#[\w-]+\})?$")
# reStructuredText: a directive whose argument is shown as the heading of its content.
_DIRECTIVE = re.compile(r"\.\. [a-z][\w-]*::\s+(?=\S)")
_OPTIONS = re.compile(r"(?:\s+:[a-z][\w-]*:(?:\s+[\w-]+)?)+$")
_NOTE = re.compile(r"\[\d{1,3}\]\s*\S|[¹²³⁴-⁹]+\s*\S")
_LONGEST_HEADING = 200
# Lines between an item and a paragraph that belongs to it.
_FARTHEST = 40


@dataclass(frozen=True, slots=True)
class Gathered:
    """The units of a document, and the measure that its lines were broken at."""

    units: tuple[Unit, ...]
    measure: int


def gather(lines: Sequence[Line]) -> Gathered:
    """Return the units that the lines of a document make."""
    markers = find_markers(lines)
    tables = find_tables(lines, markers)
    measure = measure_of(lines)
    units = _Gathering(lines, markers, tables, measure)
    return Gathered(tuple(units.walk()), measure)


class _Gathering:
    """One walk over the lines."""

    def __init__(
        self,
        lines: Sequence[Line],
        markers: Sequence[Marker | None],
        tables: dict[int, tuple[Table, int]],
        measure: int,
    ) -> None:
        self.lines = lines
        self.markers = markers
        self.tables = tables
        self.measure = measure
        self.local = measure
        self.adopts = self._adopted(range(len(lines))) > 1

    def walk(self) -> Iterator[Unit]:
        """Yield the units in their order."""
        index = 0
        while index < len(self.lines):
            if not index or self.lines[index].is_apart:
                self.local = self.measure or block_measure(self._block(index))
            unit, index = self._unit(index)
            yield unit

    def _block(self, index: int) -> Sequence[Line]:
        end = index + 1
        while end < len(self.lines) and not self.lines[end].is_apart:
            end += 1
        return self.lines[index:end]

    def _unit(self, index: int) -> tuple[Unit, int]:
        line = self.lines[index]
        if index in self.tables:
            return self.tables[index]
        if self.markers[index]:
            return self._item(index)
        if is_rule(line.text):
            return Ruling(whole(line)), index + 1
        if titled := _titled(line):
            return titled, index + 1
        if titled := self._underlined(index):
            return titled, index + 2
        end = self._end(index, None)
        parts = tuple(map(whole, self.lines[index:end]))
        if self._hangs(index):
            mark = Part(line, 0, 0)
            return Entry(parts, line.is_apart, line.indent, None, mark), end
        return Prose(parts, line.is_apart or not index), end

    def _item(self, index: int) -> tuple[Unit, int]:
        line, marker = self.lines[index], self.markers[index]
        assert marker is not None
        mark = Part(line, 0, marker.end)
        if has_words(line.text[marker.end :]):
            end = self._end(index, line)
            first = Part(line, marker.end, len(line.text))
            parts = (first, *map(whole, self.lines[index + 1 : end]))
        elif self.adopts and self._adopted([index]):
            end = self._end(index + 1, line)
            parts = tuple(map(whole, self.lines[index + 1 : end]))
        else:
            return Void(whole(line)), index + 1
        is_apart = line.is_apart or not index
        return Entry(parts, is_apart, line.indent, marker, mark), end

    def _adopted(self, indexes: Sequence[int]) -> int:
        """Return how many bullets stand alone on the line above their words."""
        return sum(
            1
            for index in indexes
            if (marker := self.markers[index])
            and not has_words(self.lines[index].text[marker.end :])
            and self._is_plain(index + 1)
        )

    def _is_plain(self, index: int) -> bool:
        """Return whether a line is there that may go on from the line before it."""
        if index >= len(self.lines) or self.lines[index].is_apart:
            return False
        text = self.lines[index].text
        is_marked = self.markers[index] or index in self.tables or is_rule(text)
        return not (is_marked or hashes(text) or _DIRECTIVE.match(text))

    def _end(self, index: int, item: Line | None) -> int:
        """Return the end of the paragraph that starts at `index`."""
        hang = item.indent if item else self.lines[index].indent
        is_note = bool(_NOTE.match(self.lines[index].text))
        end = index + 1
        while self._is_plain(end):
            before, after = self.lines[end - 1], self.lines[end]
            if is_note and _NOTE.match(after.text):
                break
            pair = Pair(before, after, is_note or item is not None, hang)
            if not goes_on(pair, self.local):
                break
            end += 1
        return end

    def _hangs(self, index: int) -> bool:
        """Return whether a line stands under the words of an item, as its paragraph."""
        line = self.lines[index]
        nearest = max(index - _FARTHEST, -1) if line.indent else index
        for before in range(index - 1, nearest, -1):
            marker = self.markers[before]
            if marker:
                return line.indent > self.lines[before].indent + 1
            if self.lines[before].indent < line.indent:
                return False
        return False

    def _underlined(self, index: int) -> Titled | None:
        """Return the heading that the next line underlines."""
        line = self.lines[index]
        if not self._next_is_rule(index) or len(line.text) > _LONGEST_HEADING:
            return None
        if index and not line.is_apart and self._is_plain(index - 1):
            return None
        rule = self.lines[index + 1]
        is_under = abs(columns_of(line.text) - len(rule.text)) <= max(
            3, len(line.text) // 3
        )
        if not is_under or rule.text[0] not in "=-~*":
            return None
        grade = 1 if rule.text[0] == "=" else 2
        return Titled((whole(line),), grade, (whole(rule),))

    def _next_is_rule(self, index: int) -> bool:
        if index + 1 >= len(self.lines) or self.lines[index + 1].is_apart:
            return False
        return self.markers[index + 1] is None and is_rule(self.lines[index + 1].text)


def _titled(line: Line) -> Titled | None:
    """Return the heading that a line's own marks make of it."""
    text = line.text
    start = hashes(text)
    if start:
        grade = text[:start].count("#")
        return _between(line, start, _CLOSING.search(text, start), grade)
    if directive := _DIRECTIVE.match(text):
        start = directive.end()
        return _between(line, start, _OPTIONS.search(text, start), 2)
    closing = _CLOSED_ONLY.search(text) if text[-1] in "#}" else None
    if closing and closing.start() < _LONGEST_HEADING:
        return _between(line, 0, closing, closing[0].count("#", 0, 7))
    return None


def _between(
    line: Line, start: int, closing: re.Match[str] | None, grade: int
) -> Titled | None:
    end = closing.start() if closing else len(line.text)
    if end <= start:
        return None
    spans = [(0, start), (end, len(line.text))]
    marks = tuple(Part(line, *span) for span in spans if span[0] < span[1])
    return Titled((Part(line, start, end),), grade, marks)
