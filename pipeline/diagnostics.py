"""What can be wrong, where, and what to do about it.

Every stage returns `Diagnostic` values; the command line prints them. Nothing here
knows what is being diagnosed.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import IntEnum

# More than this from one file is noise: the rest is counted.
SHOWN_PER_FILE = 50


class Severity(IntEnum):
    """How much a finding matters; errors stop a sheet, warnings do not."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: 1-based line and column; 0 where unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return file, file:line or file:line:column, as far as known."""
        parts = [printable(self.file)]
        parts += [str(number) for number in (self.line, self.column) if number]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `origin` is a model path, for stages that know no file."""

    severity: Severity
    code: str
    message: str
    location: Location | None = None
    hint: str | None = None
    origin: str | None = None

    @property
    def is_error(self) -> bool:
        """Whether a sheet with this finding may not be written."""
        return self.severity is Severity.ERROR


Origins = dict[str, tuple[int, int]]
"""Model path, such as `sections[2].blocks[0]`, to line and column."""


def error(code: str, message: str, **where: object) -> Diagnostic:
    """Return an error; keywords are `location`, `hint` and `origin`."""
    return Diagnostic(Severity.ERROR, code, message, **where)  # type: ignore[arg-type]


def warning(code: str, message: str, **where: object) -> Diagnostic:
    """Return a warning; keywords are `location`, `hint` and `origin`."""
    return Diagnostic(Severity.WARNING, code, message, **where)  # type: ignore[arg-type]


def note(code: str, message: str, **where: object) -> Diagnostic:
    """Return a note; keywords are `location`, `hint` and `origin`."""
    return Diagnostic(Severity.NOTE, code, message, **where)  # type: ignore[arg-type]


def place(found: Diagnostic, file: str, origins: Origins) -> Diagnostic:
    """Return `found` with its origin turned into a place in `file`.

    An origin that has no position of its own takes that of the nearest thing around it.
    """
    if found.location is not None:
        return found
    line, column = nearest(found.origin or "", origins)
    return replace(found, location=Location(file, line, column))


def nearest(origin: str, origins: Origins) -> tuple[int, int]:
    """Return the position of `origin` or of the closest path that contains it."""
    while origin:
        if origin in origins:
            return origins[origin]
        cut = max(origin.rfind("."), origin.rfind("["))
        origin = origin[:cut] if cut > 0 else ""
    return origins.get("", (0, 0))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest of `known`, or lists them all."""
    names = sorted(known)
    near = get_close_matches(word, names, n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    return "use one of: " + ", ".join(names)


def printable(text: str) -> str:
    """Return `text` safe for a terminal: controls and bidi marks are escaped."""
    return "".join(
        character
        if character.isprintable()
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


def sort(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings by file and place, each once; errors first where places tie."""
    unique = dict.fromkeys(found)
    return sorted(
        unique, key=lambda each: (each.location or Location(""), -each.severity)
    )


def human(found: Sequence[Diagnostic]) -> str:
    """Return findings as text for people: one line each, a hint below."""
    lines: list[str] = []
    counts: dict[str, int] = {}
    for each in sort(found):
        file = each.location.file if each.location else ""
        counts[file] = counts.get(file, 0) + 1
        if counts[file] > SHOWN_PER_FILE:
            continue
        lines.append(short(each))
        if each.hint:
            lines.append(f"  hint: {printable(each.hint)}")
    for file, count in counts.items():
        if count > SHOWN_PER_FILE:
            lines.append(f"{printable(file)}: and {count - SHOWN_PER_FILE} more")
    return "\n".join(lines)


def short(found: Diagnostic) -> str:
    """Return one finding as one line that `grep` and editors understand."""
    where = f"{found.location}: " if found.location else ""
    name = found.severity.name.lower()
    return f"{where}{name}[{found.code}]: {printable(found.message)}"


def as_json(found: Sequence[Diagnostic]) -> str:
    """Return findings as a JSON array, in the order shown to people."""
    return json.dumps(
        [
            {
                "code": each.code,
                "severity": each.severity.name.lower(),
                "file": each.location.file if each.location else None,
                "line": each.location.line if each.location else None,
                "column": each.location.column if each.location else None,
                "message": each.message,
                "hint": each.hint,
            }
            for each in sort(found)
        ],
        ensure_ascii=True,
        indent=2,
    )


def as_github(found: Sequence[Diagnostic]) -> str:
    """Return findings as GitHub workflow commands; file text cannot inject one."""
    names = {
        Severity.NOTE: "notice",
        Severity.WARNING: "warning",
        Severity.ERROR: "error",
    }
    lines = []
    for each in sort(found):
        place_ = each.location or Location("")
        text = each.message if each.hint is None else f"{each.message}\n{each.hint}"
        lines.append(
            f"::{names[each.severity]} file={_property(place_.file)},"
            f"line={place_.line},col={place_.column},title={_property(each.code)}::{_data(text)}"
        )
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(found: Sequence[Diagnostic], version: str) -> str:
    """Return findings as a SARIF 2.1.0 log for code-scanning services."""
    levels = {
        Severity.NOTE: "note",
        Severity.WARNING: "warning",
        Severity.ERROR: "error",
    }
    results = [
        {
            "ruleId": each.code,
            "level": levels[each.severity],
            "message": {"text": " ".join(filter(None, (each.message, each.hint)))},
            "locations": [_sarif_location(each.location)] if each.location else [],
        }
        for each in sort(found)
    ]
    driver = {
        "name": "bulletin",
        "version": version,
        "rules": [{"id": code} for code in sorted({each.code for each in found})],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    return json.dumps(log, indent=2)


def _sarif_location(where: Location) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": where.file}}
    if where.line:
        physical["region"] = {
            "startLine": where.line,
            "startColumn": max(where.column, 1),
        }
    return {"physicalLocation": physical}


class SettingsError(Exception):
    """What the person who builds chose cannot be had; nothing was started."""

    def __init__(self, *findings: Diagnostic) -> None:
        """Keep the findings, all of them at once."""
        super().__init__(*findings)
        self.findings = findings

    def __str__(self) -> str:
        """Return the findings as people read them."""
        return human(self.findings)
