"""The sample sheets on both papers."""

from functools import cache
from pathlib import Path

import pytest

from pipeline.compose import compose
from pipeline.layout import lay_out
from pipeline.layout.pages import Pages, TextMark
from pipeline.load import load
from pipeline.renderer import Paper
from pipeline.tree import Document
from tests.layout.documents import theme

SOURCES = Path(__file__).parents[2] / "sources"
PAPERS = pytest.mark.parametrize("paper", list(Paper), ids=lambda paper: paper.name)


@cache
def sheet(name: str) -> Document:
    loaded = load(SOURCES / name)
    assert loaded.sheet is not None, loaded.report
    return compose(loaded.sheet, loaded.pictures)


def filled(pages: Pages, index: int) -> float:
    """Return which share of a page's height its text reaches down."""
    lines = [
        line.y
        for mark in pages.pages[index].marks
        if isinstance(mark, TextMark) and mark.origin
        for line in mark.lines
    ]
    return 1 - min(lines) / pages.height


@PAPERS
def test_kosovo_fills_two_pages(paper: Paper) -> None:
    pages = lay_out(sheet("kosovo.md"), theme(), paper)
    assert len(pages.pages) == 2
    assert filled(pages, 0) > 0.85
    assert filled(pages, 1) > 0.75


@PAPERS
def test_every_word_of_kosovo_is_set_in_a_face_of_the_theme(paper: Paper) -> None:
    pages = lay_out(sheet("kosovo.md"), theme(), paper)
    faces = {
        piece.face.family
        for page in pages.pages
        for mark in page.marks
        if isinstance(mark, TextMark)
        for line in mark.lines
        for piece in line.pieces
    }
    assert faces == {"Source Serif 4", "Source Sans 3"}


@PAPERS
@pytest.mark.parametrize("name", ["kosovo", "notice", "safe-water", "water-data"])
def test_justified_pages_of_every_sheet_stay_within_the_columns(
    name: str, paper: Paper
) -> None:
    flush = theme().model_copy(update={"justified": True})
    pages = lay_out(sheet(f"{name}.md"), flush, paper)
    right = pages.width - (theme().a4 if paper is Paper.A4 else theme().letter).side
    for page in pages.pages:
        for mark in page.marks:
            if isinstance(mark, TextMark):
                for line in mark.lines:
                    assert line.x + line.width <= right + 0.01
