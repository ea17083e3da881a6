"""Every rule passes a sound file, and fails one broken in the way it forbids."""

import re

import pytest

from pipeline.inspect.docx import inspect
from pipeline.inspect.docx.rulebook import RULES
from tests.inspect.docx.access_cases import ACCESS
from tests.inspect.docx.breakage import Case, sound
from tests.inspect.docx.package_cases import PACKAGE

CASES = (*ACCESS, *PACKAGE)
EVERY_CASE = pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.code} {case.what}"
)


def codes(data: bytes) -> set[str]:
    return {each.code for each in inspect(data)}


def test_every_rule_has_a_sound_and_a_broken_file() -> None:
    assert {case.code for case in CASES} == set(RULES)


@EVERY_CASE
def test_a_rule_passes_its_sound_file(case: Case) -> None:
    assert case.code not in codes(case.files()[0])


@EVERY_CASE
def test_a_rule_fails_its_broken_file_and_no_other_does(case: Case) -> None:
    fine, broken = map(codes, case.files())
    assert broken - fine == {case.code} | case.also


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_what_it_demands_under_its_code(code: str) -> None:
    words = RULES[code].__doc__ or ""
    assert words.startswith(f"{code}: ")
    assert re.fullmatch(r".{20,}\.", words.splitlines()[0]) or "\n" in words


def test_the_kitchen_sink_breaks_no_rule() -> None:
    assert inspect(sound()) == ()
