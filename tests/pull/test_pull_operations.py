"""Each edit is found, named with its place, and changes nothing else."""

from copy import deepcopy
from typing import Any

import pytest
from lxml import etree

from pipeline.pull import Edited, Kind
from pipeline.pull.model import at as part
from schemas.blocks import Callout, NumberedList
from schemas.richtext import plain
from tests.inspect.docx.packing import w
from tests.pull.editing import (
    Body,
    Edit,
    delete,
    insert,
    kinds,
    mark,
    merge,
    move,
    pulled,
    replace,
    restyle,
    sheet,
    split,
)

FIRST = "sections[0].blocks[0].text"


def only(found: Edited) -> str:
    """Return the one operation as a line."""
    [operation] = found.operations
    return str(operation)


def text(found: Edited, path: str) -> str:
    runs: Any = part(found.sheet, path)
    return plain(runs)


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


def test_changed_cell() -> None:
    found = pulled(replace("181.3", "182.0"))
    assert only(found) == (
        "under the heading “Flow of the Rivers”, table 1, row 2, column 2: "
        "cell changed: “181.3” → “182.0”"
    )
    path = "sections[2].blocks[0].rows[1][1].text"
    assert text(found, path) == "182.0"


def rows(body: Body) -> list[etree._Element]:
    return list(body.iter(w("tr")))


def test_deleted_row() -> None:
    def edit(body: Body) -> None:
        row = rows(body)[2]
        row.getparent().remove(row)

    found = pulled(edit)
    assert only(found).endswith("table 1: row deleted: “Ardel; 181.3; yes”")
    table: Any = found.sheet.sections[2].blocks[0]
    was: Any = sheet().sections[2].blocks[0]
    assert table.rows == (was.rows[0], was.rows[2])


def test_inserted_row() -> None:
    def edit(body: Body) -> None:
        row = rows(body)[2]
        row.addnext(deepcopy(row))
        for text, fresh in zip(row.iter(w("t")), ("Corrin", "63.1", "no"), strict=True):
            text.text = fresh

    found = pulled(edit)
    assert only(found).endswith("row 2: row inserted: “Corrin; 63.1; no”")
    table: Any = found.sheet.sections[2].blocks[0]
    was: Any = sheet().sections[2].blocks[0]
    assert (table.rows[0], *table.rows[2:]) == was.rows


def test_deleted_column_takes_its_alignment_along() -> None:
    def edit(body: Body) -> None:
        for row in rows(body):
            row.remove(row.findall(w("tc"))[0])

    found = pulled(edit)
    assert only(found).endswith("table 1: column deleted: “River”")
    table: Any = found.sheet.sections[2].blocks[0]
    assert [each.value for each in table.alignments] == ["end", "start"]


@pytest.mark.parametrize(
    ("old", "new", "path", "value"),
    [
        ("Rivers of the North", "Lakes of the North", "title", "Lakes of the North"),
        ("Ministry of Waters", "Ministry of Rain", "issuer.agency", "Ministry of Rain"),
        ("Office of Rivers", "Office of Rain", "issuer.bureau", "Office of Rain"),
        ("Data Sheet", "Notice", "kind", "Notice"),
        ("Edition 2", "Edition 3", "edition", 3),
        ("The sheet of 2023.", "That of 2022.", "supersedes", "That of 2022."),
        ("Longest river", "Longest", "key_facts[1].label", "Longest"),
        ("202-555-0100", "202-555-0199", "sections[3].blocks[2].missions[0].phone",
         "202-555-0199"),
        ("rivers@example.org", "lakes@example.org",
         "sections[3].blocks[2].missions[0].email", "lakes@example.org"),
        ("12 Quay", "14 Quay", "sections[3].blocks[2].missions[0].address[0]",
         "14 Quay Street"),
        ("Since 2009", "Since 2010", "sections[3].blocks[0].memberships[0].since",
         "2010"),
        ("Director of", "Head of", "sections[3].blocks[1].officials[0].office",
         "Head of the office"),
        ("1976", "April 1977", "sections[2].blocks[3].events[0].date", "1977-04"),
        ("Autumn of 2012", "Late in 2012", "sections[2].blocks[3].events[1].label",
         "Late in 2012"),
    ],
)  # fmt: skip
def test_changed_field(old: str, new: str, path: str, value: object) -> None:
    found = pulled(replace(old, new))
    assert set(kinds(found)) == {Kind.FIELD}
    assert part(found.sheet, path) == value


@pytest.mark.parametrize(
    ("new", "place", "issued"),
    [
        ("Geneva, May 3, 2024", "Geneva", "2024-05-03"),
        ("3 May 2024", None, "2024-05-03"),
        ("Port Merrin, Norland, 2024-05-03", "Port Merrin, Norland", "2024-05-03"),
        ("Geneva", "Geneva", "None"),
    ],
)
def test_changed_dateline(new: str, place: str | None, issued: str) -> None:
    found = pulled(replace("Geneva, May 2, 2024", new))
    assert kinds(found) == [Kind.FIELD]
    assert (found.sheet.place, str(found.sheet.issued)) == (place, issued)


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


def without_anchors(body: Body) -> None:
    """Take out every id and bookmark but those that links lead to."""
    targets = {link.get(w("anchor")) for link in body.iter(w("hyperlink"))}
    for element in list(body.iter()):
        for name in [each for each in element.attrib if each.endswith("paraId")]:
            del element.attrib[name]
        if element.tag == w("bookmarkStart") and element.get(w("name")) not in targets:
            element.getparent().remove(element)


@pytest.mark.parametrize(
    "edit",
    [
        replace("at dawn", "at noon, and again at midnight"),
        insert("warnings where one is due", "calls at night;"),
        delete("warnings where one is due"),
        delete("The first step"),
        split("and reads them"),
        merge("at dawn"),
        move("Before noon", "The second step"),
        restyle("at dawn", "CalloutText"),
        replace("17.5", "18"),
        replace("Costs and Benefits", "What It Costs"),
        delete("Cooperation across", "1976"),
        insert("The second step", "The third step."),
    ],
)
def test_no_edit_needs_an_anchor_to_be_found(edit: Edit) -> None:
    with_anchors, without = pulled(edit), pulled(edit, without_anchors)
    assert with_anchors.operations != ()
    assert without.operations == with_anchors.operations
    assert without.sheet == with_anchors.sheet
