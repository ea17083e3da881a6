from datetime import date

import pytest
from pydantic import ConfigDict, TypeAdapter, ValidationError

from schemas.values import (
    Count,
    Day,
    EventDate,
    Flag,
    Language,
    Line,
    Name,
    Url,
    forbidden_character,
)


def read(kind: object, value: object) -> object:
    strict = ConfigDict(strict=True)
    return TypeAdapter(kind, config=strict).validate_python(value)


def refusal(kind: object, value: object) -> str:
    with pytest.raises(ValidationError) as raised:
        read(kind, value)
    return str(raised.value.errors()[0]["msg"])


@pytest.mark.parametrize(
    "character",
    ["\0", "\t", "\n", "\x1f", "\x7f", "\x85", "\u2028", "\ud800", "\ufdd0", "\ufffe",
     "\U0001fffe", "\U0010ffff"],
)  # fmt: skip
def test_characters_that_no_document_carries_are_found(character: str) -> None:
    assert forbidden_character(f"ab{character}c") == 2


@pytest.mark.parametrize(
    "text", ["", "a b", "\u00a0\u00ad\u200b\u200d\u2011", "😀\ufffd"]
)
def test_characters_of_text_are_allowed(text: str) -> None:
    assert forbidden_character(text) is None


def test_a_line_is_trimmed_and_composed() -> None:
    assert read(Line, "  e\u0301t\u00e9 ") == "\u00e9t\u00e9"


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_line_needs_a_word(text: str) -> None:
    assert refusal(Line, text) == "this needs at least one word"


@pytest.mark.parametrize("text", ["2016-03-17", "2000-02-29"])
def test_days_are_read_from_text(text: str) -> None:
    assert read(Day, text) == date.fromisoformat(text)


@pytest.mark.parametrize(
    "text", ["2015-02-29", "17.3.2016", "2016-3-17", "20160317", "1699-12-31"]
)
def test_other_days_are_refused_with_the_value(text: str) -> None:
    assert f"`{text}`" in refusal(Day, text)


@pytest.mark.parametrize(
    "text",
    ["2008", "2012-09", "2013-04-19", "1999/..", "?2015-11-02", "2008/2012",
     "2008-05/2008", "2008/2008-05"],
)  # fmt: skip
def test_dates_as_exact_as_they_are_known(text: str) -> None:
    assert read(EventDate, text) == text


@pytest.mark.parametrize(
    "text", ["2012-13", "2013-02-30", "2012/2008", "../2008", "08", "2008-", "March"]
)
def test_dates_that_cannot_be_are_refused(text: str) -> None:
    assert f"`{text}`" in refusal(EventDate, text)


@pytest.mark.parametrize(
    ("text", "value"), [("yes", True), ("No", False), ("TRUE", True), (False, False)]
)
def test_flags_are_words(text: object, value: bool) -> None:
    assert read(Flag, text) is value


@pytest.mark.parametrize("text", ["-1", "1.0", "1e3", "٣", "9" * 10, ""])
def test_counts_are_digits(text: str) -> None:
    with pytest.raises(ValidationError):
        read(Count, text)


@pytest.mark.parametrize("tag", ["en-US", "fr", "sr-Cyrl", "zh-Hant-TW", "es-419"])
def test_language_tags(tag: str) -> None:
    assert read(Language, tag) == tag


@pytest.mark.parametrize("tag", ["EN", "english", "en_US", "en-us", "x-priv", ""])
def test_other_language_tags_are_refused(tag: str) -> None:
    assert f"`{tag}`" in refusal(Language, tag)


@pytest.mark.parametrize(
    "url",
    ["https://example.org", "http://example.org:8080/a?b=c#d", "mailto:a@example.org",
     "tel:+12023803581", "#costs", "HTTPS://EXAMPLE.ORG/"],
)  # fmt: skip
def test_addresses(url: str) -> None:
    assert read(Url, url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///x", "//example.org", "a.html",
     "https:", "https://", "https://a b/", "https://u:p@example.org/", "mailto:x",
     "#", "#Costs", "vbscript:x", " https://example.org", "https://example.org/\u202e"],
)  # fmt: skip
def test_other_addresses_are_refused(url: str) -> None:
    assert refusal(Url, url)


@pytest.mark.parametrize("name", ["a", "a-1", "2016"])
def test_names(name: str) -> None:
    assert read(Name, name) == name


@pytest.mark.parametrize("name", ["", "A", "-a", "a b", "a" * 81, "a\n"])
def test_other_names_are_refused(name: str) -> None:
    assert refusal(Name, name)
