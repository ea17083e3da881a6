"""The cells of tables laid into rows and columns, with their spans and headers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.inspect.pdf.tree import Element, Tree
from pipeline.inspect.pdf.values import elements, name, text, whole

GROUPS = ("THead", "TBody", "TFoot")
CELLS = ("TH", "TD")
# Larger tables are no tables; spans are cut to it.
WIDEST = 10_000
MOST_PLACES = 4_000_000


@dataclass(slots=True)
class Grid:
    """A table: which cell covers each place, and what does not fit."""

    tree: Tree
    rows: list[Element]
    places: dict[tuple[int, int], Element] = field(default_factory=dict)
    starts: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where each cell begins, by identity."""
    overlapping: list[Element] = field(default_factory=list)
    too_deep: list[Element] = field(default_factory=list)
    too_wide: list[Element] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    width: int = 0

    @property
    def without_header(self) -> Iterator[Element]:
        """The data cells that name no headers and find none by scope."""
        for cell in self.cells("TD"):
            if not self._named(cell) and not self._finds_header(cell):
                yield cell

    @property
    def unknown_headers(self) -> Iterator[tuple[Element, str]]:
        """The data cells that name headers which the table has not."""
        ids = {cell.text("/ID") for cell in self.cells("TH")}
        for cell in self.cells("TD"):
            unknown = [each for each in self._named(cell) if each not in ids]
            if unknown:
                yield cell, ", ".join(unknown)

    def cells(self, kind: str) -> Iterator[Element]:
        """Yield the cells of one kind."""
        for row in self.rows:
            yield from (cell for cell in row.kids if cell.standard == kind)

    def _named(self, cell: Element) -> list[str]:
        listed = elements(self.tree.attribute(cell, "Table", "/Headers"))
        return [label for each in listed if (label := text(each)) is not None]

    def _finds_header(self, cell: Element) -> bool:
        start = self.starts.get(id(cell))
        if start is None:
            return False
        row, column = start
        left = (self.places.get((row, at)) for at in range(column))
        above = (self.places.get((at, column)) for at in range(row))
        return any(self._heads(each, "Row") for each in left) or any(
            self._heads(each, "Column") for each in above
        )

    def _heads(self, cell: Element | None, direction: str) -> bool:
        if cell is None or cell.standard != "TH":
            return False
        scope = name(self.tree.attribute(cell, "Table", "/Scope"))
        return scope in (direction, "Both")


def grids(tree: Tree) -> list[Grid]:
    """Return the grid of each table."""
    found = []
    for table in tree.of("Table"):
        grid = Grid(tree, list(_rows(table)))
        if grid.rows:
            _fill(grid)
        found.append(grid)
    return found


def _rows(table: Element) -> Iterator[Element]:
    for kid in table.kids:
        if kid.standard == "TR":
            yield kid
        elif kid.standard in GROUPS:
            yield from (row for row in kid.kids if row.standard == "TR")


def _fill(grid: Grid) -> None:
    grid.width = sum(_span(grid, each, "/ColSpan") for each in _cells(grid.rows[0]))
    for at, row in enumerate(grid.rows):
        column = 0
        for cell in _cells(row):
            while (at, column) in grid.places:
                column += 1
            column += _place(grid, cell, at, column)
    for at in range(len(grid.rows)):
        if any((at, column) not in grid.places for column in range(grid.width)):
            grid.short.append(at)


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row.kids if cell.standard in CELLS)


def _place(grid: Grid, cell: Element, row: int, column: int) -> int:
    wide, deep = _span(grid, cell, "/ColSpan"), _span(grid, cell, "/RowSpan")
    grid.starts[id(cell)] = row, column
    if column + wide > grid.width:
        grid.too_wide.append(cell)
    if row + deep > len(grid.rows):
        grid.too_deep.append(cell)
        deep = len(grid.rows) - row
    covers = False
    for down in range(deep):
        for right in range(wide):
            place = row + down, column + right
            covers = covers or place in grid.places
            if len(grid.places) < MOST_PLACES:
                grid.places.setdefault(place, cell)
    if covers:
        grid.overlapping.append(cell)
    return wide


def _span(grid: Grid, cell: Element, key: str) -> int:
    stated = whole(grid.tree.attribute(cell, "Table", key))
    return 1 if stated is None else max(1, min(stated, WIDEST))
