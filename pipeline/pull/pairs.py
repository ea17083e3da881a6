"""Which item of a changed list is which item of its base: words decide, then place."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, get_args

from pydantic import BaseModel

from schemas.richtext import Run, plain

RUNS = get_args(get_args(Run)[0])
"""The classes of runs: a tuple that starts with one is a text."""

# Of two texts with this share of words in common, one is the other changed.
ALIKE = 0.6
# So many pairs are compared word by word; of longer lists only the places are.
_MOST_COMPARED = 40_000


def pair(base: Sequence[Hashable], changed: Sequence[Hashable]) -> list[int | None]:
    """Return for each item of `changed` its index in `base`; None for a new one."""
    pairs: list[int | None] = [None] * len(changed)
    _pair_equal(base, changed, pairs)
    _pair_alike(base, changed, pairs)
    _pair_by_place(base, changed, pairs)
    return pairs


def _free(base: Sequence[Hashable], pairs: list[int | None]) -> list[int]:
    taken = {index for index in pairs if index is not None}
    return [index for index in range(len(base)) if index not in taken]


def _pair_equal(
    base: Sequence[Hashable], changed: Sequence[Hashable], pairs: list[int | None]
) -> None:
    """Pair what is unchanged: first in order, then what was moved."""
    same = SequenceMatcher(None, base, changed, autojunk=False)
    for block in same.get_matching_blocks():
        for step in range(block.size):
            pairs[block.b + step] = block.a + step
    left: dict[Hashable, list[int]] = defaultdict(list)
    for index in reversed(_free(base, pairs)):
        left[base[index]].append(index)
    for place, item in enumerate(changed):
        if pairs[place] is None and left[item]:
            pairs[place] = left[item].pop()


def _pair_alike(
    base: Sequence[Hashable], changed: Sequence[Hashable], pairs: list[int | None]
) -> None:
    """Pair what shares most of its words, the most alike first."""
    before, after = _free(base, pairs), _unpaired(pairs)
    if len(before) * len(after) > _MOST_COMPARED:
        return
    old = {index: list(words_of(base[index])) for index in before}
    new = {place: list(words_of(changed[place])) for place in after}
    candidates = [
        (likeness(old[index], new[place]), -abs(index - place), index, place)
        for index in before
        for place in after
        if type(base[index]) is type(changed[place])
    ]
    taken: set[int] = set()
    for ratio, _, index, place in sorted(candidates, reverse=True):
        if ratio >= ALIKE and index not in taken and pairs[place] is None:
            pairs[place] = index
            taken.add(index)


def _unpaired(pairs: list[int | None]) -> list[int]:
    return [place for place, index in enumerate(pairs) if index is None]


def _pair_by_place(
    base: Sequence[Hashable], changed: Sequence[Hashable], pairs: list[int | None]
) -> None:
    """Pair one item with the one that stands in its place: a heading renamed."""
    free = set(_free(base, pairs))
    for place in _unpaired(pairs):
        before = pairs[place - 1] if place else -1
        after = pairs[place + 1] if place + 1 < len(pairs) else len(base)
        if before is None or after is None or after - before != 2:
            continue
        index = before + 1
        if index in free and type(base[index]) is type(changed[place]):
            pairs[place] = index


def words_of(value: Any) -> Iterator[str]:
    """Yield the words of a model, or of anything that holds some."""
    match value:
        case str():
            yield from value.split()
        case BaseModel():
            for name in type(value).model_fields:
                if name != "kind":
                    yield from words_of(getattr(value, name))
        case (first, *_) if isinstance(first, RUNS):
            yield from plain(value).split()
        case tuple():
            for each in value:
                yield from words_of(each)
        case _:
            pass


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """Return the share of words that two texts have in common; 0 below `ALIKE`."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
