"""Pages as a value: placed lines, rules, panels and pictures, each with what it shows.

Coordinates are in pt from the page's lower left corner; `y` of a line is its baseline.
The order of `marks` is the order of painting, and within one origin the reading order.
A mark with `artifact` stands outside the reading order; one with `origin` shows the
tree block of that origin. Two renditions may paint the same pages.
"""

from dataclasses import dataclass
from enum import Enum

from pipeline.tree import Picture
from pipeline.typeset.faces import Face
from pipeline.typeset.shape import Shaped


class Artifact(Enum):
    """Why a mark is not in the reading order (ISO 32000-1, 14.8.2.2)."""

    HEADER = "Header"
    FOOTER = "Footer"
    LAYOUT = "Layout"
    REPEAT = "Repeat"
    """A table header drawn again on a later page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one face, colour and inline within a line.

    `words` are shaped texts, spaces included, set one after another from `x`; after
    `words[i]` the pen moves its advance plus `gaps[i]` (pt). A space at a line's end is
    kept for the text layer and its gap takes the pen back: the pen ends with the ink.
    `path` holds the indexes that lead from the leaf's content to the innermost inline
    the text belongs to: `(2,)` is the leaf's third inline, `(2, 0)` the first inline
    inside that one.
    """

    x: float
    face: Face
    size: float
    color: str
    words: tuple[Shaped, ...]
    gaps: tuple[float, ...]
    path: tuple[int, ...] = ()
    rise: float = 0
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: baseline `y`, left edge `x`, `width` as set."""

    x: float
    y: float
    width: float
    height: float
    """The leading: from this baseline up to where the line above ends."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class TextMark:
    """Lines of one leaf on one page, or of one piece of running matter.

    `part` tells an item's label (`label`) from the leaf's own text (`text`); a note's
    own number at the page foot is a `label` too. For labels, `origin` is the item's or
    note's origin.
    """

    lines: tuple[Line, ...]
    origin: str | None = None
    part: str = "text"
    artifact: Artifact | None = None


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight rule; always an artifact."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    color: str
    artifact: Artifact = Artifact.LAYOUT


@dataclass(frozen=True, slots=True)
class PanelMark:
    """A filled rectangle from (x, y), lower left; always an artifact."""

    x: float
    y: float
    width: float
    height: float
    color: str
    artifact: Artifact = Artifact.LAYOUT


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture in a rectangle; `origin` is None when it is decorative."""

    x: float
    y: float
    width: float
    height: float
    picture: Picture
    origin: str | None


@dataclass(frozen=True, slots=True)
class EmblemMark:
    """The neutral emblem: a ring and a star around (x, y), drawn as an artifact."""

    x: float
    y: float
    radius: float
    color: str


Mark = TextMark | RuleMark | PanelMark | PictureMark | EmblemMark


@dataclass(frozen=True, slots=True)
class Page:
    """One page, marks in painting order."""

    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a heading stands: page index and the y to show at the window's top."""

    page: int
    y: float


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a document at one paper size (pt)."""

    width: float
    height: float
    pages: tuple[Page, ...]
    destinations: dict[str, Destination]
    """By the heading's origin."""
