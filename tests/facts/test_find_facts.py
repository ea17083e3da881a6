"""What is found in the sample sheet, where it stands, and in how much time."""

from pathlib import Path
from time import process_time

import pytest

from pipeline.facts import Fact, Kind, Passage, find_facts
from pipeline.load import load
from schemas.richtext import plain
from schemas.texts import rich_texts
from tests.facts.spoken import found

KOSOVO = Path(__file__).parents[2] / "sources/kosovo.md"
PARAGRAPH = (
    "The United States established diplomatic relations with Andorra in 1995. "
    "Since then the two countries have worked together on many matters. "
)


@pytest.fixture(scope="module")
def facts() -> tuple[Fact, ...]:
    sheet = load(KOSOVO).sheet
    assert sheet
    passages = [Passage(plain(runs), origin) for origin, runs in rich_texts(sheet)]
    return find_facts(passages, sheet.language)


def values(facts: tuple[Fact, ...], kind: Kind) -> list[object]:
    return [each.value for each in facts if each.kind is kind]


def test_the_dates_of_the_record_are_found_and_no_others(
    facts: tuple[Fact, ...],
) -> None:
    record = load(KOSOVO).sheet.record  # type: ignore[union-attr]
    dates = [event.date for event in values(facts, Kind.EVENT)]
    assert dates == [event.date for event in record.events]


def test_the_memberships_of_the_record_are_found_and_no_others(
    facts: tuple[Fact, ...],
) -> None:
    record = load(KOSOVO).sheet.record  # type: ignore[union-attr]
    said = {
        (each.organization.replace("Council of Europe's ", ""), each.since, each.member)
        for each in values(facts, Kind.MEMBERSHIP)
    }
    # The text says "the Council of Europe’s Development Bank".
    known = {
        (
            each.organization.replace("Council of Europe D", "Council of Europe’s D"),
            each.since,
            each.member,
        )
        for each in record.memberships
    }
    assert said == known


def test_official_and_mission_are_those_of_the_record(facts: tuple[Fact, ...]) -> None:
    record = load(KOSOVO).sheet.record  # type: ignore[union-attr]
    assert values(facts, Kind.OFFICIAL) == list(record.officials)
    assert values(facts, Kind.MISSION) == list(record.missions)


def test_every_fact_quotes_its_passage_at_its_place(facts: tuple[Fact, ...]) -> None:
    sheet = load(KOSOVO).sheet
    assert sheet
    texts = {origin: plain(runs) for origin, runs in rich_texts(sheet)}
    assert facts
    for each in facts:
        assert texts[each.origin][each.start : each.end] == each.words
        assert 0 < each.confidence < 1


def test_what_the_text_leaves_open_is_less_sure(facts: tuple[Fact, ...]) -> None:
    unsure = [each.value.date for each in facts if each.confidence <= 0.5
              and each.kind is Kind.EVENT]  # fmt: skip
    assert unsure == ["?2015-11-02"]


def test_other_languages_give_dates_and_no_sentences() -> None:
    text = "La France a établi des relations le 17 mars 2016."
    assert [each.value for each in found(text, Kind.DATE, "fr-FR")] == ["2016-03-17"]
    assert found(text, Kind.EVENT, "fr-FR") == []


def test_a_language_that_nobody_knows_gives_nothing() -> None:
    assert find_facts([Passage("17 March 2016", "p")], "xx") == ()


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000,
        "Kosovo joined the A " + "and the World Bank " * 10_000,
        "1" + " " * 200_000,
        ", and which was 2008 " * 10_000,
        PARAGRAPH * 1_500,
    ],
    ids=["stops", "list", "blanks", "clauses", "prose"],
)
def test_two_hundred_thousand_characters_take_no_minutes(text: str) -> None:
    start = process_time()
    find_facts([Passage(text, "p")], "en-US")
    assert process_time() - start < 5
