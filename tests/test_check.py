"""What the checks stop, what they warn of, and what they leave alone."""

import pytest

from pipeline.check import check
from pipeline.labels import LANGUAGES
from schemas.factsheet import FactSheet
from schemas.richtext import LinkRun, LinkStatus, TextRun


def sheet(words="words", target=None, language="en-US"):
    link = LinkRun(
        runs=(TextRun(text=words),),
        target=target,
        status=LinkStatus.LIVE if target else LinkStatus.LOST,
    )
    paragraph = {"kind": "paragraph", "text": (link,)}
    return FactSheet.model_validate(
        {"title": "T", "issuer": {"agency": "A"}, "issued": "2016-03-17"}
        | {"sections": ({"blocks": (paragraph,)},), "language": language}
    )


def test_a_language_without_fixed_words_is_refused_with_those_that_have_them():
    [found] = check(sheet(language="ar"))
    assert found.is_error
    assert (found.code, found.origin) == ("language", "language")
    assert all(language in found.hint for language in LANGUAGES)


@pytest.mark.parametrize("words", ["here", "Click here", "https://example.org/b"])
def test_link_words_that_lead_nowhere_are_doubted(words):
    [found] = check(sheet(words, "https://example.org/a"))
    assert (found.code, found.origin) == ("link-text", "sections[0].blocks[0].text")
    assert not found.is_error


@pytest.mark.parametrize("words", ["Budget of 2016", "https://example.org/a"])
def test_a_link_that_names_or_shows_its_page_is_left_alone(words):
    assert check(sheet(words, "https://example.org/a")) == ()


def test_a_lost_link_is_not_doubted_for_its_words():
    assert check(sheet("here")) == ()
