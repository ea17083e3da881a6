"""A part of a source that says something else: only the lines that must change do."""

import re

from pipeline.unload.body import heading_line, spell_part
from pipeline.unload.containers import opening
from pipeline.unload.entries import revise_entries
from pipeline.unload.items import prose_below, revise_prose
from pipeline.unload.lists import ListMark
from pipeline.unload.parts import Heading, Part, Value
from pipeline.unload.places import LINE, LINES, PARAGRAPH, TITLE, Place
from pipeline.unload.rewording import reworded
from pipeline.unload.rows import revise_table
from pipeline.unload.sourced import LostError, Sourced, Span, children, span
from pipeline.unload.texts import Lines, prefixed, rest, stripped
from schemas.blocks import (
    BulletList,
    Callout,
    ListItem,
    Memberships,
    Missions,
    NumberedList,
    Officials,
    Paragraph,
    Prose,
    Quote,
    Resources,
    Table,
    Timeline,
)
from schemas.factsheet import Note
from schemas.richtext import RichText

_QUOTED = re.compile(r"\s{0,3}>[ \t]?")


def respelled(
    part: Part[Value], unit: Sourced[Value], mark: ListMark | None, lines: Lines
) -> list[str]:
    """Return the lines of `part`, which was `unit` in the source `lines`."""
    old, new, origin = unit.part.value, part.value, part.origin
    match old, new:
        case Heading(), Heading():
            return [_heading(old, new, origin, lines[unit.span.start])]
        case Note(), Note():
            return _note(old, new, origin, lines[unit.span.start : unit.span.end])
        case (Paragraph() | BulletList() | NumberedList(), _) if isinstance(
            new, Paragraph | BulletList | NumberedList
        ):
            return revise_prose(Part(origin, new), Sourced(Part(unit.part.origin, old),
                          unit.span), mark, lines)  # fmt: skip
        case Table(), Table():
            return revise_table(old, new, origin, unit.span, lines)
        case Callout(), Callout():
            return _callout(old, new, origin, unit.span, lines)
        case Resources(), Resources():
            return _resources(old, new, origin, unit.span, lines)
        case Quote(), Quote():
            return _quote(old, new, origin, unit.span, lines)
        case (Timeline() | Memberships() | Officials() | Missions(), _) if isinstance(
            new, Timeline | Memberships | Officials | Missions
        ):
            return revise_entries(old, new, origin, unit.span, lines)
        case _:
            return spell_part(part, mark)


def _heading(old: Heading, new: Heading, origin: str, line: str) -> str:
    if old.text == new.text and old.name == new.name:
        return "#" * new.level + line.lstrip().lstrip("#")
    words = line.strip().lstrip("#").strip()
    if old.name:
        words = words[: words.rindex("{")].rstrip()
    changed = reworded(words, old.text, new.text, TITLE, origin)
    return heading_line(new, changed)


def _note(old: Note, new: Note, origin: str, lines: Lines) -> list[str]:
    start = lines[0].index("]:") + 2
    blank = re.match(r"[ \t]+", lines[0][start:])
    first = f"[^{new.name}]:{blank[0] if blank else ' '}"
    raw = "\n".join([lines[0][start:], *lines[1:]])
    text = reworded(stripped(raw), old.text, new.text, LINES, origin)
    return prefixed(text, first, rest(lines, " " * 4))


def _callout(
    old: Callout, new: Callout, origin: str, where: Span, lines: Lines
) -> list[str]:
    first = lines[where.start]
    if old.title != new.title:
        first = opening("callout", new.title, f"{origin}.title")
    nodes = children(where)
    spans = [span(node, lines) for node in nodes]
    return [
        first,
        *lines[where.start + 1 : spans[0].start],
        *prose_below(Part(origin, new.blocks), old.blocks, nodes, lines, ""),
        *lines[spans[-1].end : where.end],
    ]


def _resources(
    old: Resources, new: Resources, origin: str, where: Span, lines: Lines
) -> list[str]:
    """Return resources as what they look like: a paragraph, a list."""
    nodes = children(where)
    spans = [span(node, lines) for node in nodes]
    blocks = prose_below(Part(origin, _as_prose(new)), _as_prose(old), nodes, lines, "")
    head = lines[where.start : spans[0].start]
    return [*head, *blocks, *lines[spans[-1].end : where.end]]


def _as_prose(block: Resources) -> tuple[Prose, ...]:
    items = tuple(ListItem(text=item.text) for item in block.items)
    intro = (Paragraph(text=block.intro),) if block.intro else ()
    return (*intro, BulletList(items=items))


def _quote(old: Quote, new: Quote, origin: str, where: Span, lines: Lines) -> list[str]:
    nodes = children(where)
    if len(new.paragraphs) != len(nodes) or len(old.paragraphs) != len(nodes):
        raise LostError
    if bool(old.attribution) != bool(new.attribution):
        raise LostError
    found = list(lines[where.start : where.end])
    for index in range(len(nodes) - 1, -1, -1):
        own = span(nodes[index], lines)
        end = own.end - bool(old.attribution and index == len(nodes) - 1)
        place = f"{origin}.paragraphs[{index}]"
        found[own.start - where.start : end - where.start] = _quoted(
            old.paragraphs[index], new.paragraphs[index], PARAGRAPH, place,
            lines[own.start : end],
        )  # fmt: skip
    if old.attribution and new.attribution and old.attribution != new.attribution:
        place = f"{origin}.attribution"
        found[-1:] = _quoted(old.attribution, new.attribution, LINE, place, found[-1:])
    return found


def _quoted(
    old: RichText, new: RichText, place: Place, origin: str, lines: Lines
) -> list[str]:
    if old == new:
        return list(lines)
    start = _QUOTED.match(lines[0])
    first = start[0] if start else ""
    words = [_QUOTED.sub("", line, count=1).strip() for line in lines]
    if place is LINE:
        first += "— "
        words[0] = words[0].removeprefix("—").strip()
    text = reworded("\n".join(words), old, new, place, origin)
    return prefixed(text, first, start[0] if start else "")
