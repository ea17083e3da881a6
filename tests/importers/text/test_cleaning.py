import pytest

from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.text import TextImporter
from tests.importers.manuscripts import told
from tests.importers.text.reading import accounts, lines, read


def test_signs_that_print_nothing_leave_their_words() -> None:
    manuscript = read("\ufeffPres\xadse \u2060and\u200b media\x07 met.")
    assert told(manuscript) == ["p Presse and media met."]
    assert [(word, reason) for word, reason, _ in accounts(manuscript)] == [
        ("\xad", "CONTROL"),
        ("\u2060", "CONTROL"),
        ("\u200b", "CONTROL"),
        ("\x07", "CONTROL"),
    ]


def test_joiners_stay_for_they_are_spelling() -> None:
    assert lines("می\u200cخواهم و क्\u200dष।") == ["p می\u200cخواهم و क्\u200dष।"]


def test_words_read_with_a_wrong_encoding_are_repaired_one_by_one() -> None:
    manuscript = read("Monacoâ€™s MonÃ©gasque prince came.")
    assert told(manuscript) == ["p Monaco’s Monégasque prince came."]
    assert accounts(manuscript) == [
        ("â€™", "REPAIRED", "’"),
        ("Ã©", "REPAIRED", "é"),
    ]


def test_a_closing_quote_that_lost_a_byte_is_one_again() -> None:
    assert lines("He was â€œBuffalo Bill.â€\ufffd") == ["p He was “Buffalo Bill.”"]


def test_a_lost_byte_that_nothing_explains_stays_lost() -> None:
    assert lines("Here is â€\ufffd alone.") == ["p Here is \ufffd alone."]


@pytest.mark.parametrize(
    "text", ["L’été à São Paulo “fine” – ﬁn.", "NÃO, disse.", "½ ﬁ Ⅷ ｆｕｌｌ."]
)
def test_good_text_is_not_touched(text: str) -> None:
    assert lines(text) == [f"p {text}"]
    assert accounts(read(text)) == []


def test_character_references_are_resolved() -> None:
    manuscript = read("Department for Innovation &amp; Skills met.")
    assert told(manuscript) == ["p Department for Innovation & Skills met."]
    assert accounts(manuscript) == [("&amp;", "REPAIRED", "&")]


def test_windows_1252_is_guessed_and_said() -> None:
    manuscript = TextImporter().read("x.txt", "Il a dit « été ».".encode("cp1252"))
    assert told(manuscript) == ["p Il a dit « été »."]
    assert [(each.what, each.value) for each in manuscript.guesses] == [
        ("encoding", "Windows-1252")
    ]


def test_utf_16_without_a_mark_is_guessed() -> None:
    manuscript = TextImporter().read(
        "x.txt", "Good morning to all.".encode("utf-16-le")
    )
    assert told(manuscript) == ["p Good morning to all."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "no plain text but a PDF file"),
        (b"{\\rtf1 Hello}", "no plain text but an RTF file"),
        (bytes(range(32)) * 40, "is not text"),
        ("Заявление о доступности".encode("cp1251"), "encoding of the file"),
        (b"a" * 5_000_001, "more than 5,000,000 bytes"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ImportRefusedError, match=message) as refusal:
        TextImporter().read("x.txt", data)
    assert refusal.value.finding.hint


def test_an_empty_file_holds_nothing() -> None:
    assert lines(" \n\n") == []


def test_markdown_under_the_name_of_text_is_read_as_markdown() -> None:
    text = "---\ntitle: A sheet\n---\n\nSome *words* at [a place](https://a.org/).\n"
    assert lines(text) == ["h1 A sheet", "p Some words at a place."]
