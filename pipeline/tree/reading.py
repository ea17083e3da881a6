"""Reading the tree: leaves, blocks and inlines in order, and their words."""

from collections.abc import Iterable, Iterator

from pipeline.tree.block import (
    Block,
    Definitions,
    Figure,
    Group,
    Heading,
    List,
    Paragraph,
    Table,
)
from pipeline.tree.inline import (
    Abbreviation,
    Content,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)

Leaf = Heading | Paragraph


def leaves(blocks: Iterable[Block]) -> Iterator[Leaf]:
    """Yield headings and paragraphs in reading order; list labels are not leaves."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block
            case Group():
                yield from leaves(block.blocks)
            case List():
                for item in block.items:
                    yield from leaves(item.blocks)
            case Table():
                yield from _table_leaves(block)
            case Figure():
                if block.caption:
                    yield block.caption
            case Definitions():
                for definition in block.items:
                    yield definition.term
                    yield from definition.details


def _table_leaves(table: Table) -> Iterator[Leaf]:
    if table.caption:
        yield table.caption
    for row in (table.header, *table.rows):
        for cell in row:
            yield cell.text
    yield from table.notes


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, outer before inner, in reading order."""
    for block in blocks:
        yield block
        match block:
            case Group():
                yield from walk(block.blocks)
            case List():
                for item in block.items:
                    yield from walk(item.blocks)
            case _:
                pass


def inlines(content: Content) -> Iterator[Inline]:
    """Yield every inline, outer before inner, in reading order."""
    for inline in content:
        yield inline
        if isinstance(inline, Strong | Emphasis | Link | Foreign):
            yield from inlines(inline.content)


def plain_text(content: Content) -> str:
    """Return the words of `content` as printed; a line break reads as a space."""
    parts = []
    for inline in inlines(content):
        match inline:
            case Text() | Abbreviation():
                parts.append(inline.text)
            case NoteReference():
                parts.append(inline.label)
            case LineBreak():
                parts.append(" ")
            case _:
                pass
    return "".join(parts)
