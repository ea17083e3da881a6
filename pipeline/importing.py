"""What `bulletin import` does: foreign documents to sources, each with its account."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline.console import counted, hand_over, say, tell
from pipeline.diagnostics import Diagnostic, Location, SettingsError, error, printable
from pipeline.exits import Exit, code_for
from pipeline.importers import import_file
from pipeline.importers.account import account_name, account_of
from pipeline.importers.draft import Draft
from pipeline.importers.finding import endings
from pipeline.write import write_files


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of `bulletin import`, as given."""

    files: tuple[str, ...]
    out: Path
    form: str


def run_import(asked: Asked) -> Exit:
    """Import the files, telling of each as it is done; return the exit code."""
    found: list[Diagnostic] = []
    done = 0
    files = list(_files(asked.files))
    with _progress(files) as steps:
        for path in steps:
            findings = _import(path, asked.out)
            tell(findings, asked.form)
            found += findings
            done += not any(each.is_error for each in findings)
    hand_over(found, asked.form)
    say(f"imported {done} of {counted(len(files), 'file')} into {asked.out}")
    return code_for(found, strict=False)


def _progress(files: Sequence[Path]) -> AbstractContextManager[Iterable[Path]]:
    """Return the files, with a bar where somebody watches and there is time to."""
    if len(files) < 3 or not sys.stderr.isatty():
        return nullcontext(files)
    return click.progressbar(files, label="importing", file=sys.stderr)


def _files(named: Sequence[str]) -> Iterator[Path]:
    """Yield the files that names, folders and patterns stand for, each once."""
    seen = set[Path]()
    for name in named:
        for path in _meant(name):
            if path not in seen:
                seen.add(path)
                yield path


def _meant(name: str) -> list[Path]:
    path = Path(name)
    if path.is_dir():
        known = endings()
        inside = (each for each in path.rglob("*") if each.suffix.lower() in known)
        found = sorted(each for each in inside if each.is_file())
        kinds = ", ".join(known)
        return found or _nothing(name, f"holds no file of a kind to import: {kinds}")
    if path.exists():
        return [path]
    # Shells of Windows, and patterns in quotes, leave this to the program.
    start = path.anchor or "."
    found = sorted(Path(start).glob(str(path.relative_to(path.anchor))))
    return found or _nothing(name, "does not exist")


def _nothing(name: str, what: str) -> list[Path]:
    raise SettingsError(error("no-file", f"`{name}` {what}", hint="check the name"))


def _import(path: Path, out: Path) -> list[Diagnostic]:
    """Import one file; what goes wrong with it stops no other."""
    try:
        draft = import_file(path)
        if draft.sheet is None:
            return list(draft.report)
        return [*draft.report, *_write(draft, path, out)]
    except OSError as problem:
        said = problem.strerror or str(problem)
        message = f"the file cannot be imported: {said}"
        return [error("io", message, location=Location(str(path)))]


def _write(draft: Draft, path: Path, out: Path) -> list[Diagnostic]:
    source = out / f"{draft.name}.md"
    taken = [name for name in (source.name, *draft.pictures) if (out / name).exists()]
    if taken:
        message = f"`{out / taken[0]}` exists already, and is left as it is"
        hint = "rename or remove it, or name another folder with `-o`"
        where = Location(str(path))
        return [error("exists", message, location=where, hint=hint)]
    account = account_of(draft, path.name)
    files = {source.name: draft.source.encode(), **draft.pictures}
    write_files(out, files | {account_name(draft): account.encode()})
    told = f"what was concluded and left out: {out / account_name(draft)}"
    say(printable(f"imported {path}: {source}; {told}"))
    return []
