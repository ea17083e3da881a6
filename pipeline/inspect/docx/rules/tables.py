"""Tables: MS:02, MS:06, OX:17."""

from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.inspect.docx.names import CELL, PARAGRAPH, TABLE, w
from pipeline.inspect.docx.reading import cells, rows, table_name, tables, unwrapped
from pipeline.inspect.docx.wordfile import WordFile, is_on, value


def tables_have_header_rows(file: WordFile) -> Iterator[Diagnostic]:
    """MS:02: the first row of a table is marked as its header, and it has a title."""
    for table in _all(file):
        lines = rows(table)
        if lines and not is_on(lines[0].find(w("trPr")), "tblHeader"):
            message = f"{table_name(table)} has no header row"
            hint = "mark its first row: Repeat as header row"
            yield error("MS:02", message, hint=hint)
        if not (value(table, "tblPr", "tblCaption") or "").strip() and not (
            value(table, "tblPr", "tblDescription") or ""
        ):
            message = f"{table_name(table)} has neither title nor description"
            hint = "write them in its properties, under Alt Text"
            yield warning("MS:02", message, hint=hint)


def tables_are_simple(file: WordFile) -> Iterator[Diagnostic]:
    """MS:06: no merged cells, no table in a table."""
    for table in _all(file):
        properties = [
            cell.find(w("tcPr")) for row in rows(table) for cell in cells(row)
        ]
        if any(_is_merged(each) for each in properties if each is not None):
            yield warning("MS:06", f"{table_name(table)} has merged cells")
        if next(table.iterancestors(TABLE), None) is not None:
            yield warning("MS:06", f"{table_name(table)} stands in another table")


def _is_merged(properties: etree._Element) -> bool:
    spans = [properties.find(w(name)) for name in ("vMerge", "hMerge")]
    return _span(properties) > 1 or any(each is not None for each in spans)


def _span(properties: etree._Element | None) -> int:
    span = value(properties, "gridSpan") or ""
    return int(span) if span.isdecimal() else 1


def rows_fill_the_grid(file: WordFile) -> Iterator[Diagnostic]:
    """OX:17: rows have a cell for each column of the grid, and cells a paragraph."""
    for table in _all(file):
        columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        for number, row in enumerate(rows(table), start=1):
            width = _width(row)
            if width != columns:
                message = (
                    f"row {number} of {table_name(table)} fills {width} of "
                    f"{columns} columns"
                )
                yield error("OX:17", message)
            for cell in cells(row):
                if not _ends_well(cell):
                    message = f"a cell of {table_name(table)} ends in no paragraph"
                    yield error("OX:17", message)


def _width(row: etree._Element) -> int:
    properties = row.find(w("trPr"))
    apart = (value(properties, name) for name in ("gridBefore", "gridAfter"))
    left_out = sum(int(each) for each in apart if each and each.isdecimal())
    return left_out + sum(_span(cell.find(w("tcPr"))) for cell in cells(row))


def _ends_well(cell: etree._Element) -> bool:
    last = None
    for each in unwrapped(cell):
        if each.tag in (PARAGRAPH, TABLE, CELL):
            last = each.tag
    return last == PARAGRAPH


def _all(file: WordFile) -> Iterator[etree._Element]:
    for story in file.texts:
        yield from tables(story.root)
