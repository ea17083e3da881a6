"""The sample sheets as a reviewer reads them: tree, pages, tags, Word paragraphs.

`pytest --update-golden` writes the files anew; their difference is what to review.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from pipeline.dump import dump as dump_tree
from pipeline.layout import lay_out
from pipeline.layout.dump import dump as dump_pages
from pipeline.produce import read
from pipeline.render.docx import DocxRenderer
from pipeline.render.pdf import PdfRenderer
from pipeline.renderer import Paper, Renderer, RenderOptions
from pipeline.settings import load_theme
from pipeline.tree import Document
from tests.golden.outline import outline
from tests.golden.tagtree import tag_tree

SOURCES = Path(__file__).parents[2] / "sources"
SHEETS = pytest.mark.parametrize(
    "sheet", ["kosovo", "notice", "safe-water", "water-data"]
)
PAPERS = pytest.mark.parametrize("paper", list(Paper), ids=lambda paper: paper.name)

Golden = Callable[[str, str], None]


@cache
def document(sheet: str) -> Document:
    found = read(SOURCES / f"{sheet}.md")
    assert found.document is not None, found.report
    return found.document


def rendered(sheet: str, renderer: Renderer) -> bytes:
    theme = load_theme("bulletin")
    return renderer.render(document(sheet), theme, RenderOptions(Paper.LETTER))


@SHEETS
def test_tree(sheet: str, golden: Golden) -> None:
    golden(f"{sheet}.tree.txt", dump_tree(document(sheet)))


@SHEETS
@PAPERS
def test_pages(sheet: str, paper: Paper, golden: Golden) -> None:
    pages = lay_out(document(sheet), load_theme("bulletin"), paper)
    golden(f"{sheet}-{paper.name.lower()}.txt", dump_pages(pages))


@SHEETS
def test_tags_of_the_pdf(sheet: str, golden: Golden) -> None:
    golden(f"{sheet}.tags.txt", tag_tree(rendered(sheet, PdfRenderer())))


@SHEETS
def test_paragraphs_of_the_word_file(sheet: str, golden: Golden) -> None:
    golden(f"{sheet}.docx.txt", outline(rendered(sheet, DocxRenderer())))
