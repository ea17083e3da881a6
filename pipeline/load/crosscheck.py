"""What one field cannot know of another: links, footnotes, names, dates."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import BaseModel

from pipeline.anchors import anchors, sections
from pipeline.diagnostics import (
    Diagnostic,
    Location,
    Origins,
    did_you_mean,
    error,
    nearest,
)
from pipeline.load.positions import child, seek
from schemas.factsheet import FactSheet
from schemas.richtext import LinkRun, NoteRun, Run


def crosscheck(
    sheet: FactSheet, file: str, origins: Origins, lines: Sequence[str]
) -> list[Diagnostic]:
    """Return errors at their places in the `lines` of `file`."""
    runs = list(_runs(sheet, ""))
    found = [
        *_check_names(sheet),
        *_check_links(sheet, runs),
        *_check_notes(sheet, runs),
        *_check_record(sheet),
    ]
    return [_placed(each, file, origins, lines) for each in found]


def _placed(
    found: Diagnostic, file: str, origins: Origins, lines: Sequence[str]
) -> Diagnostic:
    """Return `found` at the sign that its message holds in backquotes."""
    line, column = nearest(found.origin or "", origins)
    sought = found.message.split("`")[1] if "`" in found.message else ""
    line, column = seek(sought, lines, line, column)
    return replace(found, location=Location(file, line, column))


def _runs(value: object, origin: str) -> Iterator[tuple[str, Run]]:
    """Yield every link and note call with the place it stands in."""
    if isinstance(value, LinkRun | NoteRun):
        yield origin, value
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from _runs(getattr(value, key), child(origin, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _runs(item, child(origin, index))


def _check_names(sheet: FactSheet) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for origin, section in sections(sheet):
        if section.name in seen:
            message = f"two headings have the name `{section.name}`"
            yield error("name", message, origin=origin, hint="change one of them")
        if section.name:
            seen.add(section.name)


def _check_links(sheet: FactSheet, runs: list[tuple[str, Run]]) -> Iterator[Diagnostic]:
    names = set(anchors(sheet).values())
    for origin, run in runs:
        target = run.target if isinstance(run, LinkRun) else None
        if target and target.startswith("#") and target[1:] not in names:
            hint = did_you_mean(target[1:], names) if names else "add a heading"
            message = f"no heading has the name `{target}`"
            yield error("link-target", message, origin=origin, hint=hint)


def _check_notes(sheet: FactSheet, runs: list[tuple[str, Run]]) -> Iterator[Diagnostic]:
    called = {run.note for _, run in runs if isinstance(run, NoteRun)}
    counts = Counter(note.name for note in sheet.notes)
    for origin, run in runs:
        if isinstance(run, NoteRun) and run.note not in counts:
            known = list(counts)
            hint = did_you_mean(run.note, known) if known else None
            message = f"`[^{run.note}]` calls no footnote"
            hint = hint or f"add a line `[^{run.note}]: …`"
            yield error("note-undefined", message, origin=origin, hint=hint)
    seen: set[str] = set()
    for index, note in enumerate(sheet.notes):
        origin = f"notes[{index}]"
        if note.name in seen:
            message = f"footnote `{note.name}` is given twice"
            yield error("note-twice", message, origin=origin, hint="rename one")
        elif note.name not in called:
            message = f"footnote `{note.name}` is not called from the text"
            hint = f"write `[^{note.name}]` where it belongs, or remove it"
            yield error("note-unused", message, origin=origin, hint=hint)
        seen.add(note.name)
    for origin, run in runs:
        if isinstance(run, NoteRun) and origin.startswith("notes["):
            message = f"`[^{run.note}]` stands in a footnote"
            hint = "call it from the text"
            yield error("note-nested", message, origin=origin, hint=hint)


def _check_record(sheet: FactSheet) -> Iterator[Diagnostic]:
    if sheet.record.officials and sheet.record.officials_as_of is None:
        message = "officials are recorded without the day on which they held office"
        hint = f"add `officials_as_of: {sheet.issued.isoformat()}`"
        yield error("as-of", message, origin="record.officials", hint=hint)
