"""Asks veraPDF: one start for all files, each judged by everything that it claims.

A file is read once for all its claims; the caller says which claims it expects, so that
one that a file forgets is found as well.
"""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pipeline.renderer import Standard

CLAIMS = {
    Standard.PDF17: ("PDF/UA-1", "PDF/A-2a"),
    Standard.PDF2: (
        "PDF/UA-2 + Tagged PDF", "PDF/A-4f",
        "WTPDF 1.0 Accessibility", "WTPDF 1.0 Reuse",
    ),
}  # fmt: skip
"""What files of each standard claim, by veraPDF's names for its profiles."""

Verdicts = dict[Path, dict[str, tuple[str, ...]]]
"""For each file the rules that it breaks, claim by claim; no claim if unreadable."""


def judge(command: list[str], files: Iterable[Path]) -> Verdicts:
    """Return what veraPDF, started by `command`, says of `files`."""
    # Flavour 0: all that a file claims.
    line = [*command, "-f", "0", *files]
    done = subprocess.run(line, capture_output=True, check=False)
    jobs = json.loads(done.stdout)["report"]["jobs"]
    return {Path(job["itemDetails"]["name"]): _verdict(job) for job in jobs}


def _verdict(job: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    if "taskException" in job:
        return {}
    return {
        result["profileName"].removesuffix(" validation profile"): _broken(result)
        for result in job["validationResult"]
    }


def _broken(result: dict[str, Any]) -> tuple[str, ...]:
    rules = result["details"]["ruleSummaries"]
    broken = tuple(f"{rule['clause']}-{rule['testNumber']}" for rule in rules)
    return broken if broken or result["compliant"] else ("not compliant",)
