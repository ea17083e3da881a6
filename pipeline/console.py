"""What people and programs see: findings with the source line, progress, summary.

Talk goes to the error stream, data to the output stream. Text from files is escaped, so
no sheet can steer a terminal.
"""

import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import click

from pipeline.diagnostics import (
    SHOWN_PER_FILE,
    Diagnostic,
    Location,
    Severity,
    as_github,
    as_json,
    as_sarif,
    printable,
    short,
)
from pipeline.registry import own_version

# Of a long line so much is shown, with the place in its midst.
WINDOW = 78
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def say(text: str) -> None:
    """Print one line of talk, in colour where the reader's terminal wants it."""
    # https://no-color.org: any value but an empty one switches colour off.
    click.echo(text, err=True, color=False if os.environ.get("NO_COLOR") else None)


def tell(found: Sequence[Diagnostic], form: str) -> None:
    """Print the findings of one sheet as they come, where `form` is for people."""
    if form == "short":
        for each in found:
            say(short(each))
    if form == "human":
        for each in found[:SHOWN_PER_FILE]:
            say(_with_line(each))
        if len(found) > SHOWN_PER_FILE:
            say(f"and {len(found) - SHOWN_PER_FILE} more")


def hand_over(found: Sequence[Diagnostic], form: str) -> None:
    """Print all findings as data, where `form` is for programs."""
    forms: dict[str, Callable[[], str]] = {
        "json": lambda: as_json(found),
        "sarif": lambda: as_sarif(found, own_version()),
        "github": lambda: as_github(found),
    }
    if form in forms:
        click.echo(forms[form]())


def _with_line(found: Diagnostic) -> str:
    name = f"{found.severity.name.lower()}[{found.code}]"
    styled = click.style(name, fg=_COLORS[found.severity], bold=True)
    parts = [short(found).replace(name, styled, 1)]
    if found.location and found.location.line:
        parts += _excerpt(found.location)
    if found.hint:
        parts.append(f"  hint: {printable(found.hint)}")
    return "\n".join(parts)


def _excerpt(where: Location) -> list[str]:
    lines = _lines(where.file)
    if where.line > len(lines):
        return []
    line, at = lines[where.line - 1], max(where.column - 1, 0)
    start = max(0, min(at - WINDOW // 2, len(line) - WINDOW))
    window = line[start : start + WINDOW]
    before, after = "…" if start else "", "…" if start + WINDOW < len(line) else ""
    number = str(where.line)
    shown = [f"  {number} | {before}{_visible(window)}{after}"]
    if where.column:
        ahead = f"  {number} | {before}{_visible(line[start:at])}"
        shown.append(" " * len(ahead) + "^")
    return shown


@lru_cache(maxsize=16)
def _lines(file: str) -> tuple[str, ...]:
    try:
        # As sheets are read: only line feeds and carriage returns end a line.
        return tuple(Path(file).read_text("utf-8", errors="replace").split("\n"))
    except OSError:
        return ()


def _visible(text: str) -> str:
    return printable(text.replace("\t", " "))


def counted(number: int, thing: str) -> str:
    """Return `number` with its noun, such as `1 sheet` or `4 sheets`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def size(count: int) -> str:
    """Return a file size as people say it."""
    return f"{max(1, round(count / 1000))} kB"
