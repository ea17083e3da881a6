"""Model blocks to tree blocks, each with the origin that names its place there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from pipeline import tree
from pipeline.compose.inlines import compose_runs
from pipeline.labels import Labels, day, event_date
from pipeline.tree import (
    Align,
    Block,
    Content,
    Definition,
    Definitions,
    Group,
    Heading,
    Paragraph,
    Picture,
    Role,
    Text,
)
from schemas import blocks as model
from schemas.richtext import Run
from schemas.values import Alignment

# A bullet for each level of nesting; all three are in every text face.
BULLETS = ("•", "–", "•")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What blocks need to know of the sheet around them."""

    lang: str
    labels: Labels
    pictures: Mapping[str, Picture]
    anchors: Mapping[str, str]
    note_labels: Mapping[str, str]

    def content(self, runs: tuple[Run, ...]) -> Content:
        """Return `runs` as inlines."""
        return compose_runs(runs, self.note_labels)

    def paragraph(self, role: Role, runs: tuple[Run, ...], origin: str) -> Paragraph:
        """Return `runs` as a paragraph."""
        return Paragraph(role, self.content(runs), origin)


def compose_section(
    section: model.Section, origin: str, level: int, sheet: Sheet
) -> Group:
    """Return a section as a group: its heading, its blocks, its subsections."""
    blocks: list[Block] = []
    if section.heading:
        role = Role.HEADING if level == 2 else Role.SUBHEADING
        content = sheet.content(section.heading)
        anchor = sheet.anchors[origin]
        blocks.append(Heading(role, level, content, anchor, f"{origin}.heading"))
    for index, block in enumerate(section.blocks):
        blocks += _compose_block(block, f"{origin}.blocks[{index}]", sheet)
    for index, inner in enumerate(section.sections):
        place = f"{origin}.sections[{index}]"
        blocks.append(compose_section(inner, place, level + 1, sheet))
    return Group(Role.SECTION, tuple(blocks), origin)


def _compose_block(block: model.Block, origin: str, sheet: Sheet) -> Iterable[Block]:
    match block:
        case model.Paragraph():
            return (sheet.paragraph(Role.BODY, block.text, f"{origin}.text"),)
        case model.BulletList() | model.NumberedList():
            return (_list(block, origin, 1, sheet),)
        case model.Table():
            return (_table(block, origin, sheet),)
        case model.Figure():
            return (_figure(block, origin, sheet),)
        case model.Callout():
            return (_callout(block, origin, sheet),)
        case model.Quote():
            return (_quote(block, origin, sheet),)
        case model.Timeline():
            return (_timeline(block, origin, sheet),)
        case model.Memberships():
            return (_memberships(block, origin, sheet),)
        case model.Officials():
            return _officials(block, origin, sheet)
        case model.Missions():
            return (_missions(block, origin, sheet),)
        case model.Resources():
            return _resources(block, origin, sheet)
        case _:
            assert_never(block)


def _list(
    block: model.BulletList | model.NumberedList, origin: str, level: int, sheet: Sheet
) -> tree.List:
    ordered = isinstance(block, model.NumberedList)
    start = block.start if isinstance(block, model.NumberedList) else 1
    items = tuple(
        tree.ListItem(
            f"{start + index}." if ordered else bullet(level),
            tuple(_item_blocks(item, f"{origin}.items[{index}]", level, sheet)),
            f"{origin}.items[{index}]",
        )
        for index, item in enumerate(block.items)
    )
    return tree.List(Role.LIST, ordered, start, level, items, origin)


def bullet(level: int) -> str:
    """Return the bullet of a list nested `level` deep, from 1."""
    return BULLETS[min(level, len(BULLETS)) - 1]


def _item_blocks(
    item: model.ListItem, origin: str, level: int, sheet: Sheet
) -> Iterator[Paragraph | tree.List]:
    yield sheet.paragraph(Role.LIST_TEXT, item.text, f"{origin}.text")
    for index, block in enumerate(item.blocks):
        place = f"{origin}.blocks[{index}]"
        if isinstance(block, model.Paragraph):
            yield sheet.paragraph(Role.LIST_TEXT, block.text, f"{place}.text")
        else:
            yield _list(block, place, level + 1, sheet)


def _table(block: model.Table, origin: str, sheet: Sheet) -> tree.Table:
    aligns = block.alignments or (Alignment.START,) * len(block.header)
    caption = (
        sheet.paragraph(Role.TABLE_CAPTION, block.caption, f"{origin}.caption")
        if block.caption
        else None
    )
    rows = tuple(
        tuple(
            _cell(
                cell,
                "row" if block.row_headers and column == 0 else None,
                f"{origin}.rows[{row_index}][{column}].text",
                sheet,
            )
            for column, cell in enumerate(row)
        )
        for row_index, row in enumerate(block.rows)
    )
    header = tuple(
        _cell(cell, "column", f"{origin}.header[{column}].text", sheet)
        for column, cell in enumerate(block.header)
    )
    notes = tuple(
        sheet.paragraph(Role.TABLE_NOTE, note, f"{origin}.notes[{index}]")
        for index, note in enumerate(block.notes)
    )
    columns = tuple(Align(align.value) for align in aligns)
    return tree.Table(caption, columns, header, rows, notes, origin)


def _cell(cell: model.Cell, scope: str | None, origin: str, sheet: Sheet) -> tree.Cell:
    role = Role.TABLE_HEAD if scope else Role.TABLE_TEXT
    return tree.Cell(sheet.paragraph(role, cell.text or (), origin), scope)


def _figure(block: model.Figure, origin: str, sheet: Sheet) -> tree.Figure:
    caption = (
        sheet.paragraph(Role.FIGURE_CAPTION, block.caption, f"{origin}.caption")
        if block.caption
        else None
    )
    return tree.Figure(sheet.pictures[block.image], block.alt, caption, origin)


def _callout(block: model.Callout, origin: str, sheet: Sheet) -> Group:
    inner: list[Block] = []
    if block.title:
        place = f"{origin}.title"
        inner.append(sheet.paragraph(Role.CALLOUT_TITLE, block.title, place))
    for index, part in enumerate(block.blocks):
        place = f"{origin}.blocks[{index}]"
        if isinstance(part, model.Paragraph):
            text = sheet.paragraph(Role.CALLOUT_TEXT, part.text, f"{place}.text")
            inner.append(text)
        else:
            inner.append(_list(part, place, 1, sheet))
    return Group(Role.CALLOUT, tuple(inner), origin)


def _quote(block: model.Quote, origin: str, sheet: Sheet) -> Group:
    inner = [
        sheet.paragraph(Role.QUOTE_TEXT, runs, f"{origin}.paragraphs[{index}]")
        for index, runs in enumerate(block.paragraphs)
    ]
    if block.attribution:
        place = f"{origin}.attribution"
        inner.append(sheet.paragraph(Role.ATTRIBUTION, block.attribution, place))
    return Group(Role.QUOTE, tuple(inner), origin)


def _timeline(block: model.Timeline, origin: str, sheet: Sheet) -> Definitions:
    items = []
    for index, event in enumerate(block.events):
        place = f"{origin}.events[{index}]"
        words = event.label or event_date(event.date, sheet.lang)
        text = sheet.content(event.text)
        items.append(_definition((Text(words),), "date", text, "text", place))
    return Definitions(Role.TIMELINE, tuple(items), origin)


def _memberships(block: model.Memberships, origin: str, sheet: Sheet) -> Definitions:
    items = []
    for index, membership in enumerate(block.memberships):
        place = f"{origin}.memberships[{index}]"
        name, state = (Text(membership.organization),), _membership(membership, sheet)
        content = (Text(state),) if state else None
        items.append(_definition(name, "organization", content, "since", place))
    return Definitions(Role.DIRECTORY, tuple(items), origin)


def _membership(membership: model.Membership, sheet: Sheet) -> str | None:
    if not membership.member:
        return sheet.labels.not_a_member
    if membership.since is None:
        return None
    since = event_date(membership.since, sheet.lang)
    is_open = membership.since.endswith("/..")
    return since if is_open else sheet.labels.since.format(since)


def _officials(
    block: model.Officials, origin: str, sheet: Sheet
) -> tuple[Definitions, Paragraph]:
    items = []
    for index, official in enumerate(block.officials):
        place = f"{origin}.officials[{index}]"
        name, office = (Text(official.name),), (Text(official.office),)
        items.append(_definition(name, "name", office, "office", place))
    as_of = sheet.labels.as_of.format(day(block.as_of, sheet.lang))
    note = Paragraph(Role.TABLE_NOTE, (Text(as_of),), f"{origin}.as_of")
    return Definitions(Role.DIRECTORY, tuple(items), origin), note


def _definition(
    term: Content, term_key: str, detail: Content | None, detail_key: str, origin: str
) -> Definition:
    details = (
        (Paragraph(Role.DETAIL, detail, f"{origin}.{detail_key}"),) if detail else ()
    )
    name = Paragraph(Role.TERM, term, f"{origin}.{term_key}")
    return Definition(name, details, origin)


def _missions(block: model.Missions, origin: str, sheet: Sheet) -> Group:
    contacts = tuple(
        _mission(mission, f"{origin}.missions[{index}]", sheet)
        for index, mission in enumerate(block.missions)
    )
    return Group(Role.CONTACTS, contacts, origin)


def _mission(mission: model.Mission, origin: str, sheet: Sheet) -> Group:
    lines: list[tuple[str, Content]] = [
        (f"address[{index}]", (Text(line),))
        for index, line in enumerate(mission.address)
    ]
    if mission.phone:
        lines.append(("phone", (Text(sheet.labels.telephone.format(mission.phone)),)))
    if mission.email:
        link = tree.Link((Text(mission.email),), f"mailto:{mission.email}")
        lines.append(("email", (link,)))
    if mission.web:
        host = mission.web.split("://", 1)[-1].rstrip("/")
        lines.append(("web", (tree.Link((Text(host),), mission.web),)))
    name = Paragraph(Role.CONTACT_NAME, (Text(mission.name),), f"{origin}.name")
    rest = tuple(
        Paragraph(Role.CONTACT_LINE, content, f"{origin}.{key}")
        for key, content in lines
    )
    return Group(Role.CONTACT, (name, *rest), origin)


def _resources(block: model.Resources, origin: str, sheet: Sheet) -> Iterator[Block]:
    if block.intro:
        yield sheet.paragraph(Role.BODY, block.intro, f"{origin}.intro")
    items = tuple(
        tree.ListItem(
            bullet(1),
            (
                sheet.paragraph(
                    Role.RESOURCE_TEXT, item.text, f"{origin}.items[{index}].text"
                ),
            ),
            f"{origin}.items[{index}]",
        )
        for index, item in enumerate(block.items)
    )
    yield tree.List(Role.RESOURCES, False, 1, 1, items, f"{origin}.items")
