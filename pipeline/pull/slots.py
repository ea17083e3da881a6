"""The base sheet as a Word file shows it: one slot for each paragraph, table, picture.

A slot knows its place in the model, so whatever claims it brings hidden facts back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from pipeline.compose import compose
from pipeline.pull.meaning import Form, Meaning
from pipeline.render.docx.identity import ParagraphIds, bookmark_name
from pipeline.tree import (
    Block,
    Content,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Group,
    Heading,
    Leaf,
    Link,
    List,
    NoteReference,
    Paragraph,
    Picture,
    Role,
    Strong,
    Table,
    plain_text,
)
from pipeline.words import normalized
from schemas.blocks import Figure as FigureModel
from schemas.factsheet import FactSheet

_NO_PICTURE = Picture(b"", "image/png", 1, 1)


class SlotKind(Enum):
    """What a slot holds."""

    TEXT = "text"
    PICTURE = "picture"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Slot:
    """A paragraph, picture or table of the base."""

    origin: str
    """Its path in the model."""
    kind: SlotKind
    meaning: Meaning
    text: str
    """Its words, white space folded; of a picture its alternative text."""
    printed: str = ""
    """Its words as composed."""
    para_id: str | None = None
    bookmark: str | None = None
    anchor: str | None = None
    """What links call a heading."""


def composed(sheet: FactSheet) -> Document:
    """Return the sheet as a tree with blanks for its pictures."""
    names = [block.image for block in _figures(sheet)]
    if sheet.issuer.emblem:
        names.append(sheet.issuer.emblem)
    return compose(sheet, dict.fromkeys(names, _NO_PICTURE))


def _figures(sheet: FactSheet) -> Iterator[FigureModel]:
    for outer in sheet.sections:
        for section in (outer, *outer.sections):
            for block in section.blocks:
                if isinstance(block, FigureModel):
                    yield block


def body_slots(document: Document) -> list[Slot]:
    """Return the slots of the body in the order of the file."""
    ids = ParagraphIds(document.meta.id)
    slots = list(_slots(document.blocks, in_callout=False))
    if document.emblem is not None:
        words = document.emblem_alt or ""
        meaning = Meaning(Role.FIGURE)
        emblem = Slot("issuer.emblem", SlotKind.PICTURE, meaning, words, words)
        slots.insert(0, emblem)
    return [
        slot if slot.kind is SlotKind.TABLE
        else replace(slot, para_id=ids.take(slot.origin))
        for slot in slots
    ]  # fmt: skip


def note_slots(document: Document) -> dict[str, Slot]:
    """Return the slots of the notes by the notes' names, in the order of calls."""
    return {note.id: _leaf(note.text, Meaning(Role.NOTE)) for note in document.notes}


def _slots(blocks: Iterable[Block], *, in_callout: bool) -> Iterator[Slot]:
    for block in blocks:
        match block:
            case Heading():
                slot = _leaf(block, Meaning(block.role))
                bookmark = bookmark_name(block.anchor) if block.anchor else None
                yield replace(slot, bookmark=bookmark, anchor=block.anchor)
            case Paragraph():
                yield _leaf(block, Meaning(block.role))
            case Group():
                inside = in_callout or block.role is Role.CALLOUT
                yield from _slots(block.blocks, in_callout=inside)
            case List():
                yield from _list(block, in_callout=in_callout)
            case Table():
                yield from _table(block)
            case Figure():
                words = block.alt or ""
                meaning = Meaning(Role.FIGURE)
                yield Slot(block.origin, SlotKind.PICTURE, meaning, words, words)
                if block.caption:
                    yield _leaf(block.caption, Meaning(Role.FIGURE_CAPTION))
            case Definitions():
                for item in block.items:
                    for leaf in (item.term, *item.details):
                        yield _leaf(leaf, Meaning(leaf.role))


def spoken(content: Content) -> str:
    """Return the words of `content` without the numbers of notes."""
    return plain_text(_without_calls(content))


def _without_calls(content: Content) -> Content:
    kept = (each for each in content if not isinstance(each, NoteReference))
    return tuple(
        replace(each, content=_without_calls(each.content))
        if isinstance(each, Strong | Emphasis | Link | Foreign)
        else each
        for each in kept
    )


def _leaf(leaf: Leaf, meaning: Meaning) -> Slot:
    printed = spoken(leaf.content)
    return Slot(leaf.origin, SlotKind.TEXT, meaning, normalized(printed), printed)


def _list(block: List, *, in_callout: bool) -> Iterator[Slot]:
    first = Form.NUMBER if block.ordered else Form.BULLET
    for item in block.items:
        for index, part in enumerate(item.blocks):
            if isinstance(part, List):
                yield from _list(part, in_callout=in_callout)
            elif block.role is Role.RESOURCES:
                yield _leaf(part, Meaning(Role.RESOURCE_TEXT))
            else:
                form = Form.CONTINUE if index else first
                meaning = Meaning(Role.LIST_TEXT, form, block.level, in_callout)
                yield _leaf(part, meaning)


def _table(table: Table) -> Iterator[Slot]:
    if table.caption:
        yield _leaf(table.caption, Meaning(Role.TABLE_CAPTION))
    words = [
        normalized(spoken(cell.text.content))
        for row in (table.header, *table.rows)
        for cell in row
    ]
    text = " | ".join(words)
    yield Slot(table.origin, SlotKind.TABLE, Meaning(Role.TABLE), text, text)
    for note in table.notes:
        yield _leaf(note, Meaning(Role.TABLE_NOTE))
