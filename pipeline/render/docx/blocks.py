"""Blocks to paragraphs and tables in reading order, each paragraph by a named style."""

from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.docx import roles
from pipeline.render.docx.columns import grid_for
from pipeline.render.docx.identity import bookmark_name
from pipeline.render.docx.inlines import write_content
from pipeline.render.docx.numbering import OrderedList, Sequence
from pipeline.render.docx.pictures import write_picture
from pipeline.render.docx.story import Story
from pipeline.render.docx.tables import write_table
from pipeline.renderer import RenderError
from pipeline.tree import (
    Block,
    Definitions,
    Document,
    Figure,
    Group,
    Heading,
    Leaf,
    List,
    ListItem,
    Paragraph,
    Role,
    Table,
)

_NO_PROPERTIES = ""

_EMBLEM_HEIGHT = 44.0

# The style of a role's first paragraph in its group, where it has one of its own.
_OPENINGS = {
    Role.CALLOUT_TEXT: roles.CALLOUT_OPENING,
    Role.COLOPHON_TEXT: roles.COLOPHON_OPENING,
}


def write_blocks(blocks: Iterable[Block], story: Story) -> str:
    """Return the body's content; raise `RenderError` for lists nested too deep."""
    before: Block | None = None
    pieces: list[str] = []
    for block in blocks:
        if isinstance(block, Group) and block.role is Role.SECTION:
            pieces += _section(block, before, story)
        else:
            pieces += _block(block, story)
        before = block
    return "".join(_parted(pieces, story))


def write_emblem(document: Document, story: Story) -> str:
    """Return the agency's own emblem as the first line of the letterhead.

    It stands in the body, in line: screen readers pass headers by, and its words, where
    it has some, are then read once.
    """
    if document.emblem is None:
        return ""
    drawing = write_picture(
        document.emblem, document.emblem_alt, story.measures.full, story, _EMBLEM_HEIGHT
    )
    return write_paragraph(roles.EMBLEM, drawing, "issuer.emblem", story)


def _section(section: Group, before: Block | None, story: Story) -> Iterator[str]:
    blocks = section.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role is Role.BODY:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            yield _styled(block, _body_style(before, following), story)
        else:
            yield from _block(block, story)
        before = block


def _body_style(before: Block | None, following: Block | None) -> str:
    """Return the style of running text by what stands right above and below it."""
    match before, following:
        case Group(role=Role.SECTION), _:
            return roles.SECTION_OPENING
        case _, Table(caption=None):
            return roles.TABLE_INTRODUCTION
        case Table() | Figure() | Group(), _:
            return roles.TEXT_RESUMED
        case _, List():
            return roles.LIST_INTRODUCTION
        case _:
            return roles.STYLE_OF_ROLE[Role.BODY]


def _parted(pieces: list[str], story: Story) -> Iterator[str]:
    # 17.4.37: tables without a paragraph between them are one, and a body or cell
    # may not end with a table.
    for index, piece in enumerate(pieces):
        yield piece
        following = pieces[index + 1 : index + 2]
        if piece.startswith("<w:tbl>") and (
            not following or following[0].startswith("<w:tbl>")
        ):
            yield write_paragraph(roles.TABLE_GAP, "", f"gap[{index}]", story)


def _block(block: Block, story: Story) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block, story)
        case Paragraph():
            yield _leaf(block, story)
        case List():
            yield from _list(block, story, in_callout=False)
        case Table():
            yield from _table(block, story)
        case Figure():
            yield from _figure(block, story)
        case Definitions():
            for item in block.items:
                yield _leaf(item.term, story)
                for detail in item.details:
                    yield _leaf(detail, story)
        case Group():
            yield from _group(block, story)


def write_paragraph(
    style: str, inner: str, origin: str, story: Story, numbering: str = _NO_PROPERTIES
) -> str:
    """Return a paragraph with its style and the id that names its origin."""
    properties = f'<w:pStyle w:val="{roles.style_id(style)}"/>{numbering}'
    return story.paragraph(origin, properties, inner)


def _styled(leaf: Leaf, style: str, story: Story, numbering: str = "") -> str:
    inner = write_content(leaf.content, story)
    return write_paragraph(style, inner, leaf.origin, story, numbering)


def _leaf(leaf: Leaf, story: Story) -> str:
    return _styled(leaf, roles.STYLE_OF_ROLE[leaf.role], story)


def _heading(heading: Heading, story: Story) -> str:
    inner = write_content(heading.content, story)
    if heading.anchor:
        inner = story.bookmark(bookmark_name(heading.anchor), inner)
    style = roles.STYLE_OF_ROLE[heading.role]
    return write_paragraph(style, inner, heading.origin, story)


def _group(group: Group, story: Story) -> Iterator[str]:
    if group.role is Role.SECTION:
        yield from _section(group, None, story)
        return
    if group.role is Role.QUOTE:
        yield from _quote(group, story)
        return
    in_callout = group.role is Role.CALLOUT
    for index, block in enumerate(group.blocks):
        opening = _OPENINGS.get(block.role) if isinstance(block, Paragraph) else None
        if index == 0 and opening and isinstance(block, Paragraph):
            yield _styled(block, opening, story)
        elif isinstance(block, List):
            yield from _list(block, story, in_callout=in_callout)
        else:
            yield from _block(block, story)


def _quote(group: Group, story: Story) -> Iterator[str]:
    for index, block in enumerate(group.blocks):
        if isinstance(block, Paragraph) and block.role is Role.QUOTE_TEXT and index:
            yield _styled(block, roles.QUOTE_CONTINUED, story)
        else:
            yield from _block(block, story)


def _list(block: List, story: Story, *, in_callout: bool) -> Iterator[str]:
    if block.level > roles.MAX_LIST_LEVELS:
        raise RenderError([_too_deep(block)])
    numbering = _numbering(block, story, in_callout=in_callout)
    for item in block.items:
        yield from _item(item, block, numbering, story, in_callout=in_callout)


def _too_deep(block: List) -> Diagnostic:
    return error(
        "list-depth",
        f"lists nest {block.level} deep; Word holds {roles.MAX_LIST_LEVELS} levels",
        origin=block.origin,
        hint="bring the inner list up, or turn it into paragraphs",
    )


def _numbering(block: List, story: Story, *, in_callout: bool) -> str:
    """Return `w:numPr` where the style alone does not number the list."""
    level = block.level - 1
    bullets = Sequence.CALLOUT_BULLETS if in_callout else Sequence.BULLETS
    numbers = Sequence.CALLOUT_NUMBERS if in_callout else Sequence.NUMBERS
    if block.ordered:
        number = story.count(OrderedList(numbers, level, block.start))
    elif level >= roles.LIST_LEVELS:
        number = bullets.number
    else:
        return _NO_PROPERTIES
    ids = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return f"<w:numPr>{ids}</w:numPr>"


def _item(
    item: ListItem, block: List, numbering: str, story: Story, *, in_callout: bool
) -> Iterator[str]:
    for index, part in enumerate(item.blocks):
        if isinstance(part, List):
            yield from _list(part, story, in_callout=in_callout)
        elif block.role is Role.RESOURCES:
            yield _leaf(part, story)
        else:
            kind = "Number" if block.ordered else "Bullet"
            own = numbering if index == 0 else _NO_PROPERTIES
            name = roles.list_style(
                kind if index == 0 else "Continue", block.level, in_callout=in_callout
            )
            yield _styled(part, name, story, own)


def _table(table: Table, story: Story) -> Iterator[str]:
    grid = grid_for(table, story.measures)
    if table.caption:
        name = roles.WIDE_CAPTION if grid.is_wide else "Table Caption"
        yield _styled(table.caption, name, story)
    yield write_table(table, grid, story)
    for note in table.notes:
        name = roles.WIDE_NOTE if grid.is_wide else "Table Note"
        yield _styled(note, name, story)


def _figure(figure: Figure, story: Story) -> Iterator[str]:
    drawing = write_picture(figure.picture, figure.alt, story.measures.column, story)
    style = roles.PICTURE if figure.caption else roles.PICTURE_ALONE
    yield write_paragraph(style, drawing, figure.origin, story)
    if figure.caption:
        yield _leaf(figure.caption, story)
