"""Printed dates read back in the language of the sheet: the other way of `labels.py`.

Nothing is guessed: what a person typed has to be one of the forms in which that
language writes a date, and then it is one day only.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from babel import Locale
from babel.dates import format_date

from pipeline.labels import event_date, labels_for
from schemas.values import FIRST_YEAR, LAST_YEAR

_FORMS = ("long", "medium", "full", "d MMMM y", "MMMM d, y", "d MMM y", "d. MMMM y")
_NUMBERS = re.compile(r"[0-9]+")


def read_day(text: str, lang: str) -> date | None:
    """Return the day that `text` names and nothing besides; else None."""
    wanted = _folded(text)
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", wanted):
        return _iso(wanted)
    locale = Locale.parse(lang, sep="-")
    for day in _days(wanted):
        for form in _FORMS:
            if _folded(format_date(day, form, locale=locale)) == wanted:
                return day
    return None


def read_dateline(text: str, lang: str) -> tuple[str | None, date | None] | None:
    """Return place and day of a dateline such as `Geneva, 17 March 2016`.

    A line without a number is a place; None is returned for what is not understood.
    """
    pieces = text.split(", ")
    for index in range(len(pieces)):
        day = read_day(", ".join(pieces[index:]), lang)
        if day is not None:
            return ", ".join(pieces[:index]) or None, day
    return None if _NUMBERS.search(text) else (text, None)


def read_event_date(text: str, lang: str) -> str | None:
    """Return the EDTF date that prints as `text`, or None."""
    wanted = _folded(text)
    return next(
        (each for each in _event_dates(wanted, lang)
         if _folded(event_date(each, lang)) == wanted),
        None,
    )  # fmt: skip


def read_since(text: str, lang: str) -> str | None:
    """Return the date behind `Since 2009`, or None."""
    before, _, behind = labels_for(lang).since.partition("{}")
    wanted = _folded(text)
    if not (wanted.startswith(_folded(before)) and wanted.endswith(_folded(behind))):
        return None
    inner = wanted[len(before) : len(wanted) - len(behind)].strip()
    return read_event_date(inner, lang)


def _event_dates(wanted: str, lang: str) -> Iterator[str]:
    years = [each for each in _NUMBERS.findall(wanted) if len(each) == 4]
    for start in dict.fromkeys(years[:1]):
        points = [start, *(f"{start}-{month:02}" for month in range(1, 13))]
        points += [day.isoformat() for day in _days(wanted)]
        for point in points:
            yield point
            yield f"{point}/.."
    if len(years) == 2:
        yield f"{years[0]}/{years[1]}"
    del lang


def _days(text: str) -> Iterator[date]:
    """Yield the days of the year in `text` whose number stands there too."""
    numbers = {int(each) for each in _NUMBERS.findall(text) if len(each) <= 4}
    for year in sorted(each for each in numbers if FIRST_YEAR <= each <= LAST_YEAR):
        day = date(year, 1, 1)
        while day.year == year:
            if day.day in numbers:
                yield day
            day += timedelta(days=1)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
