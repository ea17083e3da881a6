"""Passages become sections, lists, tables, notes and further reading."""

import pytest

from schemas import blocks as model
from schemas.richtext import AbbreviationRun, LinkRun, plain, walk_runs
from tests.importers.edit.written import PROSE, edited, outline, sheet_of

TITLE = "# Relations With Norland"
WHERE = "More information about Norland is available from the sources listed here:"


def test_deeper_headings_are_folded_to_the_second_level() -> None:
    found = edited(TITLE, "## A", PROSE, "### B", PROSE, "##### C", PROSE)
    heads = [line for line in outline(found.sheet) if line.startswith("#")]
    assert heads == ["## A", "### B", "### C"]
    assert any("folded" in each.what for each in found.guesses)


def test_levels_that_skip_one_close_up() -> None:
    sheet = sheet_of(TITLE, PROSE, "## A", PROSE, "#### B", PROSE)
    heads = [line for line in outline(sheet) if line.startswith("#")]
    assert heads == ["## ", "## A", "### B"]


def test_a_lower_heading_without_one_above_is_raised() -> None:
    sheet = sheet_of(TITLE, "### A", PROSE, "## B", PROSE)
    heads = [line for line in outline(sheet) if line.startswith("#")]
    assert heads == ["## A", "## B"]


def test_a_heading_with_nothing_below_becomes_strong_words() -> None:
    sheet = sheet_of(TITLE, "## A", PROSE, "## B")
    assert outline(sheet) == ["## A", f"paragraph {PROSE}", "paragraph B"]
    assert sheet.sections[0].blocks[-1].text[0].kind == "strong"  # type: ignore[union-attr]


def test_a_heading_right_above_another_takes_it_in() -> None:
    sheet = sheet_of(TITLE, "## A", "## B", PROSE, "## C", PROSE)
    heads = [line for line in outline(sheet) if line.startswith("#")]
    assert heads == ["## A", "### B", "## C"]


def test_a_rule_starts_a_section_without_heading() -> None:
    sheet = sheet_of(TITLE, "## A", PROSE, "---", PROSE)
    assert outline(sheet) == ["## A", f"paragraph {PROSE}", "## ", f"paragraph {PROSE}"]


def test_items_nest_by_their_depth() -> None:
    sheet = sheet_of(TITLE, PROSE, "- a", "  1. b", "  2. c", "    - d", "- e")
    (bullets,) = sheet.sections[0].blocks[1:]
    assert isinstance(bullets, model.BulletList)
    first, second = bullets.items
    (numbers,) = first.blocks
    assert isinstance(numbers, model.NumberedList)
    assert [plain(each.text) for each in numbers.items] == ["b", "c"]
    assert plain(numbers.items[1].blocks[0].items[0].text) == "d"  # type: ignore[union-attr]
    assert plain(second.text) == "e"


def test_numbers_that_jump_start_a_list_that_counts_from_there() -> None:
    sheet = sheet_of(TITLE, PROSE, "1. a", "2. b", "5. c")
    lists = sheet.sections[0].blocks[1:]
    assert [each.start for each in lists] == [1, 5]  # type: ignore[union-attr]


def test_a_further_paragraph_stands_in_its_item() -> None:
    sheet = sheet_of(TITLE, PROSE, "- a", "+ more of a", "- b")
    (bullets,) = sheet.sections[0].blocks[1:]
    assert isinstance(bullets, model.BulletList)
    assert len(bullets.items) == 2
    assert plain(bullets.items[0].blocks[0].text) == "more of a"  # type: ignore[union-attr]


def test_a_grid_with_names_above_numbers_is_a_table() -> None:
    sheet = sheet_of(TITLE, PROSE, "| Year | Cases", "| 2018 | 228", "| 2019 | 229")
    (table,) = sheet.sections[0].blocks[1:]
    assert isinstance(table, model.Table)
    assert [plain(cell.text or ()) for cell in table.header] == ["Year", "Cases"]
    assert [str(each) for each in table.alignments] == ["start", "end"]


def test_uneven_rows_are_filled_up_and_told() -> None:
    found = edited(
        TITLE, PROSE, "| Year | Cases | Deaths", "| 2018 | 228", "| 2019 | 1 | 2"
    )
    (table,) = found.sheet.sections[0].blocks[1:]
    assert isinstance(table, model.Table)
    assert [len(row) for row in table.rows] == [3, 3]
    assert table.rows[0][2].text is None
    assert "cells added" in [each.what for each in found.guesses]


def test_a_grid_without_names_is_a_list_of_its_rows() -> None:
    sheet = sheet_of(TITLE, PROSE, "| E-mail | a@example.gov", "| Telephone | 555 0100")
    (bullets,) = sheet.sections[0].blocks[1:]
    assert isinstance(bullets, model.BulletList)
    assert [plain(each.text) for each in bullets.items] == [
        "E-mail a@example.gov", "Telephone 555 0100",
    ]  # fmt: skip


def test_a_row_of_one_cell_above_the_names_is_the_caption() -> None:
    sheet = sheet_of(
        TITLE, PROSE, "| Cases by year | ", "| Year | Cases", "| 2018 | 2", "| 2019 | 9"
    )  # fmt: skip
    (table,) = sheet.sections[0].blocks[1:]
    assert isinstance(table, model.Table)
    assert plain(table.caption or ()) == "Cases by year"


def test_a_line_that_counts_the_table_is_its_caption() -> None:
    sheet = sheet_of(
        TITLE, PROSE, "## Table 1. Cases by year", "| Year | Cases", "| 2018 | 228",
    )  # fmt: skip
    (table,) = sheet.sections[0].blocks[1:]
    assert isinstance(table, model.Table)
    assert plain(table.caption or ()) == "Table 1. Cases by year"


def test_a_grid_wider_than_a_sheet_takes_is_a_list() -> None:
    wide = "".join(f"| n{index} " for index in range(31)).rstrip()
    sheet = sheet_of(TITLE, PROSE, wide, wide)
    assert [block.kind for block in sheet.sections[0].blocks] == [
        "paragraph",
        "bullets",
    ]


def test_quotations_in_a_row_are_one_quote() -> None:
    sheet = sheet_of(TITLE, PROSE, "> One thing.", "> And another.")
    quote = sheet.sections[0].blocks[1]
    assert isinstance(quote, model.Quote)
    assert len(quote.paragraphs) == 2


def test_a_note_that_is_called_is_one_and_others_are_words() -> None:
    found = edited(TITLE, f"{PROSE}[^a]", "[^a]: By law.", "[^b]: Nobody calls me.")
    assert [note.name for note in found.sheet.notes] == ["a"]
    assert outline(found.sheet)[-1] == "paragraph Nobody calls me."


def test_a_call_without_its_note_is_dropped() -> None:
    sheet = sheet_of(TITLE, f"{PROSE}[^a]", PROSE + " And more.")
    runs = sheet.sections[0].blocks[0].text  # type: ignore[union-attr]
    assert [run.kind for run in runs] == ["text"]


def test_further_reading_stands_apart_with_its_lost_links() -> None:
    sheet = sheet_of(
        TITLE, "## Economy", PROSE, WHERE, "Norland Page",
        "Country Studies (see Old Norland)", "Travel Information | travel.example.gov",
    )  # fmt: skip
    assert [section.heading is None for section in sheet.sections] == [False, True]
    (resources,) = sheet.sections[1].blocks
    assert isinstance(resources, model.Resources)
    assert plain(resources.intro or ()) == WHERE
    lost = [
        plain(run.runs)
        for item in resources.items
        for run in walk_runs(item.text)
        if isinstance(run, LinkRun) and run.target is None
    ]
    assert lost == ["Norland Page", "Country Studies", "Travel Information"]


def test_a_book_is_no_lost_link() -> None:
    book = (
        "Lee, Ann. The Principality of Norland: A History. Halden: Crown Press, 2006."
    )
    sheet = sheet_of(TITLE, PROSE, "## Resources", "Norland Country Page", book)
    (resources,) = sheet.sections[1].blocks
    assert isinstance(resources, model.Resources)
    assert [run.kind for run in resources.items[1].text] == ["text"]


def test_a_heading_with_a_colon_over_bare_lines_is_a_list() -> None:
    names = ("Coal Council", "Wind Association", "Nuclear Institute")
    sheet = sheet_of(TITLE, PROSE, "## Associations:", *names)
    (bullets,) = sheet.sections[1].blocks
    assert isinstance(bullets, model.BulletList)
    assert [plain(each.text) for each in bullets.items] == list(names)


def test_an_address_below_a_colon_stays_lines() -> None:
    lines = ("Health Division", "Norland Government", "Telephone: 01267 225278")
    sheet = sheet_of(TITLE, PROSE, "## Contacts:", *lines)
    assert {block.kind for block in sheet.sections[1].blocks} == {"paragraph"}


@pytest.mark.parametrize(
    ("text", "short", "expansion"),
    [
        ("joined the Kosovo Force (KFOR), tasked", "KFOR", "Kosovo Force"),
        ("the European Union (EU) has", "EU", "European Union"),
        ("Generalized System of Preferences (GSP)", "GSP",
         "Generalized System of Preferences"),
        ("Common Market for Eastern and Southern Africa (COMESA)", "COMESA",
         "Common Market for Eastern and Southern Africa"),
        ("Historically Black Colleges and Universities (HBCUs)", "HBCUs",
         "Historically Black Colleges and Universities"),
    ],
)  # fmt: skip
def test_an_abbreviation_is_the_beginnings_of_its_words(
    text: str, short: str, expansion: str
) -> None:
    sheet = sheet_of(TITLE, PROSE, f"Norland {text}.")
    found = [
        (run.text, run.expansion)
        for run in sheet.sections[0].blocks[1].text  # type: ignore[union-attr]
        if isinstance(run, AbbreviationRun)
    ]
    assert found == [(short, expansion)]


@pytest.mark.parametrize(
    "text",
    [
        "met the Prime Minister (Halden)", "in the northern part (NATO)",
        "under section (A)", "the EU Rule of Law Mission (EULEX)", "a bill (IOU)",
    ],
)  # fmt: skip
def test_other_words_in_parentheses_are_no_abbreviation(text: str) -> None:
    sheet = sheet_of(TITLE, PROSE, f"Norland {text}.")
    kinds = [run.kind for run in sheet.sections[0].blocks[1].text]  # type: ignore[union-attr]
    assert kinds == ["text"]


def test_what_sentences_state_is_offered_in_the_record() -> None:
    lines = (
        TITLE,
        "March 17, 2016",
        f"In 2008, Norland opened an embassy. {PROSE}",
    )
    found = edited(*lines)
    assert [str(each.date) for each in found.sheet.record.events] == ["2008"]
    ((path, fact),) = [each for each in found.facts if each[0].startswith("record.e")]
    assert (path, fact.words) == ("record.events[0]", lines[2].split(".")[0] + ".")


def test_a_line_that_names_further_reading_announces_the_last_lines() -> None:
    lines = ("# Norland", PROSE, "Weiterführende Informationen", "Landesseite Norland",
             "Botschaft in Port Amber", "Reisehinweise für Norland")  # fmt: skip
    block = sheet_of(*lines).sections[-1].blocks[-1]
    assert block.kind == "resources"
    assert len(block.items) == 3


def test_a_heading_without_a_colon_announces_further_reading() -> None:
    lines = ("# Norland", PROSE, "## For more information", "Country Page of Norland",
             "Delegation to Norland", "Support Group for Norland")  # fmt: skip
    assert outline(sheet_of(*lines))[-1] == "resources"
