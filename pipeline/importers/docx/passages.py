"""The blocks of a Word file to passages, in reading order."""

from collections.abc import Iterator

from pipeline.importers.docx.inlines import Names, inline_of, joined
from pipeline.importers.docx.kinds import (
    Kind,
    Levels,
    depth_of,
    kind_of,
    levels_of,
)
from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Heading,
    Item,
    Paragraph,
    Passage,
    Picture,
    Quotation,
    Words,
)
from pipeline.importers.scribe import NOTHING, Scribe
from pipeline.word import Paragraph as WordParagraph
from pipeline.word import Picture as WordPicture
from pipeline.word import Table, WordStory

_ENDINGS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}


def write_story(scribe: Scribe, story: WordStory) -> dict[str, bytes]:
    """Write the passages of `story`; return its pictures by the names given to them."""
    writing = _Writing(scribe, story)
    for block in story.blocks:
        if isinstance(block, Table):
            writing.table(block)
        else:
            writing.paragraph(block)
    writing.end_caption()
    writing.write_notes(story)
    return writing.pictures


class _Writing:
    """A story on its way into a manuscript."""

    def __init__(self, scribe: Scribe, story: WordStory) -> None:
        self._scribe = scribe
        self._levels: Levels = levels_of(story)
        self._lang = story.lang
        self._names: Names = {
            note.key: f"note-{number}" for number, note in enumerate(story.notes, 1)
        }
        self._caption: Words | None = None
        self.pictures: dict[str, bytes] = {}

    def paragraph(self, paragraph: WordParagraph) -> None:
        """Write a paragraph and the pictures in it."""
        self._scribe.at(paragraph.place)
        for picture in paragraph.pictures:
            self._picture(picture)
        words = self._scribe.write(inline_of(paragraph, self._names, self._lang))
        self.end_caption()
        if words is None:
            return
        self._doubt_raised(paragraph, words)
        if kind_of(paragraph, self._levels) is Kind.CAPTION:
            self._caption = words
        else:
            self._scribe.passages.append(self._passage(paragraph, words))

    def end_caption(self) -> None:
        """Write a caption that no table followed."""
        if self._caption:
            self._scribe.passages.append(Paragraph(self._caption))
            self._caption = None

    def _passage(self, paragraph: WordParagraph, words: Words) -> Passage:
        listed = paragraph.listed
        depth = depth_of(paragraph)
        match kind_of(paragraph, self._levels):
            case Kind.HEADING:
                return Heading(words, self._levels.of(paragraph) or 2)
            case Kind.CONTINUED:
                return Item(words, depth, is_continued=True)
            case Kind.ITEM if listed:
                is_bullet = listed.format in ("bullet", "none")
                return Item(words, depth, None if is_bullet else listed.count)
            case Kind.QUOTE:
                return Quotation(words)
            case _:
                return Paragraph(words)

    def _doubt_raised(self, paragraph: WordParagraph, words: Words) -> None:
        marks = (getattr(each, "marks", None) for each in paragraph.inlines)
        if any(each and each.vertical for each in marks):
            doubt = "raised or lowered signs"
            self._scribe.guess(doubt, "set as plain words", words, 0.5)

    def _picture(self, picture: WordPicture) -> None:
        """Keep a picture that words can replace; a sheet holds no other."""
        ending = next(
            (end for head, end in _ENDINGS.items() if picture.data.startswith(head)), ""
        )
        words = self._scribe.here()
        if picture.is_decorative or not picture.alt.strip() or not ending:
            self._scribe.guess(
                "picture", "left out: it has no words that replace it",
                Words((), words), 0.5,
            )  # fmt: skip
            return
        name = f"picture-{len(self.pictures) + 1}{ending}"
        self.pictures[name] = picture.data
        alt = " ".join(picture.alt.split())
        self._scribe.passages.append(Picture(name, alt, words))

    def table(self, table: Table) -> None:
        """Write a table; one of a single row or column only lays paragraphs out."""
        widest = max((len(row.cells) for row in table.rows), default=0)
        if widest < 2 or len(table.rows) < 2:
            for row in table.rows:
                for cell in row.cells:
                    for paragraph in cell.paragraphs:
                        self.paragraph(paragraph)
            return
        self._scribe.at(table.place)
        caption, self._caption = self._caption, None
        rows = tuple(self._rows(table))
        headers = sum(row.is_header for row in table.rows)
        is_named = len(rows) > 1 and table.has_first_row
        if any(cell.runs for row in rows for cell in row):
            self._scribe.passages.append(
                Grid(
                    rows,
                    head_rows=headers or int(is_named),
                    caption=caption,
                    has_row_heads=table.has_first_column,
                )
            )

    def _rows(self, table: Table) -> Iterator[tuple[Words, ...]]:
        for row in table.rows:
            yield tuple(
                self._scribe.write(joined(cell.paragraphs, self._names, self._lang))
                or NOTHING
                for cell in row.cells
            )

    def write_notes(self, story: WordStory) -> None:
        """Write the texts of the footnotes and endnotes."""
        for note in story.notes:
            self._scribe.at(note.key)
            words = self._scribe.write(joined(note.paragraphs, self._names, self._lang))
            if words:
                self._scribe.passages.append(Footnote(self._names[note.key], words))
