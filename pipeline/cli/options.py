"""Options and arguments that several commands share."""

from collections.abc import Callable
from pathlib import Path

import click

FORMATS = ("human", "short", "json", "sarif", "github")
EXISTING = click.Path(exists=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

Command = Callable[..., object]


def sources(function: Command) -> Command:
    """Take the sheets and folders that a command works on."""
    return click.argument("sources", nargs=-1, type=EXISTING)(function)


def form(function: Command) -> Command:
    """Take the form in which findings are shown."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="human",
        help="How findings are shown: for people (human, short) or programs.",
    )(function)  # fmt: skip


def strict(function: Command) -> Command:
    """Take whether warnings count."""
    return click.option(
        "--strict", is_flag=True, help="Leave with exit code 3 if there are warnings."
    )(function)


def or_all(sources: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the sources named, else the folder that sheets are in."""
    if not sources and not Path("sources").is_dir():
        raise click.UsageError(
            "there is no folder `sources` here: name a sheet, or start one with "
            "`bulletin new NAME`"
        )
    return sources or (Path("sources"),)
