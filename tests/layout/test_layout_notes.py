"""How figures and footnotes stand on their pages."""

import pytest

from pipeline.layout.dump import line_text
from pipeline.layout.pages import (
    PictureMark,
)
from pipeline.tree import Block, NoteReference, Role, Text
from tests.layout.documents import (
    document,
    figure,
    note,
    paragraph,
    section,
    words,
)
from tests.layout.looking import LETTER, lines, pages_of, pages_with, pictures


@pytest.mark.parametrize(("width", "height"), [(1, 20_000), (20_000, 1), (9000, 9000)])
def test_picture_of_any_shape_is_scaled_to_its_column(width: int, height: int) -> None:
    (picture,) = pictures(pages_of(section(0, figure("f", width, height))))
    assert picture.width / picture.height == pytest.approx(width / height)
    assert picture.width <= LETTER.main.width + 0.01
    assert picture.height <= 0.6 * (LETTER.bottom - LETTER.top) + 0.01


def test_small_picture_is_not_printed_coarser_than_150_ppi() -> None:
    (picture,) = pictures(pages_of(section(0, figure("f", 300, 150))))
    assert (picture.width, picture.height) == (pytest.approx(144), pytest.approx(72))


def test_caption_stands_on_the_page_of_its_picture() -> None:
    for size in range(100, 520, 20):
        body = paragraph(words(size), "a"), figure("f", 900, 600, "The river")
        pages = pages_of(section(0, *body))
        (home,) = pages_with(pages, "f.caption")
        assert any(isinstance(mark, PictureMark) for mark in pages.pages[home].marks)


def called(count: int, name: str = "n") -> Block:
    content = (Text(words(count)), NoteReference(name, "1"), Text(" and on."))
    return paragraph(content, "call")


@pytest.mark.parametrize("size", [20, 60, 400])
def test_note_starts_on_the_page_of_its_call(size: int) -> None:
    notes = (note("n", "1", words(size)),)
    for before in range(280, 460, 9):
        body = section(0, paragraph(words(before), "a"), called(40))
        pages = pages_of(document(body, notes=notes))
        calls = [
            index
            for index, page in enumerate(pages.pages)
            for line in lines(page, "call")
            for piece in line.pieces
            if piece.path == (1,)
        ]
        assert pages_with(pages, "notes.n")[0] == calls[0]


def test_short_note_is_not_parted() -> None:
    notes = (note("n", "1", words(50)),)
    for before in range(280, 460, 9):
        body = section(0, paragraph(words(before), "a"), called(40))
        assert len(pages_with(pages_of(document(body, notes=notes)), "notes.n")) == 1


def test_note_longer_than_a_page_goes_on_at_the_next_foot() -> None:
    notes = (note("n", "1", words(2500)),)
    pages = pages_of(document(section(0, called(40)), notes=notes))
    assert pages_with(pages, "notes.n") == list(range(len(pages.pages)))
    assert len(pages.pages) > 2


def test_note_has_its_number_as_a_label() -> None:
    notes = (note("n", "1", "Short."),)
    (page,) = pages_of(document(section(0, called(40)), notes=notes)).pages
    (label,) = lines(page, "notes.n", "label")
    (text,) = lines(page, "notes.n")
    assert line_text(label) == "1"
    assert label.y == text.y
    assert label.x < text.x


def test_note_called_from_the_narrow_column_stands_on_its_page() -> None:
    content = (Text("Read on"), NoteReference("n", "1"))
    ahead = paragraph(content, "standfirst", Role.STANDFIRST)
    body = section(0, paragraph(words(900), "a"))
    pages = pages_of(document(ahead, body, notes=(note("n", "1", words(30)),)))
    assert pages_with(pages, "notes.n") == [0]


def test_note_of_a_heading_stands_above_the_note_of_its_text() -> None:
    heading = (Text("Rivers"), NoteReference("h", "1"))
    body = section(0, called(3), heading=heading)
    notes = note("h", "1", "First."), note("n", "2", "Second.")
    (page,) = pages_of(document(body, notes=notes)).pages
    (first,), (second,) = lines(page, "notes.h"), lines(page, "notes.n")
    assert first.y > second.y
