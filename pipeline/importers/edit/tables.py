"""Grids to tables where the first row names the columns, else to lists of rows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.runs import on_one_line
from pipeline.importers.leaves import leaves, text_of
from pipeline.importers.manuscript import Grid, Heading, Paragraph, Passage, Words
from schemas.blocks import (
    MAX_COLUMNS,
    MAX_ROWS,
    BulletList,
    Cell,
    ListItem,
    Table,
)
from schemas.blocks import Paragraph as ParagraphBlock
from schemas.richtext import BreakRun, Run, StrongRun, plain
from schemas.values import Alignment

Row = tuple[Words, ...]
_NUMBER = re.compile(
    r"[$€£¥]?\s?[-–−+]?[$€£¥]?\d[\d.,\s]*(?:%|\s?[A-Za-z]{1,8})?\*?|[-–—]"
)
_ADDRESS = re.compile(r"@|://|\d")
_TABLE = re.compile(
    r"(?:table|tabelle|tableau|tabla|tabela|tabella|tabell?|tablo|bảng|"
    r"таблица|табл\.|جدول|表|표)\s*(?:no\.?\s*)?[\dIVX]",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 200
_LONGEST_NAME = 120


def table_of(grid: Grid, ledger: Ledger) -> list[Table | ParagraphBlock | BulletList]:
    """Return the grid as a table; as the list of its rows where no row names columns.

    What a sheet's table cannot be is told in the ledger.
    """
    rows = [row for row in grid.rows if any(cell.runs for cell in row)]
    notes = [ParagraphBlock(text=note.runs) for note in grid.notes]
    if not rows:
        return [
            *([ParagraphBlock(text=grid.caption.runs)] if grid.caption else []),
            *notes,
        ]
    caption, rows, heads = _caption(grid, rows)
    where = _first(rows[0]) or _first(grid.rows[0])
    width = max(map(len, rows))
    is_table = 1 < width <= MAX_COLUMNS and 1 < len(rows) <= MAX_ROWS
    if not is_table or not (heads or _names_columns(rows)):
        if where:
            ledger.guess("list instead of a table", str(len(rows)), where.stretch, 0.6)
        before = [ParagraphBlock(text=caption.runs)] if caption else []
        return [*before, BulletList(items=tuple(map(_item, rows))), *notes]
    if where and len({len(row) for row in rows}) > 1:
        ledger.guess("cells added", "empty", where.stretch, 0.7)
    header, *body = ([_cell(cell) for cell in row] for row in rows)
    return [
        Table(
            caption=on_one_line(caption.runs) if caption else None,
            header=_padded(header, width),
            alignments=_alignments(rows[1:], width),
            rows=tuple(_padded(row, width) for row in body),
            row_headers=grid.has_row_heads,
            notes=tuple(on_one_line(note.runs) for note in grid.notes),
        )
    ]


def with_captions(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages with `Table 1. Words` above a grid as its caption."""
    kept: list[Passage] = []
    for passage in passages:
        above = kept[-1] if kept else None
        match passage:
            case Grid(caption=None) if above and _is_caption(above):
                kept[-1] = replace(passage, caption=next(leaves(above)))
            case _:
                kept.append(passage)
    return kept


def _is_caption(passage: Passage) -> bool:
    if not isinstance(passage, Heading | Paragraph):
        return False
    text = text_of(passage)
    return len(text) < _LONGEST_CAPTION and bool(_TABLE.match(text))


def _caption(grid: Grid, rows: list[Row]) -> tuple[Words | None, list[Row], int]:
    """Return caption, rows, and how many of them are known to name columns.

    A first row with words in one cell only, above rows with more, is the caption.
    """
    heads = grid.head_rows
    said = [cell for cell in rows[0] if cell.runs]
    is_caption = len(said) == 1 and said[0] is rows[0][0] and len(rows) > 2
    if grid.caption is None and is_caption and max(map(len, rows)) > 1:
        return said[0], rows[1:], max(heads - 1, 0)
    return grid.caption, rows, heads


def _first(row: Row) -> Words | None:
    return next((cell for cell in row if cell.runs), None)


def _names_columns(rows: Sequence[Row]) -> bool:
    """Return whether the first row names what stands below it.

    It holds short words and no numbers or addresses; and below it stands what it is
    not: a column of numbers, or so many columns that nobody would set them unnamed.
    """
    names = [plain(cell.runs).strip() for cell in rows[0]]
    behind = names[1:]
    if not all(behind) or any(len(name) > _LONGEST_NAME for name in names):
        return False
    if any(_ADDRESS.search(name) and not _is_year(name) for name in behind):
        return False
    body = rows[1:]
    return len(names) > 2 or any(_is_numeric(body, at) for at in range(1, len(names)))


def _is_year(name: str) -> bool:
    return bool(
        re.fullmatch(r"(?:\D{0,20}\s)?(?:19|20)\d\d(?:[-–/]\d{2,4})?\D{0,3}", name)
    )


def _is_numeric(rows: Sequence[Row], column: int) -> bool:
    said = [plain(row[column].runs).strip() for row in rows if column < len(row)]
    said = [text for text in said if text]
    numbers = sum(bool(_NUMBER.fullmatch(text)) for text in said)
    return len(said) > 0 and numbers * 5 >= len(said) * 4


def _alignments(rows: Sequence[Row], width: int) -> tuple[Alignment, ...]:
    """Return the columns of numbers at their end; nothing where all start alike."""
    ends = [column > 0 and _is_numeric(rows, column) for column in range(width)]
    if not any(ends):
        return ()
    return tuple(Alignment.END if end else Alignment.START for end in ends)


def _cell(words: Words) -> Cell:
    return Cell(text=on_one_line(words.runs) if words.runs else None)


def _padded(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    return (*row, *[Cell()] * (width - len(row)))


def _item(row: Row) -> ListItem:
    """Return a row as an item: what it is of, then its cells, each on its line."""
    said = [cell.runs for cell in row if cell.runs]
    first: tuple[Run, ...] = (StrongRun(runs=on_one_line(said[0])),)
    if len(said) == 1:
        return ListItem(text=said[0])
    rest = [run for runs in said[1:] for run in (BreakRun(), *on_one_line(runs))]
    return ListItem(text=(*first, *rest))
