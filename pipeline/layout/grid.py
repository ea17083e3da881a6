"""A table's columns: no word and no number of a cell is divided for want of room.

Where the longest words do not fit side by side, the table takes both columns, then
smaller type; what does not fit even so is the author's to mend.
"""

from dataclasses import dataclass, replace

from pipeline.diagnostics import error
from pipeline.layout.geometry import Column
from pipeline.layout.rows import Widths, fair_widths
from pipeline.layout.setter import Setter
from pipeline.tree import Role, Table, plain_text

EDGE = 4.0
"""From the table's edge to its text."""
# Between two columns: as a rule, and where room is short.
_GAP, _CLOSE_GAP = 12.0, 7.0
# A table takes the narrow column's room too where the main one would cut it this short.
_CROWDED, _CROWDED_COLUMNS = 1.6, 4
# No table is set smaller than this.
LEAST_SIZE = 7.5
# What is left for all words longer than the page is wide, which nothing can keep whole.
_LEFT_SHARE = 1 / 3
_MM = 25.4 / 72

_ROLES = (Role.TABLE_HEAD, Role.TABLE_TEXT)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns of one table stand, and in which size its words are set."""

    setter: Setter
    across: Column
    columns: tuple[Column, ...]


def grid_for(setter: Setter, table: Table, column: Column) -> Grid:
    """Return the columns of `table`; report `table-width` where words do not fit."""
    wanted = _wanted(setter, table)
    room = _room(len(wanted), column, _GAP)
    is_main = column == setter.geometry.main
    if _fits(wanted, room) and not (is_main and _is_crowded(wanted, room)):
        return _grid(setter, wanted, column, _GAP)
    widest = setter.geometry.whole if is_main else column
    for each, gap in ((setter, _GAP), *((s, _CLOSE_GAP) for s in _smaller(setter))):
        wanted = _wanted(each, table)
        if _fits(wanted, _room(len(wanted), widest, gap)):
            return _grid(each, wanted, widest, gap)
    _report(setter, table, wanted, widest)
    return _grid(setter, wanted, widest, _CLOSE_GAP)


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


def _is_crowded(wanted: list[Widths], room: float) -> bool:
    natural = sum(high for _, high in wanted)
    return len(wanted) >= _CROWDED_COLUMNS and natural > room * _CROWDED


def _fits(wanted: list[Widths], room: float) -> bool:
    """Say whether no word that a line can hold has to be divided."""
    whole = [low for low, _ in wanted if low <= room]
    left = room if len(whole) == len(wanted) else room * (1 - _LEFT_SHARE)
    return sum(whole) <= left


def _smaller(setter: Setter) -> list[Setter]:
    """Return setters of ever smaller type for tables: the fine step, then the least."""
    fine = setter.theme.type.fine
    usual = setter.style(Role.TABLE_TEXT).size
    sizes = dict.fromkeys(max(size, LEAST_SIZE) for size in (fine.size, LEAST_SIZE))
    return [_at(setter, size) for size in sizes if size < usual]


def _at(setter: Setter, size: float) -> Setter:
    return setter.restyled(
        {
            role: replace(
                setter.style(role), size=size,
                leading=setter.style(role).leading * size / setter.style(role).size,
            )
            for role in _ROLES
        }
    )  # fmt: skip


def _report(setter: Setter, table: Table, wanted: list[Widths], widest: Column) -> None:
    needed = sum(low for low, _ in wanted) + widest.width
    needed -= _room(len(wanted), widest, _CLOSE_GAP)
    setter.itemiser.findings.append(
        error(
            "table-width",
            f"the table is {needed * _MM:.0f} mm wide even in its smallest type, "
            f"the page holds {widest.width * _MM:.0f} mm",
            hint=f"make two tables of it, or shorten words such as "
            f"`{_longest_word(table)}`",
            origin=table.origin,
        )
    )


def _longest_word(table: Table) -> str:
    cells = (cell for row in (table.header, *table.rows) for cell in row)
    words = (word for cell in cells for word in plain_text(cell.text.content).split())
    return max(words, key=len, default="")


def _room(count: int, column: Column, gap: float) -> float:
    spaces = 2 * EDGE + _between(count, column, gap) * (count - 1)
    return max(column.width - spaces, 1.0)


def _between(count: int, column: Column, gap: float) -> float:
    # Thirty columns leave no room for wide gaps.
    return min(gap, column.width / (3 * count))


def _grid(setter: Setter, wanted: list[Widths], across: Column, gap: float) -> Grid:
    columns, x = [], across.x + EDGE
    for width in fair_widths(wanted, _room(len(wanted), across, gap)):
        columns.append(Column(x, width))
        x += width + _between(len(wanted), across, gap)
    return Grid(setter, across, tuple(columns))
