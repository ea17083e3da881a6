"""Verification finds pages that do not show their document, and other documents."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.layout.pages import Artifact, Page, Pages, TextMark
from pipeline.render.pdf import write
from pipeline.render.pdf.edition import PDF_1_7
from pipeline.render.pdf.verify import verify
from pipeline.render.pdf.verify.content import read_content
from pipeline.tree import Document, Figure, Group, Heading, Link, List, Table
from tests.render.pdf import demanding, samples
from tests.render.pdf.breaking import EDITIONS, codes, everything, sound
from tests.render.pdf.handmade import BODY, document, section, set_by_hand, shape


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_sound_file_has_no_findings(edition):
    assert codes(sound(edition)) == set()


@pytest.mark.parametrize("edition", EDITIONS)
def test_notes_wherever_text_may_stand_have_no_findings(edition):
    shown = demanding.document_of_notes()
    assert codes(write(shown, set_by_hand(shown), edition), shown) == set()


# What a page may hold


def test_a_page_may_end_with_what_changes_the_state_alone():
    assert read_content(b"q 1 0 0 rg\nQ\n2 w\n", {}).problems == []


@pytest.mark.parametrize("stream", [b"2 w\n/Sh1 sh", b"2 w 3", b"Sh", b"(words) Tj"])
def test_a_page_holds_nothing_that_we_do_not_write(stream):
    [(code, _)] = read_content(stream, {}).problems
    assert code == "content"


def test_text_in_no_font_has_no_characters():
    problems = read_content(b"/P<</MCID 0>>BDC\n[<0001>]TJ\nEMC", {}).problems
    assert [code for code, _ in problems] == ["UA1:7.21.7-1"]


# Pages that do not show the document


def repainted(change: Callable[[TextMark], TextMark | None]) -> bytes:
    """Return the file when every text mark is passed through `change`."""
    pages = set_by_hand(everything())
    changed = []
    for page in pages.pages:
        marks = [
            change(mark) if isinstance(mark, TextMark) else mark for mark in page.marks
        ]
        changed.append(Page(tuple(mark for mark in marks if mark)))
    made = Pages(pages.width, pages.height, tuple(changed), pages.destinations)
    return write(everything(), made, PDF_1_7)


def test_text_painted_as_an_artifact_is_missing():
    data = repainted(
        lambda mark: (
            replace(mark, artifact=Artifact.LAYOUT) if mark.origin == "said" else mark
        )
    )
    assert "words" in codes(data)


def test_text_not_painted_is_missing():
    data = repainted(lambda mark: None if mark.origin == "beware" else mark)
    assert "words" in codes(data)


def test_a_label_not_painted_is_missing():
    data = repainted(lambda mark: None if mark.part == "label" else mark)
    assert "structure" in codes(data)


def test_a_repeated_header_painted_as_content_stands_twice():
    pages = set_by_hand(everything())
    header = next(
        mark
        for mark in pages.pages[0].marks
        if getattr(mark, "origin", None) == "head[0]"
    )
    twice = replace(
        pages, pages=(Page((*pages.pages[0].marks, header)), *pages.pages[1:])
    )
    assert "words" in codes(write(everything(), twice, PDF_1_7))


def test_another_word_is_found():
    def change(mark: TextMark) -> TextMark:
        if mark.origin != "beware":
            return mark
        line = mark.lines[0]
        piece = replace(line.pieces[0], words=(shape(BODY, "Beware!"),))
        return replace(mark, lines=(replace(line, pieces=(piece,)),))

    found = verify(repainted(change), everything())
    assert [(each.code, each.origin) for each in found] == [("words", "beware")] * 2


def test_two_paragraphs_that_change_places_are_found():
    other = {"said": "beware", "beware": "said"}
    data = repainted(
        lambda mark: replace(mark, origin=other.get(mark.origin, mark.origin))
    )
    assert "words" in codes(data)


# Documents that the file does not show


def edited(change: Callable[[object], object]) -> Document:
    """Return the sample with every block and inline passed through `change`."""

    def through(node: object) -> object:
        if isinstance(node, tuple):
            return tuple(through(each) for each in node)
        if hasattr(node, "__dataclass_fields__"):
            fields = {name: getattr(node, name) for name in node.__dataclass_fields__}
            return change(
                type(node)(**{key: through(each) for key, each in fields.items()})
            )
        return node

    return replace(everything(), blocks=through(everything().blocks))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (Heading, lambda each: replace(each, level=min(each.level + 1, 3))),
        (Figure, lambda each: replace(each, alt=each.alt and "A blue square")),
        (Link, lambda each: replace(each, target="https://other.org/")),
        (List, lambda each: replace(each, ordered=not each.ordered)),
        (Table, lambda each: replace(each, header=each.header[::-1])),
        (Group, lambda each: replace(each, blocks=each.blocks[::-1])),
        (samples.Foreign, lambda each: replace(each, lang="de")),
        (samples.Abbreviation, lambda each: replace(each, expansion="Else")),
        (samples.Cell, lambda each: replace(each, scope=None)),
        (samples.Strong, lambda each: each.content[0]),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_a_file_of_another_document_is_found(kind, change):
    shown = edited(lambda node: change(node) if isinstance(node, kind) else node)
    assert codes(sound(PDF_1_7), shown) & {
        "structure",
        "words",
        "UA1:7.18.5-1",
        "UA1:7.18.5-2",
    }


def test_a_skipped_heading_level_is_found():
    inner = section(samples.paragraph("Deep.", origin="deep"))
    heading = replace(inner.blocks[0], level=3)
    skipped = document(replace(inner, blocks=(heading, *inner.blocks[1:])))
    data = write(skipped, set_by_hand(skipped), PDF_1_7)
    assert codes(data, skipped) == {"UA1:7.4.2-1"}
