"""Tables of a page: which hold data, and their cells in an even grid."""

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from pipeline.importers.manuscript import Grid, Words
from pipeline.importers.scribe import NOTHING

ReadCell = Callable[[HtmlElement], Words]
# HTML, 4.9.11: what browsers accept.
_WIDEST, _TALLEST = 1_000, 65_534
# What a cell with data may have: ends of lines and paragraphs, characters.
_MOST_ENDS, _LONGEST_CELL = 8, 1_000


def is_data(table: HtmlElement) -> bool:
    """Return whether a table holds data, rather than laying out the page.

    Pages of the nineties and of e-mail are laid out by tables: one column, tables in
    tables, headings in cells.
    """
    if table.get("role") in ("presentation", "none"):
        return False
    if table.find(".//table") is not None:
        return False
    if any(table.find(f".//{name}") is not None for name in ("h1", "h2", "h3", "hr")):
        return False
    if any(map(_is_flowing, table.iter("td"))):
        return False
    rows = [len(row) for row in table.iter("tr")]
    return bool(rows) and max(rows) > 1 and (len(rows) > 1 or _has_head(table))


def _is_flowing(cell: HtmlElement) -> bool:
    """Return whether a cell holds a text of several paragraphs, no figure.

    Pages of the nineties keep their text in one cell, beside one with the menu.
    """
    ends = sum(1 for _ in cell.iter("br", "p"))
    return ends > _MOST_ENDS and len(cell.text_content()) > _LONGEST_CELL


def _has_head(table: HtmlElement) -> bool:
    return table.find(".//th") is not None


def read_grid(table: HtmlElement, read_cell: ReadCell) -> tuple[Grid | None, bool]:
    """Return the table as a grid, and whether cells were merged in it."""
    caption = table.find("caption")
    title = None if caption is None else read_cell(caption)
    rows = [row for row in table.iter("tr") if _cells(row)]
    spans: dict[int, int] = {}
    read = [tuple(_row(row, spans, read_cell)) for row in rows]
    merged = any(_span(cell, name) > 1 for row in rows for cell in _cells(row)
                 for name in ("colspan", "rowspan"))  # fmt: skip
    kept = [(row, made) for row, made in zip(rows, read, strict=True)
            if any(cell.runs for cell in made)]  # fmt: skip
    if not kept:
        return None, merged
    heads = sum(1 for row, _ in kept if _is_head(row))
    grid = Grid(
        rows=tuple(made for _, made in kept),
        head_rows=heads,
        caption=title if title and title.runs else None,
        has_row_heads=all(
            _cells(row)[0].tag == "th" for row, _ in kept if not _is_head(row)
        ) and heads < len(kept),
    )  # fmt: skip
    return grid, merged


def _cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _is_head(row: HtmlElement) -> bool:
    parent = row.getparent()
    in_head = parent is not None and parent.tag == "thead"
    return in_head or all(cell.tag == "th" for cell in _cells(row))


def _row(
    row: HtmlElement, spans: dict[int, int], read_cell: ReadCell
) -> Iterator[Words]:
    """Yield the cells of a row; a merged cell stands in its first place only."""
    column = 0
    for cell in _cells(row):
        while spans.get(column, 0):
            spans[column] -= 1
            column += 1
            yield NOTHING
        yield read_cell(cell)
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        for each in range(column, column + width):
            spans[each] = height - 1
        yield from (NOTHING for _ in range(width - 1))
        column += width
    while spans.get(column, 0):
        spans[column] -= 1
        column += 1
        yield NOTHING


def _span(cell: HtmlElement, name: str) -> int:
    text = (cell.get(name) or "1").strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return min(max(number, 1), _WIDEST if name == "colspan" else _TALLEST)
