"""Real texts become the sheets that a reader says they are, and every word survives.

The expectations were written by reading each text, before any importer was run.
"""

from functools import reduce
from operator import add

import pytest

from tests.importers.comparing import Tally, made_up_links
from tests.importers.corpus import EXPECTED, expected
from tests.importers.importing import STRUCTURE, Imported, by_text, table
from tests.importers.mastheads import wrong_facts
from tests.importers.recording import invented


def test_the_table_of_the_corpus(
    corpus: list[Imported], capsys: pytest.CaptureFixture[str]
) -> None:
    groups = {each.text.expected.group for each in corpus}
    with capsys.disabled():
        print(f"\n{table(corpus)}")
        for group in sorted(groups):
            shares = {name: f"{_total(corpus, group, name)}" for name in STRUCTURE}
            print(f"{group}: {shares}")
    assert groups == {"state", "other"}


def _total(corpus: list[Imported], group: str, name: str) -> Tally:
    members = [each for each in corpus if each.text.expected.group == group]
    return _sum(members, name)


def _sum(corpus: list[Imported], name: str) -> Tally:
    tallies = [each.tallies().get(name, Tally(0, 0)) for each in corpus]
    return reduce(add, tallies, Tally(0, 0))


def test_every_text_becomes_a_sheet(corpus: list[Imported]) -> None:
    errors = by_text(
        corpus, lambda each: [str(one) for one in each.draft.report if one.is_error]
    )
    assert errors == {}
    assert [each.text.name for each in corpus if each.draft.sheet is None] == []


@pytest.mark.parametrize("fact", ["title", "bureau", "kind", "issued"])
def test_mastheads_of_the_state_department_are_all_right(
    state: list[Imported], fact: str
) -> None:
    wrong = [
        each.text.name
        for each in state
        if fact in wrong_facts(each.text.expected, each.draft)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["headings", "lists", "resources", "labels"])
def test_structure_of_the_state_department_is_right(
    state: list[Imported], name: str
) -> None:
    tally = _sum(state, name)
    assert tally.share >= 0.95, tally.wrong


def test_languages_are_recognised(corpus: list[Imported]) -> None:
    found = by_text(
        corpus,
        lambda each: [
            each.draft.sheet.language
            for _ in [0]
            if each.draft.sheet
            and each.draft.sheet.language.split("-")[0] != each.text.expected.language
        ],
    )
    assert found == {}


def test_no_address_is_made_up(corpus: list[Imported]) -> None:
    made = by_text(
        corpus,
        lambda each: (
            made_up_links(each.draft.sheet, each.text.raw) if each.draft.sheet else []
        ),
    )
    assert made == {}


def test_records_name_nothing_that_the_text_does_not(corpus: list[Imported]) -> None:
    names = by_text(
        corpus,
        lambda each: (
            invented(each.draft.sheet, each.text.seen) if each.draft.sheet else []
        ),
    )
    assert names == {}


def test_chrome_is_left_out_and_reported(corpus: list[Imported]) -> None:
    def unreported(each: Imported) -> list[str]:
        told = " ".join(
            word for left in each.draft.left_out for word in left.words.split()
        )
        required = [one for one in each.text.expected.left_out if one["required"]]
        ends = [
            " ".join(one[end].split()) for one in required for end in ("first", "last")
        ]
        return [words for words in ends if words not in told]

    assert by_text(corpus, unreported) == {}


def test_repaired_words_stand_whole_in_the_source(corpus: list[Imported]) -> None:
    broken = by_text(
        corpus,
        lambda each: [
            words
            for words in each.text.expected.repaired
            if words not in each.draft.source
        ],
    )
    assert broken == {}


def test_every_expectation_can_be_read() -> None:
    files = sorted(EXPECTED.glob("*.yaml"))
    assert len(files) == 54
    assert {expected(file.stem).group for file in files} == {"state", "other"}
