"""Pairs calls such as `[1]` in a text with the notes that follow a rule at its end.

A call without its note, and a note that nothing calls, stay words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.importers.text.units import Entry, Part, Prose, Ruling, Titled, Unit

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
CALL = re.compile(r"\s*(?:\[(\d{1,3})\]|(?<=[^\s\d])([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))")
_NOTE = re.compile(r"(?:\[(\d{1,3})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Notes:
    """Which notes a text has and calls."""

    numbers: frozenset[int]
    texts: dict[int, tuple[int, int]]
    """The number of the note that a unit is, and the column its words start at."""


def find_notes(units: Sequence[Unit]) -> Notes:
    """Return the notes that stand behind a rule and are called before it."""
    rule = _first_notes(units)
    found: dict[int, tuple[int, int]] = {}
    for index in range(rule, len(units)):
        note = _note(units[index])
        if note and note[0] not in (number for number, _ in found.values()):
            found[index] = note
    if not found:
        return Notes(frozenset(), {})
    called = set(_calls(units[:rule]))
    texts = {index: note for index, note in found.items() if note[0] in called}
    return Notes(frozenset(number for number, _ in texts.values()), texts)


def called(match: re.Match[str]) -> int:
    """Return the number of a call."""
    return int((match[1] or match[2]).translate(_DIGITS))


def _first_notes(units: Sequence[Unit]) -> int:
    """Return the unit behind the last rule that a note follows."""
    for index in range(len(units) - 1, 0, -1):
        if isinstance(units[index - 1], Ruling) and _note(units[index]):
            return index
    return len(units)


def _note(unit: Unit) -> tuple[int, int] | None:
    match unit:
        case Prose(parts) if found := _NOTE.match(parts[0].text):
            return called(found), found.end()
        case Entry(parts, marker=marker) if marker and marker.number and parts:
            return marker.number, 0
        case _:
            return None


def _calls(units: Sequence[Unit]) -> Iterator[int]:
    for unit in units:
        if isinstance(unit, Prose | Entry | Titled):
            for part in unit.parts:
                yield from map(called, _found(part))


def _found(part: Part) -> Iterator[re.Match[str]]:
    return CALL.finditer(part.line.text, part.start, part.end)
