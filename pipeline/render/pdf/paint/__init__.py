"""Pages to page streams: every mark is painted once, tagged or as an artifact.

Coming in are `Pages`, the structure and the fonts; going out are the streams and what
tags and links need to know of them: who got which marked content, and where.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import assert_never

from pipeline.layout.pages import (
    EmblemMark,
    Line,
    Mark,
    Page,
    Pages,
    PanelMark,
    PictureMark,
    Piece,
    RuleMark,
    TextMark,
)
from pipeline.render.pdf.paint.artifacts import (
    LAYOUT,
    Box,
    begin_background,
    begin_text_artifact,
)
from pipeline.render.pdf.paint.fonts import Font
from pipeline.render.pdf.paint.surface import Surface
from pipeline.render.pdf.structure import Structure
from pipeline.render.pdf.structure.elements import Path, Stretch, Target
from pipeline.render.pdf.syntax import number
from pipeline.tree import Picture
from pipeline.typeset.faces import Face

# Where a link's line reaches from its baseline, in parts of the type size.
ABOVE, BELOW = 0.78, 0.24
# Underlines, in parts of the type size below the baseline.
UNDERLINE_DEPTH, UNDERLINE_WIDTH = 0.12, 0.05


@dataclass(frozen=True, slots=True)
class Painted:
    """The page streams, and what was painted where."""

    fonts: dict[Face, Font]
    """The fonts used, in order of use."""
    streams: list[bytes] = field(default_factory=list)
    content: list[list[Stretch]] = field(default_factory=list)
    """Of each page: whose the marked content with MCID 0, 1, 2 … is."""
    links: dict[Target, dict[int, list[Box]]] = field(default_factory=dict)
    """Of each link: on which pages it stands, line by line."""
    tops: dict[str, tuple[int, float]] = field(default_factory=dict)
    """Of each leaf: the page it begins on, and the top of its first line."""
    boxes: dict[Stretch, Box] = field(default_factory=dict)
    """Of each figure: where its picture stands."""
    pictures: dict[Picture, str] = field(default_factory=dict)
    """Resource names of the pictures."""


def paint(pages: Pages, structure: Structure, fonts: dict[Face, Font]) -> Painted:
    """Return `pages` as page streams."""
    painter = _Painter(structure, Painted(fonts))
    for page in pages.pages:
        painter.page(page)
    return painter.painted


@dataclass(slots=True)
class _Painter:
    structure: Structure
    painted: Painted
    surface: Surface = field(default_factory=Surface)

    def page(self, page: Page) -> None:
        self.painted.content.append([])
        for kind, marks in groupby(page.marks, key=type):
            if kind is RuleMark:
                self.rules(marks)  # type: ignore[arg-type]
            else:
                for mark in marks:
                    self.mark(mark)
        self.painted.streams.append(self.surface.take_page())

    def mark(self, mark: Mark) -> None:
        match mark:
            case TextMark():
                self.text(mark)
            case PanelMark():
                self.panel(mark)
            case PictureMark():
                self.picture(mark)
            case EmblemMark():
                self.emblem(mark)
            case RuleMark():
                self.rules((mark,))
            case _:
                assert_never(mark)

    def text(self, mark: TextMark) -> None:
        if not any(line.pieces for line in mark.lines):
            return
        surface = self.surface
        if mark.artifact:
            surface.write(begin_text_artifact(mark.artifact, mark.lines))
        surface.write("BT")
        self.lines(mark, self.spots(mark))
        surface.write("ET")
        if mark.artifact:
            surface.write("EMC")
        self.underline(mark.lines)

    def spots(self, mark: TextMark) -> dict[Path, Stretch] | None:
        """Return the stretch for each path of a mark; None for an artifact."""
        if mark.artifact or mark.origin is None:
            return None
        if mark.part == "label":
            label = self.structure.labels[mark.origin]
            return {piece.path: label for line in mark.lines for piece in line.pieces}
        first = mark.lines[0]
        page = len(self.painted.content) - 1
        self.painted.tops.setdefault(mark.origin, (page, first.y + first.height))
        return self.structure.texts[mark.origin]

    def lines(self, mark: TextMark, spots: dict[Path, Stretch] | None) -> None:
        surface, fonts = self.surface, self.painted.fonts
        current: Stretch | None = None
        for line in mark.lines:
            for piece in line.pieces:
                if spots is not None:
                    stretch = spots[piece.path]
                    if stretch is not current:
                        self.begin(stretch, is_first=current is None)
                        current = stretch
                    if stretch.target is not None:
                        self.link(stretch.target, line, piece)
                surface.ink(piece.color)
                font = fonts[piece.face]
                surface.type(font.name, piece.size)
                surface.show(piece.x, line.y + piece.rise, _encoded(font, piece))
        if current is not None:
            surface.write("EMC")

    def begin(self, stretch: Stretch, is_first: bool) -> None:
        """Begin marked content of `stretch`; ISO 32000-1, 14.7.4: MCIDs from 0."""
        content = self.painted.content[-1]
        end = "" if is_first else "EMC\n"
        self.surface.write(f"{end}/{stretch.tag}<</MCID {len(content)}>>BDC")
        content.append(stretch)

    def link(self, target: Target, line: Line, piece: Piece) -> None:
        page = len(self.painted.content) - 1
        boxes = self.painted.links.setdefault(target, {}).setdefault(page, [])
        base = line.y + piece.rise
        left, bottom = piece.x, base - BELOW * piece.size
        right, top = piece.x + _width(piece), base + ABOVE * piece.size
        if boxes and boxes[-1][1] == bottom and boxes[-1][3] == top:
            left = boxes.pop()[0]
        boxes.append((left, bottom, right, top))

    def underline(self, lines: tuple[Line, ...]) -> None:
        rules = [
            RuleMark(
                piece.x,
                line.y - UNDERLINE_DEPTH * piece.size,
                piece.x + _width(piece),
                line.y - UNDERLINE_DEPTH * piece.size,
                UNDERLINE_WIDTH * piece.size,
                piece.color,
            )
            for line in lines
            for piece in line.pieces
            if piece.underlined
        ]
        if rules:
            self.rules(rules)

    def rules(self, marks: Iterable[RuleMark]) -> None:
        surface = self.surface
        surface.write(LAYOUT)
        for mark in marks:
            surface.stroke(mark.color)
            surface.rule((mark.x1, mark.y1), (mark.x2, mark.y2), mark.width)
        surface.write("EMC")

    def panel(self, mark: PanelMark) -> None:
        box = (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        self.surface.write(begin_background(box))
        self.surface.ink(mark.color)
        self.surface.panel(mark.x, mark.y, mark.width, mark.height)
        self.surface.write("EMC")

    def picture(self, mark: PictureMark) -> None:
        names = self.painted.pictures
        name = names.setdefault(mark.picture, f"Im{len(names) + 1}")
        stretch = self.structure.figures.get(mark.origin) if mark.origin else None
        if stretch is None:
            self.surface.write(LAYOUT)
        else:
            self.begin(stretch, is_first=True)
            right, top = mark.x + mark.width, mark.y + mark.height
            self.painted.boxes[stretch] = (mark.x, mark.y, right, top)
        self.surface.picture(name, (mark.x, mark.y, mark.width, mark.height))
        self.surface.write("EMC")

    def emblem(self, mark: EmblemMark) -> None:
        self.surface.write(LAYOUT)
        self.surface.ink(mark.color)
        self.surface.stroke(mark.color)
        self.surface.emblem(mark.x, mark.y, mark.radius)
        self.surface.write("EMC")


def _encoded(font: Font, piece: Piece) -> str:
    parts = []
    for word, gap in zip(piece.words, piece.gaps, strict=True):
        parts.append(font.encode(word, piece.size))
        if gap:
            parts.append(f">{number(-gap * 1000 / piece.size)}<")
    return "".join(parts)


def _width(piece: Piece) -> float:
    advances = sum(word.advance for word in piece.words)
    # At a line's end the last gap goes back over the space; else ink ends before it.
    gaps = sum(piece.gaps[:-1]) + min(piece.gaps[-1], 0)
    return advances * piece.size / 1000 + gaps
