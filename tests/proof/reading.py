"""Pages read for the typographic rules: where leaves stand, the spaces in lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.layout.dump import line_text
from pipeline.layout.geometry import Geometry
from pipeline.layout.pages import Line, Page, Pages, Piece, TextMark
from pipeline.tree import (
    Content,
    Document,
    Heading,
    Inline,
    NoteReference,
    Paragraph,
    leaves,
)

Leaf = Heading | Paragraph
Parts = dict[str, list[tuple[int, tuple[Line, ...]]]]
"""By origin the lines of each leaf, page by page."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A document on its pages."""

    document: Document
    plan: Geometry
    pages: Pages

    def leaves(self) -> list[Leaf]:
        """Return the leaves of the body in reading order."""
        return list(leaves(self.document.blocks))


@dataclass(frozen=True, slots=True)
class Space:
    """The white between two words, from `start` to `end` (pt)."""

    start: float
    end: float


def read_marks(page: Page) -> Iterator[TextMark]:
    """Yield the marks of `page` that are read."""
    for mark in page.marks:
        if isinstance(mark, TextMark) and mark.origin:
            yield mark


def parts(laid: Laid) -> Parts:
    """Return by origin the lines of each leaf, page by page."""
    found: Parts = {}
    for number, page in enumerate(laid.pages.pages, start=1):
        for mark in read_marks(page):
            if mark.part == "text" and any(line_text(line) for line in mark.lines):
                found.setdefault(mark.origin or "", []).append((number, mark.lines))
    return found


def first_calls(laid: Laid) -> dict[str, int]:
    """Return by note the first page that calls it."""
    contents = {leaf.origin: leaf.content for leaf in laid.leaves()}
    found: dict[str, int] = {}
    for number, page in enumerate(laid.pages.pages, start=1):
        for mark in read_marks(page):
            content = contents.get(mark.origin or "", ())
            for piece in (p for line in mark.lines for p in line.pieces):
                inline = _inline(content, piece.path)
                if isinstance(inline, NoteReference):
                    found.setdefault(inline.note, number)
    return found


def _inline(content: Content, path: tuple[int, ...]) -> Inline | None:
    found: Inline | None = None
    for index in path:
        if index >= len(content):
            return None
        found = content[index]
        content = getattr(found, "content", ())
    return found


def ink_right(line: Line) -> float:
    """Return where the ink of a line ends, counted from its words."""
    last = line.pieces[-1]
    return last.x + _width(last)


def _width(piece: Piece) -> float:
    scale = piece.size / 1000
    advances = sum(word.advance * scale for word in piece.words)
    return advances + sum(piece.gaps)


def spaces(line: Line) -> Iterator[Space]:
    """Yield the spaces between the words of a line, in order."""
    for number, piece in enumerate(line.pieces, start=1):
        x, scale = piece.x, piece.size / 1000
        for index, (word, gap) in enumerate(
            zip(piece.words, piece.gaps, strict=True), start=1
        ):
            end = x + word.advance * scale + gap
            is_last = number == len(line.pieces) and index == len(piece.words)
            if word.text.endswith(" ") and not is_last:
                natural = word.glyphs[-1].advance * scale
                yield Space(end - gap - natural, end)
            x = end
