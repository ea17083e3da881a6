"""Blocks: each with its role and with the place in the model it came from."""

from dataclasses import dataclass

from pipeline.tree.inline import Content
from pipeline.tree.roles import Align, Role


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
