"""The tests of the corpus see what they look for, on a sheet made by hand."""

from pathlib import Path

import pytest

from pipeline.importers.draft import Draft, Guessed, Left
from pipeline.produce import build, read
from schemas.factsheet import FactSheet
from tests.importers import comparing
from tests.importers.conserving import (
    additions,
    difference,
    kept,
    words_of_docx,
    words_of_pdf,
)
from tests.importers.corpus import ROOT, SEED, expected
from tests.importers.mastheads import wrong_facts

MADE = ROOT / "sources/kosovo.md"
AGENCY = Guessed("issuer.agency", "U.S. Department of State", "", "", 0.3)


@pytest.fixture(scope="module")
def sheet() -> FactSheet:
    found = read(MADE).sheet
    assert found is not None
    return found


def test_a_sheet_made_by_hand_is_as_expected(sheet: FactSheet) -> None:
    wanted = expected("kosovo")
    assert wrong_facts(wanted, _draft(sheet)) == []
    assert str(comparing.headings(wanted, sheet)) == "4/4"
    assert str(comparing.resources(wanted, sheet)) == "14/14"
    assert comparing.made_up_links(sheet, SEED.read_text("utf-8")) == []


def _draft(sheet: FactSheet) -> Draft:
    return Draft("kosovo", sheet, "", guesses=(AGENCY,))


def test_another_title_is_wrong(sheet: FactSheet) -> None:
    other = sheet.model_copy(update={"title": "U.S. Relations With Serbia"})
    assert wrong_facts(expected("kosovo"), _draft(other)) == ["title"]


def test_a_title_that_no_text_has_must_be_a_guess(sheet: FactSheet) -> None:
    untitled = expected("tuvalu-2015-mobile")
    assert "title" in wrong_facts(untitled, _draft(sheet))
    guess = Guessed("title", sheet.title, "", "line 1", 0.2)
    guessed = Draft("x", sheet, "", guesses=(guess,))
    assert "title" not in wrong_facts(untitled, guessed)


def test_a_lost_section_is_missed(sheet: FactSheet) -> None:
    shorter = sheet.model_copy(update={"sections": sheet.sections[:-2]})
    assert str(comparing.headings(expected("kosovo"), shorter)) == "3/4"
    assert str(comparing.resources(expected("kosovo"), shorter)) == "0/14"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = build(MADE, out=tmp_path_factory.mktemp("made"))
    return {output.path.suffix: output.path for output in made.outputs}


def test_files_hold_the_words_of_the_text(
    sheet: FactSheet, files: dict[str, Path]
) -> None:
    text, extra = SEED.read_text("utf-8"), additions(_draft(sheet))
    for found in (words_of_pdf(files[".pdf"]), words_of_docx(files[".docx"])):
        told = difference(text, extra, found)
        assert (told.lost, told.added) == ((), ())
        assert told.displaced <= 5


def test_words_lost_added_and_moved_are_counted() -> None:
    told = difference("one two three four five", "", "three four five one six")
    assert told == (("two",), ("six",), 1)


def test_what_is_left_out_is_taken_from_its_line() -> None:
    left = (
        Left("d", "line 2", "is chrome"),
        Left("d", "line 2", "is repaired", "D"),
        Left("none", "line 1", "is chrome"),
    )
    assert kept("a d b\nc d d\nd", left) == ("a d b\nc  D\nd", [left[2]])
