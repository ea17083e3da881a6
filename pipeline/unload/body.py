"""The body: every part as lines, with an empty line between two of them."""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from pipeline.unload.containers import (
    spell_callout,
    spell_figure,
    spell_resources,
    spell_table,
)
from pipeline.unload.definitions import (
    spell_memberships,
    spell_missions,
    spell_officials,
    spell_timeline,
)
from pipeline.unload.inline import spell_runs
from pipeline.unload.lists import ListMark, next_mark, spell_list
from pipeline.unload.parts import Heading, Part, SectionBreak, Value
from pipeline.unload.places import LINE, LINES, PARAGRAPH, TITLE
from schemas import blocks as model
from schemas.factsheet import Note

# The reader takes signs of number at the end of a heading for its close.
_CLOSE = re.compile(r"(?:(?<=\s)|^)(?=#+$)")
# How much a line of a note stands in below its name.
_NOTE_INDENT = " " * 4


def spell_body(found: Iterable[Part[Value]]) -> Iterator[str]:
    """Yield the lines of a body."""
    previous: Part[Value] | None = None
    mark: ListMark | None = None
    for part in found:
        is_second_note = previous and isinstance(previous.value, Note)
        if previous and not is_second_note:
            yield ""
        mark = next_mark(part.value, mark)
        yield from spell_part(part, mark)
        previous = part


def spell_part(part: Part[Value], mark: ListMark | None) -> list[str]:
    """Return the lines of a part; a list is written with `mark`."""
    value, origin = part.value, part.origin
    match value:
        case Heading():
            words = spell_runs(value.text, TITLE, f"{origin}.heading")
            return [heading_line(value, words)]
        case SectionBreak():
            return ["---"]
        case Note():
            return _note(value, origin)
        case model.Paragraph():
            return spell_runs(value.text, PARAGRAPH, f"{origin}.text").split("\n")
        case model.BulletList() | model.NumberedList():
            return spell_list(value, origin, mark)
        case model.Quote():
            return _quote(value, origin)
        case _:
            return _in_container(value, origin)


def _in_container(
    value: model.Table
    | model.Figure
    | model.Callout
    | model.Timeline
    | model.Memberships
    | model.Officials
    | model.Missions
    | model.Resources,
    origin: str,
) -> list[str]:
    match value:
        case model.Table():
            return spell_table(value, origin)
        case model.Figure():
            return spell_figure(value, origin)
        case model.Callout():
            return spell_callout(value, origin)
        case model.Resources():
            return spell_resources(value, origin)
        case model.Timeline():
            return spell_timeline(value, origin)
        case model.Memberships():
            return spell_memberships(value)
        case model.Officials():
            return spell_officials(value)
        case model.Missions():
            return spell_missions(value)
        case _:
            assert_never(value)


def heading_line(heading: Heading, words: str) -> str:
    """Return the line of a heading whose words are spelled already."""
    line = f"{'#' * heading.level} "
    if heading.name:
        return f"{line}{words} {{#{heading.name}}}"
    return line + _CLOSE.sub(r"\\", words)


def _note(note: Note, origin: str) -> list[str]:
    first, *rest = spell_runs(note.text, LINES, f"{origin}.text").split("\n")
    return [f"[^{note.name}]: {first}", *(_NOTE_INDENT + line for line in rest)]


def _quote(quote: model.Quote, origin: str) -> list[str]:
    lines: list[str] = []
    for index, runs in enumerate(quote.paragraphs):
        words = spell_runs(runs, PARAGRAPH, f"{origin}.paragraphs[{index}]")
        lines += ["", *words.split("\n")] if lines else words.split("\n")
    if quote.attribution:
        lines.append(
            "— " + spell_runs(quote.attribution, LINE, f"{origin}.attribution")
        )
    elif lines[-1].startswith("— "):
        # It would be read as the name of the speaker.
        lines[-1] = "&mdash;" + lines[-1][1:]
    return [f"> {line}" if line else ">" for line in lines]
