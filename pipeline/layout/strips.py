"""Strips: unbreakable slices of a column, the currency between setting and filling.

Depths run down from a strip's top, in pt; x is already the page's. What a page break
may do to a strip stands on the strip: filling knows nothing of tables or lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from pipeline.tree import Picture
from pipeline.typeset.paragraph import SetLine


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """Which node an ink shows, and its number in the reading order."""

    order: int
    origin: str | None
    part: str = "text"
    is_heading: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class TextInk:
    """A line of text: left edge `x`, baseline `depth` below the strip's top."""

    shown: Shown
    x: float
    depth: float
    line: SetLine
    leading: float


@dataclass(frozen=True, slots=True, eq=False)
class RuleInk:
    """A horizontal rule."""

    x1: float
    x2: float
    depth: float
    width: float
    color: str


@dataclass(frozen=True, slots=True, eq=False)
class PanelInk:
    """A filled rectangle whose top is `depth` below the strip's top."""

    x: float
    depth: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True, eq=False)
class PictureInk:
    """A picture; `shown.origin` is None when it is decorative."""

    shown: Shown
    x: float
    depth: float
    width: float
    height: float
    picture: Picture


Ink = TextInk | RuleInk | PanelInk | PictureInk


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """What is drawn behind and around strips that follow each other on a page.

    Rules are (width, colour): `head` above, `foot` below, `side` at the left.
    """

    x: float
    width: float
    pad_top: float
    pad_bottom: float
    tint: str | None = None
    head: tuple[float, str] | None = None
    foot: tuple[float, str] | None = None
    side: tuple[float, str] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """The start of a section: its heading set for either column, none if empty.

    `ahead` stands in the narrow column before the heading in the reading order.
    """

    hung: "tuple[Strip, ...]" = ()
    inline: "tuple[Strip, ...]" = ()
    ahead: "tuple[tuple[Strip, ...], ...]" = ()


class Keep(IntEnum):
    """How a strip holds on to the next: where a page would rather not end, or never."""

    NOT = 0
    LOOSELY = 1
    """Parts of one whole: rows of a short table, items of a callout."""
    FIRMLY = 2
    """What would read wrong apart: a caption and its table, two lines of a text."""


@dataclass(slots=True, eq=False)
class Strip:
    """A slice `height` pt high; unless it `keeps`, a page may end below it."""

    height: float
    inks: tuple[Ink, ...]
    before: float = 0
    """Space above; dropped at the top of a page."""
    keeps: Keep = Keep.NOT
    baseline: float | None = None
    """Depth of the first baseline, to which hung text aligns."""
    panel: Panel | None = None
    notes: tuple[str, ...] = ()
    """Footnotes called here, by id."""
    opening: Opening | None = None
    beside: "tuple[tuple[Strip, ...], ...]" = ()
    """What stands in the narrow column beside this strip, group by group."""
    repeats: "tuple[Strip, ...]" = ()
    """Table header to draw again when a page starts with this strip."""
    is_wide: bool = False
    """Whether it takes the narrow column's room too."""

    def keep(self, how: Keep) -> None:
        """Hold on to the next strip at least so firmly."""
        self.keeps = max(self.keeps, how)


def last_break(strips: Sequence[Strip], first: int, end: int) -> int:
    """Return the last place from `first` to `end` where `strips` part best.

    That is `first` where each holds firmly on to the next.
    """
    for hold in (Keep.NOT, Keep.LOOSELY):
        for stop in range(end, first, -1):
            if strips[stop - 1].keeps <= hold:
                return stop
    return first


class Flow:
    """Collects the strips of one column and the white space between them."""

    __slots__ = ("_space", "strips")

    def __init__(self) -> None:
        self.strips: list[Strip] = []
        self._space = 0.0

    @property
    def asked(self) -> float:
        """The space asked for that no strip has followed yet."""
        return self._space

    def space(self, height: float) -> None:
        """Ask for `height` pt above the next strip; the larger of two wishes counts."""
        self._space = max(self._space, height)

    def forgo(self) -> None:
        """Take back the space asked for: what follows brings its own."""
        self._space = 0.0

    def add(self, strip: Strip) -> None:
        """Append `strip` below the space asked for."""
        strip.before = max(strip.before, self._space)
        self._space = 0.0
        self.strips.append(strip)

    def extend(self, strips: "list[Strip] | tuple[Strip, ...]") -> None:
        """Append `strips` in order."""
        for strip in strips:
            self.add(strip)


def stacked(strips: "tuple[Strip, ...] | list[Strip]") -> float:
    """Return the height of strips set one below the other, panel padding included."""
    height, panel = 0.0, None
    for index, strip in enumerate(strips):
        if strip.panel is not panel:
            height += (panel.pad_bottom if panel else 0) + (
                strip.panel.pad_top if strip.panel else 0
            )
            panel = strip.panel
        height += strip.height + (strip.before if index else 0)
    return height + (panel.pad_bottom if panel else 0)


def moved(ink: Ink, depth: float) -> Ink:
    """Return `ink` moved down by `depth` pt."""
    return replace(ink, depth=ink.depth + depth)
