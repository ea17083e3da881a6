"""Strips to pages: how much goes on each, and what stands beside and below it.

One greedy pass; where a page overflows, the last allowed break is looked up backwards:
time grows with the text and not faster. Depths run down from the top of the page.
"""

from typing import NamedTuple

from pipeline.layout.foot import Foot, FootState, Notes
from pipeline.layout.geometry import Geometry
from pipeline.layout.plan import PagePlan, Placed, SectionRule
from pipeline.layout.side import Side, SideState
from pipeline.layout.strips import Opening, Panel, Strip, last_break
from schemas.theme import Spacing

# A section waits this long for the narrow column to end above it; where that takes
# longer, its heading stands above its text instead.
LONGEST_WAIT = 30.0
# Between such a heading and its text.
INLINE_HEADING_GAP = 3.5


def fill(
    strips: list[Strip], plan: Geometry, start: float, spacing: Spacing, notes: Notes
) -> list[PagePlan]:
    """Return pages filled with `strips`; text starts at depth `start` on the first."""
    pages: list[PagePlan] = []
    set_notes: set[str] = set()
    carried: tuple[Strip, ...] = ()
    groups: list[tuple[Strip, ...]] = []
    index = 0
    while index < len(strips) or carried or groups or not pages:
        top = plan.top if pages else start
        page = _Page(plan, top, spacing, Foot(notes, set_notes))
        page.foot.carry(carried, plan.bottom - top)
        page.resume(groups)
        index = page.take(strips, index)
        carried, groups = page.foot.carried, page.side.left
        pages.append(page.finish())
    return pages


class _Page:
    """One page while it is being filled."""

    __slots__ = (
        "_main", "_panel", "_plan", "_rules", "_spacing", "_top", "_y", "foot", "side",
    )  # fmt: skip

    def __init__(
        self, plan: Geometry, top: float, spacing: Spacing, foot: Foot
    ) -> None:
        self._plan, self._top, self._spacing = plan, top, spacing
        self._y = top
        self._panel: Panel | None = None
        self._main: list[Placed] = []
        self._rules: list[SectionRule] = []
        self.foot = foot
        self.side = Side(top, plan.bottom)

    def resume(self, groups: list[tuple[Strip, ...]]) -> None:
        """Hang what the page before had no room for."""
        for group in groups:
            self.side.hang(group, self._top)
        self.foot.call(_calls(self.side.placed), self._plan.bottom - self._top, True)

    def take(self, strips: list[Strip], first: int) -> int:
        """Place strips from `first`; return the first that is the next page's."""
        is_empty = self.foot.is_empty and not self.side.placed
        states = []
        index = first
        while index < len(strips):
            states.append(self._state())
            if not self._place(strips[index]):
                break
            index += 1
        else:
            return index
        stop = last_break(strips, first, index)
        if stop == first and is_empty:
            stop = index
        self._restore(states[stop - first])
        if stop > first or not is_empty:
            return stop
        # No page can hold this strip: it overflows rather than being lost.
        self._place(strips[first], forced=True)
        return first + 1

    def finish(self) -> PagePlan:
        """Return the page as filled, notes at its foot."""
        notes = self.foot.placed(self._plan.bottom)
        return PagePlan(self._main, self.side.placed, self._rules, notes)

    def _place(self, strip: Strip, forced: bool = False) -> bool:
        """Add `strip` and all that comes with it; say whether the page holds it."""
        main, hung, fits = len(self._main), len(self.side.placed), True
        top = self._above(strip)
        if strip.opening is not None:
            top, fits = self._open(strip.opening, strip, top)
        elif not self._main:
            top = self._repeat(strip, top)
        if strip.panel is not None and strip.panel is not self._panel:
            top += strip.panel.pad_top
        if strip.is_wide:
            top = max(top, self.side.free)
        self._main.append(Placed(strip, top))
        self._y, self._panel = top + strip.height, strip.panel
        if strip.is_wide:
            self.side.block(self._y)
        for group in strip.beside:
            self.side.hang(group, _level(strip, top, group))
        # Headings and key facts are read before the text that they stand beside.
        names = _calls(self.side.placed[hung:] + self._main[main:])
        return fits and self._holds(names, forced)

    def _above(self, strip: Strip) -> float:
        """Return where `strip` starts below what is there."""
        top = self._y
        if self._y > self._top and strip.opening is None:
            top += strip.before
        if self._panel is not None and strip.panel is not self._panel:
            top += self._panel.pad_bottom
        return top

    def _repeat(self, strip: Strip, top: float) -> float:
        for header in strip.repeats:
            self._main.append(Placed(header, top, is_repeat=True))
            top += header.height
        return top

    def _holds(self, names: tuple[str, ...], forced: bool) -> bool:
        bottom = self._y + (self._panel.pad_bottom if self._panel else 0)
        if not self.foot.call(names, self._plan.bottom - bottom, forced):
            return False
        return bottom <= self._plan.bottom - self.foot.height + 0.01

    def _open(self, opening: Opening, strip: Strip, top: float) -> tuple[float, bool]:
        """Start a section: return where its text starts, and if the heading fits."""
        is_whole = True
        if self._y > self._top:
            top += self._spacing.section
            wait = self.side.free - top if self.side.placed else 0.0
            longest = wait if strip.is_wide else LONGEST_WAIT
            if 0 < wait <= longest and not self.side.left:
                top, wait = top + wait, 0.0
            is_whole = wait <= 0
            self._rules.append(SectionRule(top, is_whole))
            top += self._spacing.rule
        for group in opening.ahead:
            self.side.hang(group, _level(strip, top, group))
        if not opening.hung:
            return top, True
        if not is_whole or self.side.depth > top or self.side.left:
            for line in opening.inline:
                self._main.append(Placed(line, top))
                top += line.height
            return top + INLINE_HEADING_GAP, True
        return top, self.side.hang_heading(
            opening.hung, _level(strip, top, opening.hung)
        )

    def _state(self) -> "_State":
        return _State(
            self._y, self._panel, len(self._main), len(self._rules),
            self.foot.state(), self.side.state(),
        )  # fmt: skip

    def _restore(self, state: "_State") -> None:
        self._y, self._panel = state.y, state.panel
        del self._main[state.main :]
        del self._rules[state.rules :]
        self.foot.restore(state.foot)
        self.side.restore(state.side)


class _State(NamedTuple):
    """A page before a strip was placed, to come back to."""

    y: float
    panel: Panel | None
    main: int
    rules: int
    foot: FootState
    side: SideState


def _calls(placed: list[Placed]) -> tuple[str, ...]:
    return tuple(name for each in placed for name in each.strip.notes)


def _level(strip: Strip, top: float, group: tuple[Strip, ...]) -> float:
    """Return where `group` starts to stand level with `strip`, whose top is `top`."""
    first = group[0]
    if first.panel is not None or first.baseline is None or strip.baseline is None:
        return top
    return top + strip.baseline - first.baseline
