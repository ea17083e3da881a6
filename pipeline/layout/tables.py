"""Tables to strips: a row a strip, the header's ready to be repeated."""

from dataclasses import replace

from pipeline.layout.geometry import Column
from pipeline.layout.grid import Grid, grid_for
from pipeline.layout.rows import WHOLE_ROW_SHARE, row_strips
from pipeline.layout.setter import Setter
from pipeline.layout.strips import (
    Flow,
    Ink,
    Keep,
    PanelInk,
    RuleInk,
    Strip,
    moved,
    stacked,
)
from pipeline.styles import Adjust
from pipeline.tree import Align, Cell, Paragraph, Role, Table

_HEAVY, _MIDDLE, _HAIR = 1.0, 0.75, 0.5
# A table of so few rows stays on one page, unless it needs more than this share of it.
_WHOLE_ROWS, _WHOLE_SHARE = 6, 0.6
# So many rows stand together at either end of a table that parts.
_ENDING_ROWS = 3
# A header that takes more of a page than this share leaves too little to its rows: it
# is drawn once, and may break as rows do.
_REPEATED_SHARE = 1 / 3

_ADJUST = {
    Align.START: Adjust.START,
    Align.CENTER: Adjust.CENTER,
    Align.END: Adjust.END,
}


def add_table(setter: Setter, table: Table, column: Column, flow: Flow) -> None:
    """Append the strips of a table with its caption above and its notes below."""
    grid = grid_for(setter, table, column)
    across = grid.across
    caption = _leaf(setter, table.caption, across)
    rows = _Rows(grid, table)
    header = rows.row(table.header, is_header=True)
    body = [rows.row(row) for row in table.rows]
    notes = [_leaf(setter, note, across) for note in table.notes]
    page = setter.geometry.bottom - setter.geometry.top
    repeats = stacked(header) <= page * _REPEATED_SHARE
    height = sum(map(stacked, (caption, header, *body, *notes)))
    is_whole = len(body) <= _WHOLE_ROWS and height <= page * _WHOLE_SHARE
    _keep(header if repeats else header[-1:], body, notes, is_whole)
    table_flow = Flow()
    table_flow.extend(caption)
    table_flow.space(setter.style(Role.TABLE_CAPTION).space_after if caption else 0)
    table_flow.extend(header)
    for row in body:
        row[0].repeats = tuple(header) if repeats else ()
        table_flow.extend(row)
    for note in notes:
        table_flow.extend(note)
    for strip in table_flow.strips:
        strip.is_wide = across != column
    flow.space(setter.theme.spacing.block)
    flow.extend(table_flow.strips)
    flow.space(setter.theme.spacing.block)


class _Rows:
    """Sets the rows of one table."""

    __slots__ = ("_across", "_columns", "_highest", "_setter", "_styles", "_table")

    def __init__(self, grid: Grid, table: Table) -> None:
        self._setter = setter = grid.setter
        self._across, self._columns, self._table = grid.across, grid.columns, table
        plan = setter.geometry
        self._highest = (plan.bottom - plan.top) * WHOLE_ROW_SHARE
        self._styles = {
            (role, align): replace(setter.style(role), adjust=_ADJUST[align])
            for role in (Role.TABLE_HEAD, Role.TABLE_TEXT)
            for align in Align
        }

    def row(self, row: tuple[Cell, ...], is_header: bool = False) -> list[Strip]:
        """Return one row with its rules."""
        cells = [
            self._setter.leaf(cell.text, column, self._styles[cell.text.role, align])
            for cell, column, align in zip(
                row, self._columns, self._table.aligns, strict=True
            )
        ]
        pad = self._setter.theme.spacing.cell
        if is_header:
            cells = _standing_on_one_line(cells)
        strips = row_strips(cells, pad, self._highest)
        if is_header:
            self._ground(strips)
        else:
            last = row is self._table.rows[-1]
            self._rule_below(strips[-1], _MIDDLE if last else _HAIR, last)
        return strips

    def _ground(self, strips: list[Strip]) -> None:
        """Lay the header's tint under it, a heavy rule above and a finer one below."""
        colors, across = self._setter.theme.colors, self._across
        for strip in strips:
            tint = PanelInk(across.x, 0, across.width, strip.height, colors.tint)
            strip.inks = (tint, *strip.inks)
        heavy = RuleInk(across.x, across.right, 0, _HEAVY, colors.heading)
        strips[0].inks = (*strips[0].inks, heavy)
        self._rule_below(strips[-1], _MIDDLE, True)

    def _rule_below(self, strip: Strip, width: float, is_strong: bool) -> None:
        colors, across = self._setter.theme.colors, self._across
        color = colors.heading if is_strong else colors.rule
        rule: Ink = RuleInk(across.x, across.right, strip.height, width, color)
        strip.inks = (*strip.inks, rule)


def _standing_on_one_line(cells: list[list[Strip]]) -> list[list[Strip]]:
    """Let the shorter heads stand on the last line of the longest."""
    highest = max((len(cell) for cell in cells), default=0)
    for cell in cells:
        if cell and len(cell) < highest:
            missing = (highest - len(cell)) * cell[0].height
            cell[0] = _pushed_down(cell[0], missing)
    return cells


def _pushed_down(strip: Strip, by: float) -> Strip:
    inks = tuple(moved(ink, by) for ink in strip.inks)
    return replace(strip, height=strip.height + by, inks=inks)


def _leaf(setter: Setter, leaf: Paragraph | None, column: Column) -> list[Strip]:
    return setter.leaf(leaf, column) if leaf is not None else []


def _keep(
    header: list[Strip], body: list[list[Strip]], notes: list[list[Strip]], whole: bool
) -> None:
    """Keep three rows together at either end, with the header and with the notes."""
    for strip in header:
        strip.keep(Keep.FIRMLY)
    for index, row in enumerate(body[:-1], start=1):
        is_end = index < _ENDING_ROWS or len(body) - index < _ENDING_ROWS
        if whole or is_end:
            row[-1].keep(Keep.LOOSELY)
    tail = [*body[-1:], *notes]
    for part in tail[:-1]:
        part[-1].keep(Keep.LOOSELY)
