"""Each rule passes a sound file and fails one in which that alone is broken."""

from functools import cache

import pytest

from pipeline.inspect.pdf import STANDARDS, inspect
from pipeline.inspect.pdf.opening import open_file
from pipeline.inspect.pdf.rule import RULES, Rule
from pipeline.render.pdf.edition import PDF_1_7, PDF_2_0
from tests.inspect.pdf import (
    breaks_content,
    breaks_document,
    breaks_fonts,
    breaks_tags,
)
from tests.inspect.pdf.changes import Change, changed
from tests.render.pdf.breaking import sound

MODULES = (breaks_content, breaks_document, breaks_fonts, breaks_tags)
BREAKS = {name: each for module in MODULES for name, each in module.BREAKS.items()}
SOUND = {name: each for module in MODULES for name, each in module.SOUND.items()}
EVERY = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.check.__name__)


def _is_of_pdf_2(rule: Rule) -> bool:
    return all(each.startswith("UA2:") for each in rule.ids)


@cache
def _broken(rule: Rule) -> bytes:
    name = rule.check.__name__
    if name in breaks_fonts.RAW:
        return breaks_fonts.RAW[name](sound(PDF_1_7))
    return changed(BREAKS[name], _is_of_pdf_2(rule))


def _sound(rule: Rule) -> bytes:
    name = rule.check.__name__
    if name in breaks_fonts.SOUND_RAW:
        return breaks_fonts.SOUND_RAW[name](sound(PDF_1_7))
    change: Change | None = SOUND.get(name)
    if change is None:
        return sound(PDF_2_0 if _is_of_pdf_2(rule) else PDF_1_7)
    return changed(change, _is_of_pdf_2(rule))


@EVERY
def test_rule_passes_a_sound_file(rule: Rule) -> None:
    assert list(rule.check(open_file(_sound(rule)))) == []


@EVERY
def test_rule_fails_a_broken_file(rule: Rule) -> None:
    assert list(rule.check(open_file(_broken(rule))))


@EVERY
def test_finding_carries_every_id_of_its_rule(rule: Rule) -> None:
    ids = {
        label for standard in STANDARDS if (label := rule.id_in(standard)) is not None
    }
    found = {each.rule for each in inspect(_broken(rule), STANDARDS)}
    assert set(rule.ids) <= ids <= found


@EVERY
def test_rule_says_what_it_demands(rule: Rule) -> None:
    assert rule.demand.endswith(".")


@pytest.mark.parametrize("edition", [PDF_1_7, PDF_2_0], ids=["pdf17", "pdf2"])
def test_sound_files_keep_what_they_claim(edition: object) -> None:
    found = inspect(sound(edition))  # type: ignore[arg-type]
    assert [each for each in found if each.rule != "unjudged"] == []
