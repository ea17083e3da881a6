"""The words that a passage holds, piece by piece in the order in which they print."""

from collections.abc import Iterator

from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Heading,
    Item,
    Paragraph,
    Passage,
    Picture,
    Quotation,
    Rule,
    Stretch,
    Words,
)
from schemas.richtext import plain


def leaves(passage: Passage) -> Iterator[Words]:
    """Yield the words of a passage; of a table, caption, cells and notes."""
    match passage:
        case Heading(words) | Paragraph(words) | Item(words) | Quotation(words):
            yield words
        case Footnote(_, words):
            yield words
        case Grid():
            if passage.caption:
                yield passage.caption
            for row in passage.rows:
                yield from (cell for cell in row if cell.runs)
            yield from passage.notes
        case Picture(caption=caption):
            if caption:
                yield caption
        case Rule():
            pass


def stretches(passage: Passage) -> Iterator[Stretch]:
    """Yield the stretches of the text that a passage stands for."""
    match passage:
        case Rule(stretch):
            yield stretch
        case Grid():
            for row in passage.rows:
                yield from (cell.stretch for cell in row)
            yield from (words.stretch for words in passage.notes)
            if passage.caption:
                yield passage.caption.stretch
        case Picture(stretch=stretch):
            yield stretch
            yield from (words.stretch for words in leaves(passage))
        case _:
            yield from (words.stretch for words in leaves(passage))


def text_of(passage: Passage) -> str:
    """Return the words of a passage without marks, with single blanks."""
    return " ".join(" ".join(plain(each.runs) for each in leaves(passage)).split())
