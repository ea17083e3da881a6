"""Three-way merge of sequences: what two sides made of a common base.

The method is that of diff3 (Khanna, Kunal, Pierce: A Formal Investigation of Diff3,
2007): where both sides still hold the base they are in step, and what lies between two
such places is decided piece by piece.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Agreed(Generic[T]):
    """Items on which the sides agree, or that one of them alone has changed."""

    items: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Clash(Generic[T]):
    """A place where the sides made different things of the base."""

    base: tuple[T, ...]
    ours: tuple[T, ...]
    theirs: tuple[T, ...]


def merge3(
    base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]
) -> Iterator[Agreed[T] | Clash[T]]:
    """Yield the merged sequence piece by piece, the pieces in order."""
    at_base = at_ours = at_theirs = 0
    for step in _steps(base, ours, theirs):
        yield from _decided(
            tuple(base[at_base : step.base]),
            tuple(ours[at_ours : step.ours]),
            tuple(theirs[at_theirs : step.theirs]),
        )
        at_base, at_ours, at_theirs = (
            step.base + step.size, step.ours + step.size, step.theirs + step.size,
        )  # fmt: skip
        if step.size:
            yield Agreed(tuple(base[step.base : at_base]))


def _decided(
    base: tuple[T, ...], ours: tuple[T, ...], theirs: tuple[T, ...]
) -> Iterator[Agreed[T] | Clash[T]]:
    if ours in (base, theirs):
        if theirs:
            yield Agreed(theirs)
    elif theirs == base:
        if ours:
            yield Agreed(ours)
    else:
        yield Clash(base, ours, theirs)


@dataclass(frozen=True, slots=True)
class _Step:
    """`size` items from here on are the same in all three."""

    base: int
    ours: int
    theirs: int
    size: int


def _steps(
    base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]
) -> Iterator[_Step]:
    """Yield where all are in step, in order; an empty step ends them."""
    lefts = SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    rights = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    left = right = 0
    while left < len(lefts) and right < len(rights):
        one, other = lefts[left], rights[right]
        start = max(one.a, other.a)
        end = min(one.a + one.size, other.a + other.size)
        if start < end:
            yield _Step(
                start, one.b + start - one.a, other.b + start - other.a, end - start
            )
        if one.a + one.size < other.a + other.size:
            left += 1
        else:
            right += 1
    yield _Step(len(base), len(ours), len(theirs), 0)
