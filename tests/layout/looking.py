"""Reading pages in tests: the lines of a leaf, artifacts, pictures."""

from pipeline.layout import lay_out
from pipeline.layout.dump import line_text
from pipeline.layout.geometry import geometry
from pipeline.layout.pages import (
    Artifact,
    Line,
    Page,
    Pages,
    PictureMark,
    TextMark,
)
from pipeline.renderer import Paper
from pipeline.tree import Block, Document
from tests.layout.documents import (
    document,
    theme,
)

LETTER = geometry(theme(), Paper.LETTER)


def pages_of(*blocks: Block, **rest: object) -> Pages:
    sheet = blocks[0] if isinstance(blocks[0], Document) else document(*blocks, **rest)
    return lay_out(sheet, theme(), Paper.LETTER)


def lines(page: Page, origin: str, part: str = "text") -> list[Line]:
    return [
        line
        for mark in page.marks
        if isinstance(mark, TextMark) and (mark.origin, mark.part) == (origin, part)
        for line in mark.lines
    ]


def artifacts(page: Page, kind: Artifact) -> list[str]:
    return [
        line_text(line)
        for mark in page.marks
        if isinstance(mark, TextMark) and mark.artifact is kind
        for line in mark.lines
    ]


def pages_with(pages: Pages, origin: str) -> list[int]:
    return [i for i, page in enumerate(pages.pages) if lines(page, origin)]


def pictures(pages: Pages) -> list[PictureMark]:
    marks = (mark for page in pages.pages for mark in page.marks)
    return [mark for mark in marks if isinstance(mark, PictureMark)]
