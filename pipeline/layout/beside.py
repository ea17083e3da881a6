"""What stands beside the text in the narrow column: key facts and contacts."""

from dataclasses import replace
from itertools import zip_longest

from pipeline.layout.geometry import Column
from pipeline.layout.rows import WHOLE_ROW_SHARE, row_strips
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow, Keep, Panel, Strip
from pipeline.tree import Definitions, Group, Heading, Paragraph, Role

_PAD, _HEAVY, _THIN = 9.0, 2.0, 0.5
# From label to value where they stand side by side, and the labels' share at most.
_GAP, _LABEL_SHARE = 12.0, 0.4


def key_fact_strips(setter: Setter, group: Group, column: Column) -> tuple[Strip, ...]:
    """Return the key facts: a tinted panel under a heavy rule, label above value."""
    panel, inner = _facts_panel(setter, column)
    flow = Flow()
    for block in group.blocks:
        match block:
            case Heading() | Paragraph():
                _add_leaf(setter, block, inner, flow)
            case Definitions():
                for item in block.items:
                    _add_kept(setter, (item.term, *item.details), inner, flow)
            case _:
                pass
    return _within(flow, panel)


def fact_rows(setter: Setter, group: Group, column: Column) -> tuple[Strip, ...]:
    """Return key facts too many for the narrow column: label and value side by side.

    They stand right below the title, whose heavy rule is theirs.
    """
    panel, inner = _facts_panel(setter, column)
    panel = replace(panel, head=None)
    flow = Flow()
    for block in group.blocks:
        match block:
            case Heading() | Paragraph():
                _add_leaf(setter, block, inner, flow)
            case Definitions():
                _add_fact_rows(setter, block, inner, flow)
            case _:
                pass
    return _within(flow, panel)


def _add_fact_rows(
    setter: Setter, facts: Definitions, column: Column, flow: Flow
) -> None:
    style, plan = setter.style(Role.FACT_LABEL), setter.geometry
    widths = [setter.widths(item.term.content, style)[1] for item in facts.items]
    width = min(max(widths) + 0.1, column.width * _LABEL_SHARE)
    label, value = replace(column, width=width), column.indented(width + _GAP)
    for item in facts.items:
        cells = [setter.leaf(item.term, label), []]
        for detail in item.details:
            cells[1] += setter.leaf(detail, value)
        highest = (plan.bottom - plan.top) * WHOLE_ROW_SHARE
        flow.extend(row_strips(cells, setter.theme.spacing.cell / 2, highest))


def _facts_panel(setter: Setter, column: Column) -> tuple[Panel, Column]:
    colors = setter.theme.colors
    head = (_HEAVY, colors.heading)
    panel = Panel(column.x, column.width, _PAD, _PAD, colors.tint, head=head)
    return panel, Column(column.x + _PAD, column.width - 2 * _PAD)


def contact_strips(setter: Setter, group: Group, column: Column) -> tuple[Strip, ...]:
    """Return contacts: a box with an accent rule above and a thin one below."""
    colors = setter.theme.colors
    head, foot = (_HEAVY, colors.accent), (_THIN, colors.rule)
    panel = Panel(column.x, column.width, _PAD - 2, _PAD, head=head, foot=foot)
    flow = Flow()
    for contact in _contacts(group):
        flow.extend(_contact(setter, contact, column))
        flow.space(setter.theme.spacing.block)
    return _within(flow, panel)


def add_contacts(setter: Setter, group: Group, column: Column, flow: Flow) -> None:
    """Append contacts that have no text to stand beside: two by two, as text."""
    plan = setter.geometry
    left = Column(column.x, (column.width - plan.gutter) / 2)
    right = left.moved(left.width + plan.gutter)
    contacts = _contacts(group)
    for first, second in zip_longest(contacts[::2], contacts[1::2]):
        cells = [_contact(setter, first, left)]
        if second is not None:
            cells.append(_contact(setter, second, right))
        flow.extend(row_strips(cells, 0, plan.bottom - plan.top))
        flow.space(setter.theme.spacing.block)


def _contacts(group: Group) -> list[Group]:
    return [block for block in group.blocks if isinstance(block, Group)]


def _contact(setter: Setter, contact: Group, column: Column) -> list[Strip]:
    flow = Flow()
    leaves = [block for block in contact.blocks if isinstance(block, Paragraph)]
    _add_kept(setter, tuple(leaves), column, flow)
    return flow.strips


def _add_kept(
    setter: Setter, leaves: tuple[Paragraph, ...], column: Column, flow: Flow
) -> None:
    """Append leaves that no page break parts."""
    start = len(flow.strips)
    for leaf in leaves:
        _add_leaf(setter, leaf, column, flow)
    for strip in flow.strips[start:-1]:
        strip.keep(Keep.FIRMLY)
    if len(flow.strips) > start:
        flow.strips[-1].keeps = Keep.NOT


def _add_leaf(
    setter: Setter, leaf: Heading | Paragraph, column: Column, flow: Flow
) -> None:
    flow.extend(setter.leaf(leaf, column))
    flow.space(setter.style(leaf.role).space_after)


def _within(flow: Flow, panel: Panel) -> tuple[Strip, ...]:
    for strip in flow.strips:
        strip.panel = panel
    return tuple(flow.strips)
