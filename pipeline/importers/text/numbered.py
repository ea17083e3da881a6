"""Numbered headings: items by their marker, sections by what stands between them.

For guides, declarations and laws, whose sections are counted 1, 1.1, 1.2 or I, II.
"""

from collections.abc import Sequence

from pipeline.importers.text.lines import columns_of
from pipeline.importers.text.sentences import ends_open
from pipeline.importers.text.units import Entry, Part, Titled, Unit, Void

_LONGEST = 120
# Above the grades of marked headings.
NUMBERED = 10


def with_numbered_headings(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with numbered lines that head a section as headings."""
    found = {
        index: unit
        for index, unit in enumerate(units)
        if isinstance(unit, Entry) and _heads(units, index)
    }
    alike: dict[int, list[Entry]] = {}
    for entry in found.values():
        alike.setdefault(_dots(entry), []).append(entry)
    counted = {dots for dots, entries in alike.items() if _has_company(entries, dots)}
    return [
        _titled(found[index])
        if index in found and _dots(found[index]) in counted
        else unit
        for index, unit in enumerate(units)
    ]


def _heads(units: Sequence[Unit], index: int) -> bool:
    """Return whether a numbered line is short, stands alone and has words below it."""
    unit = units[index]
    if not isinstance(unit, Entry) or not unit.marker or unit.marker.number is None:
        return False
    text = unit.parts[0].text
    if len(unit.parts) > 2 or columns_of(text) > _LONGEST or not unit.is_apart:
        return False
    near = [units[at] for at in (index - 1, index + 1) if 0 <= at < len(units)]
    is_alone = not any(
        isinstance(each, Entry) and each.marker and each.marker.kind == unit.marker.kind
        for each in near
    )
    has_more = index + 1 < len(units) and not isinstance(units[index + 1], Void)
    return is_alone and has_more and (ends_open(text) or _dots(unit) > 0)


def _has_company(alike: Sequence[Entry], dots: int) -> bool:
    """Return whether the numbers of such lines make them a count of sections."""
    is_open = sum(ends_open(each.parts[0].text) for each in alike) * 2 > len(alike)
    numbers = {each.marker.number for each in alike if each.marker}
    return len(alike) > 1 and is_open and (len(numbers) > 1 or dots > 0)


def _dots(unit: Entry) -> int:
    kind = unit.marker.kind if unit.marker else ""
    return kind.count(".") if kind.endswith(".#") else 0


def _titled(unit: Entry) -> Titled:
    """Return the heading, its number among its words."""
    first = unit.parts[0]
    whole = Part(first.line, unit.mark.start, first.end)
    dots = unit.mark.text.rstrip(" .\t").count(".")
    return Titled((whole, *unit.parts[1:]), NUMBERED + dots, ())
