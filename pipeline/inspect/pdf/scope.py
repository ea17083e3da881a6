"""Where a content stream stands and in what state it draws."""

from dataclasses import dataclass
from typing import Protocol

from pipeline.inspect.pdf.drawn import Drawn, Mark
from pipeline.inspect.pdf.tree import Tree
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    is_keyed,
    name,
    number,
    whole,
)

BLACK: Value = "DeviceGray"


@dataclass(slots=True)
class State:
    """The graphics state, as far as rules ask for it."""

    font: int | None = None
    mode: int = 0
    fill: Value = BLACK
    stroke: Value = BLACK
    fill_overprints: bool = False
    stroke_overprints: bool = False
    overprint_mode: int = 0


@dataclass(slots=True)
class Scope:
    """One content stream: where it stands and what it can name."""

    page: int
    resources: Value
    parents: int | None
    """StructParents of the stream, under which its MCIDs are found."""
    outer: Mark | None
    depth: int
    has_content: bool
    """Whether it counts as content of the page; an appearance does not."""
    owner: Value = None
    around: Value = None
    """The resources of the stream that shows this one."""


class Follower(Protocol):
    """Who follows the streams that a stream shows, and notes colours."""

    tree: Tree
    drawn: Drawn
    count: int
    """How many operators were met so far."""
    known: dict[tuple[int, str], int | None]
    """Fonts by the number of the resources and their name there."""

    def form(self, form: Value, scope: Scope, state: State, mark: Mark | None) -> None:
        """Follow a form, a pattern, an appearance or a glyph of a Type 3 font."""

    def font(self, font: Value, scope: Scope) -> int | None:
        """Note a font that is chosen; return what it goes by."""

    def color(self, space: Value, scope: Scope, mode: int = 0) -> None:
        """Note a colour space that is painted with."""


def overprint(state: State, given: Value) -> None:
    """Take the overprint parameters over from an ExtGState; ISO 32000-1, 8.6.7."""
    strokes, fills = entry(given, "/OP"), entry(given, "/op")
    if isinstance(strokes, bool):
        state.stroke_overprints = strokes
        state.fill_overprints = strokes
    if isinstance(fills, bool):
        state.fill_overprints = fills
    mode = whole(entry(given, "/OPM"))
    if mode is not None:
        state.overprint_mode = mode


def is_transparent(given: Value) -> bool:
    """Whether an ExtGState makes what is drawn transparent."""
    mode = entry(given, "/BM")
    modes = {name(each) for each in elements(mode)} - {"Normal", "Compatible"}
    alphas = [number(entry(given, key)) for key in ("/ca", "/CA")]
    is_masked = is_keyed(entry(given, "/SMask"))
    return (
        bool(modes)
        or is_masked
        or any(alpha is not None and alpha < 1 for alpha in alphas)
    )
