"""Paragraphs and lists in a source: only the lines that must change do."""

import re
from collections.abc import Sequence

from pipeline.markdown.nodes import Node
from pipeline.unload.lists import (
    ListMark,
    item_start,
    may_follow,
    spell_item,
    spell_prose_block,
)
from pipeline.unload.parts import Part
from pipeline.unload.sourced import LostError, Sourced, Span, children, span, written
from pipeline.unload.splice import Sequel, source_mark, spliced
from pipeline.unload.texts import Lines, indent_of, indented, revised_text
from schemas.blocks import BulletList, ListItem, NumberedList, Paragraph, Prose

_ITEM = re.compile(r"(\s*)([-+*]|[0-9]{1,9}[.)])(\s+)")


def revise_prose(
    part: Part[Prose], unit: Sourced[Prose], mark: ListMark | None, lines: Lines
) -> list[str]:
    """Return the lines of a paragraph or list that was `unit`."""
    old, new = unit.part.value, part.value
    own = lines[unit.span.start : unit.span.end]
    if old == new and mark == source_mark(unit):
        return list(own)
    match old, new:
        case Paragraph(), Paragraph():
            return revised_text(old.text, new.text, part.origin, own)
        case BulletList(), BulletList():
            return _list(old, Part(part.origin, new), unit.span, mark, lines)
        case NumberedList(), NumberedList():
            return _list(old, Part(part.origin, new), unit.span, mark, lines)
        case _:
            spelled = spell_prose_block(new, part.origin, mark)
            return indented(spelled, indent_of(own[0]))


def _list(
    old: BulletList | NumberedList,
    part: Part[BulletList] | Part[NumberedList],
    where: Span,
    mark: ListMark | None,
    lines: Lines,
) -> list[str]:
    new, nodes = part.value, children(where)
    units = written(old.items, [span(node, lines) for node in nodes])
    places = {f"{part.origin}.items[{index}]": index for index in range(len(new.items))}
    numbers = {node.token.info for node in nodes}
    is_counted = isinstance(new, BulletList) or len(nodes) < 2 or len(numbers) > 1
    indent = indent_of(lines[where.start])

    def write(
        item: Part[ListItem], unit: Sourced[ListItem] | None, _: ListMark | None
    ) -> list[str]:
        index = places[item.origin] if is_counted else 0
        start = item_start(new, index, part.origin, mark)
        if unit is None:
            return indented(spell_item(item.value, item.origin, start), indent)
        return _item(item, unit, start.strip(), lines)

    is_loose = any(not lines[unit.span.start - 1].strip() for unit in units[1:])
    items = [Part(*each) for each in zip(places, new.items, strict=True)]
    return spliced(Sequel(lines, units, ("",) if is_loose else ()), items, write)


def _item(
    item: Part[ListItem], unit: Sourced[ListItem], mark: str, lines: Lines
) -> list[str]:
    old, new, nodes = unit.part.value, item.value, children(unit.span)
    start = _ITEM.match(lines[unit.span.start])
    if start is None or not nodes:
        raise LostError
    if old == new and start[2] == mark:
        return list(lines[unit.span.start : unit.span.end])
    words = span(nodes[0], lines)
    found = revised_text(old.text, new.text, f"{item.origin}.text",
                  lines[words.start : words.end], start[0])  # fmt: skip
    if new.blocks:
        found += _below_item(item, old, nodes[1:], words.end, lines, len(start[0]))
    found[0] = start[1] + mark + start[3] + found[0][len(start[0]) :]
    return [found[0], *_shifted(found[1:], len(mark) - len(start[2]))]


def _below_item(
    item: Part[ListItem],
    old: ListItem,
    nodes: Sequence[Node],
    end: int,
    lines: Lines,
    width: int,
) -> list[str]:
    new = item.value
    below = prose_below(Part(item.origin, new.blocks), old.blocks, nodes, lines,
                         " " * width)  # fmt: skip
    if nodes and type(old.blocks[0]) is type(new.blocks[0]):
        return [*lines[end : span(nodes[0], lines).start], *below]
    return below if may_follow(new.blocks[0]) else ["", *below]


def _shifted(lines: Lines, by: int) -> list[str]:
    """Return lines below an item whose mark became wider or narrower."""
    if by >= 0:
        return indented(lines, " " * by)
    return [line[min(-by, len(indent_of(line))) :] for line in lines]


def prose_below(
    part: Part[tuple[Prose, ...]],
    old: Sequence[Prose],
    nodes: Sequence[Node],
    lines: Lines,
    indent: str,
) -> list[str]:
    """Return the lines of what stands in an item or a callout."""
    units = written(old, [span(node, lines) for node in nodes])
    if units:
        indent = indent_of(lines[units[0].span.start])

    def write(
        each: Part[Prose], unit: Sourced[Prose] | None, mark: ListMark | None
    ) -> list[str]:
        if unit is not None:
            return revise_prose(each, unit, mark, lines)
        return indented(spell_prose_block(each.value, each.origin, mark), indent)

    new = [Part(f"{part.origin}.blocks[{index}]", value)
           for index, value in enumerate(part.value)]  # fmt: skip
    return spliced(Sequel(lines, units, ("",)), new, write)
