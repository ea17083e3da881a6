"""Documents and pages by hand: the plainest setting, one leaf after another.

The tests of the PDF renderer must not depend on the layout's choices.
"""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.layout.pages import (
    Artifact,
    Destination,
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
from pipeline.render.pdf.verify.objects import text
from pipeline.render.pdf.verify.reading import Annotation, Run, Tag
from pipeline.tree import (
    Abbreviation,
    Block,
    Content,
    Definitions,
    Document,
    Figure,
    Group,
    Heading,
    LineBreak,
    List,
    Meta,
    Note,
    NoteReference,
    Paragraph,
    Role,
    RunningMatter,
    Table,
    Text,
    leaves,
)
from pipeline.typeset.faces import Face
from pipeline.typeset.shape import shape

BODY = Face("Source Serif 4", 400, False, 11.0)
LABEL = Face("Source Sans 3", 600, False, 11.0)
WIDTH, HEIGHT, MARGIN, MEASURE = 612.0, 792.0, 72.0, 300.0
LEADING = 14.0

Word = tuple[tuple[int, ...], str]
"""The path of an inline, and one word of it or the space between two."""

META = Meta(
    id="urn:factsheet:office:rivers:2026-03-01:en-US:1", title="Rivers & Lakes",
    agency="Office of Waters", bureau="River Bureau", kind="Fact Sheet",
    issued=date(2026, 3, 1), issued_text="March 1, 2026", lang="en-US",
    summary="What flows where — and how much.", keywords=("rivers", "lakes"),
    edition=2, number=None, rights="Public domain", supersedes="Edition 1",
)  # fmt: skip


def document(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    """Return a document that begins with its title."""
    title = Heading(Role.TITLE, 1, (Text(META.title),), "rivers-lakes", "title")
    running = RunningMatter(
        META.title, "Fact Sheet", META.agency, "Page {page} of {pages}"
    )
    return Document(META, running, None, None, (title, *blocks), notes)


def section(*blocks: Block, words: str = "Flow", number: int = 0) -> Group:
    """Return a section with a heading."""
    origin = f"sections[{number}]"
    anchor = words.lower().replace(" ", "-")
    heading = Heading(Role.HEADING, 2, (Text(words),), anchor, f"{origin}.heading")
    return Group(Role.SECTION, (heading, *blocks), origin)


def paragraph(*content: object, origin: str = "p", role: Role = Role.BODY) -> Paragraph:
    """Return a paragraph; plain strings become text."""
    inlines = [Text(each) if isinstance(each, str) else each for each in content]
    return Paragraph(role, tuple(inlines), origin)


def set_by_hand(document: Document, height: float = HEIGHT) -> Pages:
    """Return pages that show every leaf of `document` in one column."""
    setter = _Setter(height)
    for block in document.blocks:
        setter.block(block)
    for note in document.notes:
        setter.label(note.text.origin, note.label)
        setter.leaf(note.text)
    return setter.finish(document)


class _Setter:
    def __init__(self, height: float) -> None:
        self.height = height
        self.pages: list[list[Mark]] = [[]]
        self.y = height - MARGIN
        self.destinations: dict[str, Destination] = {}

    def block(self, block: Block) -> None:
        match block:
            case Heading() | Paragraph():
                self.leaf(block)
            case Group():
                for inner in block.blocks:
                    self.block(inner)
            case List():
                for item in block.items:
                    self.label(item.origin, item.label)
                    for inner in item.blocks:
                        self.block(inner)
            case Definitions() | Table():
                for leaf in leaves((block,)):
                    self.leaf(leaf)
            case Figure():
                self.figure(block)

    def leaf(self, leaf: Heading | Paragraph) -> None:
        if isinstance(leaf, Heading):
            self.destinations[leaf.origin] = Destination(
                len(self.pages) - 1, self.y + 12
            )
        words = list(_words(leaf.content))
        while words:
            lines = []
            self.room()
            while words and self.y > MARGIN:
                lines.append(self.line(words))
            self.mark(TextMark(tuple(lines), leaf.origin))

    def label(self, origin: str, words: str) -> None:
        self.room()
        piece = Piece(MARGIN - 18, LABEL, 9, "#112f5c", (shape(LABEL, words),), (0.0,))
        line = Line(MARGIN - 18, self.y, 12, LEADING, (piece,))
        self.mark(TextMark((line,), origin, "label"))

    def line(self, words: list[Word]) -> Line:
        x, pieces = MARGIN, []
        while words and x < MARGIN + MEASURE:
            path, word = words.pop(0)
            shaped = shape(BODY, word)
            pieces.append(Piece(x, BODY, 10, "#1b1b1b", (shaped,), (0.0,), path))
            x += shaped.advance / 100
        self.y -= LEADING
        return Line(MARGIN, self.y, x - MARGIN, LEADING, tuple(pieces))

    def figure(self, figure: Figure) -> None:
        self.y -= 100
        self.mark(PictureMark(MARGIN, self.y, 90, 90, figure.picture, figure.origin))
        if figure.caption:
            self.leaf(figure.caption)

    def room(self) -> None:
        if self.y <= MARGIN:
            self.pages.append([])
            self.y = self.height - MARGIN

    def mark(self, mark: Mark) -> None:
        self.pages[-1].append(mark)

    def finish(self, document: Document) -> Pages:
        pages = tuple(
            Page((*_around(document, index), *marks))
            for index, marks in enumerate(self.pages)
        )
        return Pages(WIDTH, self.height, pages, self.destinations)


def _around(document: Document, page: int) -> Iterator[Mark]:
    yield PanelMark(0, 0, WIDTH, 20, "#eef1f6")
    yield RuleMark(MARGIN, 60, WIDTH - MARGIN, 60, 0.5, "#c9d0da")
    yield EmblemMark(40, 40, 15, "#b8903f")
    for y, words, artifact in (
        (30.0, document.running.foot_start, Artifact.FOOTER),
        (780.0, f"{document.running.head_start} {page + 1}", Artifact.HEADER),
    ):
        piece = Piece(MARGIN, LABEL, 8, "#4c5667", (shape(LABEL, words),), (0.0,))
        yield TextMark((Line(MARGIN, y, 100, 10, (piece,)),), artifact=artifact)


def _words(content: Content, path: tuple[int, ...] = ()) -> Iterator[Word]:
    for index, inline in enumerate(content):
        here = (*path, index)
        match inline:
            case Text() | Abbreviation():
                for word in re.findall(r"\S+|\s+", inline.text):
                    yield here, word
            case NoteReference():
                yield here, inline.label
            case LineBreak():
                yield here, " "
            case _:
                yield from _words(inline.content, here)


def tag_lines(tag: Tag, depth: int = 0) -> Iterator[str]:
    """Yield a tag tree as indented text: types, what they say of themselves, words."""
    said = {**tag.texts, **tag.attributes}
    shown = "".join(f" {key}={value}" for key, value in sorted(said.items()))
    yield f"{'  ' * depth}{tag.type}{shown}"
    for kid in tag.kids:
        match kid:
            case Tag():
                yield from tag_lines(kid, depth + 1)
            case Run():
                words = "(picture)" if kid.has_picture else repr(kid.text)
                yield f"{'  ' * (depth + 1)}{words}"
            case Annotation():
                yield f"{'  ' * (depth + 1)}-> {text(kid.keys['/Contents'])}"
