"""What stands in the way of edits that could be read, told before they are written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.check import check
from pipeline.diagnostics import (
    Diagnostic,
    Location,
    Origins,
    Severity,
    error,
    nearest,
    place,
)
from pipeline.pull.base import RefusedEditError
from pipeline.pull.merge import Conflict
from pipeline.pull.operations import word_changes
from pipeline.pull.pairs import words_of
from schemas.factsheet import FactSheet

# A sheet that was rewritten shares more of its words with what it was than this.
_LEAST_SHARED = 0.3
_LONGEST = 60


def refuse_another_sheet(
    base: FactSheet, ours: FactSheet, edited: Path, source: Path
) -> None:
    """Raise RefusedEditError where the file was made from another sheet than `ours`."""
    if base.title == ours.title or _shared(base, ours) >= _LEAST_SHARED:
        return
    message = f"the file was made from “{base.title}”, and `{source}` is “{ours.title}”"
    hint = "name the source that it was made from with `--into`"
    where = Location(str(edited))
    raise RefusedEditError([error("another-sheet", message, location=where, hint=hint)])


def _shared(base: FactSheet, ours: FactSheet) -> float:
    one, other = Counter(words_of(base)), Counter(words_of(ours))
    return (one & other).total() / max(one.total(), other.total(), 1)


def conflict_findings(
    conflicts: Sequence[Conflict], origins: Origins, source: Path
) -> list[Diagnostic]:
    """Return an error for each conflict, at its line in the source."""
    return [
        error(
            "conflict",
            f"{told_conflict(each)}: here {_change(each.base, each.ours)}; "
            f"in Word {_change(each.base, each.theirs)}",
            location=Location(str(source), *nearest(each.origin, origins)),
            hint="make them alike, or choose with `--prefer source` or `--prefer word`",
        )
        for each in conflicts
    ]


def told_conflict(conflict: Conflict) -> str:
    """Return what both sides changed, shortened."""
    words = conflict.base or conflict.ours or conflict.theirs
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
    return f"both sides changed “{shown}”"


def _change(before: str, after: str) -> str:
    return word_changes(before, after) if after else "it is deleted"


def unbuildable(
    sheet: FactSheet, origins: Origins, source: Path
) -> tuple[Diagnostic, ...]:
    """Return what will stop a build of `sheet`, as warnings.

    The edits are not at fault: words in a script that cannot be set yet are words.
    """
    return tuple(
        place(replace(each, severity=Severity.WARNING), str(source), origins)
        for each in check(sheet)
        if each.is_error
    )
