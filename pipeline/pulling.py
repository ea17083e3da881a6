"""What `bulletin pull` does: show edits made in Word, take them into the source."""

import os
from dataclasses import dataclass, replace
from errno import EACCES
from pathlib import Path

import click

from pipeline.console import counted, hand_over, say, tell
from pipeline.diagnostics import Location, SettingsError, error, printable
from pipeline.exits import Exit
from pipeline.inspect.docx.archive import RefusedFileError
from pipeline.inspect.docx.package import read_package
from pipeline.pull import Pending, RefusedEditError
from pipeline.pull.guards import told_conflict
from pipeline.pull.merge import Prefer
from pipeline.pull.pulled import Pulled, pull
from pipeline.pull.sources import bytes_of, find_source
from pipeline.review import review_path, spelled
from pipeline.write import write_files

_SOURCES, _OUTPUT = Path("sources"), Path("output")


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `bulletin pull`, as given."""

    edited: Path
    into: Path | None
    write: bool
    pending: str
    prefer: str | None
    form: str


def run_pull(asked: Asked) -> Exit:
    """Show, and where asked write, what the edits come to; return the exit code."""
    source = asked.into or _source_of(asked.edited)
    try:
        pulled = pull(
            asked.edited,
            source,
            Pending(asked.pending),
            Prefer(asked.prefer) if asked.prefer else None,
            sorted(_OUTPUT.glob("*.docx")),
        )
    except RefusedEditError as refused:
        tell(refused.findings, asked.form)
        hand_over(refused.findings, asked.form)
        say(f"nothing was taken over; `{source}` is as it was")
        return Exit.REFUSED
    tell(pulled.notes, asked.form)
    hand_over(pulled.notes, asked.form)
    _show(pulled, asked)
    _finish(pulled, asked)
    return Exit.DONE


def _source_of(edited: Path) -> Path:
    found = find_source(edited, _SOURCES)
    if found is None:
        _refuse_unreadable(edited)
        raise SettingsError(
            error(
                "no-source",
                f"no sheet in `{_SOURCES}` is the one that `{edited}` was made from",
                hint="name it with `--into`; if it is lost, `bulletin import` makes a "
                "source of the Word file",
            )
        )
    return found


def _refuse_unreadable(edited: Path) -> None:
    """Raise SettingsError for what is no Word file; then no sheet is to be found."""
    try:
        read_package(bytes_of(edited))
    except RefusedFileError as refused:
        where = Location(str(edited))
        raise SettingsError(replace(refused.finding, location=where)) from None


def _show(pulled: Pulled, asked: Asked) -> None:
    """Print the edits in words, then what they do to the source."""
    edits = counted(len(pulled.operations), "edit")
    say(f"{edits} in {printable(str(asked.edited))}")
    for operation in pulled.operations:
        say(f"  {printable(str(operation))}")
    for conflict in pulled.conflicts:
        say(f"  {printable(told_conflict(conflict))}: your choice stands")
    if pulled.diff:
        # Programs read findings, and nothing else, from the output.
        click.echo(_colored(pulled.diff), err=asked.form not in ("human", "short"))


def _colored(diff: str) -> str:
    colors = {"+": "green", "-": "red", "@": "cyan"}
    return "\n".join(
        click.style(printable(line), fg=colors.get(line[:1]))
        for line in diff.split("\n")
    )


def _finish(pulled: Pulled, asked: Asked) -> None:
    files = _files(pulled)
    if not files:
        say(f"`{pulled.source}` has all of this already; there is nothing to write")
        return
    if not asked.write:
        say("nothing is written yet: add `--write` to take this over")
        return
    if not os.access(pulled.source, os.W_OK):
        raise PermissionError(EACCES, "is write-protected", str(pulled.source))
    write_files(pulled.source.parent, files)
    if pulled.before != pulled.after:
        say(f"wrote {pulled.source}; `bulletin build` makes its documents anew")
    if pulled.new_remarks:
        remarks = counted(pulled.new_remarks, "remark")
        say(f"put {remarks} of reviewers into {review_path(pulled.source)}")


def _files(pulled: Pulled) -> dict[str, bytes]:
    """Return what is to be written, by name: nothing where nothing is new."""
    files = {}
    if pulled.before != pulled.after:
        files[pulled.source.name] = pulled.after.encode()
    if pulled.new_remarks:
        name = review_path(pulled.source).name
        files[name] = spelled(pulled.review, pulled.source).encode()
    return files
