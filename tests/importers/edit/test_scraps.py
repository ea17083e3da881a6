"""What a page adds around a text is left out and told; what may be text stays."""

from dataclasses import replace

import pytest

from pipeline.importers.edit import edit
from pipeline.importers.manuscript import LeftOut, Reason
from tests.importers.edit.written import (
    PROSE,
    edited,
    left_out,
    manuscript,
    outline,
)

TITLE = "# Relations With Norland"


@pytest.mark.parametrize(
    "line",
    [
        "Share", "printable banner", "Follow us on:", "Imprimer", "Seite drucken",
        "Поделиться", "مشاركة", "分享", "Here's how you know", "Views: 5552",
        "An official website of the Norland Government", "© 2016 Ministry",
        "Home > News > Relations", "Download a PDF of this page",
    ],
)  # fmt: skip
def test_fixed_lines_at_head_and_foot_are_the_pages(line: str) -> None:
    lines = (line, TITLE, PROSE, line)
    found = edited(*lines)
    assert outline(found.sheet) == ["## ", f"paragraph {PROSE}"]
    told = left_out(*lines)
    assert told == [("CHROME", line), ("CHROME", line)]


def test_the_same_words_between_prose_stay() -> None:
    found = edited(TITLE, PROSE, "## Search", PROSE)
    assert "## Search" in outline(found.sheet)


def test_a_banner_above_the_title_goes_and_its_body_is_the_agency() -> None:
    found = edited(
        "printable banner", "U.S. Department of State - Great Seal",
        "U.S. Department of State", "Diplomacy in Action", TITLE, PROSE,
    )  # fmt: skip
    assert found.sheet.issuer.agency == "U.S. Department of State"
    assert outline(found.sheet) == ["## ", f"paragraph {PROSE}"]


def test_lines_above_a_title_stay_where_no_banner_is_seen() -> None:
    found = edited("Of the highest importance", TITLE, PROSE)
    assert outline(found.sheet)[1] == "paragraph Of the highest importance"


def test_a_menu_above_the_title_goes() -> None:
    items = ("- Reisen", "- Alltag", "- Aufgaben", "- Presse")
    found = edited(
        "Springe direkt zu:", *items, "Einreise in das Land", "10.11.2021", PROSE
    )
    assert found.sheet.title == "Einreise in das Land"
    assert outline(found.sheet) == ["## ", f"paragraph {PROSE}"]


def test_a_program_in_the_text_goes() -> None:
    code = "');});jQuery('.entry p').each( function() {if (x) {y();}});"
    lines = (TITLE, code, PROSE)
    assert left_out(*lines) == [("SCRIPT", code)]


@pytest.mark.parametrize(
    "text",
    [
        "See section 4(b)(2); it says {who} may apply; the form is (A) or (B).",
        'He said: "The law (as amended) holds"; nobody asked why (or when).',
    ],
)
def test_prose_with_brackets_is_no_program(text: str) -> None:
    found = edited(TITLE, text, PROSE)
    assert outline(found.sheet)[1] == f"paragraph {text}"


def test_what_follows_the_title_below_the_text_goes() -> None:
    lines = (
        TITLE, PROSE, "Relations With Norland - Ministry (2024)", "Top Articles",
        "Latest Posts", "Author: Pat Venn",
    )  # fmt: skip
    found = edited(*lines)
    assert outline(found.sheet) == ["## ", f"paragraph {PROSE}"]
    assert ("DUPLICATE", lines[2]) in left_out(*lines)


def test_a_contact_below_the_end_mark_stays() -> None:
    found = edited(TITLE, PROSE, "###", "Contact: Ann Lee, press@example.gov")
    assert outline(found.sheet)[-1] == "paragraph Contact: Ann Lee, press@example.gov"


def test_a_paragraph_twice_in_a_row_is_there_once() -> None:
    lines = (TITLE, PROSE, PROSE)
    found = edited(*lines)
    assert outline(found.sheet) == ["## ", f"paragraph {PROSE}"]
    assert left_out(*lines) == [("DUPLICATE", PROSE)]


def test_a_text_pasted_twice_is_there_once() -> None:
    once = (TITLE, PROSE, "## Trade", "Ships and fish.")
    found = edited(*once, *once)
    assert outline(found.sheet) == outline(edited(*once).sheet)
    assert [each[0] for each in left_out(*once, *once)] == ["DUPLICATE"] * 4


def test_a_heading_with_the_titles_words_stays() -> None:
    found = edited(TITLE, PROSE, "## Relations With Norland", PROSE + " Again.")
    assert "## Relations With Norland" in outline(found.sheet)


def test_lines_of_another_script_below_a_translation_are_the_sites() -> None:
    arabic = (
        "كان الرئيس العام الماضي أول رئيس يعلن عن شهر التراث الوطني في هذا البلد وقد "
    )
    arabic += "احتفلت به المدن والولايات في كل مكان، ونحن نحتفل به اليوم بكل فخر."
    lines = ("# بيان صحفي عن الشهر", arabic, "The Lessons of 1989", "press@example.gov")
    kept = edited(*lines).sheet
    assert outline(kept)[-1] == "paragraph press@example.gov"
    gone = edited(*lines[:3]).sheet
    assert outline(gone)[-1] == f"paragraph {arabic}"


def test_what_was_repaired_and_then_left_out_is_left_out() -> None:
    written = manuscript(TITLE, PROSE, "x", "x")
    first, last = (each.words.stretch for each in written.passages[2:])  # type: ignore[union-attr]
    mended = [LeftOut(each, Reason.REPAIRED, "x") for each in (first, last)]
    found = edit(replace(written, left_out=tuple(mended)))
    assert [each.reason for each in found.left_out] == [
        Reason.REPAIRED, Reason.DUPLICATE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["Share this page on:", "Compartilhe por Facebook", "Facebook", "LinkedIn"]
)
def test_buttons_of_networks_are_the_pages(line: str) -> None:
    assert left_out(TITLE, line, PROSE, line) == [("CHROME", line), ("CHROME", line)]


def test_the_count_of_printed_pages_is_left_out_between_paragraphs_too() -> None:
    assert left_out(TITLE, PROSE, "Page 1 of 2", "Then more.", "Seite 2 von 2") == [
        ("CHROME", "Page 1 of 2"), ("CHROME", "Seite 2 von 2"),
    ]  # fmt: skip
