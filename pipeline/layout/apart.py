"""Groups set apart from the text: callouts, quotes, the colophon."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.layout.beside import add_contacts, key_fact_strips
from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow, Keep, Panel, Strip, stacked
from pipeline.tree import Block, Group, Role

AddBlock = Callable[[Setter, Block, Column, Flow], None]

# A callout or colophon of up to this share of a page stays whole.
_WHOLE_SHARE = 0.3
_PAD, _SIDE_RULE, _QUOTE_RULE, _THIN = 8.0, 2.5, 1.5, 0.5


def add_group(
    setter: Setter, group: Group, column: Column, flow: Flow, add_block: AddBlock
) -> None:
    """Append the strips of a group that stands in the text."""
    inner, frame = column, None
    above = setter.theme.spacing.block
    match group.role:
        case Role.CALLOUT:
            setter = _in_callout(setter)
            frame, inner = _callout(setter, column)
        case Role.QUOTE:
            frame, inner = _quote(setter, column)
        case Role.COLOPHON:
            frame, above = _colophon(setter, column), setter.theme.spacing.section
        case Role.KEY_FACTS:
            flow.extend(key_fact_strips(setter, group, column))
            return
        case Role.CONTACTS:
            add_contacts(setter, group, column, flow)
            return
        case _:
            above = 0
    strips = Flow()
    for block in group.blocks:
        add_block(setter, block, inner, strips)
    for strip in strips.strips:
        strip.panel = frame or strip.panel
    if group.role in (Role.CALLOUT, Role.COLOPHON):
        _keep_short(setter, strips.strips)
    flow.space(above)
    flow.extend(strips.strips)
    flow.space(strips.asked if frame is None else above)


def _keep_short(setter: Setter, strips: list[Strip]) -> None:
    """Let no page part a short group."""
    plan = setter.geometry
    if stacked(strips) <= (plan.bottom - plan.top) * _WHOLE_SHARE:
        for strip in strips[:-1]:
            strip.keep(Keep.LOOSELY)


def _in_callout(setter: Setter) -> Setter:
    """Return a setter whose lists speak in the callout's voice."""
    text = setter.style(Role.CALLOUT_TEXT)
    item = replace(text, space_after=setter.theme.spacing.item)
    return setter.restyled({Role.LIST_TEXT: item})


def _callout(setter: Setter, column: Column) -> tuple[Panel, Column]:
    colors = setter.theme.colors
    side = (_SIDE_RULE, colors.accent)
    panel = Panel(column.x, column.width, _PAD - 1, _PAD, colors.tint, side=side)
    inner = column.indented(_PAD + _SIDE_RULE + 2)
    return panel, Column(inner.x, inner.width - _PAD - 2)


def _quote(setter: Setter, column: Column) -> tuple[Panel, Column]:
    side = (_QUOTE_RULE, setter.theme.colors.rule)
    panel = Panel(column.x, column.width, 0, 0, side=side)
    return panel, column.indented(setter.theme.spacing.indent)


def _colophon(setter: Setter, column: Column) -> Panel:
    head = (_THIN, setter.theme.colors.rule)
    return Panel(column.x, column.width, setter.theme.spacing.rule, 0, head=head)
