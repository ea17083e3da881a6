"""Letterhead, running matter, findings, the dump, and time."""

from dataclasses import replace
from time import process_time

import pytest

from pipeline.layout import lay_out
from pipeline.layout.dump import dump
from pipeline.layout.pages import (
    Artifact,
    EmblemMark,
    PanelMark,
    PictureMark,
    TextMark,
)
from pipeline.renderer import Paper, RenderError
from pipeline.tree import Document, Picture, Role
from tests.layout.documents import (
    document,
    paragraph,
    section,
    theme,
    words,
)
from tests.layout.looking import (
    LETTER,
    artifacts,
    lines,
    pages_of,
    pictures,
)


def test_long_letterhead_makes_the_band_grow() -> None:
    def band(sheet: Document) -> float:
        marks = lay_out(sheet, theme(), Paper.LETTER).pages[0].marks
        return next(mark.height for mark in marks if isinstance(mark, PanelMark))

    body = section(0, paragraph("Text.", "a"))
    wordy = paragraph(words(60), "issuer.bureau", Role.BUREAU)
    sheet = document(body)
    blocks = tuple(wordy if b.origin == wordy.origin else b for b in sheet.blocks)
    longer = Document(sheet.meta, sheet.running, None, None, blocks, ())
    assert band(sheet) == LETTER.band
    assert band(longer) > LETTER.band + 30


def test_own_emblem_stands_in_the_ring_s_place_and_is_heard_behind_the_title() -> None:
    sheet = document(section(0, paragraph("Text.", "a")))
    emblem = Picture(b"", "image/png", 400, 200)
    own = Document(sheet.meta, sheet.running, emblem, "A river", sheet.blocks, ())
    (page,) = pages_of(own).pages
    (picture,) = pictures(pages_of(own))
    assert (picture.width, picture.height) == (39, 19.5)
    assert picture.origin == "issuer.emblem"
    shown = [m.origin for m in page.marks if isinstance(m, TextMark | PictureMark)]
    assert shown[:3] == ["title", "issuer.emblem", "issuer.agency"]
    assert not any(isinstance(mark, EmblemMark) for mark in page.marks)


def test_every_page_says_which_it_is_and_later_ones_what_they_belong_to() -> None:
    pages = pages_of(section(0, paragraph(words(1500), "a"))).pages
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of 3" in artifacts(page, Artifact.FOOTER)
    assert [bool(artifacts(page, Artifact.HEADER)) for page in pages] == [
        False, True, True,
    ]  # fmt: skip


def test_a_letterhead_without_an_issuer_has_no_emblem() -> None:
    body = section(0, paragraph("Text.", "a"))
    made = document(body)
    kept = tuple(
        each for each in made.blocks if each.role not in (Role.AGENCY, Role.BUREAU)
    )
    marks = lay_out(replace(made, blocks=kept), theme(), Paper.LETTER).pages[0].marks
    assert not any(isinstance(mark, EmblemMark) for mark in marks)


def test_running_words_that_are_empty_leave_no_mark() -> None:
    made = document(section(0, *(paragraph(words(60), str(i)) for i in range(30))))
    silent = replace(made.running, head_end="", foot_start="")
    pages = lay_out(replace(made, running=silent), theme(), Paper.LETTER).pages
    heads = [mark for mark in pages[1].marks if mark.artifact is Artifact.HEADER]
    feet = [mark for mark in pages[1].marks if mark.artifact is Artifact.FOOTER]
    # One line of words and one rule.
    assert (len(heads), len(feet)) == (2, 2)


def test_long_title_is_cut_short_in_the_running_head() -> None:
    sheet = document(section(0, paragraph(words(1500), "a")), title=words(30))
    head, _ = artifacts(pages_of(sheet).pages[1], Artifact.HEADER)
    assert head.endswith("…")


def test_a_few_last_lines_are_drawn_back_to_the_page_before() -> None:
    def count(paragraphs: int) -> int:
        texts = [paragraph(words(24), f"p{n}") for n in range(paragraphs)]
        return len(pages_of(section(0, *texts)).pages)

    full = next(n for n in range(5, 60) if count(n) == 2) - 1
    # At full spacing one paragraph less would have been the most.
    texts = [paragraph(words(24), f"p{n}") for n in range(full)]
    (page,) = pages_of(section(0, *texts)).pages
    gap = lines(page, "p0")[-1].y - lines(page, "p1")[0].y
    body = lines(page, "p0")
    assert gap - (body[0].y - body[1].y) < theme().spacing.paragraph


def test_what_cannot_be_set_is_reported_all_at_once() -> None:
    body = section(0, paragraph("one 😀", "a"), paragraph("two עברית", "b"))
    with pytest.raises(RenderError) as raised:
        lay_out(document(body), theme(), Paper.A4)
    found = [(each.code, each.origin) for each in raised.value.findings]
    assert found == [("missing-glyph", "a"), ("script", "b")]


def test_dump_shows_lines_rules_and_headings() -> None:
    body = section(0, paragraph("Read daily.", "a"), heading="Levels")
    text = dump(pages_of(body))
    assert text.startswith("pages 1 of 612 x 792\npage 1\n")
    assert "  Read daily.\n" in text
    assert "Page 1 of 1  (Footer)" in text
    assert "heading sections[0].heading: page 1 at" in text
    assert sum(line.startswith("  rule ") for line in text.splitlines()) >= 3


def test_many_sections_take_linear_time() -> None:
    def seconds(count: int) -> float:
        body = [
            section(n, paragraph(words(20), f"p{n}"), heading=f"Section {n}")
            for n in range(count)
        ]
        began = process_time()
        pages_of(*body)
        return process_time() - began

    seconds(100)
    # Ten times the text: a quadratic step would take a hundred times as long.
    assert seconds(3000) < 35 * min(seconds(300), seconds(300))
