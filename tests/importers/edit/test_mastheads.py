"""What stands above a text finds its field, in any order, and nothing is made up."""

from datetime import date

import pytest

from pipeline.importers.manuscript import Hints
from tests.importers.edit.written import PROSE, edited, left_out, outline, sheet_of

TITLE = "# Relations With Norland"


@pytest.mark.parametrize(
    "lines",
    [
        ("Bureau of Northern Affairs", "Fact Sheet", "March 17, 2016"),
        ("Fact Sheet", "Bureau of Northern Affairs", "March 17, 2016"),
        ("March 17, 2016", "Fact Sheet", "Bureau of Northern Affairs"),
    ],
)
def test_lines_below_the_title_stand_in_any_order(lines: tuple[str, ...]) -> None:
    sheet = sheet_of(TITLE, *lines, PROSE)
    assert sheet.title == "Relations With Norland"
    assert sheet.issuer.bureau == "Bureau of Northern Affairs"
    assert sheet.kind == "Fact Sheet"
    assert sheet.issued == date(2016, 3, 17)
    assert outline(sheet) == ["## ", f"paragraph {PROSE}"]


def test_what_no_line_says_stays_unsaid() -> None:
    sheet = sheet_of(TITLE, PROSE)
    assert (sheet.kind, sheet.issued, sheet.number, sheet.place) == (None,) * 4
    assert (sheet.issuer.agency, sheet.issuer.bureau) == (None, None)


def test_a_title_below_the_letterhead_is_found() -> None:
    sheet = sheet_of(
        "DEPARTMENT OF STATE", "Office of the Spokesperson", "For Immediate Release",
        "FACT SHEET", "November 12, 2015", "2015/1262", "## A Dialogue With Norland",
        PROSE, "## Trade", PROSE,
    )  # fmt: skip
    assert sheet.title == "A Dialogue With Norland"
    assert sheet.issuer.agency == "DEPARTMENT OF STATE"
    assert sheet.issuer.bureau == "Office of the Spokesperson"
    assert (sheet.kind, sheet.number) == ("FACT SHEET", "2015/1262")


def test_a_name_between_title_and_day_is_whose_text_it_is() -> None:
    sheet = sheet_of("Living in Norland", "The Red House", "2014-01-22", PROSE)
    assert (sheet.title, sheet.issuer.agency) == ("Living in Norland", "The Red House")


def test_a_kind_inside_the_title_is_printed_once() -> None:
    sheet = sheet_of("# FACT SHEET: A Plan for Norland", "March 1, 2021", PROSE)
    assert (sheet.title, sheet.kind) == ("FACT SHEET: A Plan for Norland", None)


def test_a_day_in_the_titles_parentheses_stays_there() -> None:
    found = edited("# Norland (08/26/11)", "August 26, 2011", PROSE)
    assert found.sheet.title == "Norland (08/26/11)"
    assert found.sheet.issued == date(2011, 8, 26)


def test_a_day_in_another_form_is_retold_in_the_sheets_own() -> None:
    found = edited(TITLE, "Published: 6 July 2015", PROSE)
    told = [each for each in found.left_out if each.reason.name == "RETOLD"]
    assert [each.instead for each in told] == ["6 July 2015"]


def test_a_second_body_is_part_of_the_first() -> None:
    sheet = sheet_of(TITLE, "Department of the Treasury", "Revenue Service", PROSE)
    assert sheet.issuer.agency == "Department of the Treasury"
    assert sheet.issuer.bureau == "Revenue Service"


def test_a_site_behind_the_title_is_its_agency() -> None:
    lines = ("# Relations With Norland - Department of State (2024)", PROSE)
    found = edited(*lines)
    assert found.sheet.title == "Relations With Norland"
    assert found.sheet.issuer.agency == "Department of State"
    assert ("MARKER", "-") in left_out(*lines)


def test_an_imprint_names_the_agency_and_keeps_its_year() -> None:
    sheet = sheet_of("# A Guide to Norland", "Department of State, 2008", PROSE)
    assert sheet.issuer.agency == "Department of State"
    assert sheet.issued is None
    assert outline(sheet)[1] == "paragraph 2008"


def test_one_line_may_hold_body_and_kind() -> None:
    sheet = sheet_of(TITLE, "Bureau of Northern Affairs Fact Sheet", PROSE)
    assert sheet.issuer.bureau == "Bureau of Northern Affairs"
    assert sheet.kind == "Fact Sheet"


def test_a_speakers_line_is_no_title() -> None:
    sheet = sheet_of(
        "Ministry of Foreign Affairs", "Ann Lee, Minister of Foreign Affairs",
        "Press Statement", "April 11, 2023", PROSE,
    )  # fmt: skip
    assert sheet.title == "A"
    assert outline(sheet)[1] == "paragraph Ann Lee, Minister of Foreign Affairs"


def test_a_title_of_the_files_name_is_told_as_added() -> None:
    found = edited("Fact Sheet", "March 17, 2016", PROSE, name="relations-norland.txt")
    assert found.sheet.title == "Relations norland"
    assert found.added == {"title": "Relations norland"}
    (guess,) = [each for each in found.guesses if each.what == "title"]
    assert guess.confidence < 0.5


def test_headings_of_equal_rank_stay_headings() -> None:
    found = edited("## One", PROSE, "## Two", PROSE, name="page.txt")
    assert outline(found.sheet)[::2] == ["## One", "## Two"]


def test_a_text_of_title_and_day_only_keeps_them_as_its_body() -> None:
    sheet = sheet_of("Relations With Norland", "March 17, 2016")
    assert outline(sheet)[1:] == [
        "paragraph Relations With Norland", "paragraph March 17, 2016",
    ]  # fmt: skip


def test_what_the_file_says_of_itself_counts_where_the_text_does_not() -> None:
    hints = Hints(title="From the Head", issued="2024-04-04T12:00", agency="J. Smith")
    found = edited(PROSE, PROSE[:-1] + " too.", hints=hints)
    assert found.sheet.title == "From the Head"
    assert found.sheet.issued == date(2024, 4, 4)
    assert found.sheet.issuer.agency is None
    assert set(found.added) == {"title", "issued"}


def test_lines_that_name_their_field_are_believed() -> None:
    sheet = sheet_of(
        "Issued by: Ministry of Works", "Title: Relations With Norland",
        "Date: 17 March 2016", "Reference: A-12", PROSE,
    )  # fmt: skip
    assert sheet.title == "Relations With Norland"
    assert sheet.issuer.agency == "Ministry of Works"
    assert (sheet.issued, sheet.number) == (date(2016, 3, 17), "A-12")
    assert outline(sheet) == ["## ", f"paragraph {PROSE}"]


def test_labels_of_a_text_without_a_named_title_stay() -> None:
    sheet = sheet_of(TITLE, PROSE, "Service: twice a day", "Number: 5.4 million")
    assert sheet.number is None
    assert outline(sheet)[-1] == "paragraph Number: 5.4 million"


def test_a_french_letterhead_is_read() -> None:
    prose = "Les deux pays entretiennent des relations diplomatiques depuis 1952 et "
    prose += "leurs gouvernements se réunissent pour la paix et la sécurité de tous."
    sheet = sheet_of(
        "Ministère de l'Europe et des Affaires étrangères",
        "Direction de la communication et de la presse", "Fiche d'information",
        "Paris, le 17 mars 2016", "## Les relations avec la Norlande", prose,
    )  # fmt: skip
    assert sheet.issuer.agency == "Ministère de l'Europe et des Affaires étrangères"
    assert sheet.issuer.bureau == "Direction de la communication et de la presse"
    assert (sheet.place, sheet.issued) == ("Paris", date(2016, 3, 17))
    assert sheet.title == "Les relations avec la Norlande"


def test_the_pointer_below_the_masthead_is_the_standfirst() -> None:
    pointer = (
        "More information about Norland is available on the Norland Page and from "
        "other sources listed at the end of this fact sheet."
    )
    sheet = sheet_of(TITLE, "Fact Sheet", pointer, PROSE)
    assert sheet.standfirst is not None
    assert outline(sheet) == ["## ", f"paragraph {PROSE}"]


def test_a_lead_in_italics_is_the_standfirst_and_upright_there() -> None:
    sheet = sheet_of(TITLE, "*What the plan would mean for everybody.*", PROSE)
    assert [run.kind for run in sheet.standfirst or ()] == ["text"]


def test_the_town_on_the_line_above_the_day_is_its_place() -> None:
    sheet = sheet_of(TITLE, "Washington, DC", "February 12, 2014", PROSE)
    assert (sheet.place, sheet.issued) == ("Washington, DC", date(2014, 2, 12))
    assert outline(sheet) == ["## ", f"paragraph {PROSE}"]
