"""What the checks stop, what they warn of, and what they leave alone."""

import pytest

from pipeline.check import check
from pipeline.labels import LANGUAGES
from schemas.blocks import Section
from schemas.factsheet import FactSheet, Issuer, Record
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


def stated(**fields):
    return sheet().model_copy(update=fields)


def codes(checked):
    return [each.code for each in check(checked)]


def test_a_sheet_without_a_day_of_issue_is_warned_of():
    [found] = check(stated(issued=None))
    assert (found.code, found.is_error) == ("undated", False)
    assert "issued: 2016-03-17" in found.hint


def test_a_sheet_that_nobody_issues_is_warned_of():
    assert codes(stated(issuer=Issuer())) == ["unsigned"]
    assert codes(stated(issuer=Issuer(bureau="Bureau"))) == []


@pytest.mark.parametrize(
    ("lang", "words", "script"),
    [
        ("ar", "العلاقات مع كوسوفو", "Arabic"),
        ("fa", "روابط ۱۲", "Arabic"),
        ("hi", "अमेरिका के साथ संबंध", "Indic"),
        ("ko", "미국과의 관계", "Korean"),
        ("zh-Hans-CN", "与美国的关系", "Chinese or Japanese"),
    ],
)
def test_a_script_that_cannot_be_set_is_the_only_error(lang, words, script):
    [found] = check(sheet(words, language=lang))
    assert (found.code, found.origin) == ("script", "sections[0].blocks[0].text")
    assert f"`{words.split()[0]}` is in {script} script" in found.message


def test_a_script_is_refused_once_however_many_texts_it_fills():
    many = stated(title="关系", place="北京", number="第一")
    [found] = check(many)
    assert found.origin == "title"
    assert found.message.endswith("cannot be set yet; 3 texts are in it")


def test_words_in_another_script_do_not_hide_an_unknown_language():
    assert codes(sheet("与美国", language="pl")) == ["script", "language"]


@pytest.mark.parametrize(
    "block",
    [
        {"kind": "timeline", "events": ({"date": "2008", "label": "年", "text": "T"},)},
        {"kind": "memberships", "memberships": ({"organization": "年"},)},
        {"kind": "officials", "as_of": "2016-03-17",
         "officials": ({"name": "N", "office": "年"},)},
        {"kind": "missions", "missions": ({"name": "N", "address": ("年",)},)},
        {"kind": "missions", "missions": ({"name": "N", "phone": "年"},)},
    ],
)  # fmt: skip
def test_no_text_that_prints_is_passed_by(block):
    part = Section.model_validate({"heading": "H", "blocks": (block,)})
    outer = Section(heading=(TextRun(text="H"),), sections=(part,))
    [found] = check(stated(sections=(outer,)))
    assert found.code == "script"
    assert found.origin.startswith("sections[0].sections[0].blocks[0].")


def test_facts_on_record_are_not_printed_and_may_be_in_any_script():
    record = Record.model_validate({"officials": ({"name": "年", "office": "O"},)})
    assert codes(stated(record=record)) == []


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
