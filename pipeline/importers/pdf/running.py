"""Running heads and feet: lines that pages repeat at the same place."""

import re
from collections import Counter, defaultdict
from itertools import groupby

from pipeline.importers.pdf.lines import Line

# Lines of a head or foot, from the edge of the page.
_DEEP = 3
# Pages are set from the same form: a repeated line moves less than this, in pt.
_NEAR = 3.0
# Running heads are set this much smaller than the text, or more.
_SMALL = 0.9
_NUMBER = re.compile(r"\d+")


def part_running(
    lines: tuple[Line, ...],
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines of the document, and those that only run along with it.

    A line runs along when two pages have it at the same height near the edge, but for
    its numbers: heads, feet and folios of any language.
    """
    seen: dict[str, list[Line]] = defaultdict(list)
    for line in _at_edges(lines):
        seen[_form(line)].append(line)
    running = {
        id(line)
        for alike in seen.values()
        for line in alike
        if any(
            other.page != line.page and abs(other.base - line.base) < _NEAR
            for other in alike[:50]
        )
    }
    running |= _small_heads(lines)
    kept = tuple(line for line in lines if id(line) not in running)
    return kept, tuple(line for line in lines if id(line) in running)


def _at_edges(lines: tuple[Line, ...]) -> list[Line]:
    found: list[Line] = []
    for _, page in groupby(lines, lambda line: line.page):
        heights = sorted(page, key=lambda line: line.base)
        found += heights[:_DEEP] + heights[_DEEP:][-_DEEP:]
    return found


def _small_heads(lines: tuple[Line, ...]) -> set[int]:
    """Return what stands in small type above the text of later pages.

    A file of two pages shows its running head once; footnotes stand below the text.
    """
    size, _ = Counter(
        {size: sum(len(line.text) for line in group)
         for size, group in groupby(sorted(lines, key=_size), _size)}
    ).most_common(1)[0]  # fmt: skip
    tops: dict[int, float] = {}
    for line in lines:
        if line.size >= size:
            tops[line.page] = max(tops.get(line.page, 0), line.base)
    return {
        id(line)
        for line in lines
        if line.page > 1
        and line.size < size * _SMALL
        and line.base > tops.get(line.page, 0) + size
    }


def _size(line: Line) -> float:
    return line.size


def _form(line: Line) -> str:
    return _NUMBER.sub("0", " ".join(line.text.split()))
