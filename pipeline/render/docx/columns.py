"""Widths of a table's columns, from the words they hold; fixed for all readers."""

from dataclasses import dataclass

from pipeline.render.docx.markup import twips
from pipeline.render.docx.measures import Measures
from pipeline.render.docx.table_style import CELL_PADDING, CLOSE_PADDING
from pipeline.tree import Cell, Table, plain_text

# A cell wider than this, in em, may as well break: it asks for no more room.
_LONGEST_LINE = 30

# Advances of common label faces by kind of character, in em; other signs take the last.
_ADVANCES = {
    **dict.fromkeys("ijl.,:;'’|! ", 0.27), **dict.fromkeys("frtIJ()[]-/·", 0.36),
    **dict.fromkeys("mwMW%@—", 0.88), **dict.fromkeys("0123456789$€", 0.51),
}  # fmt: skip
_CAPITAL, _OTHER = 0.62, 0.54
# Heads are bold and run wider.
_BOLD = 1.04


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's columns in twips, and whether they reach out to the margin."""

    widths: list[int]
    is_wide: bool
    is_close: bool = False
    """Whether type and margins of the cells are smaller, for want of room."""


def grid_for(table: Table, measures: Measures) -> Grid:
    """Return a grid as wide as the text, or as the page where words need the room.

    Where even the page is too narrow, type and margins of the cells are smaller.
    """
    columns = list(zip(table.header, *table.rows, strict=True))
    usual = _wanted(columns, measures.table, CELL_PADDING)
    close = _wanted(columns, measures.close_table, CLOSE_PADDING)
    steps = (
        (usual, measures.column, False),
        (usual, measures.full, False),
        (close, measures.full, True),
    )
    fitting = (step for step in steps if sum(step[0][0]) <= step[1])
    (least, wanted), room, is_close = next(fitting, steps[-1])
    widths = _whole(_shared(least, wanted, room), twips(room))
    return Grid(widths, room == measures.full, is_close)


def _wanted(
    columns: list[tuple[Cell, ...]], size: float, padding: float
) -> tuple[list[float], list[float]]:
    """Return what the longest word and the longest line of each column take."""
    texts = [[plain_text(cell.text.content) for cell in cells] for cells in columns]
    least = [max(map(_longest_word, words)) for words in texts]
    natural = [max(map(_line, words)) for words in texts]
    return (
        [width * size + 2 * padding for width in least],
        [width * size + 2 * padding for width in natural],
    )


def _longest_word(text: str) -> float:
    words = text.replace("\u00ad", "- ").split()
    return max(map(_line, words), default=0.0)


def _line(text: str) -> float:
    advances = (
        _ADVANCES.get(sign, _CAPITAL if sign.isupper() else _OTHER) for sign in text
    )
    return min(sum(advances) * _BOLD, _LONGEST_LINE)


def _shared(least: list[float], wanted: list[float], room: float) -> list[float]:
    if sum(wanted) <= room:
        return [width * room / sum(wanted) for width in wanted]
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    share = (room - sum(least)) / (sum(wanted) - sum(least))
    return [low + (high - low) * share for low, high in zip(least, wanted, strict=True)]


def _whole(widths: list[float], total: int) -> list[int]:
    """Return whole twips that add up to `total`; the last column takes the rest."""
    rounded = [twips(width) for width in widths]
    rounded[-1] += total - sum(rounded)
    return rounded
