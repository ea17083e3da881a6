"""Value types that every model is made of: text, dates, languages, web addresses.

Sources hold text only (a YAML `NO` stays the word NO), so numbers, dates and yes/no are
read from text here. Every type says in its error what it wanted and what it found.
"""

import re
import unicodedata
from datetime import date
from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

# A document dated before the first office that could have issued it is a typing error.
FIRST_YEAR, LAST_YEAR = 1700, 2199
ALLOWED_SCHEMES = ("https", "http", "mailto", "tel")


class Model(BaseModel):
    """Base of all models: immutable, strict about types, closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        defer_build=True,  # only the model that is used builds a validator
    )


# XML 1.0 `Char` less C1 controls, DEL, surrogates and noncharacters: the set that both
# a PDF text layer and a Word file carry. U+2028 and U+2029 end a source's lines,
# U+FEFF is a mark of a file's encoding.
_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + "".join(map(chr, (plane + end for plane in range(0, 0x110000, 0x10000)
                        for end in (0xFFFE, 0xFFFF))))
    + "]"
)  # fmt: skip


def forbidden_character(text: str) -> int | None:
    """Return the index of the first character no document may hold, or None."""
    # What Python calls printable holds none of them, and is told ten times as fast.
    match = None if text.isprintable() else _FORBIDDEN.search(text)
    return match.start() if match else None


def checked_text(text: str) -> str:
    """Return `text` in Unicode normal form C; refuse control characters."""
    index = forbidden_character(text)
    if index is not None:
        raise PydanticCustomError(
            "character",
            "character U+{code} is not allowed in a document",
            {"code": f"{ord(text[index]):04X}", "offset": index},
        )
    return unicodedata.normalize("NFC", text)


# Signs that print nothing though Unicode files them under letters, marks and symbols:
# fillers of Hangul, the empty Braille cell, joiners, vowel and variation selectors.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)


def has_words(text: str) -> bool:
    """Return whether anything of `text` is seen: not only spaces and format signs."""
    if text[:1].isascii() and text[:1].isalnum():
        return True
    return any(
        not character.isspace()
        and unicodedata.category(character) != "Cf"
        and not _UNSEEN.match(character)
        for character in text
    )


def _checked_line(text: str) -> str:
    if not has_words(text):
        raise PydanticCustomError("blank", "this needs at least one word")
    if "\n" in text.strip():
        raise PydanticCustomError("line-end", "a line end stands in a text of one line")
    return checked_text(text.strip())


def _read_number(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    return value


def _read_flag(value: object) -> object:
    words = {"yes": True, "true": True, "no": False, "false": False}
    return words.get(value.lower(), value) if isinstance(value, str) else value


def _read_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError(
            "date", "`{value}` is not a date like 2016-03-17", {"value": value}
        )
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError(
            "date", "`{value}` is not a day of the calendar", {"value": value}
        ) from None
    return _within_years(found)


def _within_years(found: date) -> date:
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise PydanticCustomError(
            "date",
            "the year of `{value}` is outside {first} to {last}",
            {"value": found.isoformat(), "first": FIRST_YEAR, "last": LAST_YEAR},
        )
    return found


def _checked_language(tag: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", tag):
        raise PydanticCustomError(
            "language",
            "`{value}` is not a language tag like en-US or sr-Cyrl",
            {"value": tag},
        )
    return tag


def _checked_url(url: str) -> str:
    scheme, colon, rest = url.partition(":")
    if url.startswith("#"):
        if not re.fullmatch(r"#[a-z0-9][a-z0-9-]*", url):
            raise PydanticCustomError(
                "link", "`{value}` is not a heading's name like #budget", {"value": url}
            )
        return url
    if not colon or scheme.lower() not in ALLOWED_SCHEMES:
        raise PydanticCustomError(
            "link-scheme",
            "a link may start with https:, http:, mailto:, tel: or #; found `{value}`",
            {"value": url},
        )
    if re.search(r"[\s\"<>\\^`{|}]", url) or not url.isprintable() or not rest:
        raise PydanticCustomError(
            "link", "`{value}` is not a complete address", {"value": url}
        )
    if scheme.lower() in ("http", "https") and not re.match(
        r"(?i)https?://[^/?#@:]+(:[0-9]+)?([/?#]|$)", url
    ):
        raise PydanticCustomError(
            "link", "`{value}` names no host, or carries a password", {"value": url}
        )
    if scheme.lower() == "mailto" and not re.fullmatch(r"[^@]+@[^@]+\.[^@]+", rest):
        raise PydanticCustomError(
            "link", "`{value}` is not an e-mail address", {"value": url}
        )
    return url


_ASCII = "".join(map(chr, range(0x20, 0x7F)))


def _ascii_url(url: str) -> str:
    """Return `url` with letters beyond ASCII percent-encoded (RFC 3986, 2.1)."""
    return url if url.isascii() else quote(url, safe=_ASCII)


def _checked_event_date(text: str) -> str:
    if not re.fullmatch(rf"{_EVENT_POINT}(/({_EVENT_POINT}|\.\.))?", text):
        raise PydanticCustomError(
            "event-date",
            "`{value}` is not a date like 2008, 2012-09, 2013-04-19 or 1999/..",
            {"value": text},
        )
    points = [point.lstrip("?") for point in text.split("/") if point != ".."]
    for point in points:
        _check_point(point, text)
    if points[0][: len(points[-1])] > points[-1]:
        raise PydanticCustomError(
            "event-date", "`{value}` ends before it starts", {"value": text}
        )
    return text


def _check_point(point: str, text: str) -> None:
    try:
        # The first day of a year or month stands for it.
        _read_date(f"{point}-01-01"[:10])
    except PydanticCustomError:
        raise PydanticCustomError(
            "event-date",
            "`{value}` names a month or day that is not in the calendar",
            {"value": text},
        ) from None


_EVENT_POINT = r"\??[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


Line = Annotated[str, Field(max_length=500), AfterValidator(_checked_line)]
"""One line of plain text with at least one word, at most 500 characters."""

Title = Annotated[str, Field(max_length=200), AfterValidator(_checked_line)]
"""One line of plain text with at least one word, at most 200 characters."""

Name = Annotated[str, Field(max_length=80, pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""A short name for links and files: lower-case letters, digits, hyphens."""

Language = Annotated[str, AfterValidator(_checked_language)]
"""A BCP 47 language tag: language, optional script, optional region."""

Url = Annotated[
    str,
    Field(max_length=4000),
    AfterValidator(_checked_url),
    AfterValidator(_ascii_url),
]
"""A link's target: https, http, mailto, tel, or `#` and a heading's name."""


def _checked_email(text: str) -> str:
    _checked_url(f"mailto:{text}")
    return text


def _checked_web_address(url: str) -> str:
    if not url.lower().startswith(("https://", "http://")):
        raise PydanticCustomError(
            "link",
            "`{value}` is not a web address like https://example.org",
            {"value": url},
        )
    return _checked_url(url)


Email = Annotated[str, AfterValidator(_checked_email)]
"""An e-mail address."""

WebAddress = Annotated[
    str, Field(max_length=4000), AfterValidator(_checked_web_address)
]
"""An address on the web: https or http."""

Day = Annotated[
    date,
    BeforeValidator(_read_date, json_schema_input_type=str),
    AfterValidator(_within_years),
]
"""A calendar day, written 2016-03-17 (ISO 8601)."""

EventDate = Annotated[str, AfterValidator(_checked_event_date)]
"""A date as exact as it is known (EDTF): 2008, 2012-09, 1999/.., ?2015-11-02."""

Count = Annotated[
    int, BeforeValidator(_read_number, json_schema_input_type=int | str), Field(ge=0)
]
"""A whole number, 0 or more."""

Flag = Annotated[bool, BeforeValidator(_read_flag, json_schema_input_type=bool | str)]
"""yes or no (true, false)."""


class Alignment(StrEnum):
    """How a table column's cells are set."""

    START = "start"
    CENTER = "center"
    END = "end"
