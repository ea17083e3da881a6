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
    short: list[Element] = field(default_factory=list)
    width: int = 0

    @property
    def is_regular(self) -> bool:
        """Whether every place of the table is covered by one cell."""
        faults = (self.overlapping, self.too_deep, self.too_wide, self.short)
        return bool(self.rows) and not any(faults)

    def headless(self) -> Iterator[tuple[Element, list[str]]]:
        """Yield the data cells without headers, with the unknown ones that they name.

        There are none where each header cell states its scope, or in what is no grid.
        """
        heads = list(self.cells("TH"))
        if not self.is_regular or all(self._scope(each) for each in heads):
            return
        ids = {each.text("/ID") for each in heads}
        for cell in self.cells("TD"):
            named = self._named(cell)
            unknown = [each for each in named if each not in ids]
            is_corner = self.starts.get(id(cell)) == (0, 0)
            if (
                not is_corner
                and (unknown or not named)
                and not self._finds_header(cell)
            ):
                yield cell, unknown

    def cells(self, kind: str) -> Iterator[Element]:
        """Yield the cells of one kind."""
        for row in self.rows:
            yield from (cell for cell in row.kids if cell.standard == kind)

    def _named(self, cell: Element) -> list[str]:
        listed = elements(self.tree.attribute(cell, "Table", "/Headers"))
        return [label for each in listed if (label := text(each)) is not None]

    def _finds_header(self, cell: Element) -> bool:
        """Whether a header cell above or to the left has a scope that takes it in."""
        row, column = self.starts[id(cell)]
        deep, wide = _span(self, cell, "/RowSpan"), _span(self, cell, "/ColSpan")
        ways = [
            *(
                (_line(row, at, up=True), "Column")
                for at in range(column, column + wide)
            ),
            *((_line(at, column, up=False), "Row") for at in range(row, row + deep)),
        ]
        return any(self._is_headed(places, scope) for places, scope in ways)

    def _is_headed(self, places: Iterator[tuple[int, int]], scope: str) -> bool:
        """Follow places outwards up to the end of the first group of header cells."""
        has_met = False
        for place in places:
            cell = self.places[place]
            if cell.standard == "TH":
                has_met = True
                if self._scope(cell) in (scope, "Both"):
                    return True
            elif has_met:
                return False
        return False

    def _scope(self, cell: Element) -> str | None:
        return name(self.tree.attribute(cell, "Table", "/Scope"))


def _line(row: int, column: int, up: bool) -> Iterator[tuple[int, int]]:
    if up:
        return ((at, column) for at in range(row - 1, -1, -1))
    return ((row, at) for at in range(column - 1, -1, -1))


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
    """Lay the cells out, up to the first that goes beyond a row or over another."""
    grid.width = sum(_span(grid, each, "/ColSpan") for each in _cells(grid.rows[0]))
    for at, row in enumerate(grid.rows):
        column = 0
        for cell in _cells(row):
            while (at, column) in grid.places:
                column += 1
            column += _place(grid, cell, at, column)
            if grid.too_wide or grid.overlapping:
                return
    for at, row in enumerate(grid.rows):
        if any((at, column) not in grid.places for column in range(grid.width)):
            grid.short.append(row)


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in row.kids if cell.standard in CELLS)


def _place(grid: Grid, cell: Element, row: int, column: int) -> int:
    wide, deep = _span(grid, cell, "/ColSpan"), _span(grid, cell, "/RowSpan")
    grid.starts[id(cell)] = row, column
    if column + wide > grid.width:
        grid.too_wide.append(cell)
        return wide
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
