"""What `bulletin verify` does: judge finished files of any maker, and say how.

The check inside every build holds a file against its sheet; this one knows no sheet.
"""

from collections.abc import Sequence
from pathlib import Path

from pipeline.console import counted, hand_over, say, tell
from pipeline.diagnostics import Diagnostic, Location, error
from pipeline.exits import Exit, code_for
from pipeline.inspect import inspect_file

UNREADABLE = "unreadable"


def run_verify(
    files: Sequence[Path],
    standards: Sequence[str],
    validators: Sequence[str],
    form: str,
) -> Exit:
    """Judge the files, telling of each as it is done; return the exit code."""
    done = []
    for file in files:
        found = _judge(file, standards, validators)
        tell(found, form)
        done.append(found)
    every = [each for found in done for each in found]
    hand_over(every, form)
    broken = sum(any(each.is_error for each in found) for found in done)
    say(f"verified {counted(len(files), 'file')}, {broken} with errors")
    if any(each.code == UNREADABLE for each in every):
        return Exit.SYSTEM
    return code_for(every, strict=False)


def _judge(
    file: Path, standards: Sequence[str], validators: Sequence[str]
) -> list[Diagnostic]:
    try:
        return inspect_file(file, standards, validators)
    except OSError as failure:
        message = f"the file cannot be read: {failure.strerror or failure}"
        return [error(UNREADABLE, message, location=Location(str(file)))]
