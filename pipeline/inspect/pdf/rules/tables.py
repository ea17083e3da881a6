"""Tables: what their parts hold, that their cells form a grid, and their headers."""

from collections.abc import Iterator

from pipeline.inspect.pdf.grid import Grid, grids
from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import at
from pipeline.inspect.pdf.rules.tags import _kids, _parents

ROWS = ("Table", "THead", "TBody", "TFoot")


@rule("UA1:7.2-3")
def tables_hold_rows(file: File) -> Iterator[Break]:
    """Table holds only TR, THead, TBody, TFoot and Caption."""
    yield from _kids(file, "Table", ("TR", "THead", "TBody", "TFoot", "Caption"))


@rule("UA1:7.2-4")
def rows_stand_in_tables(file: File) -> Iterator[Break]:
    """TR stands in Table, THead, TBody or TFoot."""
    yield from _parents(file, "TR", ROWS)


@rule("UA1:7.2-5")
def heads_stand_in_tables(file: File) -> Iterator[Break]:
    """THead stands in Table."""
    yield from _parents(file, "THead", ("Table",))


@rule("UA1:7.2-6")
def bodies_stand_in_tables(file: File) -> Iterator[Break]:
    """TBody stands in Table."""
    yield from _parents(file, "TBody", ("Table",))


@rule("UA1:7.2-7")
def feet_stand_in_tables(file: File) -> Iterator[Break]:
    """TFoot stands in Table."""
    yield from _parents(file, "TFoot", ("Table",))


@rule("UA1:7.2-8")
def header_cells_stand_in_rows(file: File) -> Iterator[Break]:
    """TH stands in TR."""
    yield from _parents(file, "TH", ("TR",))


@rule("UA1:7.2-9")
def cells_stand_in_rows(file: File) -> Iterator[Break]:
    """TD stands in TR."""
    yield from _parents(file, "TD", ("TR",))


@rule("UA1:7.2-10")
def rows_hold_cells(file: File) -> Iterator[Break]:
    """TR holds only TH and TD."""
    yield from _kids(file, "TR", ("TH", "TD"))


@rule("UA1:7.2-11")
def tables_have_one_head(file: File) -> Iterator[Break]:
    """Table has at most one THead."""
    yield from _at_most_one(file, "THead")


@rule("UA1:7.2-12")
def tables_have_one_foot(file: File) -> Iterator[Break]:
    """Table has at most one TFoot."""
    yield from _at_most_one(file, "TFoot")


@rule("UA1:7.2-39")
def tables_have_one_caption(file: File) -> Iterator[Break]:
    """Table has at most one Caption."""
    yield from _at_most_one(file, "Caption")


def _at_most_one(file: File, kind: str) -> Iterator[Break]:
    for table in file.tree.of("Table"):
        if sum(kid.standard == kind for kid in table.kids) > 1:
            yield at(file, table, f"a table has several {kind}")


@rule("UA1:7.2-13")
def foot_goes_with_body(file: File) -> Iterator[Break]:
    """A Table with TFoot has a TBody."""
    yield from _with_body(file, "TFoot")


@rule("UA1:7.2-14")
def head_goes_with_body(file: File) -> Iterator[Break]:
    """A Table with THead has a TBody."""
    yield from _with_body(file, "THead")


def _with_body(file: File, kind: str) -> Iterator[Break]:
    for table in file.tree.of("Table"):
        kinds = {kid.standard for kid in table.kids}
        if kind in kinds and "TBody" not in kinds:
            yield at(file, table, f"a table has a {kind} and no TBody")


@rule("UA1:7.2-16")
def table_caption_is_at_an_end(file: File) -> Iterator[Break]:
    """The Caption of a table is its first or its last part."""
    for table in file.tree.of("Table"):
        kinds = [kid.standard for kid in table.kids if kid.standard]
        if "Caption" in kinds[1:-1]:
            yield at(file, table, "the Caption of a table stands amidst it")


@rule("UA1:7.2-36")
def heads_hold_rows(file: File) -> Iterator[Break]:
    """THead holds only TR."""
    yield from _kids(file, "THead", ("TR",))


@rule("UA1:7.2-37")
def bodies_hold_rows(file: File) -> Iterator[Break]:
    """TBody holds only TR."""
    yield from _kids(file, "TBody", ("TR",))


@rule("UA1:7.2-38")
def feet_hold_rows(file: File) -> Iterator[Break]:
    """TFoot holds only TR."""
    yield from _kids(file, "TFoot", ("TR",))


@rule("UA1:7.2-15", "UA2:8.2.5.26-1")
def cells_do_not_overlap(file: File) -> Iterator[Break]:
    """No cell of a table covers another."""
    for grid in _grids(file):
        for cell in grid.overlapping:
            yield at(file, cell, "a cell of a table covers another")


@rule("UA1:7.2-41", "UA2:8.2.5.26-2")
def columns_are_equally_long(file: File) -> Iterator[Break]:
    """The columns of a table have the same number of rows, spans counted."""
    for grid in _grids(file):
        for cell in grid.too_deep:
            yield at(file, cell, "a cell of a table reaches below its last row")


@rule("UA1:7.2-42", "UA2:8.2.5.26-3")
def rows_do_not_overflow(file: File) -> Iterator[Break]:
    """No row of a table has more columns than its first row, spans counted."""
    for grid in _grids(file):
        for cell in grid.too_wide:
            yield at(file, cell, "a row of a table has more columns than its first")


@rule("UA1:7.2-43", "UA2:8.2.5.26-4")
def rows_are_filled(file: File) -> Iterator[Break]:
    """No row of a table has fewer columns than its first row, spans counted."""
    for grid in _grids(file):
        for row in grid.short:
            message = "a row of a table has fewer columns than its first"
            yield at(file, row, message)


@rule("UA1:7.5-1", "UA2:8.2.5.26-5")
def cells_have_headers(file: File) -> Iterator[Break]:
    """Each TD finds its header cells by Headers, or by the Scope of a TH."""
    for grid in _grids(file):
        for cell, unknown in grid.headless():
            if not unknown:
                yield at(file, cell, "a cell of a table finds no header cell")


@rule("UA1:7.5-2", "UA2:8.2.5.26-6")
def named_headers_exist(file: File) -> Iterator[Break]:
    """The Headers of a TD are IDs of header cells of its table."""
    for grid in _grids(file):
        for cell, unknown in grid.headless():
            if unknown:
                shown = ", ".join(unknown)
                yield at(
                    file, cell, f"a cell names headers that are not there: {shown}"
                )


def _grids(file: File) -> list[Grid]:
    return grids(file.tree)
