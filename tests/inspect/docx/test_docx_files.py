"""Files of others and our own: our samples break no rule, and what breaks is told."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from pipeline.diagnostics import Diagnostic
from pipeline.inspect.docx import inspect


@pytest.fixture(scope="module")
def default() -> tuple[Diagnostic, ...]:
    """Return what is found in the document that python-docx starts from."""
    stream = BytesIO()
    docx.Document().save(stream)
    return inspect(stream.getvalue())


def test_our_samples_break_no_rule(samples: Path) -> None:
    files = sorted(samples.rglob("*.docx"))
    assert files
    for file in files:
        assert inspect(file.read_bytes()) == (), file.name


def test_the_default_document_has_one_error(default: tuple[Diagnostic, ...]) -> None:
    assert [each.code for each in default if each.is_error] == ["MS:13"]


def test_the_default_document_has_no_heading_and_pale_styles(
    default: tuple[Diagnostic, ...],
) -> None:
    assert {each.code for each in default} == {"MS:03", "MS:07", "MS:13"}
    assert len(default) == 1 + 1 + 22


def test_the_default_styles_are_pale(default: tuple[Diagnostic, ...]) -> None:
    """4F81BD on white is 4.03 to 1; grey 808080 is 3.95 to 1."""
    pale = [each.message for each in default if "on FFFFFF" in each.message]
    blue = [each for each in pale if "a contrast of 4.03:1 (4F81BD" in each]
    assert len(blue) == 14
    assert sum("a contrast of 3.95:1 (808080" in each for each in pale) == 1
    assert sum("Light Shading" in each for each in pale) == 3


def test_dark_table_styles_are_judged_on_their_own_ground(
    default: tuple[Diagnostic, ...],
) -> None:
    """White on the theme's accents: 2 and 4, and black, are dark enough."""
    dark = [
        each.message.split("`")[1] for each in default if "FFFFFF on" in each.message
    ]
    assert dark == [f"Dark List Accent {number}" for number in (1, 3, 5, 6)]


def test_a_paragraph_in_a_table_takes_the_ink_of_its_style() -> None:
    document = docx.Document()
    table = document.add_table(2, 2, style="Dark List Accent 3")
    # First row and column are darker; the next row is the accent with shade BF.
    table.cell(0, 0).text, table.cell(1, 1).text = "Flow", "Dry"
    stream = BytesIO()
    document.save(stream)
    [found] = [
        each
        for each in inspect(stream.getvalue())
        if each.code == "MS:07" and "word/document.xml" in each.message
    ]
    assert found.message == (
        "`Dry` in `word/document.xml` has a contrast of 3.49:1 "
        "(FFFFFF on 76933C; 4.5:1 is needed)"
    )
