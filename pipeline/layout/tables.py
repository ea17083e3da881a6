"""Tables to strips: a row a strip, the header's ready to be repeated."""

from dataclasses import replace

from pipeline.layout.geometry import Column
from pipeline.layout.rows import WHOLE_ROW_SHARE, Widths, fair_widths, row_strips
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow, Ink, PanelInk, RuleInk, Strip, moved, stacked
from pipeline.styles import Adjust
from pipeline.tree import Align, Cell, Paragraph, Role, Table

# Between two columns, and from the table's edge to its text.
_COLUMN_GAP, _EDGE = 12.0, 4.0
_HEAVY, _MIDDLE, _HAIR = 1.0, 0.75, 0.5
# A table takes the narrow column's room too where the main one would cut it this short.
_CROWDED, _CROWDED_COLUMNS = 1.6, 4
# A table of so few rows stays on one page, unless it needs more than this share of it.
_WHOLE_ROWS, _WHOLE_SHARE = 5, 0.6
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
    wanted = _wanted(setter, table)
    is_wide = column == setter.geometry.main and _is_crowded(wanted, column)
    across = setter.geometry.whole if is_wide else column
    columns = _columns(wanted, across)
    caption = _leaf(setter, table.caption, across)
    rows = _Rows(setter, table, across, columns)
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
        strip.is_wide = is_wide
    flow.space(setter.theme.spacing.block)
    flow.extend(table_flow.strips)
    flow.space(setter.theme.spacing.block)


class _Rows:
    """Sets the rows of one table."""

    __slots__ = ("_across", "_columns", "_highest", "_setter", "_styles", "_table")

    def __init__(
        self, setter: Setter, table: Table, across: Column, columns: list[Column]
    ) -> None:
        self._setter, self._table = setter, table
        self._across, self._columns = across, columns
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


def _wanted(setter: Setter, table: Table) -> list[Widths]:
    """Return the least and natural width of each column."""
    wanted = []
    for cells in zip(table.header, *table.rows, strict=True):
        widths = [
            setter.widths(cell.text.content, setter.style(cell.text.role))
            for cell in cells
            if cell.text.content
        ]
        least = max((low for low, _ in widths), default=0.0)
        wanted.append((least, max((high for _, high in widths), default=0.0)))
    return [(low + 0.1, high + 0.1) for low, high in wanted]


def _is_crowded(wanted: list[Widths], column: Column) -> bool:
    room = _room(len(wanted), column)
    natural = sum(high for _, high in wanted)
    too_long = len(wanted) >= _CROWDED_COLUMNS and natural > room * _CROWDED
    return too_long or sum(low for low, _ in wanted) > room


def _room(count: int, column: Column) -> float:
    return max(column.width - 2 * _EDGE - _gap(count, column) * (count - 1), 1.0)


def _gap(count: int, column: Column) -> float:
    # Thirty columns leave no room for wide gaps.
    return min(_COLUMN_GAP, column.width / (3 * count))


def _columns(wanted: list[Widths], across: Column) -> list[Column]:
    columns, x = [], across.x + _EDGE
    for width in fair_widths(wanted, _room(len(wanted), across)):
        columns.append(Column(x, width))
        x += width + _gap(len(wanted), across)
    return columns


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
    """Keep the header with two rows, the last row with one more and with the notes."""
    for strip in header:
        strip.keeps = True
    for index, row in enumerate(body[:-1]):
        row[-1].keeps = whole or index in (0, len(body) - 2)
    tail = [*body[-1:], *notes]
    for part in tail[:-1]:
        part[-1].keeps = True
