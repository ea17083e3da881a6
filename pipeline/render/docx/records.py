"""What a style of the Word file is: values, before they become markup."""

from dataclasses import dataclass
from enum import Enum

from pipeline.styles import TextStyle


class Side(Enum):
    """Where a border stands, in the order of CT_PBdr (ECMA-376 Part 1, 17.3.1.24)."""

    TOP = "top"
    LEFT = "left"
    BOTTOM = "bottom"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Line:
    """A border: its colour, its width and its distance from the text, in pt.

    Word keeps at most 6 pt of width and 31 pt of distance.
    """

    side: Side
    color: str
    width: float
    space: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where paragraphs stand between the margins, and what is drawn around them.

    Neighbours with equal lines and indents share one box.
    """

    left: float = 0
    right: float = 0
    lines: tuple[Line, ...] = ()
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Numbering:
    """The list that a style belongs to: `w:numId` and level from 0."""

    number: int
    level: int


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style; lengths in pt. White space stands above rather than below.

    Between two paragraphs Word takes the larger of the two spaces; a table has none, so
    whatever follows it brings its own.
    """

    name: str
    text: TextStyle
    frame: Frame = Frame()
    before: float = 0
    after: float = 0
    hanging: float = 0
    numbering: Numbering | None = None
    outline: int | None = None
    """Heading level from 0, ECMA-376 Part 1, 17.3.1.20."""
    right_tab: float | None = None
    based_on: str = "Normal"
    following: str | None = None
    is_shown: bool = True
    """Whether it stands in Word's gallery: an editor may choose it."""


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A character style: what it changes of the paragraph's text."""

    name: str
    bold: bool = False
    italic: bool = False
    color: str | None = None
    underlined: bool = False
    raised: bool = False
