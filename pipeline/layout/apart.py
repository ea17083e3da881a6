"""Groups set apart: key facts and contacts in the narrow column, callouts, quotes."""

from collections.abc import Callable

from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow, Panel, Strip
from pipeline.tree import (
    Block,
    Definitions,
    Group,
    Heading,
    List,
    Paragraph,
    Role,
)

AddBlock = Callable[[Setter, Block, Column, Flow], None]

_PANEL_PAD, _SIDE_RULE = 9.0, 2.5


def add_group(
    setter: Setter, group: Group, column: Column, flow: Flow, add_block: AddBlock
) -> None:
    """Append the strips of a group that stands in the text."""
    match group.role:
        case Role.CALLOUT:
            _add_framed(
                setter, group, column, flow, add_block, _callout(setter, column)
            )
        case Role.QUOTE:
            _add_framed(setter, group, column, flow, add_block, _quote(setter, column))
        case Role.COLOPHON:
            _add_framed(
                setter, group, column, flow, add_block, _colophon(setter, column)
            )
        case Role.KEY_FACTS:
            flow.extend(key_fact_strips(setter, group, column))
            flow.space(setter.theme.spacing.block)
        case Role.CONTACTS:
            flow.extend(contact_strips(setter, group, column))
            flow.space(setter.theme.spacing.block)
        case _:
            for block in group.blocks:
                add_block(setter, block, column, flow)


def key_fact_strips(setter: Setter, group: Group, column: Column) -> tuple[Strip, ...]:
    """Return the key facts: a tinted panel under a heavy rule, label above value."""
    colors = setter.theme.colors
    panel = Panel(
        column.x, column.width, _PANEL_PAD, _PANEL_PAD, colors.tint,
        head=(2, colors.heading),
    )  # fmt: skip
    inner = Column(column.x + _PANEL_PAD, column.width - 2 * _PANEL_PAD)
    flow = Flow()
    for block in group.blocks:
        match block:
            case Heading() | Paragraph():
                _add_leaf(setter, block, inner, flow)
            case Definitions():
                for item in block.items:
                    _add_fact(setter, (item.term, *item.details), inner, flow)
            case _:
                pass
    return _within(flow, panel)


def contact_strips(setter: Setter, group: Group, column: Column) -> tuple[Strip, ...]:
    """Return contacts: a box with an accent rule above and a thin one below."""
    colors = setter.theme.colors
    panel = Panel(
        column.x, column.width, _PANEL_PAD - 2, _PANEL_PAD,
        head=(2, colors.accent), foot=(0.5, colors.rule),
    )  # fmt: skip
    flow = Flow()
    for contact in group.blocks:
        if isinstance(contact, Group):
            leaves = [b for b in contact.blocks if isinstance(b, Paragraph)]
            _add_fact(setter, tuple(leaves), column, flow)
            flow.space(setter.theme.spacing.block)
        elif isinstance(contact, Paragraph):
            _add_leaf(setter, contact, column, flow)
    return _within(flow, panel)


def _add_fact(
    setter: Setter, leaves: tuple[Paragraph, ...], column: Column, flow: Flow
) -> None:
    """Append leaves that no page break parts."""
    start = len(flow.strips)
    for leaf in leaves:
        _add_leaf(setter, leaf, column, flow)
    for strip in flow.strips[start:-1]:
        strip.keeps = True
    if len(flow.strips) > start:
        flow.strips[-1].keeps = False


def _add_leaf(
    setter: Setter, leaf: Heading | Paragraph, column: Column, flow: Flow
) -> None:
    flow.extend(setter.leaf(leaf, column))
    flow.space(setter.style(leaf.role).space_after)


def _within(flow: Flow, panel: Panel) -> tuple[Strip, ...]:
    for strip in flow.strips:
        strip.panel = panel
    return tuple(flow.strips)


def _add_framed(
    setter: Setter,
    group: Group,
    column: Column,
    flow: Flow,
    add_block: AddBlock,
    panel: tuple[Panel, Column],
) -> None:
    frame, inner_column = panel
    inner = Flow()
    for block in group.blocks:
        add_block(setter, block, inner_column, inner)
    _within(inner, frame)
    flow.space(setter.theme.spacing.block)
    flow.extend(inner.strips)
    flow.space(setter.theme.spacing.block)


def _callout(setter: Setter, column: Column) -> tuple[Panel, Column]:
    colors = setter.theme.colors
    panel = Panel(
        column.x, column.width, _PANEL_PAD - 2, _PANEL_PAD - 1, colors.tint,
        side=(_SIDE_RULE, colors.accent),
    )  # fmt: skip
    inner = column.indented(_PANEL_PAD + _SIDE_RULE + 1)
    return panel, Column(inner.x, inner.width - _PANEL_PAD)


def _quote(setter: Setter, column: Column) -> tuple[Panel, Column]:
    side = (1.5, setter.theme.colors.rule)
    panel = Panel(column.x, column.width, 0, 0, side=side)
    return panel, column.indented(setter.theme.spacing.indent)


def _colophon(setter: Setter, column: Column) -> tuple[Panel, Column]:
    head = (0.5, setter.theme.colors.rule)
    panel = Panel(column.x, column.width, setter.theme.spacing.rule, 0, head=head)
    return panel, column


__all__ = ["List", "add_group", "contact_strips", "key_fact_strips"]
