"""Copies for review that LibreOffice saves anew without an edit say what they said."""

import pytest

from pipeline.pull import read_edited
from tests.pull.office.desk import Desk
from tests.pull.office.edits import SHEETS, built, edited_source

each_sheet = pytest.mark.parametrize("sheet", SHEETS)


@each_sheet
def test_a_copy_for_review_saved_anew_is_the_same_sheet(desk: Desk, sheet: str) -> None:
    data, _ = desk.edit(built(sheet, is_review=True))
    found = read_edited(data)
    assert found.operations == ()
    assert found.sheet == edited_source(sheet, [])


@each_sheet
def test_a_copy_saved_as_opendocument_and_back_is_the_same_sheet(
    desk: Desk, sheet: str
) -> None:
    """The sheet in the file is lost on the way; its sum is not."""
    base = edited_source(sheet, [])
    text, _ = desk.edit(built(sheet, is_review=True), form="odt")
    data, _ = desk.edit(text)
    found = read_edited(data, [base.model_dump_json().encode()])
    assert found.operations == ()
    assert found.sheet == base
