"""Lists to strips: labels hang left of the text; further reading takes two columns."""

from dataclasses import dataclass, replace

from pipeline.layout.balance import in_two_columns
from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter, baseline
from pipeline.layout.strips import Flow, Ink, Keep, Shown, Strip, TextInk
from pipeline.styles import TextStyle
from pipeline.tree import List, ListItem, Paragraph, Role, Text

# From this many items on, further reading is set in two columns.
TWO_COLUMNS_FROM = 8
_LABEL_GAP = 5.0


def add_list(setter: Setter, block: List, column: Column, flow: Flow) -> None:
    """Append the strips of `block`."""
    spacing = setter.theme.spacing
    if block.role is Role.RESOURCES and len(block.items) >= TWO_COLUMNS_FROM:
        gutter = setter.geometry.gutter
        half = Column(column.x, (column.width - gutter) / 2)
        items = _items(setter, block, half)
        paired = in_two_columns(items, half.width + gutter, spacing.item)
        if paired is not None:
            flow.add(paired)
            return
    for strips in _items(setter, block, column):
        flow.extend(strips)
        flow.space(spacing.item)
    if block.level == 1:
        flow.space(spacing.paragraph)


def _items(setter: Setter, block: List, column: Column) -> list[list[Strip]]:
    labels = _labels(setter, block)
    items = []
    for item in block.items:
        shown = setter.shown(item.origin, "label")
        flow = Flow()
        for inner in item.blocks:
            _add_inner(setter, inner, column.indented(labels.indent), flow)
        if flow.strips:
            ink = labels.ink(setter, item, shown, column)
            flow.strips[0].inks = (ink, *flow.strips[0].inks)
        items.append(flow.strips)
    return items


def _add_inner(
    setter: Setter, block: Paragraph | List, column: Column, flow: Flow
) -> None:
    match block:
        case Paragraph():
            flow.space(setter.theme.spacing.paragraph / 2 if flow.strips else 0)
            flow.extend(setter.leaf(block, column))
            flow.space(setter.style(block.role).space_after)
        case List():
            # A short text stays with the first item of the list under it.
            if flow.strips and len(flow.strips) <= 2:
                flow.strips[-1].keep(Keep.FIRMLY)
            for strips in _items(setter, block, column):
                flow.extend(strips)
                flow.space(setter.theme.spacing.item)


@dataclass(frozen=True, slots=True)
class _Labels:
    """How the labels of one list are set, and how far its text is indented."""

    style: TextStyle
    indent: float
    end_aligned: bool

    def ink(self, setter: Setter, item: ListItem, shown: Shown, column: Column) -> Ink:
        """Return an item's label on the item's first line."""
        words = (Text(item.label),)
        line = setter.lines(words, self.style, column.width, item.origin)[0]
        # Numbers end at one edge, so that 9 and 10 stand under each other.
        shift = self.indent - _LABEL_GAP - line.width if self.end_aligned else 0.0
        depth = baseline(self.style)
        return TextInk(shown, column.x + shift, depth, line, self.style.leading)


def _labels(setter: Setter, block: List) -> _Labels:
    style = _text_style(setter, block)
    indent = setter.theme.spacing.indent
    if not block.ordered:
        accent = replace(style, color=setter.theme.colors.accent)
        return _Labels(accent, indent, False)
    figures = replace(style, tabular_figures=True)
    widest = max(setter.widths((Text(i.label),), figures)[1] for i in block.items)
    return _Labels(figures, max(indent, widest + _LABEL_GAP), True)


def _text_style(setter: Setter, block: List) -> TextStyle:
    for item in block.items:
        for inner in item.blocks:
            if isinstance(inner, Paragraph):
                return setter.style(inner.role)
    return setter.style(Role.LIST_TEXT)
