"""A table in a source: only the cells that change do."""

import re
from collections.abc import Sequence

from pipeline.unload.containers import (
    END,
    is_contained,
    row_line,
    spell_cell,
    spell_rows,
    table_opening,
)
from pipeline.unload.inline import spell_runs
from pipeline.unload.lists import ListMark
from pipeline.unload.parts import Part
from pipeline.unload.places import PARAGRAPH
from pipeline.unload.sourced import LostError, Sourced, Span, children, span, written
from pipeline.unload.splice import Sequel, spliced
from schemas.blocks import Cell, Table

_CELL = re.compile(r"(?:\\.|[^\\|])*")
Row = tuple[Cell, ...]
Lines = Sequence[str]


def revise_table(
    old: Table, new: Table, origin: str, where: Span, lines: Lines
) -> list[str]:
    """Return the lines of `new`, which was `old` on the lines `where`."""
    grid = _grid(old, where, lines)
    rows = _rows(old, new, origin, lines[grid.start : grid.end])
    if not is_contained(new):
        return rows
    if not is_contained(old) or grid == where:
        return [table_opening(new, origin), *rows, *_notes(new, origin), END]
    said = (old.caption, old.row_headers) == (new.caption, new.row_headers)
    first = lines[where.start] if said else table_opening(new, origin)
    head = lines[where.start + 1 : grid.start]
    if old.notes == new.notes:
        return [first, *head, *rows, *lines[grid.end : where.end]]
    notes = _notes_kept(old, new, origin, where, lines)
    return [first, *head, *rows, *notes, lines[where.end - 1]]


def _grid(old: Table, where: Span, lines: Lines) -> Span:
    """Return the lines of the rows."""
    node = where.node
    if node is None:
        raise LostError
    return span(node.children[0], lines) if node.kind == "container" else where


def _notes(new: Table, origin: str) -> list[str]:
    found: list[str] = []
    for index, note in enumerate(new.notes):
        found += [
            "",
            *spell_runs(note, PARAGRAPH, f"{origin}.notes[{index}]").split("\n"),
        ]
    return found


def _notes_kept(
    old: Table, new: Table, origin: str, where: Span, lines: Lines
) -> list[str]:
    """Return the notes, those that stay as they stand."""
    nodes = children(where)[1:]
    kept = {}
    for note, node in zip(old.notes, nodes, strict=True):
        own = span(node, lines)
        kept[note] = lines[own.start : own.end]
    found: list[str] = []
    for index, note in enumerate(new.notes):
        words = spell_runs(note, PARAGRAPH, f"{origin}.notes[{index}]").split("\n")
        found += ["", *kept.get(note, words)]
    return found


def _rows(old: Table, new: Table, origin: str, lines: Lines) -> list[str]:
    """Return the header, its rule and the rows."""
    if len(old.header) != len(new.header):
        return spell_rows(new, origin)
    header, rule = lines[:2]
    widths = _widths(header, lines)
    if old.header != new.header:
        header = _row(old.header, new.header, f"{origin}.header", header)
    if old.alignments != new.alignments:
        rule = spell_rows(new.model_copy(update={"rows": ()}), origin)[1]
    lines_of_rows = [Span(row, row + 1) for row in range(2, len(lines))]
    units = written(old.rows, lines_of_rows)

    def write(
        part: Part[Row], unit: Sourced[Row] | None, _: ListMark | None
    ) -> list[str]:
        if unit is None:
            cells = [spell_cell(cell, part.origin) for cell in part.value]
            return [row_line(cells, widths)]
        line = lines[unit.span.start]
        if unit.part.value == part.value:
            return [line]
        return [_row(unit.part.value, part.value, part.origin, line)]

    rows = [Part(f"{origin}.rows[{index}]", row) for index, row in enumerate(new.rows)]
    return [header, rule, *spliced(Sequel(lines, units, ()), rows, write)]


def _widths(header: str, lines: Lines) -> list[int]:
    """Return how wide a new cell is where all bars stand in line."""
    cells = _cells(header)
    bars = {tuple(map(len, _cells(line))) for line in lines}
    return [max(len(cell) - 2, 0) if len(bars) == 1 else 0 for cell in cells]


def _cells(line: str) -> list[str]:
    """Return the cells of a row with the blanks in them."""
    inside = line.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    found, position = [], 0
    while position <= len(inside):
        match = _CELL.match(inside, position)
        found.append(match[0] if match else "")
        position += len(found[-1]) + 1
    return found


def _row(old: Row, new: Row, origin: str, line: str) -> str:
    """Return the line of a row; cells that stay the same stay as they are."""
    written = _cells(line)
    if len(written) != len(new):
        raise LostError
    for column, cell in enumerate(new):
        if cell != old[column]:
            words = spell_cell(cell, f"{origin}[{column}]")
            width = len(written[column]) - 2
            written[column] = (
                f" {words.ljust(width)} " if words else " " * max(width + 2, 1)
            )
    return f"|{'|'.join(written)}|"
