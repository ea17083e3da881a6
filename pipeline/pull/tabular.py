"""A Word table back into a table of the sheet: rows and columns find their own."""

from collections.abc import Sequence

from pipeline.pull.alignment import SIMILAR, align, ratio
from pipeline.pull.desk import Desk, TextChange
from pipeline.pull.items import Item
from pipeline.pull.model import at
from pipeline.pull.texts import read_runs
from pipeline.word import Paragraph, Row, Table
from pipeline.words import normalized
from schemas.blocks import Cell as CellModel
from schemas.blocks import Table as TableModel
from schemas.richtext import Run, plain
from schemas.values import Alignment

Data = dict[str, object]

_ENDINGS = {" center": Alignment.CENTER, " end": Alignment.END}
_OURS = ("table text", "table heading", "table row heading")
_DIRECT = {"center": Alignment.CENTER, "right": Alignment.END, "end": Alignment.END}


def read_table(item: Item, path: str, desk: Desk) -> Data | None:
    """Return a table's rows; None where it has no shape that a sheet can hold."""
    table = item.block
    assert isinstance(table, Table)
    base = at(desk.base, item.slot.origin) if item.slot else None
    was = base if isinstance(base, TableModel) else None
    desk.places[path] = table.place
    if not _is_even(table, desk):
        return None
    rows = _rows(was, table)
    if rows.get(0) and not table.rows[0].is_header:
        hint = "bring it back, or mark the first row: Layout > Repeat Header Rows"
        desk.refuse("table", "the header row is gone", table.place, hint)
        return None
    columns = _columns(was, table)
    reader = _Reader(was, rows, columns, path, item, desk)
    cells = [reader.row(row, index) for index, row in enumerate(table.rows)]
    reader.note_lost()
    return {
        "kind": "table",
        "header": cells[0],
        "rows": tuple(cells[1:]),
        "alignments": _alignments(was, table, columns),
        "row_headers": _row_headers(was, table),
    }


def _is_even(table: Table, desk: Desk) -> bool:
    """Return whether the table has a header row and rows of one length."""
    if len(table.rows) < 2:
        hint = "a table is a row of headings and the rows below it"
        desk.refuse("table", "the table has no rows", table.place, hint)
        return False
    if not (table.rows[0].is_header or table.has_first_row):
        hint = "mark its first row: Table Design > Header Row"
        desk.refuse("table", "the table has no header row", table.place, hint)
        return False
    if len({len(row.cells) for row in table.rows}) > 1:
        hint = "give each row a cell for each column"
        desk.refuse("table", "rows differ in length", table.place, hint)
        return False
    return True


def _texts(row: Sequence[CellModel]) -> list[str]:
    return [normalized(plain(cell.text or ())) for cell in row]


def _words(row: Row) -> list[str]:
    return [normalized(cell.text) for cell in row.cells]


def _rows(was: TableModel | None, table: Table) -> dict[int, int]:
    """Return for rows of the edited table the row of the base that they were."""
    if was is None:
        return {}
    old = ["\n".join(_texts(row)) for row in (was.header, *was.rows)]
    new = ["\n".join(_words(row)) for row in table.rows]

    def likeness(index: int, other: int) -> float:
        if old[index] == new[other]:
            return 2.0
        if (index == 0) != (other == 0):
            return 0.0
        first = old[index].partition("\n")[0], new[other].partition("\n")[0]
        is_named = bool(first[0]) and first[0] == first[1]
        least = SIMILAR / 2 if is_named or index == 0 else SIMILAR
        return ratio(old[index], new[other], least) + 0.3 * is_named

    found = align(old, new, likeness)
    if len(old) == len(new):
        for index in range(len(new)):
            if index not in found and index not in found.values():
                found[index] = index
    return found


def _columns(was: TableModel | None, table: Table) -> dict[int, int]:
    if was is None:
        return {}
    old, new = _texts(was.header), _words(table.rows[0])
    if len(old) == len(new):
        return {index: index for index in range(len(new))}

    def likeness(index: int, other: int) -> float:
        if old[index] == new[other]:
            return 2.0 if old[index] else 0.5
        return ratio(old[index], new[other])

    return align(old, new, likeness)


class _Reader:
    """Reads the cells of one table, each with the cell that it was."""

    def __init__(
        self,
        was: TableModel | None,
        rows: dict[int, int],
        columns: dict[int, int],
        path: str,
        item: Item,
        desk: Desk,
    ) -> None:
        self._old = () if was is None else (was.header, *was.rows)
        self._rows, self._columns = rows, columns
        self._path, self._item, self._desk = path, item, desk

    def row(self, row: Row, index: int) -> tuple[Data, ...]:
        """Return the cells of a row."""
        if self._old and index not in self._rows:
            words = "; ".join(filter(None, _words(row)))
            self._desk.rows.append((self._where(index), words, 1))
        return tuple(
            self._cell(cell.paragraphs, index, column)
            for column, cell in enumerate(row.cells)
        )

    def note_lost(self) -> None:
        """Record the rows and columns of the base that are gone, or are new."""
        for index, row in enumerate(self._old):
            if index not in self._rows.values():
                words = "; ".join(filter(None, _texts(row)))
                self._desk.rows.append((self._item.where, words, -1))
        if self._old:
            width = len(self._old[0])
            lost = set(range(width)) - set(self._columns.values())
            for column in sorted(lost):
                words = _texts(self._old[0])[column]
                self._desk.columns.append((self._item.where, words, -1))
        block = self._item.block
        if self._old and isinstance(block, Table):
            for column, words in enumerate(_words(block.rows[0])):
                if column not in self._columns:
                    self._desk.columns.append((self._item.where, words, 1))

    def _cell(self, paragraphs: Sequence[Paragraph], index: int, column: int) -> Data:
        said = [each for each in paragraphs if each.inlines and each.text.strip()]
        path = f"{self._path}.rows[{index - 1}][{column}].text"
        if index == 0:
            path = f"{self._path}.header[{column}].text"
        if len(said) > 1:
            hint = "make them one: a cell holds one paragraph"
            message = "a cell has several paragraphs"
            self._desk.refuse("cell", message, said[1].place, hint)
        before = self._before(index, column)
        runs: tuple[Run, ...] = ()
        if said:
            runs = read_runs(before, self._desk.spans(said[0], before))
            self._desk.places[path] = said[0].place
        is_kept = self._old and index in self._rows and column in self._columns
        if is_kept and runs != before:
            place = f"{self._where(index)}, column {column + 1}"
            self._desk.changes.append(TextChange(place, before, runs, is_cell=True))
        return {"text": runs or None}

    def _where(self, index: int) -> str:
        row = f"row {index}" if index else "the header row"
        return f"{self._item.where}, {row}"

    def _before(self, index: int, column: int) -> tuple[Run, ...]:
        was_row, was_column = self._rows.get(index), self._columns.get(column)
        if was_row is None or was_column is None or not self._old:
            return ()
        return self._old[was_row][was_column].text or ()


def _alignments(
    was: TableModel | None, table: Table, columns: dict[int, int]
) -> tuple[Alignment, ...]:
    found = tuple(
        _alignment([row.cells[column].paragraphs for row in table.rows[1:]])
        for column in range(len(table.rows[0].cells))
    )
    base = was.alignments if was else ()
    kept = tuple(
        _given(base, columns.get(column)) if each is None else each
        for column, each in enumerate(found)
    )
    effective = base or (Alignment.START,) * len(kept)
    if kept == effective or all(each is Alignment.START for each in (*kept, *base)):
        return base if len(base) in (0, len(kept)) else kept
    return kept


def _given(base: tuple[Alignment, ...], column: int | None) -> Alignment:
    return base[column] if base and column is not None else Alignment.START


def _alignment(cells: Sequence[Sequence[Paragraph]]) -> Alignment | None:
    """Return how a column's cells are set, where all that say it say the same."""
    said = {_set(paragraphs[0]) for paragraphs in cells if paragraphs}
    return said.pop() if len(said) == 1 else None


def _set(paragraph: Paragraph) -> Alignment | None:
    if paragraph.alignment:
        return _DIRECT.get(paragraph.alignment, Alignment.START)
    name = paragraph.style.removesuffix(" close")
    if not name.startswith(_OURS):
        return None
    ends = (each for ending, each in _ENDINGS.items() if name.endswith(ending))
    return next(ends, Alignment.START)


def _row_headers(was: TableModel | None, table: Table) -> bool:
    """Return whether the first cells of all rows name them."""
    firsts = [row.cells[0].paragraphs for row in table.rows[1:]]
    styles = [each[0].style for each in firsts if each]
    ours = [name for name in styles if name.startswith(_OURS)]
    if not ours:
        return was.row_headers if was else table.has_first_column
    named = [name.startswith("table row heading") for name in ours]
    if was and any(named) != all(named):
        return was.row_headers
    return all(named)
