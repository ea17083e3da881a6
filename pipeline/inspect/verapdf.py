"""veraPDF, where it is installed: the reference validator of PDF/UA and PDF/A.

A program of its own in Java; its findings come back under the same ids as ours.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.diagnostics import Diagnostic, SettingsError, error

VARIABLE = "BULLETIN_VERAPDF"
_USUAL_PLACE = Path(".cache/verapdf")
_PAGE = re.compile(r"/pages\[(\d+)\]")
_OBJECT = re.compile(r"\((\d+) \d+ obj")
# It needs about two seconds to start, and less for a sheet; a minute means it hangs.
_PATIENCE = 60


def find_verapdf() -> list[str] | None:
    """Return the validator's command, or None where it is not installed.

    It is the jar that the variable BULLETIN_VERAPDF names, one in `.cache/verapdf` of
    the folder that the command runs in, or `verapdf` on the search path.
    """
    named = os.environ.get(VARIABLE)
    jars = (
        [named]
        if named
        else [str(jar) for jar in sorted(_USUAL_PLACE.glob("cli-*.jar"))]
    )
    java, script = shutil.which("java"), shutil.which("verapdf")
    if jars and java and Path(jars[-1]).is_file():
        return [java, "-jar", jars[-1]]
    return [script] if script else None


def judge_with_verapdf(path: Path, standards: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return what the validator finds in a file, by each of the standards.

    Raises SettingsError when it is not installed or does not run.
    """
    command = find_verapdf()
    if command is None:
        raise SettingsError(
            error(
                "validator",
                "veraPDF is not installed",
                hint=f"`make validators` installs it; or name its jar in {VARIABLE}",
            )
        )
    return tuple(
        found for standard in standards for found in _run(command, path, standard)
    )


def _run(command: list[str], path: Path, standard: str) -> Iterator[Diagnostic]:
    line = [*command, "-f", standard, "--format", "json", str(path.absolute())]
    try:
        done = subprocess.run(
            line, capture_output=True, encoding="utf-8", timeout=_PATIENCE, check=False
        )
        (job,) = json.loads(done.stdout)["report"]["jobs"]
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as failure:
        message = f"veraPDF does not run: {failure}"
        raise SettingsError(error("validator", message)) from failure
    yield from _findings(job, standard)


def _findings(job: dict[str, Any], standard: str) -> Iterator[Diagnostic]:
    # A file that it cannot read has an exception and no result.
    if "taskException" in job or "validationResult" not in job:
        said = job.get("taskException", {}).get("exceptionMessage", "no result")
        yield error("unreadable", f"veraPDF cannot read the file: {said}")
        return
    for result in job["validationResult"]:
        for broken in result["details"]["ruleSummaries"]:
            yield _finding(broken, standard)


def _finding(broken: dict[str, Any], standard: str) -> Diagnostic:
    family = f"A{standard[0]}" if standard[:1].isdigit() else standard.upper()
    label = f"{family}:{broken['clause']}-{broken['testNumber']}"
    first: dict[str, Any] = next(iter(broken.get("checks", ())), {})
    said = first.get("errorMessage") or broken["description"]
    count = broken["failedChecks"]
    more = f" ({count} times)" if count > 1 else ""
    return error(label, f"{_place(first.get('context', ''))}{said}{more}")


def _place(context: str) -> str:
    pages, objects = _PAGE.findall(context), _OBJECT.findall(context)
    parts = [f"page {int(page) + 1}" for page in pages[:1]]
    parts += [f"object {number}" for number in objects[-1:]]
    return f"{', '.join(parts)}: " if parts else ""
