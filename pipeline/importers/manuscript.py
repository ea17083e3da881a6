"""A foreign document as read: its text once, and what each stretch of it is.

A reader turns a file into a `Manuscript`; editing turns that into a draft sheet. Each
passage knows the stretch of text that it came from, so that nothing can be lost unseen.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from schemas.richtext import Run


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Characters `start` to before `end` of a manuscript's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Rich text and the stretch that it came from, markers and marks included."""

    runs: tuple[Run, ...]
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the title's, sections have 2, subsections 3 and more."""

    words: Words
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a line that stands alone."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, or a further paragraph of the item before it."""

    words: Words
    depth: int
    """From 1."""
    number: int | None = None
    """What a numbered item is counted as; None for a bullet."""
    is_continued: bool = False
    """Whether this is a further paragraph of the item before."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A paragraph of somebody else's words."""

    words: Words


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells of any length; the first `head_rows` name the columns."""

    rows: tuple[tuple[Words, ...], ...]
    head_rows: int
    caption: Words | None = None
    notes: tuple[Words, ...] = ()
    has_row_heads: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file among the manuscript's pictures, and its words."""

    file: str
    alt: str
    stretch: Stretch
    caption: Words | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of the note that a `NoteRun` of this name calls."""

    name: str
    words: Words


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn across the page: a section ends."""

    stretch: Stretch


Passage = Heading | Paragraph | Item | Quotation | Grid | Picture | Footnote | Rule


class Reason(Enum):
    """Why a stretch of the text does not stand in the sheet as it was."""

    CHROME = "belongs to the page it stood on, not to the sheet"
    SCRIPT = "is program code"
    DUPLICATE = "stands in the sheet already"
    CONTROL = "is invisible and only steers a machine"
    MARKER = "became the structure of a list, a table, a note or a heading"
    REPAIRED = "was damaged by a wrong encoding and is repaired"
    RETOLD = "stands in the sheet in the sheet's own form"
    RUNNING = "is repeated at the head or foot of each page"
    DELETED = "was deleted while changes were tracked"
    COMMENT = "is a remark in the margin"
    UNSUPPORTED = "is something that a sheet cannot hold"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A stretch that is not in the sheet as it was; `instead` is what stands there."""

    stretch: Stretch
    reason: Reason
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """What was concluded, from which words, and how sure that is (0 to 1)."""

    what: str
    """A model path such as `issued`, or a kind of block such as `heading`."""
    value: str
    stretch: Stretch
    confidence: float


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file says of itself outside its text: head, properties, front matter."""

    title: str | None = None
    language: str | None = None
    issued: str | None = None
    """As written there."""
    agency: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """From `start` on, the text stands at `place`, such as `line 12` or `page 2`."""

    start: int
    place: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document as read.

    Every character of `text` but white space lies in the stretch of one passage or of
    one `LeftOut`; a `LeftOut` may lie inside a passage's stretch.
    """

    name: str
    """File name, without folders."""
    text: str
    passages: tuple[Passage, ...]
    left_out: tuple[LeftOut, ...] = ()
    guesses: tuple[Guess, ...] = ()
    hints: Hints = Hints()
    marks: tuple[Mark, ...] = ()
    """By start."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def place(self, offset: int) -> str:
        """Return where the character at `offset` stands, in an author's words."""
        index = bisect_right(self.marks, offset, key=lambda mark: mark.start)
        return self.marks[index - 1].place if index else ""
