"""Containers of lines: a term, and `: details` below it."""

import re
from collections.abc import Sequence

from pipeline.unload.containers import END
from pipeline.unload.inline import spell_runs
from pipeline.unload.places import LINES
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

# What the reader takes for something else at the start of a line.
_MARK = re.compile(r"[:\\]")
_CONTACT = re.compile(r"(?i)(?:phone|email|web):|\\")


def spell_timeline(block: Timeline, origin: str) -> list[str]:
    """Return the lines of a timeline."""
    entries = [
        spell_event(event, f"{origin}.events[{index}]")
        for index, event in enumerate(block.events)
    ]
    return _contained("timeline", entries)


def spell_memberships(block: Memberships) -> list[str]:
    """Return the lines of memberships."""
    return _contained("memberships", list(map(spell_membership, block.memberships)))


def spell_officials(block: Officials) -> list[str]:
    """Return the lines of officials."""
    opening = f"officials {{as-of={block.as_of.isoformat()}}}"
    return _contained(opening, list(map(spell_official, block.officials)))


def spell_missions(block: Missions) -> list[str]:
    """Return the lines of missions."""
    return _contained("missions", list(map(spell_mission, block.missions)))


def _contained(opening: str, entries: Sequence[list[str]]) -> list[str]:
    lines = [f"::: {opening}"]
    for index, entry in enumerate(entries):
        lines += ["", *entry] if index else entry
    return [*lines, END]


def spell_event(event: Event, origin: str) -> list[str]:
    """Return the lines of an event: its date, and what happened."""
    date = event.date
    if event.label is not None:
        date = f"{_term(event.label)} {{date={event.date}}}"
    first, *rest = spell_runs(event.text, LINES, f"{origin}.text").split("\n")
    return [date, f": {first}", *(f"  {line}" for line in rest)]


def spell_membership(membership: Membership) -> list[str]:
    """Return the lines of a membership."""
    lines = [_term(membership.organization)]
    if membership.since is not None:
        lines.append(f": {membership.since}")
    if not membership.member:
        lines.append(": no")
    return lines if len(lines) > 1 else [*lines, ": yes"]


def spell_official(official: Official) -> list[str]:
    """Return the lines of an official."""
    return [_term(official.name), f": {_words(official.office, _MARK)}"]


def spell_mission(mission: Mission) -> list[str]:
    """Return the lines of a mission: its name, address and contacts."""
    contacts = [("phone", mission.phone), ("email", mission.email),
                ("web", mission.web)]  # fmt: skip
    return [
        _term(mission.name),
        *(f": {_words(line, _CONTACT)}" for line in mission.address),
        *(f": {key}: {value}" for key, value in contacts if value is not None),
    ]


def _term(text: str) -> str:
    return _words(text, _MARK)


def _words(text: str, mark: re.Pattern[str]) -> str:
    """Return a plain text, behind a backslash where it starts with a mark."""
    return f"\\{text}" if mark.match(text) else text
