"""Widths of a table's columns, from the words they hold; fixed for all readers."""

from dataclasses import dataclass

from pipeline.render.docx.markup import twips
from pipeline.render.docx.measures import Measures
from pipeline.render.docx.table_style import CELL_PADDING
from pipeline.tree import Table, plain_text

# Of the label face at the size of table text, in pt; a generous average.
_CHARACTER = 5.0
# A cell wider than this may as well break: it asks for no more room.
_LONGEST_LINE = 60


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's columns in twips, and whether they reach out to the margin."""

    widths: list[int]
    is_wide: bool


def grid_for(table: Table, measures: Measures) -> Grid:
    """Return a grid as wide as the text, or as the page where words need the room."""
    columns = list(zip(table.header, *table.rows, strict=True))
    texts = [[plain_text(cell.text.content) for cell in cells] for cells in columns]
    least = [max(map(_longest_word, words)) for words in texts]
    wanted = [max(map(_line, words)) for words in texts]
    is_wide = sum(least) > measures.column
    room = measures.full if is_wide else measures.column
    return Grid(_whole(_shared(least, wanted, room), twips(room)), is_wide)


def _longest_word(text: str) -> float:
    longest = max(map(len, text.split()), default=0)
    return min(longest, _LONGEST_LINE) * _CHARACTER + 2 * CELL_PADDING


def _line(text: str) -> float:
    return min(len(text), _LONGEST_LINE) * _CHARACTER + 2 * CELL_PADDING


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
