"""The rules replayed on veraPDF's corpus, whose files tell by name what they break.

The corpus is not part of this project: BULLETIN_CORPUS names its folder.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.inspect.pdf import inspect
from pipeline.inspect.pdf.rule import RULES

ROOT = Path(__file__).parents[3]
LEDGER = ROOT / "pipeline/inspect/pdf/CORPUS.md"
NAMED = re.compile(r"(?:.* )?(\d[\d.-]*)-t(\d+)-(pass|fail)-[a-z]\.pdf")
FOLDERS = {
    "PDF_UA-1": ("ua1", "UA1"),
    "PDF_A-2a": ("2a", "A2"),
    "PDF_A-2u": ("2u", "A2"),
}
ROW = re.compile(r"^\| `([^`]+\.pdf)` \| (\S+) \| (\S+) \|", re.MULTILINE)


class Judged(NamedTuple):
    """A file of the corpus: the rule its name tells, and whether it should fail it."""

    path: Path
    standard: str
    rule: str
    should_fail: bool


def _place() -> Path:
    named = os.environ.get("BULLETIN_CORPUS")
    beside = next(ROOT.parent.glob("*/verapdf-corpus"), ROOT / "none")
    return Path(named) if named else beside


def _files() -> Iterator[Judged]:
    for folder, (standard, family) in FOLDERS.items():
        for path in sorted((_place() / folder).rglob("*.pdf")):
            found = NAMED.fullmatch(path.name)
            assert found, path.name
            # Some names write the clause with hyphens.
            clause = found[1].replace("-", ".")
            rule = f"{family}:{clause}-{int(found[2])}"
            yield Judged(path, standard, rule, found[3] == "fail")


@cache
def _implemented() -> frozenset[str]:
    return frozenset(each for rule in RULES for each in rule.ids)


def _agrees(judged: Judged) -> bool:
    found = {each.rule for each in inspect(judged.path.read_bytes(), [judged.standard])}
    return (judged.rule in found) == judged.should_fail


@pytest.fixture(scope="module")
def corpus() -> list[Judged]:
    files = list(_files())
    if not files:
        pytest.skip("the corpus is missing: BULLETIN_CORPUS names its folder")
    return files


def test_corpus_is_judged_as_its_names_say(
    corpus: list[Judged], capsys: pytest.CaptureFixture[str]
) -> None:
    judged = [each for each in corpus if each.rule in _implemented()]
    wrong = [(each.path.name, each.rule) for each in judged if not _agrees(each)]
    rules = {each.rule for each in judged}
    with capsys.disabled():
        agreed = f"{len(judged) - len(wrong)} of {len(judged)} files"
        print(f"\ncorpus: {len(rules)} rules, {agreed} judged as named")
    assert set(wrong) == _excused()


def test_every_file_of_the_corpus_is_judged_or_excused(corpus: list[Judged]) -> None:
    beyond = {each.rule for each in corpus} - _implemented()
    assert beyond == set(re.findall(r"^- `(\S+)`: ", LEDGER.read_text(), re.MULTILINE))


def _excused() -> set[tuple[str, str]]:
    return {(file, rule) for file, rule, _ in ROW.findall(LEDGER.read_text("utf-8"))}


def test_excused_files_break_the_rule_that_the_ledger_names(
    corpus: list[Judged],
) -> None:
    instead = {file: found for file, _, found in ROW.findall(LEDGER.read_text("utf-8"))}
    for each in corpus:
        if (each.path.name, each.rule) in _excused():
            found = inspect(each.path.read_bytes(), [each.standard])
            assert instead[each.path.name] in {finding.rule for finding in found}


def test_ledger_excuses_only_implemented_rules() -> None:
    assert {rule for _, rule in _excused()} <= _implemented()


def test_ledger_counts_the_rules() -> None:
    counts = {
        family: len({each for each in _implemented() if each.startswith(f"{family}:")})
        for family in ("UA1", "UA2", "A2", "A3")
    }
    stated = re.findall(
        r"^\| (\w+) \| (\d+) of \d+ \|", LEDGER.read_text(), re.MULTILINE
    )
    assert {family: int(count) for family, count in stated} == counts
