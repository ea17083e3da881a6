"""Two sides of a sheet come together; what both changed differently is a conflict."""

import pytest

from pipeline.load import load_bytes
from pipeline.pull.merge import Conflict, merge
from schemas.factsheet import FactSheet
from schemas.richtext import plain
from schemas.texts import rich_texts
from tests.proof.models import draw_sheet

BASE = """
One two three four five six.

Second paragraph stands here.

## Costs {#costs}

- apples
- pears
- plums

| River | Flow |
|-------|------|
| Ardel | 181  |
| Bresk | 96   |
"""


def _sheet(body: str, **front: str) -> FactSheet:
    said = {"title": "T", "issued": "2024-01-01", **front}
    head = "\n".join(f"{key}: {value}" for key, value in said.items())
    source = f"---\n{head}\nissuer: {{agency: A}}\n---\n{body}"
    sheet = load_bytes("x.md", source.encode()).sheet
    assert sheet is not None
    return sheet


def _merged(ours: str, theirs: str) -> FactSheet:
    merged = merge(_sheet(BASE), _sheet(ours), _sheet(theirs))
    assert merged.conflicts == ()
    return merged.sheet


def _conflicts(ours: str, theirs: str) -> tuple[Conflict, ...]:
    return merge(_sheet(BASE), _sheet(ours), _sheet(theirs)).conflicts


@pytest.mark.parametrize("number", range(12))
def test_what_one_side_alone_changed_is_the_result(number: int) -> None:
    base, changed = draw_sheet(number), draw_sheet(number + 100)
    assert merge(base, base, changed).sheet == changed
    assert merge(base, changed, base).sheet == changed
    assert merge(base, changed, changed).sheet == changed


def test_one_paragraph_is_merged_word_by_word() -> None:
    ours = BASE.replace("One two", "One **two**")
    theirs = BASE.replace("five six", "five and six")
    both = ours.replace("five six", "five and six")
    assert _merged(ours, theirs) == _sheet(both)


def test_paragraphs_added_on_both_sides_both_stand() -> None:
    ours = BASE.replace("## Costs", "Added in the source.\n\n## Costs")
    theirs = BASE.replace("One two", "Added in Word.\n\nOne two")
    both = ours.replace("One two", "Added in Word.\n\nOne two")
    assert _merged(ours, theirs) == _sheet(both)


def test_paragraphs_added_at_one_place_stand_in_turn() -> None:
    ours = BASE.replace("## Costs", "Added in the source.\n\n## Costs")
    theirs = BASE.replace("## Costs", "Added in Word.\n\n## Costs")
    both = BASE.replace(
        "## Costs", "Added in the source.\n\nAdded in Word.\n\n## Costs"
    )
    assert _merged(ours, theirs) == _sheet(both)


def test_items_moved_here_and_changed_there_are_moved_and_changed() -> None:
    ours = BASE.replace("- apples\n- pears\n- plums", "- plums\n- apples\n- pears")
    theirs = BASE.replace("- pears", "- ripe pears")
    both = ours.replace("- pears", "- ripe pears")
    assert _merged(ours, theirs) == _sheet(both)


def test_cells_of_one_row_are_merged_apart() -> None:
    ours = BASE.replace("181 ", "182 ")
    theirs = BASE.replace("| Ardel", "| Ardell")
    both = ours.replace("| Ardel", "| Ardell")
    assert _merged(ours, theirs) == _sheet(both)


def test_a_heading_renamed_on_both_sides_is_one_conflict() -> None:
    (conflict,) = _conflicts(
        BASE.replace("## Costs", "## Prices"), BASE.replace("## Costs", "## Expenses")
    )
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        "Costs", "Prices", "Expenses",
    )  # fmt: skip
    assert conflict.origin == "sections[1].heading"


def test_what_one_side_deleted_and_the_other_changed_is_a_conflict() -> None:
    changed = BASE.replace("- pears", "- ripe pears")
    deleted = BASE.replace("- pears\n", "")
    (first,) = _conflicts(changed, deleted)
    assert (first.ours, first.theirs) == ("ripe pears", "")
    (second,) = _conflicts(deleted, changed)
    assert (second.ours, second.theirs) == ("", "ripe pears")


def test_conflicts_leave_the_reading_of_the_source() -> None:
    ours = _sheet(BASE.replace("- pears", "- ripe pears"))
    theirs = _sheet(BASE.replace("- pears\n", ""))
    assert merge(_sheet(BASE), ours, theirs).sheet == ours


def test_fields_of_the_masthead_are_merged_one_by_one() -> None:
    ours = _sheet(BASE, title="New")
    theirs = _sheet(BASE, issued="2024-02-02")
    assert merge(_sheet(BASE), ours, theirs).sheet == _sheet(
        BASE, title="New", issued="2024-02-02"
    )


@pytest.mark.parametrize("number", range(6))
def test_no_words_of_either_side_vanish_without_a_conflict(number: int) -> None:
    base, ours, theirs = (draw_sheet(number + step) for step in (0, 40, 80))
    merged = merge(base, ours, theirs)
    told = " ".join(
        [plain(runs) for _, runs in rich_texts(merged.sheet)]
        + [f"{each.ours} {each.theirs}" for each in merged.conflicts]
    )
    base_words = {word for _, runs in rich_texts(base) for word in plain(runs).split()}
    for side in (ours, theirs):
        words = {word for _, runs in rich_texts(side) for word in plain(runs).split()}
        assert words - base_words <= set(told.split())
