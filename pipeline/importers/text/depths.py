"""How deep each item of a list stands: by its indent, or by its kind of marker."""

from collections.abc import Iterator, Sequence

from pipeline.importers.text.sentences import leads_in
from pipeline.importers.text.units import Entry, Unit, Void

# Writers are not exact to the column.
_SLACK = 1


def depths(units: Sequence[Unit]) -> Iterator[int]:
    """Yield the depth of each unit, 0 for what is no item.

    A list ends at whatever is no item of it.
    """
    levels: list[tuple[int, str]] = []
    before: Entry | None = None
    for unit in units:
        match unit:
            case Entry(marker=None):
                yield max(len(levels), 1)
            case Entry():
                levels = _levels(levels, unit, before)
                before = unit
                yield len(levels)
            case Void():
                yield 0
            case _:
                levels, before = [], None
                yield 0


def _levels(
    levels: list[tuple[int, str]], item: Entry, before: Entry | None
) -> list[tuple[int, str]]:
    """Return the levels that are open at `item`, its own being the last."""
    kind = item.marker.kind if item.marker else ""
    own = item.indent, kind
    outer = [level for level in levels if level[0] < item.indent - _SLACK]
    same = [level for level in levels if abs(level[0] - item.indent) <= _SLACK]
    if len(outer) == len(levels) or not same:
        return [*outer, own]
    kinds = [each for _, each in same]
    if kind in kinds:
        return [*outer, *same[: kinds.index(kind) + 1]]
    if _is_below(item, before):
        return [*outer, *same, own]
    return [*outer, own]


def _is_below(item: Entry, before: Entry | None) -> bool:
    """Return whether another marker at the same indent opens a list inside an item.

    Where no indent tells, a list below follows its item closely, or is announced.
    """
    if before is None or not before.parts:
        return False
    return not item.is_apart or leads_in(before.parts[-1].text)
