"""Remarks of reviewers are kept beside the sheet, and told of until they are done."""

from pathlib import Path

import pytest

from pipeline.diagnostics import Severity
from pipeline.produce import check
from pipeline.review import (
    open_remarks,
    read_review,
    review_path,
    spelled,
    with_remarks,
)
from schemas.review import Remark, Review

ASKED = Remark(
    block="sections[1].blocks[0]",
    place="under the heading “Costs”, paragraph 1",
    quoted="high: very",
    says='Is "this" still so? # yes',
    author="Ann Lee",
    date="2026-03-01T10:00:00Z",
    source="kosovo.docx",
)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "kosovo.md"


def _keep(review: Review, sheet: Path) -> None:
    review_path(sheet).write_text(spelled(review, sheet), "utf-8")


def test_no_file_means_no_remarks(sheet: Path) -> None:
    assert read_review(sheet) == (Review(), ())
    assert open_remarks(sheet) == ()


@pytest.mark.parametrize(
    "says", ["No", "1. first\n2. second", "a: b", "'", '"x"', "-", "yes", " é\u00a0"]
)
def test_remarks_come_back_from_their_file(sheet: Path, says: str) -> None:
    review = Review(remarks=(ASKED, ASKED.model_copy(update={"says": says})))
    _keep(review, sheet)
    assert read_review(sheet) == (review, ())


def test_an_open_remark_is_a_warning_at_its_line(sheet: Path) -> None:
    _keep(Review(remarks=(ASKED,)), sheet)
    (finding,) = open_remarks(sheet)
    assert finding.severity is Severity.WARNING
    assert finding.location is not None
    line = review_path(sheet).read_text("utf-8").split("\n")[finding.location.line - 1]
    assert line.startswith("  - kind")
    assert "Ann Lee asks about “high: very”" in finding.message


def test_an_answered_remark_is_told_of_no_more(sheet: Path) -> None:
    _keep(Review(remarks=(ASKED,)), sheet)
    path = review_path(sheet)
    path.write_text(path.read_text("utf-8").replace("done: no", "done: yes"), "utf-8")
    assert open_remarks(sheet) == ()


def test_a_remark_that_comes_again_is_kept_once(sheet: Path) -> None:
    done = ASKED.model_copy(update={"done": True})
    assert with_remarks(Review(remarks=(done,)), [ASKED, ASKED]).remarks == (done,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("remarks:\n\t- block: a\n", 2),
        ("remarks:\n  - {block: a, place: b, source: c}\n", 2),
        ("remarks:\n  - {block: a, place: b, says: c, source: d, odd: e}\n", 2),
    ],
)
def test_a_damaged_file_is_told_of_with_its_place(
    sheet: Path, text: str, line: int
) -> None:
    review_path(sheet).write_text(text, "utf-8")
    (finding,) = open_remarks(sheet)
    assert finding.severity is Severity.ERROR
    assert finding.location is not None
    assert finding.location.line == line


def test_checking_a_sheet_tells_of_its_open_remarks(sheet: Path) -> None:
    sheet.write_text("---\ntitle: T\n---\n\nText.\n", "utf-8")
    _keep(Review(remarks=(ASKED,)), sheet)
    assert "open-remark" in {each.code for each in check(sheet).report}
