"""A revised source says what it should, and every line that may stay does."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.load import load, load_bytes
from pipeline.load.json import read_json
from pipeline.load.validate import validate
from pipeline.unload import unload
from pipeline.unload.parts import parts
from pipeline.unload.revise import UnrevisableError, revise, says
from pipeline.unload.sourced import sourced
from schemas.factsheet import FactSheet
from tests.proof.models import draw_sheet
from tests.unload.changes import changed
from tests.unload.written import by_hand

SOURCES = Path(__file__).parents[2] / "sources"
SAMPLES = sorted(path for path in SOURCES.glob("*.md") if path.stem != "README")
DRAWN = 12

HARD = settings(
    max_examples=120, deadline=None, suppress_health_check=list(HealthCheck)
)


@cache
def pairs() -> tuple[tuple[str, FactSheet], ...]:
    """Return sources in several hands, and what they say."""
    found = []
    for path in SAMPLES:
        sheet = load(path).sheet
        assert sheet is not None
        found += [(path.read_text("utf-8"), sheet), (by_hand(unload(sheet)), sheet)]
    drawn = [draw_sheet(number) for number in range(DRAWN)]
    return (*found, *((by_hand(unload(sheet)), sheet) for sheet in drawn))


def test_every_hand_says_its_sheet() -> None:
    assert all(says(source, sheet) for source, sheet in pairs())


def test_no_change_changes_no_byte() -> None:
    for source, sheet in pairs():
        assert revise(source, sheet, sheet) == source


@HARD
@given(st.data())
def test_a_revised_source_says_the_other_sheet(data: st.DataObject) -> None:
    source, before = data.draw(st.sampled_from(pairs()))
    after = data.draw(changed(before))
    assert says(revise(source, before, after), after)


@HARD
@given(st.data())
def test_what_stands_around_a_change_stays(data: st.DataObject) -> None:
    source, before = data.draw(st.sampled_from(pairs()))
    after = data.draw(changed(before))
    revised = revise(source, before, after).split("\n")
    lines = source.split("\n")
    end = lines.index("---", 1)
    assert kept_in_order(remarks(lines[:end]), revised)
    above, below = around(lines, end + 1, before, after)
    body = revised[revised.index("---", 1) + 1 :]
    assert body[: len(above)] == above
    assert body[len(body) - len(below) :] == below


def around(
    lines: list[str], first: int, before: FactSheet, after: FactSheet
) -> tuple[list[str], list[str]]:
    """Return the lines above the first part that differs, and below the last."""
    units = sourced(lines, first, before)
    new = [part.value for part in parts(after)]
    old = [unit.part.value for unit in units]
    if [part.value for part in parts(before)] != old:
        return [], []  # a note stands among the blocks
    least = min(len(old), len(new))
    top = next((n for n in range(least) if old[n] != new[n]), least)
    end = next(
        (n for n in range(least - top) if old[-1 - n] != new[-1 - n]), least - top
    )
    above = lines[first : units[top - 1].span.end] if top else []
    return above, lines[units[-end].span.start :] if end else []


def remarks(front: list[str]) -> list[str]:
    """Return the remarks between keys; those inside a list may go with it."""
    return [line for line in front if line.startswith("#")]


def kept_in_order(lines: list[str], among: list[str]) -> bool:
    rest: Iterator[str] = iter(among)
    return all(line in rest for line in lines)


WRAPPED = """---
title: Rivers
# Nobody knows who.
issuer:
  agency: River Board
issued: 2024-05-01
---

Water is measured
at dawn and once
more at night by all.

1. One
2. Two

   More on two.
3. Three

| River | Flow  |
|:------|------:|
| Ardel | 181.3 |
| Bresk |  96.3 |
"""


def revised(**change: object) -> str:
    """Return WRAPPED after words were exchanged in it."""
    before = load_bytes("x.md", WRAPPED.encode()).sheet
    assert before is not None
    text = unload(before)
    for old, new in change["words"]:
        text = text.replace(old, new)
    after = load_bytes("x.md", text.encode()).sheet
    assert after is not None
    return revise(WRAPPED, before, after)


@pytest.mark.parametrize(
    ("old", "new", "line", "wanted"),
    [
        ("at dawn and", "at noon and", "at dawn and once", "at noon and once"),
        ("dawn and once more", "dawn and more", "at dawn and once", "at dawn and"),
        ("Rivers", "Streams", "title: Rivers", "title: Streams"),
        ("2024-05-01", "2024-05-02", "issued: 2024-05-01", "issued: 2024-05-02"),
        ("More on two", "Less on two", "   More on two.", "   Less on two."),
        ("96.3", "9.6", "| Bresk |  96.3 |", "| Bresk | 9.6   |"),
        ("Ardel", "Ar|del", "| Ardel | 181.3 |", r"| Ar\|del | 181.3 |"),
    ],
)
def test_a_changed_word_changes_its_line(
    old: str, new: str, line: str, wanted: str
) -> None:
    new = new.replace("|", r"\|")
    found = revised(words=[(old, new)])
    assert found == WRAPPED.replace(line, wanted)


def test_items_behind_a_new_one_are_counted_again() -> None:
    found = revised(words=[("1. One", "1. Zero\n2. One"), ("2. Two", "3. Two"),
                           ("3. Three", "4. Three")])  # fmt: skip
    assert "1. Zero\n2. One\n3. Two\n\n   More on two.\n4. Three\n" in found


def test_lists_that_would_become_one_get_other_marks() -> None:
    source = WRAPPED.replace("| River", "- a\n\nBetween.\n\n- b\n\n| River")
    before = load_bytes("x.md", source.encode()).sheet
    assert before is not None
    section = before.sections[0]
    blocks = tuple(each for each in section.blocks if "Between" not in repr(each))
    new = section.model_copy(update={"blocks": blocks})
    after = before.model_copy(update={"sections": (new,)})
    assert "- a\n\n* b\n" in revise(source, before, after)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_and_byte_order_mark_stay(end: str) -> None:
    source = "\ufeff" + WRAPPED.replace("\n", end)
    before = load_bytes("x.md", source.encode()).sheet
    assert before is not None
    after = before.model_copy(update={"title": "Streams"})
    assert revise(source, before, after) == source.replace("Rivers", "Streams")


def test_mixed_line_ends_stay_where_they_are() -> None:
    source = WRAPPED.replace("dawn and once\n", "dawn and once\r\n")
    before = load_bytes("x.md", source.encode()).sheet
    assert before is not None
    after = before.model_copy(update={"title": "Streams"})
    assert revise(source, before, after) == source.replace("Rivers", "Streams")


def test_new_keys_stand_where_the_model_has_them() -> None:
    before = load_bytes("x.md", WRAPPED.encode()).sheet
    assert before is not None
    after = before.model_copy(update={"number": "7/2024", "keywords": ("a", "b, c")})
    new = 'issued: 2024-05-01\nnumber: 7/2024\nkeywords: [a, "b, c"]\n'
    wanted = WRAPPED.replace("issued: 2024-05-01\n", new)
    assert revise(WRAPPED, before, after) == wanted


@HARD
@given(st.data())
def test_json_says_the_other_sheet_too(data: st.DataObject) -> None:
    _, before = data.draw(st.sampled_from(pairs()))
    after = data.draw(changed(before))
    source = before.model_dump_json(indent=2)
    found = read_json("x.json", revise(source, before, after, ".json"))
    assert validate(found, [])[0] == after


def test_json_keeps_what_the_change_does_not_touch() -> None:
    before = load_bytes("x.md", WRAPPED.encode()).sheet
    assert before is not None
    source = before.model_dump_json(indent=4) + "\n"
    after = before.model_copy(update={"title": "Streams", "number": "1.10"})
    new = '"title": "Streams"', '"number": "1.10"'
    wanted = source.replace('"title": "Rivers"', new[0])
    wanted = wanted.replace('"number": null', new[1])
    assert revise(source, before, after, ".json") == wanted


def test_yaml_is_refused() -> None:
    _, before = pairs()[0]
    after = before.model_copy(update={"title": "Streams"})
    with pytest.raises(UnrevisableError, match="yaml"):
        revise("title: …", before, after, ".yaml")
