"""The user's own sheet: every word of it, once, in order, and nothing added."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.compose import compose
from pipeline.load import Loaded, load
from pipeline.words import passages
from schemas.blocks import Paragraph, Resources, Section
from schemas.factsheet import FactSheet
from schemas.richtext import LinkRun, LinkStatus, Run, plain, walk_runs

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "tests/seed/kosovo.txt").read_text(encoding="utf-8")


def kosovo() -> tuple[Loaded, FactSheet]:
    loaded = load(ROOT / "sources/kosovo.md")
    assert loaded.report == ()
    assert loaded.sheet is not None
    return loaded, loaded.sheet


def section_texts(section: Section) -> Iterator[tuple[Run, ...]]:
    if section.heading:
        yield section.heading
    for block in section.blocks:
        match block:
            case Paragraph():
                yield block.text
            case Resources():
                assert block.intro
                yield block.intro
                yield from (item.text for item in block.items)
            case _:
                raise AssertionError(block.kind)


def texts(sheet: FactSheet) -> Iterator[tuple[Run, ...]]:
    assert sheet.standfirst
    yield sheet.standfirst
    for section in sheet.sections:
        yield from section_texts(section)


def test_the_model_holds_every_word_of_the_seed_once_and_in_order() -> None:
    _, sheet = kosovo()
    issued = f"{sheet.issued:%B} {sheet.issued.day}, {sheet.issued.year}"
    masthead = [sheet.title, sheet.issuer.bureau, sheet.kind, issued]
    words = [*masthead, *(plain(text) for text in texts(sheet))]
    assert words == [line for line in SEED.split("\n") if line]


def test_the_tree_prints_the_seed_and_the_inferred_agency_only() -> None:
    loaded, sheet = kosovo()
    printed = [
        passage.text
        for passage in passages(compose(sheet, loaded.pictures))
        if passage.origin != "issuer.agency"
    ]
    assert printed == [line for line in SEED.split("\n") if line]


def test_one_link_is_derived_and_the_sixteen_others_are_lost() -> None:
    _, sheet = kosovo()
    runs = [run for text in texts(sheet) for run in walk_runs(text)]
    links = [run for run in runs if isinstance(run, LinkRun)]
    derived = [link.target for link in links if link.status is LinkStatus.DERIVED]
    assert derived == ["https://travel.state.gov/"]
    assert [link.status for link in links].count(LinkStatus.LOST) == len(links) - 1
    assert len(links) == 17


def test_typed_facts_are_recorded() -> None:
    _, sheet = kosovo()
    assert sheet.issuer.agency_inferred
    assert [fact.organization for fact in sheet.record.memberships if not fact.member]
    assert sheet.record.missions[0].phone == "202-380-3581"
    assert "?2015-11-02" in [event.date for event in sheet.record.events]
