"""What one field cannot know of another: links, footnotes, names, dates."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from html import unescape

from pydantic import BaseModel

from pipeline.anchors import anchors, sections
from pipeline.diagnostics import (
    Diagnostic,
    Location,
    Origins,
    did_you_mean,
    error,
    nearest,
    warning,
)
from pipeline.load.positions import child, seek
from pipeline.markdown import MAX_LEVELS
from schemas.blocks import BulletList, Callout, NumberedList
from schemas.factsheet import FactSheet
from schemas.richtext import (
    AbbreviationRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    NoteRun,
    Run,
    StrongRun,
    TextRun,
)

# What would be a mark in a text that reads them.
_MARK = re.compile(
    r"\*\*[^*]+\*\*|(?<![\w*])\*[^\s*][^*]*\*(?![\w*])"
    r"|\[[^\[\]]+\](?:\([^()]*\)|\{[^{}]*\})|\[\^[^\]]+\]"
    r"|\\[*_\[\]{}<&]|<https?:[^>]*>|&(?:\#\w+|[A-Za-z]\w*);"
)
_ADDRESSES = frozenset({"image", "emblem", "email", "web"})


def crosscheck(
    sheet: FactSheet, file: str, origins: Origins, lines: Sequence[str]
) -> list[Diagnostic]:
    """Return errors at their places in the `lines` of `file`."""
    parts = list(_parts(sheet, ""))
    runs = [(origin, part) for origin, part in parts if not isinstance(part, str)]
    texts = [(origin, part) for origin, part in parts if isinstance(part, str)]
    found = [
        *_check_names(sheet),
        *_check_links(sheet, runs),
        *_check_notes(sheet, runs),
        *_check_record(sheet),
        *_check_depth(sheet),
        *_check_plain(texts),
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


def _parts(value: object, origin: str) -> Iterator[tuple[str, Run | str]]:
    """Yield every link, note call and plain text with the place it stands in."""
    if isinstance(value, str):
        yield origin, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _parts(item, child(origin, index))
    elif isinstance(value, LinkRun | NoteRun):
        yield origin, value
    elif isinstance(value, StrongRun | EmphasisRun | ForeignRun):
        yield from _parts(value.runs, child(origin, "runs"))
    elif isinstance(value, BaseModel) and not isinstance(
        value, TextRun | AbbreviationRun
    ):
        for key in type(value).model_fields:
            yield from _parts(getattr(value, key), child(origin, key))


def _check_plain(texts: list[tuple[str, str]]) -> Iterator[Diagnostic]:
    for origin, text in texts:
        if origin.rpartition(".")[2] in _ADDRESSES:
            continue
        for match in _MARK.finditer(text):
            if match[0].startswith("&") and unescape(match[0]) == match[0]:
                continue
            message = f"`{match[0][:60]}` prints as typed: no marks are read here"
            hint = "remove them: this is a plain text, such as a name or a label"
            yield warning("marks", message, origin=origin, hint=hint)


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
        example = sheet.issued or date(2016, 3, 17)
        hint = f"add `officials_as_of: {example.isoformat()}`"
        yield error("as-of", message, origin="record.officials", hint=hint)


def _check_depth(sheet: FactSheet) -> Iterator[Diagnostic]:
    for origin, section in sections(sheet):
        yield from _too_deep(section.blocks, origin, 1)


def _too_deep(
    blocks: Sequence[object], origin: str, level: int
) -> Iterator[Diagnostic]:
    """Yield the lists that stand deeper in one another than Word counts."""
    for index, block in enumerate(blocks):
        place = f"{origin}.blocks[{index}]"
        if isinstance(block, Callout):
            yield from _too_deep(block.blocks, place, level)
        if not isinstance(block, BulletList | NumberedList):
            continue
        if level > MAX_LEVELS:
            message = f"lists stand more than {MAX_LEVELS} deep in one another"
            yield error("nesting", message, origin=place, hint="use fewer levels")
            return
        for number, item in enumerate(block.items):
            inside = f"{place}.items[{number}]"
            yield from _too_deep(item.blocks, inside, level + 1)
