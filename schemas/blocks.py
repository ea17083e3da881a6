"""What may stand in the body of a fact sheet, block by block."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from schemas.richtext import RichText
from schemas.values import (
    Alignment,
    Count,
    Day,
    Email,
    EventDate,
    Flag,
    Line,
    Model,
    Name,
    WebAddress,
)

MAX_COLUMNS, MAX_ROWS = 30, 20_000


class Paragraph(Model):
    """A paragraph."""

    kind: Literal["paragraph"] = "paragraph"
    text: RichText


Prose = Annotated["Paragraph | BulletList | NumberedList", Field(discriminator="kind")]
"""What may stand inside a list item or a callout."""


class ListItem(Model):
    """One item: its text, then any further paragraphs or nested lists."""

    text: RichText
    blocks: tuple[Prose, ...] = ()


class BulletList(Model):
    """Items in no particular order."""

    kind: Literal["bullets"] = "bullets"
    items: Annotated[tuple[ListItem, ...], Field(min_length=1)]


class NumberedList(Model):
    """Items counted from `start`."""

    kind: Literal["numbers"] = "numbers"
    start: Count = 1
    items: Annotated[tuple[ListItem, ...], Field(min_length=1)]


class Cell(Model):
    """A table cell; `text` is None where there is nothing to say."""

    text: RichText | None = None


class Table(Model):
    """A table: one header row, rows of equal length, nothing merged."""

    kind: Literal["table"] = "table"
    caption: RichText | None = None
    header: Annotated[tuple[Cell, ...], Field(min_length=1, max_length=MAX_COLUMNS)]
    alignments: tuple[Annotated[Alignment, Field(strict=False)], ...] = ()
    """One per column; empty means all at the start."""
    rows: Annotated[
        tuple[tuple[Cell, ...], ...], Field(min_length=1, max_length=MAX_ROWS)
    ]
    row_headers: Flag = False
    """Whether the first cell of each row names the row."""
    notes: tuple[RichText, ...] = ()

    @model_validator(mode="after")
    def _names_columns(self) -> Self:
        # Whoever hears a table hears the name of its column before a cell.
        if not any(cell.text for cell in self.header):
            raise PydanticCustomError(
                "table-header", "no column of this table has a name"
            )
        return self

    @model_validator(mode="after")
    def _even_rows(self) -> Self:
        width = len(self.header)
        for number, row in enumerate(self.rows, start=1):
            if len(row) != width:
                raise PydanticCustomError(
                    "table-cells",
                    "row {row} has {found}, the header has {wanted}",
                    {
                        "row": number,
                        "found": _cells(row),
                        "wanted": _cells(self.header),
                    },
                )
        if self.alignments and len(self.alignments) != width:
            raise PydanticCustomError(
                "table-cells",
                "{found} alignments are given for {wanted} columns",
                {"found": len(self.alignments), "wanted": width},
            )
        return self


def _cells(row: tuple[Cell, ...]) -> str:
    return "1 cell" if len(row) == 1 else f"{len(row)} cells"


class Figure(Model):
    """A picture with words that replace it, or one explicitly marked decorative."""

    kind: Literal["figure"] = "figure"
    image: Annotated[str, Field(min_length=1, max_length=200)]
    """File name of the picture, beside or below the source."""
    alt: Line | None = None
    """What the picture says, for those who cannot see it."""
    decorative: Flag = False
    caption: RichText | None = None

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if self.decorative == (self.alt is not None):
            raise PydanticCustomError(
                "alt-text",
                "a figure needs either alt text or `decorative: yes`, and not both",
            )
        if self.alt is not None and _is_file_name(self.alt):
            raise PydanticCustomError(
                "alt-text",
                "`{value}` is a file name, not a description of the picture",
                {"value": self.alt},
            )
        return self


def _is_file_name(text: str) -> bool:
    stem, dot, ending = text.rpartition(".")
    return bool(stem and dot) and " " not in text and 2 <= len(ending) <= 4


class Callout(Model):
    """Words set apart from the text, with an optional title."""

    kind: Literal["callout"] = "callout"
    title: RichText | None = None
    blocks: Annotated[
        tuple[Paragraph | BulletList | NumberedList, ...], Field(min_length=1)
    ]


class Quote(Model):
    """Words of somebody else, and who said them."""

    kind: Literal["quote"] = "quote"
    paragraphs: Annotated[tuple[RichText, ...], Field(min_length=1)]
    attribution: RichText | None = None


class Event(Model):
    """Something that happened: `label` prints the date, else `date` does."""

    date: EventDate
    label: Line | None = None
    text: RichText


class Timeline(Model):
    """Dated events in the order given."""

    kind: Literal["timeline"] = "timeline"
    events: Annotated[tuple[Event, ...], Field(min_length=1)]


class Membership(Model):
    """An organization and since when; `member: no` states that it is not a member."""

    organization: Line
    since: EventDate | None = None
    member: Flag = True


class Memberships(Model):
    """Organizations somebody belongs to."""

    kind: Literal["memberships"] = "memberships"
    memberships: Annotated[tuple[Membership, ...], Field(min_length=1)]


class Official(Model):
    """A person and the office held."""

    name: Line
    office: Line


class Officials(Model):
    """Who held which office on the day `as_of`: such facts expire."""

    kind: Literal["officials"] = "officials"
    as_of: Day
    officials: Annotated[tuple[Official, ...], Field(min_length=1)]


class Mission(Model):
    """An embassy, consulate or office, its address line by line, how to reach it."""

    name: Line
    address: tuple[Line, ...] = ()
    phone: Line | None = None
    email: Email | None = None
    web: WebAddress | None = None


class Missions(Model):
    """Contacts, set beside the text where they stand."""

    kind: Literal["missions"] = "missions"
    missions: Annotated[tuple[Mission, ...], Field(min_length=1)]


class Resource(Model):
    """One place to read more: usually a link, with words around it."""

    text: RichText


class Resources(Model):
    """Further reading: an introduction and a list."""

    kind: Literal["resources"] = "resources"
    intro: RichText | None = None
    items: Annotated[tuple[Resource, ...], Field(min_length=1)]


Block = Annotated[
    Paragraph
    | BulletList
    | NumberedList
    | Table
    | Figure
    | Callout
    | Quote
    | Timeline
    | Memberships
    | Officials
    | Missions
    | Resources,
    Field(discriminator="kind"),
]


class Section(Model):
    """Blocks under a heading (or none), then subsections one level down."""

    heading: RichText | None = None
    name: Name | None = None
    """What links call this heading (`#name`); made from its words when absent."""
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.heading is None and self.sections:
            raise PydanticCustomError(
                "heading", "subsections need a heading above them"
            )
        if not self.blocks and not self.sections:
            raise PydanticCustomError(
                "empty-section", "there is nothing under this heading"
            )
        if any(inner.heading is None for inner in self.sections):
            raise PydanticCustomError("heading", "a subsection needs a heading")
        if any(inner.sections for inner in self.sections):
            raise PydanticCustomError(
                "heading-level", "headings go two levels deep (`##` and `###`)"
            )
        return self
