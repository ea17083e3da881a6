"""The ledger of WCAG has every criterion once and names only what exists."""

import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pipeline.inspect.docx
from pipeline.inspect.docx.rulebook import RULES

FOLDER = Path(pipeline.inspect.docx.__file__).parents[1]
LEDGER = (FOLDER / "WCAG.md").read_text("utf-8")
ROWS = re.findall(r"^\| (\d\.\d\.\d+) .*\((AA?)\) \|(.*)\|$", LEDGER, re.MULTILINE)
# Level A and AA of WCAG 2.2: by guideline, the numbers of its criteria.
CRITERIA = {
    "1.1": (1,), "1.2": (1, 2, 3, 4, 5), "1.3": (1, 2, 3, 4, 5),
    "1.4": (1, 2, 3, 4, 5, 10, 11, 12, 13), "2.1": (1, 2, 4), "2.2": (1, 2),
    "2.3": (1,), "2.4": (1, 2, 3, 4, 5, 6, 7, 11), "2.5": (1, 2, 3, 4, 7, 8),
    "3.1": (1, 2), "3.2": (1, 2, 3, 4, 6), "3.3": (1, 2, 3, 4, 7, 8), "4.1": (2, 3),
}  # fmt: skip


def sources(*folders: str) -> Iterator[str]:
    for folder in folders:
        for path in (FOLDER.parent / folder).rglob("*.py"):
            yield path.read_text("utf-8")


def test_every_criterion_has_a_row() -> None:
    expected = [f"{key}.{each}" for key, all_ in CRITERIA.items() for each in all_]
    assert len(expected) == 55
    assert [number for number, _, _ in ROWS] == expected


def test_every_row_says_how_it_is_kept_in_both_formats() -> None:
    kept = ("construction", "checked", "author", "n.a.", "show", "zoom", "same model")
    for number, _, cells in ROWS:
        for cell in cells.split("|")[1:]:
            assert any(word in cell for word in kept), number


def test_rules_for_word_files_exist() -> None:
    guards = set(re.findall(r"OX:\d\d", "".join(sources("inspect/docx"))))
    named = set(re.findall(r"\b(?:MS|OX|BL):[\w.]+\b", LEDGER))
    assert named <= set(RULES) | guards


def test_rules_for_pdf_files_exist() -> None:
    code = "".join(sources("inspect/pdf", "render/pdf"))
    for rule in re.findall(r"UA1:([\d.]+-\d+)", LEDGER):
        assert f"UA1:{rule}" in code, rule


def test_code_that_is_named_exists() -> None:
    names = set(re.findall(r"`((?:pipeline|schemas)\.[\w.]+)`", LEDGER))
    assert len(names) > 4
    for name in names:
        pkgutil.resolve_name(name)
