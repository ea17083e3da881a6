"""The tree to strips: sections and their blocks in the main column, the rest beside it."""

from pipeline.layout.apart import add_group, contact_strips, key_fact_strips
from pipeline.layout.definitions import add_definitions
from pipeline.layout.figures import add_figure
from pipeline.layout.geometry import Column
from pipeline.layout.lists import add_list
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow, Opening, Strip
from pipeline.layout.tables import add_table
from pipeline.tree import (
    Block,
    Definitions,
    Figure,
    Group,
    Heading,
    List,
    Paragraph,
    Role,
    Table,
)

# A section that starts on a page shows at least this much of its text there.
_OPENING_LINES = 2


def set_blocks(setter: Setter, blocks: tuple[Block, ...]) -> list[Strip]:
    """Return the body as strips of the main column, with what stands beside them."""
    flow = Flow()
    waiting: list[tuple[Strip, ...]] = []
    for block in blocks:
        match block:
            case Group(role=Role.SECTION):
                _add_section(setter, block, flow, waiting)
                waiting = []
            case Group(role=Role.KEY_FACTS):
                waiting.append(key_fact_strips(setter, block, setter.geometry.hung))
            case Group(role=Role.CONTACTS):
                waiting.append(contact_strips(setter, block, setter.geometry.hung))
            case Paragraph(role=Role.STANDFIRST):
                waiting.append(tuple(setter.leaf(block, setter.geometry.hung)))
            case _:
                add_block(setter, block, setter.geometry.main, flow)
    if waiting and flow.strips:
        flow.strips[-1].beside += tuple(waiting)
    return flow.strips


def add_block(setter: Setter, block: Block, column: Column, flow: Flow) -> None:
    """Append the strips of one block."""
    match block:
        case Heading() | Paragraph():
            strips = setter.leaf(block, column)
            flow.extend(strips)
            flow.space(setter.style(block.role).space_after)
        case List():
            add_list(setter, block, column, flow)
        case Table():
            add_table(setter, block, column, flow)
        case Figure():
            add_figure(setter, block, column, flow)
        case Definitions():
            add_definitions(setter, block, column, flow)
        case Group():
            add_group(setter, block, column, flow, add_block)


def _add_section(
    setter: Setter, section: Group, flow: Flow, beside: list[tuple[Strip, ...]]
) -> None:
    heading, blocks = _split_heading(section)
    opening = _opening(setter, heading, tuple(beside))
    first = len(flow.strips)
    contacts: list[tuple[int, tuple[Strip, ...]]] = []
    has_text = _has_text(blocks)
    block_start = first
    for block in blocks:
        if has_text and isinstance(block, Group) and block.role is Role.CONTACTS:
            strips = contact_strips(setter, block, setter.geometry.hung)
            contacts.append((block_start, strips))
            continue
        block_start = len(flow.strips)
        add_block(setter, block, setter.geometry.main, flow)
    strips = flow.strips[first:]
    if not strips:
        return
    strips[0].opening = opening
    for index, group in contacts:
        flow.strips[index].beside += (group,)
    if heading is not None:
        for strip in strips[: _OPENING_LINES - 1]:
            strip.keeps = True if len(strips) > 1 else strip.keeps


def _split_heading(section: Group) -> tuple[Heading | None, tuple[Block, ...]]:
    first = section.blocks[0] if section.blocks else None
    if isinstance(first, Heading) and first.role is Role.HEADING:
        return first, section.blocks[1:]
    return None, section.blocks


def _opening(
    setter: Setter, heading: Heading | None, ahead: tuple[tuple[Strip, ...], ...]
) -> Opening:
    if heading is None:
        return Opening(ahead=ahead)
    style = setter.style(Role.HEADING)
    shown = setter.shown(heading.origin, is_heading=True)
    content, plan = heading.content, setter.geometry
    return Opening(
        tuple(setter.strips(content, style, plan.hung, shown)),
        tuple(setter.strips(content, style, plan.main, shown)),
        ahead,
    )


def _has_text(blocks: tuple[Block, ...]) -> bool:
    return any(
        not (isinstance(block, Group) and block.role is Role.CONTACTS)
        for block in blocks
    )
