"""Which parts of a table style hold for a cell: ECMA-376 Part 1, 17.7.6."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.inspect.docx.names import w
from pipeline.inspect.docx.reading import cells, rows
from pipeline.inspect.docx.wordfile import hexadecimal, value

# The bits of `w:tblLook/@w:val`, for files that do not spell them out.
_LOOKS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100,
    "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip
_CORNERS = (
    ("nwCell", "firstRow", "firstCol"),
    ("neCell", "firstRow", "lastCol"),
    ("swCell", "lastRow", "firstCol"),
    ("seCell", "lastRow", "lastCol"),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as its style sees it: what it tells apart, and where its cells are."""

    look: frozenset[str]
    height: int
    places: dict[etree._Element, tuple[int, int, int]]
    """Of each cell its row, its column and the number of columns there."""

    def parts(self, cell: etree._Element) -> list[str]:
        """Return the parts that hold for a cell; later ones win over earlier."""
        row, column, width = self.places.get(cell, (0, 0, 0))
        edges = set(_edges(self.look, (row, column), (self.height, width)))
        return ["wholeTable", *_bands(self.look, row, column), *_ordered(edges)]


def shape_of(table: etree._Element) -> Shape:
    """Return how the style of `table` meets its cells."""
    lines = [cells(row) for row in rows(table)]
    places = {
        cell: (row, column, len(line))
        for row, line in enumerate(lines)
        for column, cell in enumerate(line)
    }
    return Shape(_look(table), len(lines), places)


def _look(table: etree._Element) -> frozenset[str]:
    found = table.find(f"{w('tblPr')}/{w('tblLook')}")
    if found is None:
        return frozenset()
    bits = hexadecimal(value(table, "tblPr", "tblLook")) or 0
    return frozenset(
        name
        for name, bit in _LOOKS.items()
        if found.get(w(name), "1" if bits & bit else "0") in ("1", "true", "on")
    )


def _edges(
    look: frozenset[str], at: tuple[int, int], size: tuple[int, int]
) -> Iterator[str]:
    for name, flag, is_there in (
        ("firstRow", "firstRow", at[0] == 0),
        ("lastRow", "lastRow", at[0] == size[0] - 1),
        ("firstCol", "firstColumn", at[1] == 0),
        ("lastCol", "lastColumn", at[1] == size[1] - 1),
    ):
        if flag in look and is_there:
            yield name


def _bands(look: frozenset[str], row: int, column: int) -> Iterator[str]:
    if "noVBand" not in look:
        yield f"band{(column - ('firstColumn' in look)) % 2 + 1}Vert"
    if "noHBand" not in look:
        yield f"band{(row - ('firstRow' in look)) % 2 + 1}Horz"


def _ordered(edges: set[str]) -> Iterator[str]:
    for name in ("lastCol", "firstCol", "lastRow", "firstRow"):
        if name in edges:
            yield name
    for corner, row, column in _CORNERS:
        if {row, column} <= edges:
            yield corner
