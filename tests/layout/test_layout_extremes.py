"""Content that fits no plan: it breaks where it must, and nothing leaves the page."""

import pytest

from pipeline.layout.pages import Artifact, Pages, TextMark
from pipeline.layout.rows import fair_widths
from pipeline.tree import NoteReference, Role, Text
from tests.layout.documents import (
    document,
    figure,
    key_facts,
    note,
    paragraph,
    section,
    table,
    words,
)
from tests.layout.looking import LETTER, artifacts, lines, pages_of, pages_with

URL = "https://example.org/" + "readings-of-all-stations/" * 4


def lowest(pages: Pages) -> float:
    """Return the lowest baseline of what is read."""
    return min(
        line.y
        for page in pages.pages
        for mark in page.marks
        if isinstance(mark, TextMark) and mark.origin
        for line in mark.lines
    )


def test_wide_table_that_opens_the_text_waits_for_room_below_the_narrow_column() -> (
    None
):
    facts = key_facts(*[(f"Fact {index}", words(3)) for index in range(14)])
    head = tuple(words(9) for _ in range(5))
    body = section(0, table("t", head, *[head] * 3, caption="Wide"), heading="Levels")
    pages = pages_of(document(facts, body))
    assert pages_with(pages, "key_facts.title") == [0]
    for origin in ("sections[0].heading", "t.caption", "t[0][0]", "t[3][4]"):
        assert pages_with(pages, origin) == [1]


def test_header_higher_than_a_third_of_the_page_is_drawn_once_and_may_break() -> None:
    head = (words(140), URL, URL, URL, URL)
    rows = [("a", "1", "2", "3", "4")] * 80
    pages = pages_of(section(0, table("t", head, *rows)))
    assert not any(artifacts(page, Artifact.REPEAT) for page in pages.pages)
    assert lowest(pages) >= LETTER.height - LETTER.bottom


def test_columns_of_the_longest_words_give_first() -> None:
    widths = fair_widths([(500, 500), (250, 400), (40, 60), (20, 20)], 360)
    assert widths == pytest.approx([150, 150, 40, 20])


def test_caption_stays_with_its_table_when_a_picture_opens_the_section() -> None:
    rows = [(words(30), "1,200") for _ in range(5)]
    for height in range(500, 900, 25):
        shown = figure("f", 200, height), table("t", ("A", "B"), *rows, caption="C")
        pages = pages_of(section(0, *shown, heading="Rivers"))
        assert pages_with(pages, "t.caption") == pages_with(pages, "t[0][0]")
        assert pages_with(pages, "t[0][0]") == pages_with(pages, "t[5][0]")


def test_part_of_a_note_on_the_next_page_has_two_lines() -> None:
    call = (Text(words(12)), NoteReference("n", "1"))
    for size in range(500, 900, 10):
        long = note("n", "1", words(size))
        ahead = paragraph(call, "standfirst", Role.STANDFIRST)
        pages = pages_of(
            document(ahead, section(0, paragraph("x", "a")), notes=(long,))
        )
        counts = [len(lines(page, "notes.n")) for page in pages.pages]
        assert min(count for count in counts if count) >= 2
