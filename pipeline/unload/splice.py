"""A sequence of parts put together again: kept lines, changed ones, new ones."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from pydantic import BaseModel

from pipeline.unload.align import aligned, alike
from pipeline.unload.lists import ListMark
from pipeline.unload.parts import Heading, Part, V
from pipeline.unload.sourced import Sourced
from schemas.blocks import BulletList, NumberedList
from schemas.factsheet import Note

Write = Callable[[Part[V], Sourced[V] | None, ListMark | None], list[str]]
"""Return the lines of a part that was another one, or none, where it stood."""

_MARKS = {"bullets": "-*+", "numbers": ".)"}


@dataclass(frozen=True)
class Sequel(Generic[V]):
    """A sequence of parts in a source."""

    lines: Sequence[str]
    units: Sequence[Sourced[V]]
    between: tuple[str, ...]
    """What stands between two parts that did not stand next to each other."""


def spliced(sequel: Sequel[V], new: Sequence[Part[V]], write: Write[V]) -> list[str]:
    """Return the lines of `new`, from the first line of the first part on."""
    plan = _plan(sequel.units, new)
    found: list[str] = []
    previous: Sourced[V] | None = None
    mark: tuple[type, ListMark] | None = None
    for index, (part, unit) in enumerate(plan):
        if index:
            is_note = isinstance(part.value, Note)
            follows_note = is_note and isinstance(plan[index - 1][0].value, Note)
            found += _gap(sequel, previous, unit, () if follows_note else None)
        after = plan[index + 1][1] if index + 1 < len(plan) else None
        chosen = _mark(part, unit, mark, after, sequel.lines)
        found += write(part, unit, chosen)
        mark = (type(part.value), chosen) if chosen else None
        previous = unit
    return found


def _is_list(part: Part[V]) -> bool:
    return isinstance(part.value, BulletList | NumberedList)


def _plan(
    units: Sequence[Sourced[V]], new: Sequence[Part[V]]
) -> list[tuple[Part[V], Sourced[V] | None]]:
    """Return the new parts, each with what it was; notes stay where they stand."""
    plan = _paired([unit for unit in units if not _is_note(unit.part)],
                   [part for part in new if not _is_note(part)])  # fmt: skip
    notes = _paired([unit for unit in units if _is_note(unit.part)],
                    [part for part in new if _is_note(part)])  # fmt: skip
    place = 0
    for index, (part, unit) in enumerate(notes):
        if unit is None:
            place = place if index and place else len(plan)
        else:
            place = max(place, _place(plan, unit))
        plan.insert(place, (part, unit))
        place += 1
    return plan


def _place(plan: Sequence[tuple[Part[V], Sourced[V] | None]], note: Sourced[V]) -> int:
    """Return where in `plan` the parts that stood below `note` begin."""
    place = len(plan)
    for index in range(len(plan) - 1, -1, -1):
        unit = plan[index][1]
        if unit and unit.span.start < note.span.start:
            break
        place = index if unit else place
    return place


def _is_note(part: Part[V]) -> bool:
    return isinstance(part.value, Note)


def _paired(
    units: Sequence[Sourced[V]], new: Sequence[Part[V]]
) -> list[tuple[Part[V], Sourced[V] | None]]:
    old = [unit.part.value for unit in units]
    values = [part.value for part in new]
    pairs = aligned(old, values, lambda was, now: _likeness(old[was], values[now]))
    # What is new may have moved from elsewhere, or be a copy.
    same = {unit.part.value: unit for unit in units}
    return [
        (part, same.get(part.value) if was is None else units[was])
        for part, was in zip(new, pairs, strict=True)
    ]


def _likeness(old: object, new: object) -> float:
    if type(old) is not type(new):
        return 0.0
    return 0.2 + 0.8 * alike(" ".join(_words(old)), " ".join(_words(new)))


def _words(value: object) -> Iterator[str]:
    """Yield the texts of a part."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _words(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "kind":
                yield from _words(getattr(value, name))
    elif isinstance(value, Heading):
        yield from _words(value.text)


def _gap(
    sequel: Sequel[V],
    previous: Sourced[V] | None,
    unit: Sourced[V] | None,
    between: Sequence[str] | None,
) -> Sequence[str]:
    """Return the lines between two parts."""
    usual = sequel.between if between is None else between
    if unit is None:
        return usual
    index = sequel.units.index(unit)
    if not index:
        return usual
    before = sequel.units[index - 1]
    gap = sequel.lines[before.span.end : unit.span.start]
    if before is previous:
        return gap
    empty = [line for line in gap if not line.strip()]
    return empty or usual


def _mark(
    part: Part[V],
    unit: Sourced[V] | None,
    previous: tuple[type, ListMark] | None,
    after: Sourced[V] | None,
    lines: Sequence[str],
) -> ListMark | None:
    """Return the mark for a list: its own where no list beside it has the same."""
    value = part.value
    if not isinstance(value, BulletList | NumberedList):
        return None
    taken = [previous[1]] if previous and previous[0] is type(value) else []
    own = source_mark(unit) if unit else None
    if own and own not in taken:
        return own
    if after and type(after.part.value) is type(value):
        taken.append(source_mark(after) or "")
    return next((m for m in _MARKS[value.kind] if m not in taken), None) or next(
        m for m in _MARKS[value.kind] if m not in taken[:1]
    )


def source_mark(unit: Sourced[V]) -> ListMark | None:
    """Return the mark of a list in the source, or None for another part."""
    if unit.span.node is None or not _is_list(unit.part):
        return None
    return unit.span.node.token.markup
