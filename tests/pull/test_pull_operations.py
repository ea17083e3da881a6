"""Each edit is found, named with its place, and changes nothing else."""

from typing import Any

import pytest

from pipeline.pull import Edited, Kind
from pipeline.pull.model import at as part
from schemas.blocks import Callout, NumberedList
from schemas.richtext import plain
from tests.inspect.docx.packing import w
from tests.pull.editing import (
    Body,
    delete,
    insert,
    kinds,
    mark,
    merge,
    move,
    only,
    pulled,
    replace,
    restyle,
    sheet,
    split,
    text,
)

FIRST = "sections[0].blocks[0].text"


def unchanged_but(found: Edited, *paths: str) -> bool:
    """Return whether the sheet is the base's apart from the fields at `paths`."""
    was, now = sheet().model_dump(), found.sheet.model_dump()
    for path in paths:
        for model in (was, now):
            place: Any = model
            *steps, last = path.replace("]", "").replace("[", ".").split(".")
            for step in steps:
                place = place[int(step) if step.isdecimal() else step]
            if isinstance(place, tuple):
                continue
            place[last] = None
    return was == now


def test_nothing_done_is_nothing_found() -> None:
    found = pulled()
    assert found.sheet == sheet()
    assert found.operations == ()
    assert found.notes == ()


def test_changed_words() -> None:
    found = pulled(replace("at dawn", "at noon"))
    assert only(found) == (
        "before the first heading, paragraph 1: changed: “dawn.” → “noon.”"
    )
    assert unchanged_but(found, FIRST)
    assert text(found, FIRST).endswith("reads them at noon.")


def test_inserted_paragraph() -> None:
    found = pulled(insert("at dawn", "They never fail."))
    assert only(found).endswith("paragraph 2: inserted: “They never fail.”")
    assert text(found, "sections[0].blocks[1].text") == "They never fail."
    assert found.sheet.sections[0].blocks[2] == sheet().sections[0].blocks[1]


def test_deleted_paragraph() -> None:
    found = pulled(delete("at dawn"))
    assert kinds(found) == [Kind.DELETED]
    assert found.sheet.sections[0].blocks == sheet().sections[0].blocks[1:]


def test_split_paragraph() -> None:
    found = pulled(split("and reads them"))
    assert kinds(found) == [Kind.SPLIT]
    texts = [text(found, f"sections[0].blocks[{index}].text") for index in (0, 1)]
    assert texts == [
        "The ministry keeps nine gauges along the upper river",
        "and reads them at dawn.",
    ]


def test_split_paragraph_whose_longer_part_stands_behind() -> None:
    found = pulled(split("keeps nine gauges"))
    assert kinds(found) == [Kind.SPLIT]
    texts = [text(found, f"sections[0].blocks[{index}].text") for index in (0, 1)]
    assert texts == [
        "The ministry",
        "keeps nine gauges along the upper river and reads them at dawn.",
    ]


def test_a_paragraph_in_three_parts_is_split_twice() -> None:
    found = pulled(split("keeps nine gauges"), split("along the upper"))
    assert kinds(found) == [Kind.SPLIT, Kind.SPLIT]


def test_what_was_reworded_is_known_before_what_was_split() -> None:
    found = pulled(
        replace("bulletins for each of the municipalities;", "a word to towns;"),
        split("where one is due"),
    )
    assert kinds(found) == [Kind.SPLIT, Kind.CHANGED]


def test_merged_paragraphs_keep_what_word_does_not_show() -> None:
    found = pulled(merge("at dawn"))
    assert kinds(found) == [Kind.MERGED]
    runs: Any = part(found.sheet, FIRST)
    kept = [run.kind for run in runs]
    assert kept == ["text", "abbreviation", "text", "link", "text", "foreign", "text",
                    "note"]  # fmt: skip


def test_moved_paragraph() -> None:
    found = pulled(move("at dawn", "As of"))
    assert kinds(found)[0] is Kind.MOVED
    assert found.operations[0].where.startswith("under the heading “People”")


def test_heading_moved_with_what_stands_below_it() -> None:
    heading = "Costs and Benefits"
    found = pulled(move("See", "As of"), move(heading, "As of"))
    moved = [each.after for each in found.operations if each.kind is Kind.MOVED]
    assert heading in moved
    assert [section.name for section in found.sheet.sections][-1] == "costs"
    assert Kind.SPLIT not in kinds(found)


def test_moved_list_item_stays_in_its_list() -> None:
    found = pulled(move("The first step", "The second step"))
    assert kinds(found) == [Kind.MOVED]
    numbers = found.sheet.sections[1].blocks[3]
    assert isinstance(numbers, NumberedList)
    assert [plain(item.text)[:10] for item in numbers.items] == [
        "The second", "The first ",
    ]  # fmt: skip


def test_item_set_one_level_deeper_is_told_by_its_level() -> None:
    found = pulled(restyle("readings of the night", "ListBullet2"))
    assert only(found).endswith("was bullet, level 1, is bullet, level 2")


def test_restyled_paragraph() -> None:
    found = pulled(restyle("at dawn", "CalloutText"))
    assert only(found).endswith("was body, is callout-text")
    assert isinstance(found.sheet.sections[0].blocks[0], Callout)


@pytest.mark.parametrize("look", ["<w:b/>", '<w:rStyle w:val="Strong"/>'])
def test_changed_marks(look: str) -> None:
    found = pulled(mark("nine gauges", look))
    assert kinds(found) == [Kind.MARKS]
    runs: Any = part(found.sheet, FIRST)
    assert [run.kind for run in runs] == ["text", "strong", "text"]
    assert plain(runs[1].runs) == "nine gauges"


def test_changed_link() -> None:
    def edit(body: Body) -> None:
        next(body.iter(w("hyperlink"))).set(w("anchor"), "costs")

    found = pulled(edit)
    assert kinds(found) == [Kind.LINK]
    assert "#flow; https://example.org/rivers → #costs;" in only(found)
    path = "sections[1].blocks[0].text[1].target"
    assert part(found.sheet, path) == "#costs"


def test_link_taken_off() -> None:
    def edit(body: Body) -> None:
        link = list(body.iter(w("hyperlink")))[1]
        link.addprevious(link[0])
        link.getparent().remove(link)

    found = pulled(edit)
    assert kinds(found) == [Kind.LINK]
    assert text(found, "sections[1].blocks[0].text") == "See the table and our page."


def test_words_inside_hidden_runs_stay_inside_them() -> None:
    found = pulled(replace("Atlas of the north", "Great atlas of the north"))
    runs: Any = part(found.sheet, "sections[3].blocks[3].items[1].text")
    assert [(run.kind, run.status) for run in runs] == [("link", "lost")]


def test_an_expansion_stays_with_its_abbreviation() -> None:
    found = pulled(replace(" and ", ", of old, and "))
    runs: Any = part(found.sheet, "sections[0].blocks[1].text")
    assert [run.expansion for run in runs if run.kind == "abbreviation"] == [
        "World Meteorological Organization"
    ]


def test_a_heading_that_links_lead_to_keeps_its_name() -> None:
    found = pulled(replace("Costs and Benefits", "What It Costs"))
    assert kinds(found) == [Kind.CHANGED]
    assert found.sheet.sections[1].name == "costs"


def test_a_new_heading_takes_what_stands_below_it() -> None:
    found = pulled(insert("at dawn", "Work", "Heading2"))
    assert kinds(found) == [Kind.INSERTED]
    heads = [section.heading for section in found.sheet.sections]
    assert [plain(head) if head else None for head in heads][:3] == [
        None, "Work", "Costs and Benefits",
    ]  # fmt: skip
    assert found.sheet.sections[1].blocks == sheet().sections[0].blocks[1:]


def test_a_deleted_call_takes_its_note_along() -> None:
    def edit(body: Body) -> None:
        run = next(body.iter(w("footnoteReference"))).getparent()
        run.getparent().remove(run)

    found = pulled(edit)
    assert kinds(found) == [Kind.NOTES]
    assert found.sheet.notes == ()


def test_rewritten_items_keep_their_place() -> None:
    found = pulled(
        replace("The first step is to read the gauge.", "Boats stay ashore."),
        replace("The second step is to write it down.", "Bridges are closed."),
    )
    assert kinds(found) == [Kind.CHANGED, Kind.CHANGED]
