"""Edits made in LibreOffice come home: each is found and named, and nothing else."""

import pytest

from pipeline.pull import Edited, Pending, RefusedEditError, read_edited
from tests.pull.office.conftest import Work
from tests.pull.office.edits import SHEETS, Edit, edited_source, edits, together

each_edit = pytest.mark.parametrize(
    ("sheet", "edit"),
    [
        pytest.param(sheet, edit, id=f"{sheet}: {edit.does}")
        for sheet in SHEETS
        for edit in edits(sheet)
    ],
)
each_sheet = pytest.mark.parametrize("sheet", SHEETS)


def told(found: Edited) -> list[str]:
    return [f"{each.where}: {each.kind.value}" for each in found.operations]


@each_edit
def test_an_edit_comes_home_named(worked: Work, sheet: str, edit: Edit) -> None:
    found = read_edited(worked(sheet, edit, tracked=False))
    assert told(found) == list(edit.found)
    assert found.sheet == edited_source(sheet, [edit])


@each_edit
def test_a_tracked_edit_accepted_is_the_plain_one(
    worked: Work, sheet: str, edit: Edit
) -> None:
    data = worked(sheet, edit, tracked=True)
    found = read_edited(data, pending=Pending.ACCEPT)
    assert told(found) == list(edit.found)
    assert found.sheet == edited_source(sheet, [edit])


@each_edit
def test_a_tracked_edit_rejected_leaves_the_sheet(
    worked: Work, sheet: str, edit: Edit
) -> None:
    data = worked(sheet, edit, tracked=True)
    found = read_edited(data, pending=Pending.REJECT)
    assert told(found) == list(edit.stays)
    assert found.sheet == edited_source(sheet, [edit] if edit.stays else [])


@each_edit
def test_tracked_edits_that_nobody_settled_are_listed(
    worked: Work, sheet: str, edit: Edit
) -> None:
    data = worked(sheet, edit, tracked=True)
    if not edit.before:
        assert read_edited(data).pending_changes == ()
        return
    with pytest.raises(RefusedEditError) as refused:
        read_edited(data)
    assert {each.code for each in refused.value.findings} == {"pending"}
    assert all("Ada Clearance" in each.message for each in refused.value.findings)
    assert any(edit.tracked in each.message for each in refused.value.findings)


@each_sheet
@pytest.mark.parametrize("tracked", [False, True])
def test_a_comment_comes_home_with_its_words(
    worked: Work, sheet: str, tracked: bool
) -> None:
    (edit,) = (each for each in edits(sheet) if each.act[0] == "comment")
    found = read_edited(worked(sheet, edit, tracked=tracked))
    (comment,) = found.comments
    _, quoted, words = edit.act
    assert (comment.author, comment.quoted) == ("Ada Clearance", quoted)
    assert comment.words == words
    assert quoted in comment.paragraph


@each_sheet
def test_all_edits_together_come_home(worked: Work, sheet: str) -> None:
    found = read_edited(worked(sheet, *together(sheet), tracked=False))
    kinds = sorted(each.kind.value for each in found.operations)
    wanted = [line for each in together(sheet) for line in each.found]
    assert kinds == sorted(line.rpartition(": ")[2] for line in wanted)
    assert found.sheet == edited_source(sheet, together(sheet))
    assert len(found.comments) == 1


@each_sheet
def test_all_edits_tracked_together_are_all_or_none(worked: Work, sheet: str) -> None:
    data = worked(sheet, *together(sheet), tracked=True)
    accepted = read_edited(data, pending=Pending.ACCEPT)
    rejected = read_edited(data, pending=Pending.REJECT)
    assert accepted.sheet == edited_source(sheet, together(sheet))
    stays = [each for each in together(sheet) if each.stays]
    assert rejected.sheet == edited_source(sheet, stays)


def test_a_style_lost_in_a_tracked_merge_is_named_after_rejecting_it(
    worked: Work,
) -> None:
    """LibreOffice gives the text the style of the list item and records no change."""
    source = "\n\nCloudy water is", " Cloudy water is"
    edit = Edit("merge", ("merge", "Cloudy water is"), *source)
    item = "under the heading “What Makes Water Unsafe”, list item"
    accepted = read_edited(worked("safe-water", edit, tracked=False))
    assert told(accepted) == [f"{item} 9: merged"]
    assert accepted.sheet == edited_source("safe-water", [edit])
    data = worked("safe-water", edit, tracked=True)
    rejected = read_edited(data, pending=Pending.REJECT)
    assert told(rejected) == [f"{item} 10: restyled"]
