"""What does not belong into a finished document: OX:18, OX:21, OX:28, OX:29."""

import re
from collections.abc import Iterator
from datetime import datetime

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.inspect.docx.names import DATES, OLE_OBJECT, w
from pipeline.inspect.docx.wordfile import WordFile

_MACROS = re.compile("vbaProject|activeX|vbaData|macroEnabled|attachedToolbars")
_OBJECTS = frozenset({"oleObject", "aFChunk", "subDocument", "frame"})
_CHANGES = tuple(map(w, ("ins", "del", "moveFrom", "moveTo")))
# ISO 8601 as W3C's note cuts it down: a year, or more; with a time, its zone.
_DATE = re.compile(
    r"(\d{4})(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?"
)
# What programs write that know no date: the start of a clock.
_CLOCKS = ("1601", "1899", "1900", "1970")
_LAST_YEAR = 2100


def nothing_is_embedded(file: WordFile) -> Iterator[Diagnostic]:
    """OX:18: no embedded objects, no contents in another format."""
    for story in file.stories:
        for name in ("altChunk", "subDoc", "object"):
            if next(story.root.iter(w(name)), None) is not None:
                yield error("OX:18", f"`{story.part}` holds a `w:{name}`")
        if next(story.root.iter(OLE_OBJECT), None) is not None:
            yield error("OX:18", f"`{story.part}` holds an OLE object")
    for owner, targets in file.package.targets.items():
        for target in targets.values():
            if target.kind in _OBJECTS and not target.is_external:
                message = f"`{owner}` embeds `{target.name}` ({target.kind})"
                yield error("OX:18", message)


def nothing_runs(file: WordFile) -> Iterator[Diagnostic]:
    """OX:21: no macros, no ActiveX controls."""
    for name, kind in file.package.types.items():
        if _MACROS.search(kind) or _MACROS.search(name):
            hint = "save it as `Word Document` without macros"
            yield error("OX:21", f"the part `{name}` is a program", hint=hint)


def dates_are_dates(file: WordFile) -> Iterator[Diagnostic]:
    """OX:28: the dates of the properties are dates, the first before the last."""
    said: dict[str, str] = {}
    for name in ("created", "modified"):
        text = (file.core.findtext(f"{DATES}{name}") or "").strip()
        if not text:
            continue
        said[name] = text
        if not _is_date(text):
            yield error("OX:28", f"the property `{name}` is `{text}`, no date")
        elif text[:4] in _CLOCKS or int(text[:4]) > _LAST_YEAR:
            yield error("OX:28", f"the property `{name}` is `{text}`, no likely date")
    first, last = said.get("created", ""), said.get("modified", "")
    if _is_date(first) and _is_date(last) and first[:10] > last[:10]:
        yield error("OX:28", f"created on {first}, after the last change on {last}")


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    whole = text + "0001-01-01"[len(text) :] if len(text) < 10 else text
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True


def changes_are_accepted(file: WordFile) -> Iterator[Diagnostic]:
    """OX:29: a finished document holds no tracked changes and no comments."""
    for story in file.stories:
        count = sum(1 for _ in story.root.iter(*_CHANGES))
        if count:
            message = f"`{story.part}` holds {count} tracked changes"
            yield warning("OX:29", message, hint="accept or reject them")
        if story.kind == "comments" and len(story.root):
            message = f"`{story.part}` holds {len(story.root)} comments"
            yield warning("OX:29", message, hint="delete them")
