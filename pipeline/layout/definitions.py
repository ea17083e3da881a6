"""Terms with details to strips: a timeline, memberships, officials, in two columns."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout.geometry import Column
from pipeline.layout.rows import WHOLE_ROW_SHARE, row_strips
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow, Keep, RuleInk, Strip
from pipeline.tree import Block, Definition, Definitions

_GAP, _HAIR = 12.0, 0.5
# Terms take at most this share of the column.
_TERM_SHARE = 0.45


def add_definitions(
    setter: Setter, block: Definitions, column: Column, flow: Flow
) -> None:
    """Append one row per term, a hairline below each."""
    width = max(setter.term_width, term_width(setter, (block,)))
    width = min(width, column.width * _TERM_SHARE)
    term, detail = replace(column, width=width), column.indented(width + _GAP)
    flow.space(setter.theme.spacing.block / 2)
    for item in block.items:
        strips = _row(setter, item, term, detail)
        below = strips[-1]
        color = setter.theme.colors.rule
        rule = RuleInk(column.x, column.right, below.height, _HAIR, color)
        below.inks = (*below.inks, rule)
        flow.extend(strips)
    _keep(flow.strips[-len(block.items) :])
    flow.space(setter.theme.spacing.block)


def term_width(setter: Setter, blocks: Sequence[Block]) -> float:
    """Return the width of the longest term in the lists among `blocks`, in pt.

    Lists of one section share it, so that their details stand under each other.
    """
    widths = [
        setter.widths(item.term.content, setter.style(item.term.role))[1]
        for block in blocks
        if isinstance(block, Definitions)
        for item in block.items
    ]
    return max(widths, default=0.0) + 0.1


def _row(setter: Setter, item: Definition, term: Column, detail: Column) -> list[Strip]:
    named, details = setter.leaf(item.term, term), Flow()
    for paragraph in item.details:
        style = setter.style(paragraph.role)
        details.extend(setter.leaf(paragraph, detail))
        details.space(style.space_after)
    plan = setter.geometry
    highest = (plan.bottom - plan.top) * WHOLE_ROW_SHARE
    return row_strips([named, details.strips], setter.theme.spacing.cell, highest)


def _keep(strips: list[Strip]) -> None:
    """Leave no lone row on a page."""
    if len(strips) > 1:
        strips[0].keep(Keep.LOOSELY)
        strips[-2].keep(Keep.LOOSELY)
