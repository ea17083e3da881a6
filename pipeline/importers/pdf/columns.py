"""Lines of pages to parts in reading order: running lines, or rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from pipeline.importers.pdf.lines import Line

# Files that set two columns line by line, across both: then parts of rows are long.
_COLUMN_ROWS, _COLUMN_WORDS = 6, 4


@dataclass(frozen=True, slots=True)
class Running:
    """Lines that follow one another."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Tabular:
    """Rows of equally many cells."""

    rows: tuple[tuple[Line, ...], ...]


def in_reading_order(lines: Sequence[Line]) -> Iterator[Running | Tabular]:
    """Yield the parts of a document.

    A file's own order is followed: makers write columns one after the other, and the
    cells of a table row by row.
    """
    running: list[Line] = []
    for width, group in groupby(_rows(lines), len):
        rows = list(group)
        if width == 1 or len(rows) == 1:
            running += [line for row in rows for line in row]
        elif _are_columns(rows):
            running += [row[column] for column in range(width) for row in rows]
        else:
            yield Running(tuple(running))
            yield Tabular(tuple(map(tuple, rows)))
            running = []
    yield Running(tuple(running))


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines that stand side by side together."""
    row: list[Line] = []
    for line in lines:
        if row and not _is_beside(row[-1], line):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _is_beside(before: Line, line: Line) -> bool:
    return (
        before.page == line.page
        and abs(before.base - line.base) < before.size / 2
        and line.left > before.right
    )


def _are_columns(rows: list[list[Line]]) -> bool:
    sizes = [len(line.text.split()) for row in rows for line in row]
    return len(rows) >= _COLUMN_ROWS and median(sizes) >= _COLUMN_WORDS
