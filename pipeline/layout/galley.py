"""The tree to strips: sections and their blocks in the main column, the rest beside."""

from collections.abc import Sequence

from pipeline.layout.apart import add_group
from pipeline.layout.beside import contact_strips, fact_rows, key_fact_strips
from pipeline.layout.definitions import add_definitions, term_width
from pipeline.layout.figures import add_figure
from pipeline.layout.geometry import Column
from pipeline.layout.lists import add_list
from pipeline.layout.setter import Setter
from pipeline.layout.side import GAP
from pipeline.layout.strips import Flow, Keep, Opening, Strip, TextInk, stacked
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

# What is higher than this is a picture or a row and no line (pt).
_HIGHEST_LINE = 20.0


def set_blocks(setter: Setter, blocks: Sequence[Block], room: float) -> list[Strip]:
    """Return the body as strips of the main column, with what stands beside them.

    The narrow column of the first page is `room` pt high.
    """
    flow = Flow()
    ahead: list[tuple[Strip, ...]] = []
    hung = setter.geometry.hung
    for block in blocks:
        match block:
            case Group(role=Role.SECTION):
                _add_section(setter, block, flow, ahead)
                ahead = []
            case Group(role=Role.KEY_FACTS):
                facts = key_fact_strips(setter, block, hung)
                if sum(stacked(each) + GAP for each in ahead) + stacked(facts) <= room:
                    ahead.append(facts)
                    continue
                _add_ahead(flow, ahead)
                flow.extend(fact_rows(setter, block, setter.geometry.main))
                ahead = []
            case Paragraph(role=Role.STANDFIRST):
                ahead.append(tuple(setter.leaf(block, hung)))
            case _:
                if flow.strips and _is_colophon(block):
                    # A last page holds more than the colophon.
                    flow.strips[-1].keep(Keep.LOOSELY)
                add_block(setter, block, setter.geometry.main, flow)
    _hang_rest(flow, tuple(filter(None, ahead)))
    _keep_headings(flow.strips)
    return flow.strips


def add_block(setter: Setter, block: Block, column: Column, flow: Flow) -> None:
    """Append the strips of one block."""
    match block:
        case Paragraph(role=Role.TABLE_NOTE):
            _add_note(setter, block, column, flow)
        case Heading() | Paragraph():
            flow.extend(setter.leaf(block, column))
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


def _add_note(setter: Setter, note: Paragraph, column: Column, flow: Flow) -> None:
    """Append a note that belongs to the list above it, and ends it."""
    if flow.strips:
        flow.strips[-1].keep(Keep.FIRMLY)
        flow.forgo()
    flow.extend(setter.leaf(note, column))
    flow.space(setter.theme.spacing.block)


def _add_section(
    setter: Setter, section: Group, flow: Flow, ahead: list[tuple[Strip, ...]]
) -> None:
    heading, blocks = _split_heading(section)
    hung, inline = _set_heading(setter, heading)
    body, contacts = _set_section(setter, blocks)
    if not body.strips:
        # Words without ink are still a section, with its heading.
        body.add(Strip(0, ()))
    _add_ahead(flow, ahead, body.strips[0].baseline)
    body.strips[0].opening = Opening(hung, inline)
    for index, group in contacts:
        _with_room(body.strips, index).beside += (group,)
    flow.extend(body.strips)
    flow.space(body.asked)


def _with_room(strips: list[Strip], index: int) -> Strip:
    """Return the first strip from `index` on that has room beside it, or the last."""
    narrow = (strip for strip in strips[index:] if not strip.is_wide)
    return next(narrow, strips[-1])


def _add_ahead(
    flow: Flow, ahead: list[tuple[Strip, ...]], level: float | None = None
) -> None:
    """Hang what is ahead of a text whose first baseline is `level` pt deep."""
    groups = tuple(filter(None, ahead))
    if groups:
        # A strip of its own: what is ahead stays where the text finds no room.
        flow.add(Strip(0, (), baseline=level, opening=Opening(ahead=groups)))


def _set_section(
    setter: Setter, blocks: Sequence[Block]
) -> tuple[Flow, list[tuple[int, tuple[Strip, ...]]]]:
    """Return a section's text, and its contacts with the strip they stand beside."""
    body = Flow()
    contacts: list[tuple[int, tuple[Strip, ...]]] = []
    has_text = any(not _is_contacts(block) for block in blocks)
    stands_beside = setter.contacts_beside and has_text
    start = 0
    setter = setter.listing(term_width(setter, blocks))
    for block in blocks:
        if stands_beside and isinstance(block, Group) and _is_contacts(block):
            group = contact_strips(setter, block, setter.geometry.hung)
            contacts.append((start, group))
            continue
        start = len(body.strips)
        add_block(setter, block, setter.geometry.main, body)
    return body, contacts


def _is_contacts(block: Block) -> bool:
    return isinstance(block, Group) and block.role is Role.CONTACTS


def _is_colophon(block: Block) -> bool:
    return isinstance(block, Group) and block.role is Role.COLOPHON


def _split_heading(section: Group) -> tuple[Heading | None, Sequence[Block]]:
    first = section.blocks[0] if section.blocks else None
    if isinstance(first, Heading) and first.role is Role.HEADING:
        return first, section.blocks[1:]
    return None, section.blocks


def _set_heading(
    setter: Setter, heading: Heading | None
) -> tuple[tuple[Strip, ...], tuple[Strip, ...]]:
    """Return a section's heading set for the narrow column and for the main one."""
    if heading is None:
        return (), ()
    style = setter.style(Role.HEADING)
    shown = setter.shown(heading.origin, is_heading=True)
    content, plan = heading.content, setter.geometry
    return (
        tuple(setter.strips(content, style, plan.hung, shown)),
        tuple(setter.strips(content, style, plan.main, shown)),
    )


def _hang_rest(flow: Flow, groups: tuple[tuple[Strip, ...], ...]) -> None:
    """Hang what no section follows beside the last line, or set it as the text."""
    if flow.strips:
        flow.strips[-1].beside += groups
    else:
        flow.extend([strip for group in groups for strip in group])


def _keep_headings(strips: list[Strip]) -> None:
    """Let two lines, or what is as high, follow a heading before a page may end."""
    for index, strip in enumerate(strips[:-2]):
        opens = strip.opening is not None and bool(strip.opening.hung)
        first = index if opens else index + 1
        is_line = strips[first].height <= _HIGHEST_LINE
        is_headed = opens or _is_heading(strip)
        if is_headed and is_line and strips[first + 1].opening is None:
            strips[first].keep(Keep.FIRMLY)


def _is_heading(strip: Strip) -> bool:
    return any(isinstance(ink, TextInk) and ink.shown.is_heading for ink in strip.inks)
