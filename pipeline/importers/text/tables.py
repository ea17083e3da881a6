"""Finds tables: cells parted by tabs, by bars, or by gaps that stand below each other.

A table that lost its separators cannot be told from lines of words, and stays lines.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise, starmap

from pipeline.importers.text.lines import Line
from pipeline.importers.text.markers import Marker
from pipeline.importers.text.sentences import starts_low
from pipeline.importers.text.units import Part, Table, whole

_GAP = re.compile(r"\S\s{2,}\S")
# What is drawn between rows: `|---|:--:|`, `+----+`, `-----  -----`.
_DRAWN = re.compile(r"[-=+|:_─━═\s]*[-=_─━═]{2}[-=+|:_─━═\s]*")
# Wider lines are no table that anybody set with blanks.
_WIDEST = 240
_LONGEST_CELL = 60


def find_tables(
    lines: Sequence[Line], markers: Sequence[Marker | None]
) -> dict[int, tuple[Table, int]]:
    """Return tables by the index of their first line, each with the index behind it."""
    found: dict[int, tuple[Table, int]] = {}
    shapes = [_shape(*each) for each in zip(lines, markers, strict=True)]
    index = 0
    for shape, group in groupby(shapes):
        size = len(list(group))
        for start, end in _runs(lines, index, index + size, is_loose=shape == "\t"):
            if shape and (table := _table(shape, lines[start:end])):
                found[start] = table, end
        index += size
    return found


def _shape(line: Line, marker: Marker | None) -> str:
    """Return what seems to part the cells of a line; nothing in most lines."""
    text = line.text
    if "\t" in text:
        return "" if marker and text.find("\t") < marker.end else "\t"
    if "|" in text or (text.startswith("+-") and _DRAWN.fullmatch(text)):
        return "|"
    if marker or len(text) > _WIDEST:
        return ""
    return " " if _GAP.search(text) or _DRAWN.fullmatch(text) else ""


def _runs(
    lines: Sequence[Line], start: int, end: int, *, is_loose: bool
) -> Iterator[tuple[int, int]]:
    """Yield runs of lines without an empty line; where loose, single ones may be."""
    first = start
    for index in range(start + 1, end + 1):
        most = 1 if is_loose else 0
        if index == end or lines[index].blanks_before > most:
            yield first, index
            first = index


def _table(shape: str, lines: Sequence[Line]) -> Table | None:
    match shape:
        case "\t":
            return _tabbed(lines)
        case "|":
            return _barred(lines)
        case _:
            return _aligned(lines)


def _tabbed(lines: Sequence[Line]) -> Table | None:
    """Read cells parted by tabs, as spreadsheets and word processors copy them."""
    if len(lines) < 2:
        return None
    rows = [_cells(line, r"\t") for line in lines]
    if len({len(row) for row in rows}) > 1:
        # Tabs that only push a column to its place are more than one.
        rows = [_cells(line, r"\t+") for line in lines]
    gaps = [line.is_apart for line in lines[1:]]
    is_head_apart = len(lines) > 2 and gaps[0] and not any(gaps[1:])
    has_head = is_head_apart or (not all(gaps) and _names_columns(rows))
    return Table(tuple(rows), int(has_head), ())


def _cells(line: Line, parting: str) -> tuple[Part, ...]:
    bars = [found.span() for found in re.finditer(parting, line.text)]
    starts = [0, *(end for _, end in bars)]
    ends = [*(start for start, _ in bars), len(line.text)]
    return tuple(starmap(partial(_bare, line), zip(starts, ends, strict=True)))


def _bare(line: Line, start: int, end: int) -> Part:
    """Return the cell without the blanks that pad it."""
    text = line.text[start:end]
    lead = len(text) - len(text.lstrip())
    return Part(line, start + lead, max(start + len(text.rstrip()), start + lead))


def _names_columns(rows: Sequence[Sequence[Part]]) -> bool:
    """Return whether the first row is words only, and a column below is figures."""
    first, others = rows[0], rows[1:]
    if len(first) < 2 or not others or any(map(_is_value, first)):
        return False
    return any(
        all(len(row) > column and _has_figures(row[column]) for row in others)
        for column in range(1, len(first))
    )


def _is_value(cell: Part) -> bool:
    return _has_figures(cell) or "@" in cell.text or "://" in cell.text


def _has_figures(cell: Part) -> bool:
    return any(map(str.isdigit, cell.text))


def _barred(lines: Sequence[Line]) -> Table | None:
    """Read cells parted by bars, as in Markdown and in mail."""
    drawn = [bool(_DRAWN.fullmatch(line.text)) for line in lines]
    rows = [line for line, is_drawn in zip(lines, drawn, strict=True) if not is_drawn]
    is_framed = all(line.text[0] == "|" for line in rows)
    if not rows or len(lines) < 2 or not (is_framed or any(drawn)):
        return None
    cells = [_between_bars(line) for line in rows]
    bars = [
        Part(line, found.start(), found.end())
        for line in rows
        for found in re.finditer(r"\|", line.text)
    ]
    marks = [
        whole(line) for line, is_drawn in zip(lines, drawn, strict=True) if is_drawn
    ]
    return Table(tuple(cells), _head_rows(drawn), (*bars, *marks))


def _between_bars(line: Line) -> tuple[Part, ...]:
    text = line.text
    bars = [found.start() for found in re.finditer(r"\|", text)]
    edges = [*([] if text[0] == "|" else [-1]), *bars]
    edges += [] if text[-1] == "|" else [len(text)]
    return tuple(_bare(line, before + 1, after) for before, after in pairwise(edges))


def _head_rows(drawn: Sequence[bool]) -> int:
    """Return how many rows stand above the line drawn below the head."""
    inner = list(drawn)
    while inner and inner[0]:
        inner.pop(0)
    rows = inner.index(True) if True in inner else 0
    return rows if rows <= 2 and not all(inner[rows:]) else 0


def _aligned(lines: Sequence[Line]) -> Table | None:
    """Read cells that stand below each other, padded with blanks of any kind."""
    drawn = [bool(_DRAWN.fullmatch(line.text)) for line in lines]
    rows = [line for line, is_drawn in zip(lines, drawn, strict=True) if not is_drawn]
    if len(rows) < 3:
        return None
    edges = _columns(rows)
    cells = [_in_columns(line, edges) for line in rows]
    if len(edges) < 2 or _is_prose(cells):
        return None
    marks = tuple(
        whole(line) for line, is_drawn in zip(lines, drawn, strict=True) if is_drawn
    )
    head = _head_rows(drawn) or int(_names_columns(cells))
    return Table(tuple(cells), head, marks)


def _columns(rows: Sequence[Line]) -> list[tuple[int, int]]:
    """Return start and end of each column: two blanks through all rows part them."""
    inked = 0
    for line in rows:
        ink = "".join("0" if sign.isspace() else "1" for sign in reversed(line.text))
        inked |= int(ink, 2) << line.indent
    pattern = bin(inked)[:1:-1]
    return [found.span() for found in re.finditer("1+(?:01+)*", pattern)]


def _in_columns(line: Line, edges: Sequence[tuple[int, int]]) -> tuple[Part, ...]:
    size = len(line.text)
    spans = [
        (min(max(start - line.indent, 0), size), min(max(end - line.indent, 0), size))
        for start, end in edges
    ]
    return tuple(_bare(line, start, end) for start, end in spans)


def _is_prose(rows: Sequence[Sequence[Part]]) -> bool:
    """Return whether columns are those of a page, or gaps those behind a full stop."""
    cells = [cell.text for row in rows for cell in row if cell.end > cell.start]
    full = sum(1 for row in rows if sum(cell.end > cell.start for cell in row) > 1)
    low = sum(map(starts_low, cells))
    longest = max(map(len, cells))
    return full < len(rows) * 0.7 or low > len(cells) / 3 or longest > _LONGEST_CELL
