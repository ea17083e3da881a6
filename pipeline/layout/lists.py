"""Lists to strips: labels hang left of the text; short lists of links take two columns."""

from dataclasses import replace

from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter, baseline
from pipeline.layout.strips import Flow, Ink, Shown, Strip, TextInk, moved, stacked
from pipeline.styles import TextStyle
from pipeline.tree import List, ListItem, Paragraph, Role, Text

# From this many items on, further reading is set in two columns.
TWO_COLUMNS_FROM = 8
# A higher two-column list could not be read down one column and then the other.
HIGHEST_PAIR = 300.0
_LABEL_GAP = 5.0


def add_list(setter: Setter, block: List, column: Column, flow: Flow) -> None:
    """Append the strips of `block`."""
    if block.role is Role.RESOURCES and len(block.items) >= TWO_COLUMNS_FROM:
        paired = _in_two_columns(setter, block, column)
        if paired is not None:
            flow.add(paired)
            return
    for strips in _items(setter, block, column):
        flow.extend(strips)
        flow.space(setter.style(Role.LIST_TEXT).space_after)
    if block.level == 1:
        flow.space(setter.theme.spacing.paragraph)


def _items(setter: Setter, block: List, column: Column) -> list[list[Strip]]:
    style = _text_style(setter, block)
    indent = _indent(setter, block, style)
    items = []
    for item in block.items:
        label = setter.shown(item.origin, "label")
        flow = Flow()
        for inner in item.blocks:
            _add_inner(setter, inner, column.indented(indent), flow)
        if flow.strips:
            ink = _label(setter, block, item, style, label, column, indent)
            flow.strips[0].inks = (ink, *flow.strips[0].inks)
        items.append(flow.strips)
    return items


def _add_inner(
    setter: Setter, block: Paragraph | List, column: Column, flow: Flow
) -> None:
    match block:
        case Paragraph():
            style = setter.style(block.role)
            flow.extend(setter.leaf(block, column))
            flow.space(style.space_after)
        case List():
            if flow.strips and len(flow.strips) <= 2:
                flow.strips[-1].keeps = True
            for strips in _items(setter, block, column):
                flow.extend(strips)
                flow.space(setter.style(Role.LIST_TEXT).space_after)


def _text_style(setter: Setter, block: List) -> TextStyle:
    for item in block.items:
        for inner in item.blocks:
            if isinstance(inner, Paragraph):
                return setter.style(inner.role)
    return setter.style(Role.LIST_TEXT)


def _label_style(setter: Setter, block: List, style: TextStyle) -> TextStyle:
    if block.ordered:
        return replace(style, tabular_figures=True)
    return replace(style, color=setter.theme.colors.accent)


def _indent(setter: Setter, block: List, style: TextStyle) -> float:
    if not block.ordered:
        return setter.theme.spacing.indent
    label_style = _label_style(setter, block, style)
    widest = max(
        setter.widths((Text(item.label),), label_style)[1] for item in block.items
    )
    return max(setter.theme.spacing.indent, widest + _LABEL_GAP)


def _label(
    setter: Setter,
    block: List,
    item: ListItem,
    style: TextStyle,
    shown: Shown,
    column: Column,
    indent: float,
) -> Ink:
    label_style = _label_style(setter, block, style)
    line = setter.lines((Text(item.label),), label_style, column.width, item.origin)[0]
    # Numbers end at one edge, so that 9 and 10 stand under each other.
    shift = indent - _LABEL_GAP - line.width if block.ordered else 0.0
    return TextInk(shown, column.x + shift, baseline(style), line, style.leading)


def _in_two_columns(setter: Setter, block: List, column: Column) -> Strip | None:
    gutter = setter.geometry.main.x - setter.geometry.hung.right
    width = (column.width - gutter) / 2
    left = Column(column.x, width)
    space = setter.style(Role.RESOURCE_TEXT).space_after
    items = _items(setter, block, left)
    heights = [stacked(strips) + space for strips in items]
    total, half = sum(heights), 0.0
    split = 0
    while split < len(items) and half + heights[split] / 2 < total / 2:
        half += heights[split]
        split += 1
    if max(half, total - half) > HIGHEST_PAIR:
        return None
    shift = width + gutter
    inks = [*_stack(items[:split], space, 0), *_stack(items[split:], space, shift)]
    first = next(strips[0] for strips in items if strips)
    notes = tuple(n for strips in items for strip in strips for n in strip.notes)
    return Strip(
        max(half, total - half) - space, tuple(inks), baseline=first.baseline,
        notes=notes,
    )  # fmt: skip


def _stack(items: list[list[Strip]], space: float, shift: float) -> list[Ink]:
    inks: list[Ink] = []
    depth = 0.0
    for strips in items:
        for index, strip in enumerate(strips):
            depth += strip.before if index else 0
            for ink in strip.inks:
                if isinstance(ink, TextInk):
                    inks.append(replace(moved(ink, depth), x=ink.x + shift))
            depth += strip.height
        depth += space
    return inks
