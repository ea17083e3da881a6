"""Findings as reports tell them: by the names of files, never by their paths."""

from pathlib import PurePath
from typing import Literal

from pipeline.diagnostics import Diagnostic, Location, Severity, printable
from schemas.report import Finding

_NAMES: dict[Severity, Literal["note", "warning", "error"]] = {
    Severity.NOTE: "note",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def finding_of(found: Diagnostic) -> Finding:
    """Return `found` without a path, so that a report is the same everywhere."""
    where = found.location or Location("")
    return Finding(
        severity=_NAMES[found.severity],
        code=found.code,
        message=printable(found.message),
        hint=printable(found.hint) if found.hint else None,
        file=PurePath(where.file).name or None,
        line=where.line,
        column=where.column,
    )
