"""An edited Word file and today's source to one outcome: what changes, and what stops.

edited file ──read_edited──▶ theirs ──merge with base and source──▶ new source text
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, error
from pipeline.inspect.docx.archive import RefusedFileError
from pipeline.inspect.docx.package import read_package
from pipeline.load import load, load_bytes
from pipeline.pull import (
    Edited,
    Operation,
    Pending,
    RefusedEditError,
    find_base,
    read_edited,
)
from pipeline.pull.guards import (
    conflict_findings,
    refuse_another_sheet,
    unbuildable,
)
from pipeline.pull.merge import Conflict, Prefer, merge
from pipeline.pull.remarks import remarks_of
from pipeline.pull.sources import bytes_of
from pipeline.review import read_review, with_remarks
from pipeline.unload import UnspellableError
from pipeline.unload.revise import UnrevisableError, revise
from schemas.factsheet import FactSheet
from schemas.review import Review


@dataclass(frozen=True, slots=True)
class Pulled:
    """What pulling an edited file into a source comes to. Nothing is written yet."""

    source: Path
    operations: tuple[Operation, ...]
    """What was done in Word, edit by edit."""
    conflicts: tuple[Conflict, ...]
    """What was changed in Word and in the source, each in its own way."""
    before: str
    """The source as it is."""
    after: str
    """The source as it will be; where there is a conflict, with the reading chosen."""
    review: Review
    """All remarks on the sheet, those of this file included."""
    new_remarks: int
    notes: tuple[Diagnostic, ...]
    """What was ignored because it says nothing, and what will stop a build."""

    @property
    def diff(self) -> str:
        """Return the change of the source as a unified diff."""
        name = str(self.source)
        lines = unified_diff(
            self.before.splitlines(), self.after.splitlines(), name, name, lineterm=""
        )
        return "\n".join(lines)


def pull(
    edited: Path,
    source: Path,
    pending: Pending = Pending.STOP,
    prefer: Prefer | None = None,
    published: Iterable[Path] = (),
) -> Pulled:
    """Return what the edits in the file `edited` make of the sheet in `source`.

    `published` are Word files as they were built, for an edited file that does not hold
    the sheet it was made from. Raises RefusedEditError, with every reason at once, when
    the edits cannot come home: then nothing has changed. Raises OSError.
    """
    ours = load(source)
    if ours.sheet is None:
        raise RefusedEditError(ours.report)
    before = source.read_bytes().decode("utf-8")
    candidates = _candidates(ours.sheet, published)
    try:
        theirs = read_edited(bytes_of(edited), candidates, pending)
    except RefusedEditError as refused:
        raise RefusedEditError(_placed(refused.findings, edited)) from None
    base = theirs.base.sheet
    refuse_another_sheet(base, ours.sheet, edited, source)
    merged = merge(base, ours.sheet, theirs.sheet, prefer or Prefer.SOURCE)
    if merged.conflicts and prefer is None:
        told = conflict_findings(merged.conflicts, ours.origins, source)
        raise RefusedEditError(told)
    after, warned = _revised(source, before, ours.sheet, merged.sheet)
    review, new = _reviewed(source, edited, theirs, pending)
    return Pulled(
        source=source,
        operations=theirs.operations,
        conflicts=merged.conflicts,
        before=before,
        after=after,
        review=review,
        new_remarks=new,
        notes=(*_placed(theirs.notes, edited), *warned),
    )


def _candidates(ours: FactSheet, published: Iterable[Path]) -> Iterable[bytes]:
    """Yield sheets that the edited file may have been made from, the likely first."""
    yield ours.model_dump_json().encode()
    for path in published:
        try:
            yield find_base(read_package(bytes_of(path))).source
        except (RefusedEditError, RefusedFileError, OSError):
            # A file of another kind or state is no base; the next may be.
            continue


def _placed(found: Iterable[Diagnostic], file: Path) -> tuple[Diagnostic, ...]:
    where = Location(str(file))
    return tuple(replace(each, location=each.location or where) for each in found)


def _revised(
    source: Path, text: str, ours: FactSheet, merged: FactSheet
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the source that says `merged`, and what will stop its build.

    Refuses one that would be no sheet.
    """
    where = Location(str(source))
    try:
        after = revise(text, ours, merged, source.suffix.lower())
    except UnrevisableError as problem:
        hint = "`bulletin import` makes a Markdown source of the Word file"
        found = error("source-form", str(problem), location=where, hint=hint)
        raise RefusedEditError([found]) from None
    except UnspellableError as problem:
        found = error("unspellable", str(problem), location=where)
        raise RefusedEditError([found]) from None
    read = load_bytes(str(source), after.encode(), source.parent)
    if read.sheet is None:
        raise RefusedEditError([each for each in read.report if each.is_error])
    return after, unbuildable(read.sheet, read.origins, source)


def _reviewed(
    source: Path, edited: Path, theirs: Edited, pending: Pending
) -> tuple[Review, int]:
    """Return all remarks on the sheet, and how many of them are new."""
    review, damaged = read_review(source)
    if damaged:
        # What reviewers said before must not be overwritten.
        raise RefusedEditError(damaged)
    held = theirs.pending_changes if pending is Pending.HOLD else ()
    new = remarks_of(theirs.comments, held, theirs.places, edited.name)
    whole = with_remarks(review, new)
    return whole, len(whole.remarks) - len(review.remarks)
