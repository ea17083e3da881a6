"""The tree as the passages that a Word file has to hold, in order.

Walks the tree on its own: what the writer made of it is not asked.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.render.docx.identity import bookmark_name
from pipeline.render.docx.verify.reading import Place, Segment, join_segments
from pipeline.tree import (
    Abbreviation,
    Block,
    Content,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Group,
    Heading,
    Leaf,
    LineBreak,
    Link,
    List,
    NoteReference,
    Paragraph,
    Picture,
    Role,
    Strong,
    Table,
    Text,
)


class Listed(NamedTuple):
    """The list that a passage is an item of: by its origin, level counted from 0."""

    origin: str
    ordered: bool
    level: int
    start: int


class Expected(NamedTuple):
    """One paragraph to find: a leaf, or a picture on its own."""

    origin: str
    role: Role | None
    segments: tuple[Segment, ...] = ()
    level: int | None = None
    """Of a heading, from 1."""
    anchor: str | None = None
    listed: Listed | None = None
    place: Place | None = None
    scope: str | None = None
    picture: Picture | None = None
    alt: str | None = None


class Expectation:
    """Walks a document once; counts its tables."""

    def __init__(self, document: Document) -> None:
        self._numbers = {
            note.id: number for number, note in enumerate(document.notes, start=1)
        }
        self._document = document
        self._tables = 0

    def body(self) -> Iterator[Expected]:
        """Yield what the body holds."""
        document = self._document
        if document.emblem is not None:
            yield Expected(
                "issuer.emblem", None, picture=document.emblem, alt=document.emblem_alt
            )
        yield from self._blocks(document.blocks)

    def notes(self) -> Iterator[Expected]:
        """Yield what the notes hold."""
        for note in self._document.notes:
            yield self._leaf(note.text)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Expected]:
        for block in blocks:
            match block:
                case Heading() | Paragraph():
                    yield self._leaf(block)
                case Group():
                    yield from self._blocks(block.blocks)
                case List():
                    yield from self._list(block)
                case Table():
                    yield from self._table(block)
                case Figure():
                    yield Expected(
                        block.origin, None, picture=block.picture, alt=block.alt
                    )
                    if block.caption:
                        yield self._leaf(block.caption)
                case Definitions():
                    for item in block.items:
                        yield from map(self._leaf, (item.term, *item.details))

    def _leaf(self, leaf: Leaf) -> Expected:
        segments = join_segments(self._segments(leaf.content, Segment("")))
        expected = Expected(leaf.origin, leaf.role, segments)
        if isinstance(leaf, Heading):
            return expected._replace(level=leaf.level, anchor=leaf.anchor)
        return expected

    def _list(self, block: List) -> Iterator[Expected]:
        listed = Listed(block.origin, block.ordered, block.level - 1, block.start)
        for item in block.items:
            for index, part in enumerate(item.blocks):
                if isinstance(part, List):
                    yield from self._list(part)
                else:
                    leaf = self._leaf(part)
                    yield leaf if index else leaf._replace(listed=listed)

    def _table(self, table: Table) -> Iterator[Expected]:
        if table.caption:
            yield self._leaf(table.caption)
        for row, cells in enumerate((table.header, *table.rows)):
            for column, cell in enumerate(cells):
                place = Place(self._tables, row, column)
                yield self._leaf(cell.text)._replace(place=place, scope=cell.scope)
        self._tables += 1
        yield from map(self._leaf, table.notes)

    def _segments(self, content: Content, marks: Segment) -> Iterator[Segment]:
        for inline in content:
            match inline:
                case Text() | Abbreviation():
                    yield marks.saying(inline.text)
                case LineBreak():
                    yield marks.saying("\n")
                case NoteReference():
                    yield Segment("", note=self._numbers.get(inline.note, 0))
                case Strong():
                    inner = marks._replace(strong=True)
                    yield from self._segments(inline.content, inner)
                case Emphasis():
                    inner = marks._replace(emphasis=True)
                    yield from self._segments(inline.content, inner)
                case Foreign():
                    inner = marks._replace(lang=inline.lang)
                    yield from self._segments(inline.content, inner)
                case Link():
                    inner = marks._replace(target=_target(inline.target))
                    yield from self._segments(inline.content, inner)


def _target(target: str) -> str:
    return f"#{bookmark_name(target[1:])}" if target.startswith("#") else target
