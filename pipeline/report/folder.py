"""A look at the folder: its reports, held against the files that are really there."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

from pipeline.report.sheet import ENDING, read_report
from schemas.report import File, Finding, Report

Failed = Mapping[str, tuple[Finding, ...]]
"""The sheets whose last build failed, by file name, and why."""


class State(Enum):
    """How a file on the disk stands to what its report says."""

    CURRENT = "current"
    OLDER = "older"
    """Made of an earlier state of the sheet than its other files."""
    CHANGED = "changed"
    """Not the bytes that were checked."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as its report has it, and how it stands on the disk."""

    file: File
    state: State

    @property
    def is_sound(self) -> bool:
        """Whether the file is the one that was checked."""
        return self.state in (State.CURRENT, State.OLDER)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All there is of one sheet: files with a report, mistakes, or both."""

    source: str
    report: Report | None
    """None where the sheet was never built."""
    files: tuple[Seen, ...]
    mistakes: tuple[Finding, ...]
    """Why its last build wrote nothing; empty where it did."""

    @property
    def needs_care(self) -> bool:
        """Whether anything of it is not as its last build should leave it."""
        changed = any(each.state is not State.CURRENT for each in self.files)
        return changed or bool(self.mistakes)


def look(folder: Path, failed: Failed) -> list[Sheet]:
    """Return every sheet of the folder, by the name of its source."""
    found = [read_report(path) for path in sorted(folder.glob(f"*{ENDING}"))]
    reports = {report.source.name: report for report in found if report}
    return [
        _sheet(folder, source, reports.get(source), failed.get(source, ()))
        for source in sorted({*reports, *failed})
    ]


def _sheet(
    folder: Path, source: str, report: Report | None, mistakes: tuple[Finding, ...]
) -> Sheet:
    if report is None:
        return Sheet(source, None, (), mistakes)
    seen = tuple(Seen(file, _state(folder, file, report)) for file in report.files)
    return Sheet(source, report, seen, mistakes)


def _state(folder: Path, file: File, report: Report) -> State:
    try:
        data = (folder / file.name).read_bytes()
    except OSError:
        return State.MISSING
    if sha256(data).hexdigest() != file.sha256:
        return State.CHANGED
    is_older = file.source_sha256 != report.source.sha256
    return State.OLDER if is_older else State.CURRENT
