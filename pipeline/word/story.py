"""What a Word file says, as immutable values: blocks, notes, changes, comments.

Nothing here knows fact sheets. `pull` holds these values against a sheet; the importer
of Word files makes a sheet of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pipeline.diagnostics import Diagnostic


class View(Enum):
    """How text under tracked changes is read."""

    ACCEPTED = "accepted"
    """With what was inserted, without what was deleted."""
    REJECTED = "rejected"
    """As it stood before."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What holds for words beyond what their paragraph's style says."""

    strong: bool = False
    emphasis: bool = False
    target: str | None = None
    """An address, or `#` and the name of a bookmark."""
    lang: str | None = None
    """None for the language of the document."""
    vertical: str | None = None
    """`superscript` or `subscript`."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text; a line feed in it is a forced line end, a tab is a tab."""

    text: str
    marks: Marks = Marks()


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The call of a footnote or endnote, by its key."""

    note: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; `data` is empty where the file holds none."""

    alt: str
    is_decorative: bool
    data: bytes
    part: str
    """The name of the part that holds it, such as `word/media/image1.png`."""


Inline = Words | NoteCall | Picture


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that a paragraph is an item of."""

    number: str
    """The `w:numId` with which the count began: paragraphs that count on share it."""
    level: int
    """From 0."""
    format: str
    """`bullet`, `decimal`, `lowerLetter`…: ECMA-376 Part 1, 17.18.59."""
    count: int
    """What the item is numbered, bullets too."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with everything that tells what it is."""

    styles: tuple[str, ...]
    """Name of its style in lower case, then those that it is based on."""
    inlines: tuple[Inline, ...]
    place: str
    """In words, such as `paragraph 12` or `table 1, row 2, cell 3`."""
    outline: int | None = None
    """Heading level from 1, by its style or its own."""
    listed: Listed | None = None
    para_id: str | None = None
    bookmarks: tuple[str, ...] = ()
    alignment: str | None = None
    """`center`, `right`, `both`… where the paragraph says so itself."""

    @property
    def style(self) -> str:
        """The name of its style in lower case."""
        return self.styles[0] if self.styles else ""

    @property
    def text(self) -> str:
        """Its words, without calls of notes."""
        return "".join(each.text for each in self.inlines if isinstance(each, Words))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures that stand in it."""
        return tuple(each for each in self.inlines if isinstance(each, Picture))


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; nested tables are refused, so it holds paragraphs."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """Its words; paragraphs are parted by a line end."""
        return "\n".join(each.text for each in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `is_header` says that it repeats on each page."""

    cells: tuple[Cell, ...]
    is_header: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table."""

    rows: tuple[Row, ...]
    place: str
    has_first_row: bool
    """Whether its look sets the first row apart."""
    has_first_column: bool
    description: str = ""


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote; `key` is what calls name."""

    key: str
    paragraphs: tuple[Paragraph, ...]


class ChangeKind(Enum):
    """What tracking has recorded."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_HERE = "moved here"
    MOVED_AWAY = "moved away"
    FORMATTED = "formatted"


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change that nobody has accepted or rejected yet."""

    kind: ChangeKind
    author: str
    date: str
    """As the file says it, mostly ISO 8601; may be empty."""
    words: str
    """Empty for a paragraph's end and for formatting."""
    place: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin."""

    author: str
    date: str
    words: str
    quoted: str
    """The words it stands beside."""
    is_resolved: bool
    place: str
    para_id: str | None
    """Of the paragraph in which it begins."""
    paragraph: str
    """The text of the paragraph in which it begins."""


@dataclass(frozen=True, slots=True)
class WordStory:
    """All that a Word file says to those who read it."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    changes: tuple[Change, ...]
    comments: tuple[Comment, ...]
    running: tuple[str, ...]
    """The words of heads and feet, each once."""
    findings: tuple[Diagnostic, ...]
    """Errors: what is no paragraph, table or picture, with its place. Notes: what was
    ignored because it says nothing."""
    styles: frozenset[str]
    """Names of all paragraph styles that the file defines, in lower case."""
    lang: str
    """The document's language, as its defaults say; may be empty."""

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the body in reading order, those of tables too."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                for row in block.rows:
                    for cell in row.cells:
                        yield from cell.paragraphs
