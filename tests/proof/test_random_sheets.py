"""Whatever a sheet holds, its pages keep the rules and its files say what it says."""

from collections import Counter
from pathlib import Path

import pytest

from pipeline.render.pdf import PdfRenderer
from pipeline.renderer import Paper
from schemas.blocks import BulletList, NumberedList, Section
from schemas.richtext import walk_runs
from schemas.texts import rich_texts
from tests.proof import rules
from tests.proof.drawing import RENDERERS, Drawn
from tests.proof.models import draw_sheet
from tests.proof.reading import Laid

RULES = (
    rules.overfull_lines, rules.lines_off_the_page, rules.colliding_lines,
    rules.squeezed_lines, rules.headings_alone, rules.captions_astray,
    rules.notes_astray, rules.notes_out_of_order, rules.lone_lines,
)  # fmt: skip

BLOCKS = {
    "paragraph", "bullets", "numbers", "table", "figure", "callout", "quote",
    "timeline", "memberships", "officials", "missions", "resources",
}  # fmt: skip
RUNS = {
    "text", "strong", "emphasis", "link", "abbreviation", "foreign", "note", "break",
}  # fmt: skip

# A river is a chain of word spaces down five lines or more. Chance alone makes a few;
# none may be longer than seven, and not one page in twenty may have one.
RIVER, LONGEST_RIVER, PAGES_PER_RIVER = 5, 7, 20


def test_every_sheet_is_read_as_it_was_drawn(drawn: tuple[Drawn, ...]) -> None:
    assert [each.number for each in drawn if each.found.sheet != each.sheet] == []


def test_sheets_hold_every_kind_of_block_and_run(drawn: tuple[Drawn, ...]) -> None:
    sections = [part for each in drawn for part in _sections(each.sheet.sections)]
    assert {block.kind for part in sections for block in part.blocks} == BLOCKS
    texts = [runs for each in drawn for _, runs in rich_texts(each.sheet)]
    assert {run.kind for runs in texts for run in walk_runs(runs)} == RUNS


def test_sheets_hold_lists_three_deep_and_notes_called_thrice(
    drawn: tuple[Drawn, ...],
) -> None:
    sections = [part for each in drawn for part in _sections(each.sheet.sections)]
    assert max(_depth(block) for part in sections for block in part.blocks) >= 3
    assert max(count for each in drawn for count in _calls(each).values()) >= 3


def _sections(sections: tuple[Section, ...]) -> list[Section]:
    return [*sections, *(inner for each in sections for inner in each.sections)]


def _depth(block: object) -> int:
    if not isinstance(block, BulletList | NumberedList):
        return 0
    return 1 + max(
        (_depth(inner) for item in block.items for inner in item.blocks), default=0
    )


def _calls(each: Drawn) -> Counter[str]:
    runs = (run for _, text in rich_texts(each.sheet) for run in walk_runs(text))
    return Counter(run.note for run in runs if run.kind == "note")


@pytest.mark.parametrize("setting", ["ragged", "justified"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_pages_have_no(rule, setting: str, request: pytest.FixtureRequest) -> None:
    laid: dict[str, Laid] = request.getfixturevalue(setting)
    found = [f"{name}: {fault}" for name, each in laid.items() for fault in rule(each)]
    assert found == []


def test_rivers_are_rare_and_short(justified: dict[str, Laid]) -> None:
    found = [run for each in justified.values() for run in rules.rivers(each)]
    pages = sum(len(each.pages.pages) for each in justified.values())
    assert max(found) <= LONGEST_RIVER
    assert sum(run >= RIVER for run in found) * PAGES_PER_RIVER <= pages


def test_every_file_passes_our_own_check(files: dict[Path, Drawn]) -> None:
    checks = {renderer.suffix: renderer.verify for renderer in RENDERERS}
    for file, each in files.items():
        found = checks[file.suffix](file.read_bytes(), each.document)
        assert [str(finding) for finding in found] == [], file.name


def test_every_file_of_pdf_2_passes_our_own_check(newer: dict[Path, Drawn]) -> None:
    for file, each in newer.items():
        found = PdfRenderer().verify(file.read_bytes(), each.document)
        assert [str(finding) for finding in found] == [], file.name


def test_same_sheet_gives_the_same_bytes_in_another_order(
    files: dict[Path, Drawn],
) -> None:
    papers = {paper.name.lower(): paper for paper in Paper}
    renderers = {renderer.suffix: renderer for renderer in RENDERERS}
    for file, each in reversed(files.items()):
        paper = papers[file.stem.partition("-")[2]]
        again = each.render(renderers[file.suffix], paper)
        assert again == file.read_bytes(), file.name


def test_every_note_is_called(drawn: tuple[Drawn, ...]) -> None:
    for each in drawn:
        assert len(each.document.notes) == len(_calls(each))


def test_sheet_of_a_number_is_always_the_same() -> None:
    assert draw_sheet(7) == draw_sheet(7) != draw_sheet(8)
