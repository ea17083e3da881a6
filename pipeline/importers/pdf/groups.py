"""Running lines to groups: the lines of one paragraph, heading or item together."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.importers.pdf.lines import HYPHEN, Line

# Lines of a paragraph stand at the usual distance of their size, or hardly further.
_USUAL = 1.12
# Of a size with one line only; further apart nothing belongs together.
_LEADING, _FAR = 1.3, 2.2
# The last line of a paragraph may be full; one with this much room, in parts of the
# column, ends it.
_ROOM = 0.35
# A line may start this far, in pt, to the right of its column: items, first lines.
_INDENT = 40.0
_ENDS = ".!?:。！？؟।"
BULLETS = "•‣▪●○◦■□–—*-\uf0a7\uf0b7"
"""Signs that lists are marked with, private ones of symbol fonts among them."""
_MARKER = re.compile(rf"\s*(?:[{re.escape(BULLETS)}]|(\d{{1,3}})[.)])\s+(?=\S)")

# So many lines of one start show their column's edge.
_ENOUGH = 3

Start = tuple[int, float]
"""Where a line starts, in whole pt, and its size."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one passage; `marker` is what the first starts with, if an item."""

    lines: tuple[Line, ...]
    marker: str = ""
    number: int | None = None

    @property
    def first(self) -> Line:
        """Return the line that shows how the group is set."""
        return self.lines[0]


def grouped(lines: Sequence[Line]) -> Iterator[Group]:
    """Yield groups of lines that continue one another."""
    setting = _Setting(_edges(lines), _distances(lines))
    group: list[Line] = []
    for line in lines:
        if group and not setting.continues(group[-1], line):
            yield _group(group)
            group = []
        group.append(line)
    if group:
        yield _group(group)


def _group(lines: list[Line]) -> Group:
    found = _MARKER.match(lines[0].text)
    if not found:
        return Group(tuple(lines))
    number = int(found[1]) if found[1] else None
    return Group(tuple(lines), found[0], number)


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the lines of a document are set; lengths in pt."""

    edges: dict[Start, float]
    """Where a line starts and its size, to where the longest of them ends."""
    distances: dict[float, float]
    """Size, to the usual distance of two lines."""

    def continues(self, last: Line, line: Line) -> bool:
        """Return whether `line` goes on with the passage of `last`."""
        if _MARKER.match(line.text) or not _are_alike(last, line):
            return False
        if last.text.rstrip().endswith(HYPHEN):
            return True
        is_open = last.text.rstrip()[-1:] not in _ENDS
        room = self.edges[_start(last)] - last.right
        width = (line.right - line.left) / len(line.text)
        is_full = room < (len(line.text.split()[0]) + 1) * width
        distance = last.base - line.base
        if last.page != line.page or distance <= 0:
            # Over the end of a column or page only the evidently unfinished goes on.
            return is_open and (is_full or line.text.lstrip()[:1].islower())
        is_near = distance <= _USUAL * self.distances[last.size]
        column = self.edges[_start(last)] - last.left
        return is_near and (is_full or (is_open and room < _ROOM * column))


def _edges(lines: Sequence[Line]) -> dict[Start, float]:
    """Return how far right lines of a start reach: their column's edge."""
    ends: dict[Start, list[float]] = defaultdict(list)
    for line in lines:
        ends[_start(line)].append(line.right)
    return {start: max(_column(start, ends)) for start in ends}


def _column(start: Start, ends: dict[Start, list[float]]) -> list[float]:
    """Return the ends of lines like those of `start`, or, of few, those about them."""
    if len(ends[start]) >= _ENOUGH:
        return ends[start]
    left, size = start
    return [
        end
        for (other, its_size), found in ends.items()
        for end in found
        if its_size == size and left - _INDENT < other <= left
    ]


def _start(line: Line) -> Start:
    return round(line.left), line.size


def _distances(lines: Sequence[Line]) -> dict[float, float]:
    """Return the usual distance of lines by their size: the most frequent one."""
    found: dict[float, Counter[float]] = defaultdict(Counter)
    for last, line in pairwise(lines):
        distance = round(last.base - line.base, 1)
        if last.page == line.page and 0 < distance < _FAR * line.size:
            found[last.size][distance] += 1
    return {
        line.size: _most(found[line.size]) or _LEADING * line.size for line in lines
    }


def _most(counts: Counter[float]) -> float:
    """Return the most frequent distance, the smaller of equally frequent ones."""
    return min(counts, key=lambda each: (-counts[each], each), default=0.0)


def _are_alike(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) < 0.6 and last.is_bold == line.is_bold
