"""Every rich text of a sheet in printing order, with its place in the model."""

from collections.abc import Iterable, Iterator

from schemas import blocks as model
from schemas.blocks import Block, Section
from schemas.factsheet import FactSheet
from schemas.richtext import Run, plain

Place = tuple[str, tuple[Run, ...]]
Printed = tuple[str, str]


def rich_texts(sheet: FactSheet) -> Iterator[Place]:
    """Yield (model path, runs) for all rich texts but notes, then for the notes."""
    if sheet.standfirst:
        yield "standfirst", sheet.standfirst
    for index, fact in enumerate(sheet.key_facts):
        yield f"key_facts[{index}].value", fact.value
    for index, section in enumerate(sheet.sections):
        yield from _in_section(section, f"sections[{index}]")
    if sheet.designation:
        yield "designation", sheet.designation
    if sheet.disclaimer:
        yield "disclaimer", sheet.disclaimer
    for index, note in enumerate(sheet.notes):
        yield f"notes[{index}].text", note.text


def printed_texts(sheet: FactSheet) -> Iterator[Printed]:
    """Yield (model path, words) for all that prints: plain texts, then rich ones."""
    lines = {
        "title": sheet.title,
        "issuer.agency": sheet.issuer.agency,
        "issuer.bureau": sheet.issuer.bureau,
        "kind": sheet.kind,
        "number": sheet.number,
        "place": sheet.place,
        "supersedes": sheet.supersedes,
    }
    yield from ((origin, line) for origin, line in lines.items() if line)
    for index, fact in enumerate(sheet.key_facts):
        yield f"key_facts[{index}].label", fact.label
    for index, section in enumerate(sheet.sections):
        yield from _lines_of(section, f"sections[{index}]")
    for origin, runs in rich_texts(sheet):
        yield origin, plain(runs)


def _lines_of(section: Section, origin: str) -> Iterator[Printed]:
    for index, block in enumerate(section.blocks):
        place = f"{origin}.blocks[{index}]"
        match block:
            case model.Timeline():
                for number, event in enumerate(block.events):
                    if event.label:
                        yield f"{place}.events[{number}].label", event.label
            case model.Memberships():
                for number, member in enumerate(block.memberships):
                    yield f"{place}.memberships[{number}]", member.organization
            case model.Officials():
                for number, one in enumerate(block.officials):
                    yield f"{place}.officials[{number}].name", one.name
                    yield f"{place}.officials[{number}].office", one.office
            case model.Missions():
                for number, mission in enumerate(block.missions):
                    yield from _lines_in(mission, f"{place}.missions[{number}]")
            case _:
                pass
    for index, inner in enumerate(section.sections):
        yield from _lines_of(inner, f"{origin}.sections[{index}]")


def _lines_in(mission: model.Mission, origin: str) -> Iterator[Printed]:
    yield f"{origin}.name", mission.name
    for index, line in enumerate(mission.address):
        yield f"{origin}.address[{index}]", line
    for key in ("phone", "email", "web"):
        line = getattr(mission, key)
        if line:
            yield f"{origin}.{key}", line


def _in_section(section: Section, origin: str) -> Iterator[Place]:
    if section.heading:
        yield f"{origin}.heading", section.heading
    yield from _in_blocks(section.blocks, origin)
    for index, inner in enumerate(section.sections):
        yield from _in_section(inner, f"{origin}.sections[{index}]")


def _in_blocks(blocks: Iterable[Block], origin: str) -> Iterator[Place]:
    for index, block in enumerate(blocks):
        yield from _in_block(block, f"{origin}.blocks[{index}]")


def _numbered(texts: Iterable[tuple[Run, ...]], origin: str) -> Iterator[Place]:
    for index, runs in enumerate(texts):
        yield f"{origin}[{index}]", runs


def _in_resources(block: model.Resources, origin: str) -> Iterator[Place]:
    if block.intro:
        yield f"{origin}.intro", block.intro
    for index, item in enumerate(block.items):
        yield f"{origin}.items[{index}].text", item.text


def _in_block(block: Block, origin: str) -> Iterator[Place]:
    match block:
        case model.Paragraph():
            yield f"{origin}.text", block.text
        case model.BulletList() | model.NumberedList():
            yield from _in_list(block, origin)
        case model.Table():
            yield from _in_table(block, origin)
        case model.Callout():
            if block.title:
                yield f"{origin}.title", block.title
            yield from _in_blocks(block.blocks, origin)
        case model.Quote():
            yield from _numbered(block.paragraphs, f"{origin}.paragraphs")
            if block.attribution:
                yield f"{origin}.attribution", block.attribution
        case model.Timeline():
            for index, event in enumerate(block.events):
                yield f"{origin}.events[{index}].text", event.text
        case model.Resources():
            yield from _in_resources(block, origin)
        case model.Figure():
            if block.caption:
                yield f"{origin}.caption", block.caption
        case model.Memberships() | model.Officials() | model.Missions():
            pass


def _in_list(
    block: model.BulletList | model.NumberedList, origin: str
) -> Iterator[Place]:
    for index, item in enumerate(block.items):
        place = f"{origin}.items[{index}]"
        yield f"{place}.text", item.text
        yield from _in_blocks(item.blocks, place)


def _in_table(block: model.Table, origin: str) -> Iterator[Place]:
    if block.caption:
        yield f"{origin}.caption", block.caption
    for column, cell in enumerate(block.header):
        if cell.text:
            yield f"{origin}.header[{column}].text", cell.text
    for row_index, row in enumerate(block.rows):
        for column, cell in enumerate(row):
            if cell.text:
                yield f"{origin}.rows[{row_index}][{column}].text", cell.text
    yield from _numbered(block.notes, f"{origin}.notes")
