"""What hangs in the narrow column; lists, definitions and callouts."""

import pytest

from pipeline.layout.pages import (
    PanelMark,
    RuleMark,
    TextMark,
)
from pipeline.tree import Group, Role
from tests.layout.documents import (
    callout,
    contacts,
    definitions,
    items,
    key_facts,
    paragraph,
    section,
    table,
    words,
)
from tests.layout.looking import LETTER, lines, pages_of, pages_with


def test_heading_hangs_level_with_its_text() -> None:
    body = (
        section(0, paragraph(words(60), "lead")),
        section(1, paragraph(words(60), "text"), heading="Levels"),
    )
    (page,) = pages_of(*body).pages
    (heading,) = lines(page, "sections[1].heading")
    assert heading.x == LETTER.hung.x
    assert heading.y == pytest.approx(lines(page, "text")[0].y, abs=0.5)


def test_long_hung_heading_pushes_the_next_section_down() -> None:
    body = (
        section(0, paragraph(words(20), "lead")),
        section(1, paragraph("Short.", "one"), heading=words(8)),
        section(2, paragraph("Short too.", "two"), heading="Next"),
    )
    (page,) = pages_of(*body).pages
    long = lines(page, "sections[1].heading")
    (following,) = lines(page, "sections[2].heading")
    assert following.x == LETTER.hung.x
    assert following.y < long[-1].y - long[-1].height


def test_heading_stands_above_its_text_beside_high_key_facts() -> None:
    facts = [(f"Fact {n}", "a value") for n in range(12)]
    body = (
        key_facts(*facts),
        section(0, paragraph("One line.", "lead")),
        section(1, paragraph(words(60), "text"), heading="Levels"),
    )
    (page,) = pages_of(*body).pages
    (heading,) = lines(page, "sections[1].heading")
    assert heading.x == LETTER.main.x
    assert heading.y > lines(page, "text")[0].y


def test_key_facts_too_many_for_the_narrow_column_stand_in_the_main_one() -> None:
    facts = [(f"Fact {n}", words(6)) for n in range(20)]
    (page,) = pages_of(key_facts(*facts), section(0, paragraph(words(20), "a"))).pages
    label, value = (
        lines(page, f"key_facts.facts[19].{part}")[0] for part in ("term", "detail")
    )
    assert LETTER.main.x < label.x < value.x
    assert label.y == pytest.approx(value.y)
    assert lines(page, "a")[0].y < value.y


def test_key_facts_stand_whole_in_either_column() -> None:
    ahead = paragraph(words(30), "standfirst", Role.STANDFIRST)
    text = section(0, paragraph(words(20), "a"))
    for size in range(20, 60):
        facts = [(f"Fact {n}", words(9)) for n in range(8)] + [("Last", words(size))]
        assert len(pages_of(ahead, key_facts(*facts), text).pages) == 1


def test_one_heavy_rule_spans_both_columns_where_nothing_stands_in_the_narrow_one() -> (
    None
):
    heads = {None: 1, "Rivers": 2}
    for heading, count in heads.items():
        (page,) = pages_of(section(0, paragraph("x", "a"), heading=heading)).pages
        heavy = [m for m in page.marks if isinstance(m, RuleMark) and m.width == 2]
        assert len(heavy) == count
        assert heavy[0].x1 == LETTER.whole.x
        assert heavy[-1].x2 == LETTER.whole.right


def test_lists_of_one_section_have_one_column_of_details() -> None:
    shown = (
        definitions("t", Role.TIMELINE, ("2008", "Relations")),
        definitions("m", Role.TIMELINE, ("International Fund", "2009")),
    )
    (page,) = pages_of(section(0, *shown, heading="Rivers")).pages
    starts = [lines(page, f"{origin}[0].detail")[0].x for origin in "tm"]
    assert starts[0] == starts[1]


def test_the_colophon_is_never_alone_on_its_page() -> None:
    colophon = Group(
        Role.COLOPHON, (paragraph(words(40), "c", Role.COLOPHON_TEXT),), "colophon"
    )
    for size in range(400, 560, 5):
        pages = pages_of(section(0, paragraph(words(size), "a")), colophon)
        (home,) = pages_with(pages, "c")
        assert len(lines(pages.pages[home], "a")) >= 2


def test_a_short_callout_stays_whole() -> None:
    for size in range(300, 480, 7):
        shown = callout("c", "Mind", items("i", "one", "two", "three", "four"))
        pages = pages_of(section(0, paragraph(words(size), "a"), shown))
        homes = {home for n in range(4) for home in pages_with(pages, f"i[{n}].text")}
        assert len(homes) == 1


def test_contacts_stand_beside_the_block_they_follow() -> None:
    body = section(
        0, paragraph(words(90), "a"), paragraph(words(90), "b"), contacts("c", "One")
    )
    (page,) = pages_of(body).pages
    (name,) = lines(page, "c[0].name")
    assert name.x == LETTER.hung.x
    assert 0 <= lines(page, "b")[0].y - name.y < 20


def test_contacts_without_text_take_its_place() -> None:
    body = (
        section(0, paragraph(words(30), "a")),
        section(1, contacts("c", "One", "Two"), heading="Offices"),
    )
    (page,) = pages_of(*body).pages
    (one,), (two,) = lines(page, "c[0].name"), lines(page, "c[1].name")
    assert one.x == LETTER.main.x
    assert one.y == two.y


def test_numbers_end_at_one_edge_and_text_starts_at_another() -> None:
    block = items("l", *["text"] * 12, ordered=True)
    (page,) = pages_of(section(0, block)).pages
    labels = [lines(page, f"l[{n}]", "label")[0] for n in range(12)]
    texts = [lines(page, f"l[{n}].text")[0] for n in range(12)]
    assert len({round(line.x + line.width, 1) for line in labels}) == 1
    assert len({round(line.x, 1) for line in texts}) == 1


def test_further_reading_runs_down_two_balanced_columns() -> None:
    block = items("l", *[f"Report {n}" for n in range(9)], role=Role.RESOURCE_TEXT)
    (page,) = pages_of(section(0, block)).pages
    places = [lines(page, f"l[{n}].text")[0] for n in range(9)]
    assert len({line.x for line in places}) == 2
    assert [line.x for line in places] == sorted(line.x for line in places)
    assert places[0].y == places[5].y


def test_term_and_detail_share_a_baseline() -> None:
    block = definitions("d", Role.TIMELINE, ("1927", words(30)), ("1976", "flood"))
    (page,) = pages_of(section(0, block)).pages
    (term,) = lines(page, "d[0].term")
    assert term.y == pytest.approx(lines(page, "d[0].detail")[0].y)


def test_callout_is_tinted_on_each_page_it_stands_on() -> None:
    texts = [paragraph(words(90), f"c{n}", Role.CALLOUT_TEXT) for n in range(9)]
    pages = pages_of(section(0, callout("c", "Mind the river", *texts)))
    assert len(pages.pages) == 2
    for page in pages.pages:
        tint, side = [
            mark
            for mark in page.marks
            if isinstance(mark, PanelMark) and mark.x >= LETTER.main.x
        ]
        inside = [line.y for n in range(9) for line in lines(page, f"c{n}")]
        assert tint.y < min(inside)
        assert max(inside) < tint.y + tint.height
        assert (side.y, side.height) == (tint.y, tint.height)


def test_contacts_by_a_table_over_both_columns_stand_beside_the_text_below_it() -> None:
    rows = [tuple(words(6 + n) for n in range(5))] * 4
    for blocks in (
        (table("t", *rows), contacts("c", "One"), paragraph(words(90), "a")),
        (contacts("c", "One"), table("t", *rows), paragraph(words(90), "a")),
    ):
        (page,) = pages_of(section(0, *blocks, heading="Rivers")).pages
        (name,) = lines(page, "c[0].name")
        assert name.y < min(line.y for line in lines(page, "t[3][4]"))
        assert 0 <= lines(page, "a")[0].y - name.y < 20


def test_no_page_holds_contacts_only() -> None:
    for size in range(280, 480, 10):
        body = section(0, paragraph(words(size), "a"), contacts("c", *"ABCDEFGHIJKLMN"))
        for page in pages_of(body).pages:
            shown = {m.origin for m in page.marks if isinstance(m, TextMark)}
            names = [line for n in range(14) for line in lines(page, f"c[{n}].name")]
            assert not names or "a" in shown or names[0].x >= LETTER.main.x
