"""Dates and fixed words in the language of the sheet (CLDR; see Unicode CLDR 48)."""

from datetime import date

import pytest

from pipeline.labels import LANGUAGES, day, event_date, labels_for


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("en-US", "March 17, 2016"),
        ("en-GB", "17 March 2016"),
        ("fr", "17 mars 2016"),
        ("es", "17 de marzo de 2016"),
        ("pt-BR", "17 de março de 2016"),
        ("de", "17. März 2016"),
        ("it", "17 marzo 2016"),
        ("sr-Cyrl", "17. март 2016."),
        ("sr-Latn", "17. mart 2016."),
    ],
)
def test_a_day_is_written_as_its_language_writes_it(lang, written):
    assert day(date(2016, 3, 17), lang) == written


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2008", "2008"),
        ("2012-09", "September 2012"),
        ("2013-04-19", "April 19, 2013"),
        ("1999/..", "Since 1999"),
        ("1999/2003", "1999–2003"),
        ("?2015-11-02", "November 2, 2015"),
    ],
)
def test_an_event_date_is_as_exact_as_it_is_known(edtf, words):
    assert event_date(edtf, "en-US") == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_numbers_pages_with_both_figures(lang):
    label = labels_for(lang).page.format(page=3, pages=12)
    assert "3" in label
    assert "12" in label


@pytest.mark.parametrize(
    ("lang", "edition"),
    [("sr", "Издање {}"), ("sr-Cyrl-RS", "Издање {}"), ("sr-Latn", "Izdanje {}")],
)
def test_serbian_labels_are_in_the_script_of_the_sheet(lang, edition):
    assert labels_for(lang).edition == edition


def test_a_language_without_catalogue_is_not_guessed():
    with pytest.raises(KeyError):
        labels_for("ja")
