"""Items one after the other to lists inside one another."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.manuscript import Item, Words
from pipeline.markdown import MAX_LEVELS
from schemas.blocks import BulletList, ListItem, NumberedList
from schemas.blocks import Paragraph as ParagraphBlock
from schemas.richtext import RichText


@dataclass(slots=True)
class _Node:
    """An item on its way: its words, then further paragraphs and lists in order."""

    words: Words
    number: int | None
    blocks: "list[ParagraphBlock | list[_Node]]" = field(default_factory=list)


def lists_of(
    items: Sequence[Item], ledger: Ledger
) -> list[ParagraphBlock | BulletList | NumberedList]:
    """Return the lists that `items` are; a paragraph that continues none stays one."""
    top: list[ParagraphBlock | list[_Node]] = []
    open_: list[tuple[int, _Node]] = []
    for item in items:
        depth = min(item.depth, MAX_LEVELS)
        if item.depth > MAX_LEVELS:
            ledger.guess("list level", str(MAX_LEVELS), item.words.stretch, 0.5)
        while open_ and open_[-1][0] >= depth + item.is_continued:
            open_.pop()
        place = open_[-1][1].blocks if open_ else top
        if item.is_continued:
            place.append(ParagraphBlock(text=item.words.runs))
            continue
        node = _Node(item.words, item.number)
        _siblings(place, node).append(node)
        open_.append((depth, node))
    return [block for each in top for block in _blocks(each)]


def _siblings(place: list[ParagraphBlock | list[_Node]], node: _Node) -> list[_Node]:
    """Return the list that `node` goes on with, or a new one at the end of `place`."""
    last = place[-1] if place else None
    if isinstance(last, list) and _goes_on(last[-1].number, node.number):
        return last
    new: list[_Node] = []
    place.append(new)
    return new


def _goes_on(before: int | None, number: int | None) -> bool:
    if before is None or number is None:
        return before is number
    return number == before + 1


def _blocks(
    each: ParagraphBlock | list[_Node],
) -> list[ParagraphBlock | BulletList | NumberedList]:
    return [each] if isinstance(each, ParagraphBlock) else [_list(each)]


def _list(nodes: Sequence[_Node]) -> BulletList | NumberedList:
    items = tuple(_item(node) for node in nodes)
    start = nodes[0].number
    if start is None:
        return BulletList(items=items)
    return NumberedList(start=start, items=items)


def _item(node: _Node) -> ListItem:
    text: RichText = node.words.runs
    blocks = [block for each in node.blocks for block in _blocks(each)]
    return ListItem(text=text, blocks=tuple(blocks))
