"""Case files: a title, the input, and the findings that it must give.

Cases of `body.md` are bodies: a masthead is put above them, and their lines are counted
from 1. The other files are named after the form of the sources they hold.
"""

import re
from pathlib import Path

import pytest

from pipeline.diagnostics import Diagnostic, printable
from pipeline.load import load_bytes

FOLDER = Path(__file__).parent
MASTHEAD = "---\ntitle: Costs\nissuer: {agency: Treasury}\nissued: 2016-03-17\n---\n"


def read_cases(path: Path) -> list[tuple[str, str, str]]:
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"(?ms)^(\S[^\n]*)\n\.\n(.*?)^\.\n(.*?)^\.\n", text)
    assert len(found) == len(re.findall(r"(?m)^\.$", text)) / 3
    return found


CASES = [
    pytest.param(path.stem, source, expected, id=f"{path.stem}: {title}")
    for path in sorted(FOLDER.glob("*.md"))
    for title, source, expected in read_cases(path)
]


def as_lines(found: Diagnostic, first_line: int, with_hints: bool) -> list[str]:
    assert found.location
    place = f"{found.location.line - first_line}:{found.location.column}"
    severity = found.severity.name.lower()
    lines = [f"{place}: {severity}[{found.code}]: {printable(found.message)}"]
    return lines + ([f"  hint: {found.hint}"] if with_hints and found.hint else [])


@pytest.mark.parametrize(("form", "source", "expected"), CASES)
def test_case(form: str, source: str, expected: str, tmp_path: Path) -> None:
    name = {"body": "case.md", "markdown": "case.md"}.get(form, f"case.{form}")
    above = MASTHEAD if form == "body" else ""
    loaded = load_bytes(name, (above + source).encode(), tmp_path)
    with_hints = "  hint: " in expected
    lines = [
        line
        for found in loaded.report
        for line in as_lines(found, above.count("\n"), with_hints)
    ]
    assert "\n".join(lines or ["ok"]) == expected.rstrip("\n")
    assert (loaded.sheet is None) == any(found.is_error for found in loaded.report)
