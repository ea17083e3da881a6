"""Places in words: `under the heading “Costs”, paragraph 2`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.pull.items import Item
from pipeline.pull.slots import Slot
from pipeline.tree import Role

_MASTHEAD = (
    Role.TITLE, Role.AGENCY, Role.BUREAU, Role.KIND, Role.NUMBER, Role.DATE,
)  # fmt: skip
_FACTS = (Role.KEY_FACTS_TITLE, Role.FACT_LABEL, Role.FACT_VALUE)
_HEADINGS = (Role.HEADING, Role.SUBHEADING)
_NOUNS = {
    Role.TABLE: "table",
    Role.FIGURE: "picture",
    Role.LIST_TEXT: "list item",
    Role.RESOURCE_TEXT: "list item",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """Something of the base that is gone, and where it was."""

    text: str
    where: str


def place_items(items: Sequence[Item]) -> None:
    """Write into each item where it stands."""
    known = ((item.role, item.text) for item in items)
    for item, where in zip(items, _places(known), strict=True):
        item.where = where


def place_slots(slots: Sequence[Slot], left: Iterable[Slot]) -> list[Placed]:
    """Return the slots that nobody claimed with their places in the base."""
    known = ((slot.meaning.role, slot.text) for slot in slots)
    found = dict(zip((slot.origin for slot in slots), _places(known), strict=True))
    return [Placed(slot.text, found[slot.origin]) for slot in left]


def _places(members: Iterable[tuple[Role | None, str]]) -> Iterator[str]:
    around, counts = "before the first heading", dict[str, int]()
    for role, text in members:
        if role in _MASTHEAD and role is not None:
            yield f"the masthead, {role.value}"
        elif role is Role.STANDFIRST:
            yield "the standfirst"
        elif role in _FACTS:
            yield "the key facts"
        elif role is Role.COLOPHON_TEXT:
            yield "the end of the sheet"
        elif role in _HEADINGS:
            around, counts = f"under the heading “{text}”", {}
            yield f"the heading “{text}”"
        else:
            noun = _NOUNS.get(role, "paragraph") if role else "paragraph"
            counts[noun] = counts.get(noun, 0) + 1
            yield f"{around}, {noun} {counts[noun]}"
