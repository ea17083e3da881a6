"""The narrow column of one page: headings hang in it, groups stand in it."""

from pipeline.layout.plan import Placed
from pipeline.layout.strips import Panel, Strip, last_break, stacked

# Things in the narrow column stand this far apart.
GAP = 12.0

Group = tuple[Strip, ...]
SideState = tuple[float, float, int, int]
"""What `Side.restore` needs."""


class Side:
    """What stands in the narrow column, and what the next page must take."""

    __slots__ = ("_bottom", "depth", "free", "left", "placed", "top")

    def __init__(self, top: float, bottom: float) -> None:
        self.top, self._bottom = top, bottom
        self.depth = top
        """Where what stands here ends."""
        self.free = top
        """Where the next thing may start."""
        self.placed: list[Placed] = []
        self.left: list[Group] = []
        """Groups that wait for the next page."""

    def hang_heading(self, lines: Group, depth: float) -> bool:
        """Set a heading at `depth`; say whether the page has room for it."""
        for line in lines:
            self.placed.append(Placed(line, depth))
            depth += line.height
        self._end(depth)
        return depth <= self._bottom

    def hang(self, group: Group, wanted: float) -> None:
        """Set `group` at depth `wanted` or as near as the column allows.

        It rises where the page ends, and parts where even that is not enough.
        """
        if self.left:
            self.left.append(group)
            return
        depth = max(self.free, min(wanted, self._bottom - stacked(group)))
        start, panel = len(self.placed), None
        ends = [self.depth]
        for index, strip in enumerate(group):
            depth += (strip.before if index else 0) + _padding(panel, strip.panel)
            panel = strip.panel
            end = depth + strip.height + (panel.pad_bottom if panel else 0)
            if end > self._bottom + 0.01:
                self._part(group, index, start, ends)
                return
            self.placed.append(Placed(strip, depth))
            depth += strip.height
            ends.append(end)
        self._end(ends[-1])

    def _part(self, group: Group, index: int, start: int, ends: list[float]) -> None:
        stop = last_break(group, 0, index)
        if not stop and start == 0 and self.depth == self.top:
            stop = max(index, 1)
            if not index:
                self.placed.append(Placed(group[0], self.top))
                ends.append(self._bottom)
        del self.placed[start + stop :]
        if stop:
            self._end(ends[stop])
        if group[stop:]:
            self.left.append(group[stop:])

    def block(self, depth: float) -> None:
        """Give the column to what is set over both, down to `depth`."""
        self.depth = self.free = depth

    def _end(self, depth: float) -> None:
        self.depth, self.free = depth, depth + GAP

    def state(self) -> SideState:
        """Return what `restore` needs."""
        return self.depth, self.free, len(self.placed), len(self.left)

    def restore(self, state: SideState) -> None:
        """Take back what was hung since `state`."""
        self.depth, self.free, placed, left = state
        del self.placed[placed:]
        del self.left[left:]


def _padding(before: Panel | None, panel: Panel | None) -> float:
    if panel is before:
        return 0.0
    return (before.pad_bottom if before else 0) + (panel.pad_top if panel else 0)
