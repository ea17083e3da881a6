"""Neighbouring items into the blocks that they make up together.

The base says where one list ends and the next begins, for Word does not show it; where
it knows nothing, neighbours of one kind belong together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from pipeline.pull.desk import Desk
from pipeline.pull.items import Item
from pipeline.pull.meaning import Form
from pipeline.pull.model import block_of
from pipeline.tree import Role
from pipeline.word import Paragraph


class Family(Enum):
    """Kinds of blocks as Word shows them."""

    TEXT = "text"
    LIST = "list"
    TABLE = "table"
    FIGURE = "figure"
    CALLOUT = "callout"
    QUOTE = "quote"
    TERMS = "terms"
    CONTACTS = "contacts"
    RESOURCES = "resources"


_FAMILIES = {
    Role.BODY: Family.TEXT,
    Role.LIST_TEXT: Family.LIST,
    Role.TABLE_CAPTION: Family.TABLE,
    Role.TABLE: Family.TABLE,
    Role.TABLE_NOTE: Family.TABLE,
    Role.FIGURE: Family.FIGURE,
    Role.FIGURE_CAPTION: Family.FIGURE,
    Role.CALLOUT_TITLE: Family.CALLOUT,
    Role.CALLOUT_TEXT: Family.CALLOUT,
    Role.QUOTE_TEXT: Family.QUOTE,
    Role.ATTRIBUTION: Family.QUOTE,
    Role.TERM: Family.TERMS,
    Role.DETAIL: Family.TERMS,
    Role.CONTACT_NAME: Family.CONTACTS,
    Role.CONTACT_LINE: Family.CONTACTS,
    Role.RESOURCE_TEXT: Family.RESOURCES,
}


@dataclass(slots=True)
class Draft:
    """A block to be: its items, and the block of the base that it was."""

    family: Family
    items: list[Item] = field(default_factory=list)
    origin: str | None = None

    @property
    def roles(self) -> list[Role]:
        """What its items are."""
        return [item.meaning.role for item in self.items if item.meaning]


def drafts_of(items: Sequence[Item], desk: Desk) -> list[Draft]:
    """Return the blocks of a section; refuse what belongs to no block."""
    drafts: list[Draft] = []
    for item in items:
        family = _family(item, drafts, desk)
        if family is None:
            continue
        origin = _origin(item)
        draft = drafts[-1] if drafts else None
        if draft is None or not _joins(item, family, origin, draft):
            draft = Draft(family)
            drafts.append(draft)
        draft.items.append(item)
        draft.origin = draft.origin or origin
    return drafts


def _origin(item: Item) -> str | None:
    return block_of(item.slot.origin) if item.is_home and item.slot else None


def _family(item: Item, drafts: Sequence[Draft], desk: Desk) -> Family | None:
    meaning = item.meaning
    if meaning is None:
        style = item.paragraph.style
        message = f"`{item.text[:40]}` has the style `{style}`, which no sheet knows"
        hint = "use a style that is in the file from the start, such as Body Text"
        desk.refuse("style", message, item.place, hint)
        return None
    if meaning.role is Role.LIST_TEXT and meaning.in_callout:
        return Family.CALLOUT
    if meaning.role is Role.TABLE_NOTE and drafts and _is_day(item, drafts[-1], desk):
        return Family.TERMS
    if _is_introduction(item):
        return Family.RESOURCES
    if meaning.role in _FAMILIES:
        return _FAMILIES[meaning.role]
    message = f"`{item.text[:40]}` (`{item.paragraph.style}`) cannot stand here"
    hint = "put it where its like stands, or give it another style"
    desk.refuse("astray", message, item.place, hint)
    return None


def _is_day(item: Item, before: Draft, desk: Desk) -> bool:
    """Return whether a note says on which day officials held office."""
    if item.slot:
        return item.slot.origin.endswith(".as_of")
    label = desk.labels.as_of.partition("{}")[0]
    return before.family is Family.TERMS and item.text.startswith(label)


def _is_introduction(item: Item) -> bool:
    return bool(item.slot and item.is_home and item.slot.origin.endswith(".intro"))


def _joins(item: Item, family: Family, origin: str | None, draft: Draft) -> bool:
    if family is not draft.family or family is Family.TEXT:
        return False
    if origin and draft.origin and origin != draft.origin:
        return False
    role = item.role
    roles = draft.roles
    match role:
        case Role.TABLE | Role.FIGURE:
            return roles == [Role.TABLE_CAPTION]
        case Role.TABLE_CAPTION:
            return False
        case Role.FIGURE_CAPTION:
            return roles == [Role.FIGURE]
        case Role.CALLOUT_TITLE | Role.BODY:
            return False
        case Role.LIST_TEXT if not origin:
            return _goes_on(item, draft)
        case _:
            return True


def _goes_on(item: Item, draft: Draft) -> bool:
    """Return whether an item of no known list goes on with the list above it."""
    meaning = item.meaning
    if meaning is None or meaning.form is Form.CONTINUE or meaning.level > 1:
        return True
    same = [each for each in draft.items if each.meaning == meaning]
    if meaning.form is not Form.NUMBER:
        return bool(same) or meaning.in_callout
    return any(_number(each) == _number(item) for each in same)


def _number(item: Item) -> str | None:
    """Return what Word calls the list of an item."""
    listed = item.block.listed if isinstance(item.block, Paragraph) else None
    return listed.number if listed else None
