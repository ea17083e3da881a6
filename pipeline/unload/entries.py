"""Lists of terms and `: details` in a source: only the entries that change do."""

from collections.abc import Sequence

from pipeline.unload.definitions import (
    spell_event,
    spell_membership,
    spell_mission,
    spell_official,
    spell_officials,
)
from pipeline.unload.lists import ListMark
from pipeline.unload.parts import Part
from pipeline.unload.sourced import Sourced, Span, written
from pipeline.unload.splice import Sequel, spliced
from schemas.blocks import (
    Event,
    Membership,
    Memberships,
    Mission,
    Missions,
    Official,
    Officials,
    Timeline,
)

Entry = Event | Membership | Official | Mission
Definitions = Timeline | Memberships | Officials | Missions


def revise_entries(
    old: Definitions, new: Definitions, origin: str, where: Span, lines: Sequence[str]
) -> list[str]:
    """Return the lines of `new`, which was `old` on the lines `where`."""
    spans = list(_spans(lines, where.start + 1, where.end - 1))
    before, after = _entries(old), _entries(new)
    units = written(before, spans)
    first = lines[where.start]
    if isinstance(old, Officials) and isinstance(new, Officials):
        first = first if old.as_of == new.as_of else spell_officials(new)[0]

    def write(
        part: Part[Entry], unit: Sourced[Entry] | None, _: ListMark | None
    ) -> list[str]:
        if unit is None or unit.part.value != part.value:
            return _spelled(part)
        return list(lines[unit.span.start : unit.span.end])

    entries = [Part(f"{origin}.events[{index}]", entry)
               for index, entry in enumerate(after)]  # fmt: skip
    body = spliced(Sequel(lines, units, ("",)), entries, write)
    head = lines[where.start + 1 : spans[0].start]
    return [first, *head, *body, *lines[spans[-1].end : where.end]]


def _entries(block: Definitions) -> tuple[Entry, ...]:
    match block:
        case Timeline():
            return block.events
        case Memberships():
            return block.memberships
        case Officials():
            return block.officials
        case Missions():
            return block.missions


def _spelled(part: Part[Entry]) -> list[str]:
    match part.value:
        case Event():
            return spell_event(part.value, part.origin)
        case Membership():
            return spell_membership(part.value)
        case Official():
            return spell_official(part.value)
        case Mission():
            return spell_mission(part.value)


def _spans(lines: Sequence[str], start: int, end: int) -> Sequence[Span]:
    """Return the lines of each entry: a term and what stands below it."""
    found: list[Span] = []
    is_open = False
    for number in range(start, end):
        line = lines[number]
        is_detail = line.strip().startswith(": ")
        if not line.strip():
            is_open = False
        elif found and (is_detail or (is_open and line[:1] in (" ", "\t"))):
            is_open = True
            found[-1] = Span(found[-1].start, number + 1)
        else:
            is_open = False
            found.append(Span(number, number + 1))
    return found
