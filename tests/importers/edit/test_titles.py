"""Which line is the title where a letterhead, a trail or a body's seat stand near."""

from datetime import date

import pytest

from pipeline.importers.edit import edit
from pipeline.importers.edit.days import read_day
from pipeline.importers.text import TextImporter
from tests.importers.edit.written import PROSE, left_out, sheet_of


def test_a_line_that_says_what_it_is_and_its_name_is_the_title() -> None:
    sheet = sheet_of(
        "The Red House", "Office of the Press Secretary", "September 25, 2015",
        "FACT SHEET: The Visit to Norland", PROSE,
    )  # fmt: skip
    assert sheet.title == "FACT SHEET: The Visit to Norland"
    assert sheet.issuer.bureau == "Office of the Press Secretary"


def test_a_trail_of_pages_leads_to_the_title() -> None:
    lines = ("News/Sheets/Measles", "Measles", "5 December 2019", PROSE)
    assert sheet_of(*lines).title == "Measles"
    assert left_out(*lines)[0] == ("CHROME", "News/Sheets/Measles")


def test_a_name_that_stands_twice_above_the_text_is_the_title() -> None:
    lines = ("Travel", "Living in Norland", "Guidance", "Living in Norland", PROSE)
    assert sheet_of(*lines).title == "Living in Norland"


def test_the_seat_of_an_embassy_is_not_the_title() -> None:
    sheet = sheet_of(
        "Embassy of Norland", "Port Amber, Sudland", "FACT SHEET", "March 5, 2013",
        "## Government Assistance to Sudland", PROSE,
    )  # fmt: skip
    assert sheet.title == "Government Assistance to Sudland"
    assert sheet.issuer.agency == "Embassy of Norland"


def test_a_short_title_above_the_day_is_no_body_where_one_is_named() -> None:
    sheet = sheet_of("Ministry of Affairs", "Desk North", "Norland Today", "2020-10-05",
                     PROSE)  # fmt: skip
    assert sheet.title == "Norland Today"
    assert sheet.issuer.agency == "Ministry of Affairs"


def test_a_title_stands_above_a_month_that_is_no_day_of_issue() -> None:
    sheet = sheet_of("FROM THE PEOPLE", "FACT SHEET", "FEEDING NORLAND", "October 2017",
                     PROSE)  # fmt: skip
    assert (sheet.title, sheet.kind, sheet.issued) == (
        "FEEDING NORLAND", "FACT SHEET", None,
    )  # fmt: skip


def test_body_and_kind_on_one_line_are_two_fields() -> None:
    sheet = sheet_of("Northern Commission - Fact Sheet", "Relations: Answers", PROSE)
    assert (sheet.issuer.agency, sheet.kind) == ("Northern Commission", "Fact Sheet")
    assert sheet.title == "Relations: Answers"


def test_a_kind_keeps_the_number_behind_it() -> None:
    sheet = sheet_of("Nota à imprensa nº 45", "12/03/2021", "Relações com a Norlândia",
                     PROSE)  # fmt: skip
    assert sheet.kind == "Nota à imprensa nº 45"
    assert sheet.title == "Relações com a Norlândia"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tiranë, më 14 maj 2018", date(2018, 5, 14)),
        ("12. maj 2019. godine", date(2019, 5, 12)),
        ("Mise à jour : 01.03.2019", date(2019, 3, 1)),
    ],
)
def test_days_are_read_with_the_words_around_them(line: str, day: date) -> None:
    found = read_day(line, {"T": "sq", "1": "sr-Latn", "M": "fr"}[line[0]])
    assert found is not None
    assert found.day == day


def test_a_guessed_heading_that_is_a_field_is_not_the_title() -> None:
    data = (
        f"Skip to content\n\nRelations With Norland\n\nBilateral Fact Sheet\n\n"
        f"Bureau of Northern Affairs\n\nMarch 17, 2016\n\n{PROSE}\n"
    )
    sheet = edit(TextImporter().read("x.txt", data.encode())).sheet
    assert sheet.title == "Relations With Norland"
    assert sheet.issuer.bureau == "Bureau of Northern Affairs"


def test_the_town_of_an_embassy_is_not_the_title() -> None:
    sheet = sheet_of(
        "Ambassade de Norlande", "Port-Ambre", "Fiche d'information",
        "22/07/2016", "LES RELATIONS DES DEUX PAYS", PROSE,
    )  # fmt: skip
    assert sheet.title == "LES RELATIONS DES DEUX PAYS"


def test_the_number_of_a_release_above_the_title_is_one() -> None:
    sheet = sheet_of("PRN: 2014/123", "Background: Norland", "July 1, 2014", PROSE)
    assert (sheet.number, sheet.title) == ("PRN: 2014/123", "Background: Norland")


def test_a_notice_without_another_name_is_called_what_it_is() -> None:
    read = TextImporter().read("x.txt", f"Travel Advisory\n\n{PROSE}\n".encode())
    assert edit(read).sheet.title == "Travel Advisory"


def test_a_second_body_that_looks_like_a_heading_heads_nothing() -> None:
    lines = ("Background: Norland", "Bureau of Public Affairs",
             "Bureau of Northern Affairs", "June 2011", PROSE, PROSE)  # fmt: skip
    sheet = edit(TextImporter().read("x.txt", "\n".join(lines).encode())).sheet
    assert sheet.title == "Background: Norland"
    assert [each.heading for each in sheet.sections] == [None]


def test_a_pointer_that_is_the_whole_text_stays_the_text() -> None:
    pointer = (
        "More information about Norland is available on the Norland Page and others."
    )
    sheet = sheet_of("# Relations With Norland", pointer)
    assert sheet.standfirst is None
    assert len(sheet.sections) == 1
