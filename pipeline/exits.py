"""Exit codes, and the last handler: whatever happens ends in a code and one message.

Scripts rely on these numbers; `README.md` lists them.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import NoReturn

import click

from pipeline.diagnostics import Diagnostic, SettingsError, Severity, human, printable


class Exit(IntEnum):
    """What the command's number means."""

    DONE = 0
    SHEETS = 1
    """Some sheets have errors; the others were built."""
    USAGE = 2
    """The command or its settings are wrong; nothing was started."""
    WARNINGS = 3
    """Only warnings, under `--strict`."""
    SYSTEM = 4
    """Disk, permission, lock or a missing font."""
    REFUSED = 5
    """Edits of a Word file cannot come home; the source is as it was."""
    BUG = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141
    TERMINATED = 143


class Terminated(BaseException):
    """SIGTERM came: unwind, so that nothing half-made is left."""


def code_for(found: Iterable[Diagnostic], strict: bool) -> Exit:
    """Return the code that findings ask for; the worst wins."""
    worst = {(each.severity, each.code) for each in found}
    errors = {code for severity, code in worst if severity is Severity.ERROR}
    if "internal" in errors:
        return Exit.BUG
    if errors & {"system", "io"}:
        return Exit.SYSTEM
    if errors:
        return Exit.SHEETS
    is_warned = any(severity is Severity.WARNING for severity, _ in worst)
    return Exit.WARNINGS if strict and is_warned else Exit.DONE


def guarded(run: Callable[[], int], debug: bool) -> int:
    """Run and return the exit code; no exception leaves, each says one thing."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        return run()
    except SystemExit as left:  # shell completion leaves so
        return int(left.code or 0)
    except click.ClickException as failure:
        failure.show()
        return Exit.USAGE
    except SettingsError as failure:
        _say(human(failure.findings))
        return Exit.USAGE
    except (KeyboardInterrupt, click.Abort):
        _say("stopped")
        return Exit.INTERRUPTED
    except Terminated:
        _say("stopped")
        return Exit.TERMINATED
    except BrokenPipeError:
        # The reader of our output has left; Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.PIPE_CLOSED
    except OSError as failure:
        _say(f"error[system]: {failure}")
        return Exit.SYSTEM
    except BaseException as failure:  # also Rust panics, recursion and memory
        _confess(failure, debug)
        return Exit.BUG


def _terminate(number: int, frame: object) -> NoReturn:
    raise Terminated


def _say(text: str) -> None:
    click.echo(text, err=True)


def _confess(failure: BaseException, debug: bool) -> None:
    if debug:
        _say("".join(traceback.format_exception(failure)))
    name = f"{type(failure).__name__}: {failure}".split("\n", 1)[0]
    _say(f"error[internal]: {printable(name)}")
    _say("  hint: this is a fault in bulletin, not in your sheet; nothing was lost.")
    if not debug:
        _say("  `bulletin --debug ...` shows where, for a report to its makers")
