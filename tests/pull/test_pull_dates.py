"""Printed dates are read in the language of the sheet, and nothing is guessed."""

from datetime import date

import pytest

from pipeline.labels import LANGUAGES, day, event_date, labels_for
from pipeline.pull.dates import (
    read_dateline,
    read_day,
    read_event_date,
    read_since,
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("value", [date(2016, 3, 17), date(1912, 12, 1)])
def test_every_language_reads_what_it_prints(lang: str, value: date) -> None:
    assert read_day(day(value, lang), lang) == value


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "value", ["2008", "2012-09", "2013-04-19", "1999/..", "1976/2018"]
)
def test_every_language_reads_its_dates_of_events(lang: str, value: str) -> None:
    assert read_event_date(event_date(value, lang), lang) == value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_since_is_read_with_its_fixed_words(lang: str) -> None:
    printed = labels_for(lang).since.format(event_date("2009", lang))
    assert read_since(printed, lang) == "2009"


@pytest.mark.parametrize(
    "text", ["March 17", "17 Mars 2016", "3/4/2016", "March 32, 2016", "soon", ""]
)
def test_what_is_no_whole_day_is_none(text: str) -> None:
    assert read_day(text, "en-US") is None


def test_other_orders_of_a_whole_day_are_understood() -> None:
    for text in ("17 March 2016", "march 17, 2016", "2016-03-17", "Mar 17, 2016"):
        assert read_day(text, "en-US") == date(2016, 3, 17)


def test_datelines() -> None:
    found = date(2016, 3, 17)
    assert read_dateline("Geneva, March 17, 2016", "en-US") == ("Geneva", found)
    assert read_dateline("March 17, 2016", "en-US") == (None, found)
    assert read_dateline("Geneva", "en-US") == ("Geneva", None)
    assert read_dateline("Geneva, 17th of 2016", "en-US") is None
