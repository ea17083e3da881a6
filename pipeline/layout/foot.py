"""The foot of a page: notes stand where they are called, and part only if they must."""

from collections.abc import Mapping

from pipeline.layout.plan import Placed
from pipeline.layout.strips import Strip

# Above and below the short rule over the notes.
RULE_SPACE, RULE_GAP = 10.0, 6.0
# A note of more lines than this may be parted; so many lines stay with their call.
LONGEST_WHOLE_NOTE, LEAST_PART = 6, 2
# How much of a page may go to notes carried over from the page before.
CARRIED_SHARE = 0.6

Notes = Mapping[str, tuple[Strip, ...]]
"""The lines of each footnote, by id."""

FootState = tuple[int, int, float, tuple[Strip, ...]]
"""What `Foot.restore` needs."""


class Foot:
    """The notes of one page, growing upwards as they are called."""

    __slots__ = ("_called", "_earlier", "_lines", "_notes", "carried", "height")

    def __init__(self, notes: Notes, earlier: set[str]) -> None:
        """Start a page; `earlier` holds the notes that stand on pages before."""
        self._notes, self._earlier = notes, earlier
        self._called: list[str] = []
        self._lines: list[Strip] = []
        self.height = 0.0
        self.carried: tuple[Strip, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the page has no note so far."""
        return not self._lines

    def carry(self, lines: tuple[Strip, ...], page_height: float) -> None:
        """Start with the rest of a note from the page before."""
        if lines:
            self._add(lines, page_height * CARRIED_SHARE)

    def call(self, ids: tuple[str, ...], room: float, forced: bool = False) -> bool:
        """Set notes called for the first time in `room` pt; say whether they fit."""
        for name in ids:
            lines = self._notes.get(name, ())
            if not lines or name in self._called or name in self._earlier:
                continue
            free = room - self.height - (0 if self._lines else RULE_SPACE + RULE_GAP)
            if not forced and not self._has_room(lines, free):
                return False
            self._called.append(name)
            if self.carried:
                self.carried += lines
            else:
                self._add(lines, free)
            if not self.call(_calls(lines), room, forced):
                return False
        return True

    def _has_room(self, lines: tuple[Strip, ...], free: float) -> bool:
        if self.carried:
            return False
        parts = len(lines) > LONGEST_WHOLE_NOTE
        needed = lines[:LEAST_PART] if parts else lines
        return sum(line.height + line.before for line in needed) <= free

    def _add(self, lines: tuple[Strip, ...], free: float) -> None:
        count = _fitting(lines, free)
        self.carried = lines[count:]
        for line in lines[:count]:
            self.height += line.before if self._lines else RULE_SPACE + RULE_GAP
            self._lines.append(line)
            self.height += line.height

    def placed(self, bottom: float) -> list[Placed]:
        """Return the notes standing on depth `bottom`, and remember them as set."""
        self._earlier.update(self._called)
        depth = bottom - self.height + RULE_SPACE + RULE_GAP
        out = []
        for index, line in enumerate(self._lines):
            depth += line.before if index else 0
            out.append(Placed(line, depth))
            depth += line.height
        return out

    def state(self) -> FootState:
        """Return what `restore` needs to take back later calls."""
        return len(self._called), len(self._lines), self.height, self.carried

    def restore(self, state: FootState) -> None:
        """Take back what was called since `state`."""
        called, lines, self.height, self.carried = state
        del self._called[called:]
        del self._lines[lines:]


def _fitting(lines: tuple[Strip, ...], room: float) -> int:
    """Return how many of `lines` fit into `room`, at least one, and may part so."""
    count, used = 0, 0.0
    for line in lines:
        used += line.height + line.before
        if count and used > room:
            break
        count += 1
    while 1 < count < len(lines) and lines[count - 1].keeps:
        count -= 1
    return count


def _calls(lines: tuple[Strip, ...]) -> tuple[str, ...]:
    return tuple(name for line in lines for name in line.notes)
