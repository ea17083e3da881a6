"""A foreign file becomes a source that loads, with the account of how it was made."""

from pathlib import Path

import pytest

from pipeline.importers import drafting, import_bytes, import_file
from pipeline.load import load_bytes
from tests.importers.edit.written import PROSE

TEXT = f"""\
Relations With Norland

Bureau of Northern Affairs
Fact Sheet
March 6th 2015

{PROSE}

Trade

{PROSE}

Share
"""


def test_a_source_loads_as_the_sheet_of_its_draft() -> None:
    draft = import_bytes("Old Sheet (2).txt", TEXT.encode())
    assert draft.name == "old-sheet-2"
    loaded = load_bytes(f"{draft.name}.md", draft.source.encode())
    assert loaded.sheet == draft.sheet is not None


def test_a_draft_tells_words_places_and_reasons() -> None:
    draft = import_bytes("a.txt", TEXT.encode())
    (kind,) = [each for each in draft.guesses if each.what == "kind"]
    assert (kind.value, kind.words, kind.place) == (
        "Fact Sheet",
        "Fact Sheet",
        "line 4",
    )
    told = [(each.words, each.place, each.instead) for each in draft.left_out]
    assert told == [
        ("March 6th 2015", "line 5", "March 6, 2015"),
        ("Share", "line 13", ""),
    ]


def test_a_guessed_key_has_a_remark_above_it() -> None:
    lines = import_bytes("a.txt", TEXT.encode()).source.split("\n")
    at = lines.index("issued: 2015-03-06")
    assert lines[at - 1] == "# From “March 6th 2015”"


def test_a_title_that_no_text_says_asks_to_be_checked() -> None:
    draft = import_bytes("visit-to-rome.txt", f"{PROSE}\n\n{PROSE} Again.".encode())
    assert "# Please check: the text does not say this.\ntitle: Visit" in draft.source
    (title,) = [each for each in draft.guesses if each.what == "title"]
    assert (title.words, title.place) == ("", "not in the text")


def test_markdown_pages_and_texts_give_the_same_sheet() -> None:
    markdown = f"# Norland\n\n{PROSE}\n\n## Trade\n\n- *ships*\n- oil\n"
    page = (
        f"<h1>Norland</h1><p>{PROSE}</p><h2>Trade</h2>"
        "<ul><li><em>ships</em></li><li>oil</li></ul>"
    )
    first = import_bytes("a.md", markdown.encode())
    second = import_bytes("a.html", page.encode())
    assert first.sheet == second.sheet is not None


def test_a_pages_language_counts() -> None:
    page = f"<html lang='en-ZA'><body><h1>Norland</h1><p>{PROSE}</p></body></html>"
    sheet = import_bytes("a.html", page.encode()).sheet
    assert sheet is not None
    assert sheet.language == "en-ZA"


def test_a_script_that_cannot_be_set_is_imported_with_a_warning() -> None:
    text = (
        "외교부\n\n" + "두 나라는 여러 해 동안 함께 일해 왔으며 무역은 중요합니다. " * 4
    )
    draft = import_bytes("a.txt", text.encode())
    assert draft.sheet is not None
    assert {each.severity.name for each in draft.report} == {"WARNING"}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.odt", b"x", "no importer reads files that end in `.odt`"),
        ("a.txt", b" \n\n", "there is no text in the file"),
        ("a.html", b"<script>x()</script>", "there is no text in the file"),
        ("a.txt", b"Share\nPrint\n", "there is no text in the file"),
    ],
)
def test_what_cannot_be_imported_says_why(name: str, data: bytes, message: str) -> None:
    draft = import_bytes(name, data)
    assert draft.sheet is None
    assert [each.message for each in draft.report] == [message]
    assert draft.report[0].hint


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "norland.txt"
    path.write_text(TEXT, "utf-8")
    draft = import_file(path)
    assert draft.sheet is not None
    assert draft.sheet.title == "Relations With Norland"


def test_facts_of_the_record_are_told_with_their_words_and_places() -> None:
    text = TEXT.replace("Trade\n", "Trade\n\nIn 2008, Norland opened an embassy.\n")
    draft = import_bytes("a.txt", text.encode())
    (fact,) = [each for each in draft.guesses if each.what.startswith("record.")]
    assert (fact.what, fact.value) == ("record.events[0]", "2008")
    assert (fact.words, fact.place) == (
        "In 2008, Norland opened an embassy.", "line 11",
    )  # fmt: skip
    assert "# From “In 2008, Norland opened an embassy.”" in draft.source


def test_a_title_is_not_told_as_a_heading_too() -> None:
    draft = import_bytes("a.txt", TEXT.encode())
    told = [(each.what, each.words) for each in draft.guesses if each.what == "heading"]
    assert told == [("heading", "Trade")]


def test_a_sheet_too_large_to_load_is_refused_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drafting, "MAX_SOURCE", 100)
    draft = import_bytes("a.txt", TEXT.encode())
    assert draft.sheet is None
    assert [each.hint for each in draft.report] == [
        "divide the file, and import the parts"
    ]
