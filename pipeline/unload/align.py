"""Which part of a sheet became which: equal ones first, then those most alike."""

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher

Likeness = Callable[[int, int], float]
"""How much an old part is like a new one, from 0 (not at all) to 1."""

# Pairs compared at most; beyond it parts pair in their order.
_MOST = 2_500
_LEAST = 0.3


def aligned(
    old: Sequence[Hashable], new: Sequence[Hashable], likeness: Likeness
) -> list[int | None]:
    """Return for every new part the index of the old one that it was, in order."""
    top, end = _same_ends(old, new)
    found: list[int | None] = list(range(top))
    middle = old[top : len(old) - end], new[top : len(new) - end]
    matcher = SequenceMatcher(None, *middle, autojunk=False)
    for kind, was, past_it, now, past_now in matcher.get_opcodes():
        ours, theirs = range(was + top, past_it + top), range(now + top, past_now + top)
        if kind == "equal":
            found += ours
        else:
            found += _most_alike(ours, theirs, likeness)
    return [*found, *range(len(old) - end, len(old))]


def _same_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many parts are equal from the first on, and from the last back."""
    least = min(len(old), len(new))
    top = next((n for n in range(least) if old[n] != new[n]), least)
    rest = least - top
    return top, next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)


def _most_alike(old: range, new: range, likeness: Likeness) -> list[int | None]:
    """Return the pairs that keep the order and are most alike together."""
    if len(old) * len(new) > _MOST:
        return [
            was if was in old and likeness(was, now) >= _LEAST else None
            for now in new
            for was in [old.start + now - new.start]
        ]
    best = [[0.0] * (len(old) + 1) for _ in range(len(new) + 1)]
    for row in range(len(new) - 1, -1, -1):
        for column in range(len(old) - 1, -1, -1):
            pair = likeness(old[column], new[row])
            both = pair + best[row + 1][column + 1] if pair >= _LEAST else 0.0
            best[row][column] = max(both, best[row + 1][column], best[row][column + 1])
    return _walked(best, old, new, likeness)


def _walked(
    best: list[list[float]], old: range, new: range, likeness: Likeness
) -> list[int | None]:
    found: list[int | None] = []
    column = 0
    for row in range(len(new)):
        while column < len(old) and best[row][column] == best[row][column + 1] > 0:
            column += 1
        is_pair = (
            column < len(old)
            and best[row][column] > best[row + 1][column]
            and likeness(old[column], new[row]) >= _LEAST
        )
        found.append(old[column] if is_pair else None)
        column += is_pair
    return found


def alike(old: str, new: str) -> float:
    """Return the share of words that two texts have in common (Dice)."""
    ours, theirs = set(old.split()), set(new.split())
    if not ours or not theirs:
        return 0.0
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))
