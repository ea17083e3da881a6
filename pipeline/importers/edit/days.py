"""Lines that state the day of issue, in any way that days are written."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale

from pipeline.facts.dates import mentions
from schemas.values import FIRST_YEAR, LAST_YEAR


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day, the place that a line names before it, and how sure the day is."""

    day: date
    place: str | None
    confidence: float


_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})")
_IDEOGRAPHS = re.compile(
    r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?"
)
# `نيسان/أبريل`: two names of one month, for readers of two regions.
_TWO_NAMED = re.compile(r"([^\W\d]+)\s?/\s?([^\W\d]+)")
# What may stand before a day on its line.
_LABEL = re.compile(
    r"(?:(?:date|dated?|issued(?: on)?|published(?: on)?|released?|last updated|"
    r"updated|"
    r"posted(?: on)?|as of|for immediate release|datum|stand|veröffentlicht(?: am)?|le|"
    r"publié le|mis(?:e)? à jour(?: le)?|"
    r"date de publication|fecha|publicado(?: el| em)?|data|pubblicato il|"
    r"дата|опубликовано|التاريخ|تاریخ)\s*[:：]?\s+)",
    re.IGNORECASE,
)
# What some languages write behind the year or before the day.
_AROUND = re.compile(
    r"\s*(?:г\.?|года|р\.?|року|године|godine|ء|م)$"
    r"|^(?:ngày|den|le|el|il|am|më)\s+"
)
_PLACE = re.compile(r"^(?P<place>\D{3,60}?)\s*(?:[,–—-]|--)\s*$")
_TIME = re.compile(
    r"[,\s]+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?$"
)
_LONGEST = 80


def read_day(line: str, language: str) -> DayLine | None:
    """Return the day that `line` states; None where it states more or less than one."""
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    text = _TIME.sub("", _digits(line)).strip(" .()[]")
    text = _AROUND.sub("", _LABEL.sub("", text, count=1))
    return _whole(text, language) or _after_place(text, language)


def _whole(text: str, language: str) -> DayLine | None:
    """Return the day that all of `text` is, its day of the week left aside."""
    weekday = _weekday(text, language)
    for each in (text, text[weekday:]):
        found = _numeric(each, language) or _named(each, language)
        if found:
            return found
    return None


def _weekday(text: str, language: str) -> int:
    """Return where the name of a day of the week ends with which `text` starts."""
    found = re.match(r"[^\W\d]+(?: [^\W\d]+)?\.?[,،]?\s+(?=\S*\d|\S+\s\d)", text)
    name = found[0].strip(" .,،").casefold() if found else ""
    return found.end() if found and name in _weekdays(language) else 0


@lru_cache(maxsize=8)
def _weekdays(language: str) -> frozenset[str]:
    names = set[str]()
    for tongue in (language, "en"):
        days = Locale.parse(tongue, sep="-").days["format"]
        for width in ("wide", "abbreviated"):
            names |= {name.casefold().strip(".") for name in days[width].values()}
    return frozenset(names)


def _after_place(text: str, language: str) -> DayLine | None:
    """Return the day at the end of `Washington, DC, March 17, 2016`."""
    first = next((at for at, sign in enumerate(text) if sign.isdigit()), 0)
    for cut in (
        found.end() for found in re.finditer(r"[,–—-]\s*|\s{2,}", text[:first])
    ):
        place = _PLACE.match(text[:cut])
        found = _whole(_AROUND.sub("", text[cut:]), language)
        if place and found:
            return DayLine(found.day, place["place"].strip(), 0.9)
    return None


def _digits(text: str) -> str:
    """Return `text` with its digits, of any script, as those of Europe."""
    return "".join(
        str(unicodedata.digit(sign)) if sign.isdigit() and not sign.isascii() else sign
        for sign in text
    )


def _numeric(text: str, language: str) -> DayLine | None:
    if found := _IDEOGRAPHS.fullmatch(text):
        return _line(int(found[1]), int(found[2]), int(found[3]), 0.95)
    if not (found := _NUMBERS.fullmatch(text)):
        return None
    first, mark, second, third = found.groups()
    if len(first) == 4:
        return _line(int(first), int(second), int(third), 0.95)
    year = int(third) + (0 if len(third) == 4 else 2000 if int(third) < 70 else 1900)
    is_american = language in ("en", "en-US") and mark == "/"
    day, month = (second, first) if is_american else (first, second)
    if int(month) > 12:
        day, month = month, day
    is_clear = int(day) > 12 or mark == "." or day == month
    return _line(year, int(month), int(day), 0.9 if is_clear else 0.6)


def _named(text: str, language: str) -> DayLine | None:
    both = _TWO_NAMED.search(text)
    forms = [text]
    if both:
        forms = [text.replace(both[0], both[1]), text.replace(both[0], both[2])]
    for form in forms:
        for tongue in dict.fromkeys((language, "en")):
            for found in mentions(form, tongue):
                is_all = found.end - found.start >= len(form.strip(" ,."))
                if is_all and len(found.edtf) == 10:
                    year, month, day = map(int, found.edtf.split("-"))
                    return _line(year, month, day, 0.95)
    return None


def _line(year: int, month: int, day: int, confidence: float) -> DayLine | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return DayLine(date(year, month, day), None, confidence)
    except ValueError:
        return None
