"""The bulletin tree: what a document says, in reading order.

Renderers are spellings of this tree. It holds no fonts, colours, points or pages, and
every block names the place in the model it came from (`origin`). Blocks and inlines are
different types; the unions below are closed, so `match` over them is checked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Role(Enum):
    """What a block is for: the hook for its style, its PDF tag and its Word style."""

    TITLE = "title"
    AGENCY = "agency"
    BUREAU = "bureau"
    KIND = "kind"
    DATE = "date"
    NUMBER = "number"
    STANDFIRST = "standfirst"
    SECTION = "section"
    HEADING = "heading"
    SUBHEADING = "subheading"
    BODY = "body"
    LIST = "list"
    LIST_TEXT = "list-text"
    RESOURCES = "resources"
    RESOURCE_TEXT = "resource-text"
    TABLE = "table"
    TABLE_CAPTION = "table-caption"
    TABLE_HEAD = "table-head"
    TABLE_TEXT = "table-text"
    TABLE_NOTE = "table-note"
    FIGURE = "figure"
    FIGURE_CAPTION = "figure-caption"
    CALLOUT = "callout"
    CALLOUT_TITLE = "callout-title"
    CALLOUT_TEXT = "callout-text"
    QUOTE = "quote"
    QUOTE_TEXT = "quote-text"
    ATTRIBUTION = "attribution"
    KEY_FACTS = "key-facts"
    KEY_FACTS_TITLE = "key-facts-title"
    FACT_LABEL = "fact-label"
    FACT_VALUE = "fact-value"
    TIMELINE = "timeline"
    DIRECTORY = "directory"
    TERM = "term"
    DETAIL = "detail"
    CONTACTS = "contacts"
    CONTACT = "contact"
    CONTACT_NAME = "contact-name"
    CONTACT_LINE = "contact-line"
    NOTE = "note"
    COLOPHON = "colophon"
    COLOPHON_TEXT = "colophon-text"


class Align(Enum):
    """How cells of a column are set."""

    START = "start"
    CENTER = "center"
    END = "end"


# Inlines


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `target`: an address, or `#` and a heading's anchor."""

    content: "tuple[Inline, ...]"
    target: str


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation and the words it stands for, which are not printed."""

    text: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in the language `lang` (BCP 47)."""

    lang: str
    content: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The call to the note `note`; prints `label`."""

    note: str
    label: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line end."""


Inline = (
    Text | Strong | Emphasis | Link | Abbreviation | Foreign | NoteReference | LineBreak
)
Content = tuple[Inline, ...]


# Blocks


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 for the title, 2 or 3 below; links call it `anchor`."""

    role: Role
    level: int
    content: Content
    anchor: str
    origin: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    role: Role
    content: Content
    origin: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item: its label as printed (`•` or `3.`) and its blocks, text first."""

    label: str
    blocks: "tuple[Paragraph | List, ...]"
    origin: str


@dataclass(frozen=True, slots=True)
class List:
    """A list; `start` numbers an ordered one, `level` counts nesting from 1."""

    role: Role
    ordered: bool
    start: int
    level: int
    items: tuple[ListItem, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `scope` is set on headers: `column` or `row`."""

    text: Paragraph
    scope: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of equal rows; the header row repeats on each page as an artifact."""

    caption: Paragraph | None
    aligns: tuple[Align, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Paragraph, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An upright sRGB or grey picture without metadata, as PNG or JPEG bytes."""

    data: bytes
    media_type: str
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture; `alt` is None when it is decorative."""

    picture: Picture
    alt: str | None
    caption: Paragraph | None
    origin: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what is said of it."""

    term: Paragraph
    details: tuple[Paragraph, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms with details: key facts, a timeline, memberships, officials."""

    role: Role
    items: tuple[Definition, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together: a section, key facts, a callout, the colophon."""

    role: Role
    blocks: "tuple[Block, ...]"
    origin: str


Block = Heading | Paragraph | List | Table | Figure | Definitions | Group


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: `id` is what references name, `label` what they print."""

    id: str
    label: str
    text: Paragraph


@dataclass(frozen=True, slots=True)
class Meta:
    """What catalogues and running matter need; all of it also in the model."""

    id: str
    title: str
    agency: str
    bureau: str | None
    kind: str
    issued: date
    issued_text: str
    lang: str
    summary: str
    keywords: tuple[str, ...]
    edition: int
    number: str | None
    rights: str | None
    supersedes: str | None


@dataclass(frozen=True, slots=True)
class RunningMatter:
    """Words outside the reading order: artifacts in PDF, header and footer in Word."""

    head_start: str
    head_end: str
    foot_start: str
    page_label: str
    """`Page {page} of {pages}` in the document's language."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: blocks in reading order, notes by their references' order."""

    meta: Meta
    running: RunningMatter
    emblem: Picture | None
    emblem_alt: str | None
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


# Reading the tree

Leaf = Heading | Paragraph


def leaves(blocks: Iterable[Block]) -> Iterator[Leaf]:
    """Yield headings and paragraphs in reading order; list labels are not leaves."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block
            case Group():
                yield from leaves(block.blocks)
            case List():
                for item in block.items:
                    yield from leaves(item.blocks)
            case Table():
                yield from _table_leaves(block)
            case Figure():
                if block.caption:
                    yield block.caption
            case Definitions():
                for definition in block.items:
                    yield definition.term
                    yield from definition.details


def _table_leaves(table: Table) -> Iterator[Leaf]:
    if table.caption:
        yield table.caption
    for row in (table.header, *table.rows):
        for cell in row:
            yield cell.text
    yield from table.notes


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, outer before inner, in reading order."""
    for block in blocks:
        yield block
        match block:
            case Group():
                yield from walk(block.blocks)
            case List():
                for item in block.items:
                    yield from walk(item.blocks)
            case _:
                pass


def inlines(content: Content) -> Iterator[Inline]:
    """Yield every inline, outer before inner, in reading order."""
    for inline in content:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link | Foreign):
            yield from inlines(inline.content)


def plain_text(content: Content) -> str:
    """Return the words of `content` as printed; a line break reads as a space."""
    parts = []
    for inline in inlines(content):
        match inline:
            case Text() | Abbreviation():
                parts.append(inline.text)
            case NoteReference():
                parts.append(inline.label)
            case LineBreak():
                parts.append(" ")
            case _:
                pass
    return "".join(parts)
