"""Dates in any language that has names for months: what is written, as EDTF.

For letterheads ("March 17, 2016"), prose ("le 17 mars 2016", "in September 2012") and
days whose year the sentence has already said ("on November 2").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from schemas.values import FIRST_YEAR, LAST_YEAR

# What stands between a day, a month and a year: of, de, del, năm; 17th, 1er, 17.
_LINK = r"(?:\s+(?:of|de|del|năm))?\s+"
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|\.)?"
_LONG = 6
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"


@dataclass(frozen=True, slots=True)
class Mention:
    """A date at characters `start` to before `end`."""

    start: int
    end: int
    edtf: str
    """Empty for a day without its year."""
    month_day: tuple[int, int] | None = None
    """Of a day without its year."""


def mentions(text: str, language: str) -> tuple[Mention, ...]:
    """Return days and months of years in `text`, and days without a year."""
    pattern, months = _calendar(language)
    if pattern is None:
        return ()
    return tuple(_read(pattern, months, text))


def _read(
    pattern: re.Pattern[str], months: dict[str, int], text: str
) -> Iterator[Mention]:
    for found in pattern.finditer(text):
        if found["iso"]:
            parts = [int(part) for part in found["iso"].split("-")]
        else:
            month = months[found["m1"] or found["m2"] or found["m3"]]
            day = found["d1"] or found["d2"]
            year = found["y1"] or found["y2"] or found["y3"]
            if year is None:
                if day and _is_day(2000, month, int(day)):
                    yield Mention(*found.span(), "", (month, int(day)))
                continue
            parts = [int(year), month] + ([int(day)] if day else [])
        if _is_day(*parts):
            edtf = "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])
            yield Mention(*found.span(), edtf)


def _is_day(year: int, month: int, day: int = 1) -> bool:
    try:
        return FIRST_YEAR <= date(year, month, day).year <= LAST_YEAR
    except ValueError:
        return False


@lru_cache(maxsize=8)
def _calendar(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """Return how dates look in `language`, and the number of each month's name."""
    months = _months(language)
    if not months:
        return None, {}
    longest_first = sorted(months, key=len, reverse=True)
    name = "|".join(map(re.escape, longest_first))
    day_first = (
        rf"(?P<d1>\d{{1,2}}){_ORDINAL}{_LINK}(?P<m1>{name})\.?"
        rf"(?:,?{_LINK}(?P<y1>\d{{4}}))?"
    )
    month_first = (
        rf"(?P<m2>{name})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b"
        rf"(?:,?\s+(?P<y2>\d{{4}}))?"
    )
    month_only = rf"(?P<m3>{name})\.?,?{_LINK}(?P<y3>\d{{4}})"
    pattern = rf"(?<![\w-])(?:{_ISO}|{day_first}|{month_first}|{month_only})(?![\w-])"
    return re.compile(pattern), months


def _months(language: str) -> dict[str, int]:
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    found = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                # A month that is a number ("5") says nothing by itself.
                if any(sign.isalpha() for sign in name):
                    plain = name.rstrip(".")
                    # Never small where the language has a capital: may, march.
                    forms = [plain, plain.capitalize(), plain.upper()]
                    if len(plain) > _LONG:
                        # Sept., Febr.: longer than the shortest, as many write them.
                        forms.append(plain[:4])
                    found.update(dict.fromkeys(forms, number))
    return found
