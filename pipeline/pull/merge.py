"""What a colleague changed in Word and what changed in the source, brought together.

Base is the sheet that the Word file was made from, ours the source as it is now, theirs
the edited file. Items of lists are merged by which item of the base they are, texts
word by word; what both sides changed differently is a conflict, with both readings.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from pydantic import BaseModel

from pipeline.pull.diff3 import Agreed, Clash, merge3
from pipeline.pull.pairs import ALIKE, RUNS, likeness, pair, words_of
from schemas.factsheet import FactSheet
from schemas.flat import Leaf, flat, nested
from schemas.richtext import Run, TextRun

T = TypeVar("T")
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A part of the sheet that both sides changed, each in its own way."""

    origin: str
    """Its path in the model of the source."""
    base: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged sheet; where there are conflicts it holds the preferred reading."""

    sheet: FactSheet
    conflicts: tuple[Conflict, ...]


class Prefer(Enum):
    """Whose reading stands where both sides changed the same."""

    SOURCE = "source"
    WORD = "word"


def merge(
    base: FactSheet,
    ours: FactSheet,
    theirs: FactSheet,
    prefer: Prefer = Prefer.SOURCE,
) -> Merged:
    """Return what both sides made of `base`, and where they disagree."""
    work = _Merge([])
    if prefer is Prefer.SOURCE:
        sheet = work.value("", base, ours, theirs)
        return Merged(sheet, tuple(work.conflicts))
    sheet = work.value("", base, theirs, ours)
    turned = (
        replace(each, ours=each.theirs, theirs=each.ours) for each in work.conflicts
    )
    return Merged(sheet, tuple(turned))


@dataclass(frozen=True, slots=True)
class _Merge:
    conflicts: list[Conflict]

    def value(self, path: str, base: Any, ours: Any, theirs: Any) -> Any:
        """Return what `base` became."""
        if ours in (base, theirs):
            return theirs
        if theirs == base:
            return ours
        if isinstance(ours, BaseModel) and type(base) is type(ours) is type(theirs):
            return self._model(path, base, ours, theirs)
        if all(isinstance(each, tuple) for each in (base, ours, theirs)):
            holds_runs = any(isinstance(each, RUNS) for each in (*base, *ours, *theirs))
            merge_tuple = self._text if holds_runs else self._items
            return merge_tuple(path, base, ours, theirs)
        return self._clash(path, base, ours, theirs)

    def _model(self, path: str, base: Any, ours: Any, theirs: Any) -> Any:
        changed = {
            name: self.value(
                f"{path}.{name}" if path else name,
                getattr(base, name),
                getattr(ours, name),
                getattr(theirs, name),
            )
            for name in type(ours).model_fields
        }
        return ours.model_copy(update=changed)

    def _clash(self, path: str, base: T, ours: T, theirs: T) -> T:
        said = (" ".join(words_of(each)) for each in (base, ours, theirs))
        self.conflicts.append(Conflict(path, *said))
        return ours

    def _text(
        self,
        path: str,
        base: tuple[Run, ...],
        ours: tuple[Run, ...],
        theirs: tuple[Run, ...],
    ) -> tuple[Run, ...]:
        pieces = list(merge3(_words(base), _words(ours), _words(theirs)))
        # A text written anew has words in common by chance only.
        is_new = any(
            likeness(list(words_of(base)), list(words_of(side))) < ALIKE
            for side in (ours, theirs)
        )
        if is_new or any(isinstance(piece, Clash) for piece in pieces):
            return self._clash(path, base, ours, theirs)
        leaves = [
            leaf
            for piece in pieces
            if isinstance(piece, Agreed)
            for leaf in piece.items
        ]
        return nested(leaves)

    def _items(
        self,
        path: str,
        base: tuple[Any, ...],
        ours: tuple[Any, ...],
        theirs: tuple[Any, ...],
    ) -> tuple[Any, ...]:
        mine, other = _Side.of(base, ours), _Side.of(base, theirs)
        for index, item in enumerate(base):
            self._keep_changed(f"{path}[{index}]", index, item, mine, other)
        return tuple(
            key.item
            if isinstance(key, _New)
            else self.value(
                f"{path}[{mine.keys.index(key)}]",
                base[key],
                mine.items[key],
                other.items[key],
            )
            for key in _order(range(len(base)), mine, other)
        )

    def _keep_changed(
        self, path: str, index: int, item: Any, mine: "_Side", other: "_Side"
    ) -> None:
        """Record where one side changed what the other deleted; the source's stands."""
        ours, theirs = mine.items.get(index), other.items.get(index)
        if ours is None and theirs not in (None, item):
            self._clash(path, item, None, theirs)
        elif theirs is None and ours not in (None, item):
            self._clash(path, item, ours, None)
            other.restore(index, item)


@dataclass(frozen=True, slots=True)
class _New:
    """An item that the base does not have."""

    item: Hashable


Key = int | _New
"""An index of the base, or what is new."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a list: its items by the base's index, and the order of all."""

    items: dict[int, Any]
    keys: list[Key]

    @classmethod
    def of(cls, base: Sequence[Any], changed: Sequence[Any]) -> "_Side":
        """Return `changed` as what it makes of `base`."""
        pairs = pair(base, changed)
        items = {
            index: item
            for index, item in zip(pairs, changed, strict=True)
            if index is not None
        }
        keys: list[Key] = [
            _New(item) if index is None else index
            for index, item in zip(pairs, changed, strict=True)
        ]
        return cls(items, keys)

    def restore(self, index: int, item: Any) -> None:
        """Put a deleted item back behind the one that it followed."""
        self.items[index] = item
        before = [key for key in range(index) if key in self.items]
        self.keys.insert(self.keys.index(before[-1]) + 1 if before else 0, index)


def _order(base: Sequence[int], mine: _Side, other: _Side) -> list[Key]:
    """Return the keys of the merged list; what both added at one place stands in turn.

    Where both moved an item, each to another place, the source's place counts.
    """
    order: list[Key] = []
    for piece in merge3(base, mine.keys, other.keys):
        if isinstance(piece, Agreed):
            order += piece.items
            continue
        order += piece.ours
        added = [key for key in piece.theirs if isinstance(key, _New)]
        order += [key for key in added if key not in piece.ours]
    both = mine.items.keys() & other.items.keys()
    kept = list(_once(key for key in order if isinstance(key, _New) or key in both))
    for place, key in enumerate(mine.keys):
        if isinstance(key, int) and key in both and key not in kept:
            before = [each for each in mine.keys[:place] if each in kept]
            kept.insert(kept.index(before[-1]) + 1 if before else 0, key)
    return kept


def _once(keys: Iterable[Key]) -> Iterator[Key]:
    """Yield keys, each item of the base once: moved items stand where they moved."""
    seen: set[int] = set()
    for key in keys:
        if isinstance(key, _New):
            yield key
        elif key not in seen:
            seen.add(key)
            yield key


def _words(runs: tuple[Run, ...]) -> list[Leaf]:
    """Return a text word by word, each in its marks."""
    return [
        part
        for leaf in flat(runs)
        for part in (
            [
                Leaf(TextRun(text=word), leaf.marks)
                for word in _WORD.findall(leaf.run.text)
            ]
            if isinstance(leaf.run, TextRun)
            else [leaf]
        )
    ]
