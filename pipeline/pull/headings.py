"""Headings as the ends of links: bookmarks to names, and names that have to stay."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.anchors import anchors, slug
from pipeline.pull.desk import Desk
from pipeline.pull.items import Item
from pipeline.pull.model import section_of
from pipeline.pull.slots import Slot
from pipeline.tree import Role
from pipeline.word import Paragraph
from schemas.richtext import plain

Data = dict[str, object]
_HEADINGS = (Role.HEADING, Role.SUBHEADING)


def anchors_of(items: Sequence[Item], slots: Sequence[Slot]) -> dict[str, str]:
    """Return what links to the bookmarks of headings are called in the sheet.

    A heading of the base is found by its old bookmark too: programs move bookmarks.
    """
    found: dict[str, str] = {}
    for item in items:
        if not _is_heading(item):
            continue
        own = item.slot.anchor if item.slot else None
        assert isinstance(item.block, Paragraph)
        for name in item.block.bookmarks:
            found[name] = f"#{own or slug(name)}"
    kept = {item.slot.origin for item in items if item.slot and _is_heading(item)}
    for slot in slots:
        if slot.bookmark and slot.origin in kept and slot.meaning.role in _HEADINGS:
            found[slot.bookmark] = f"#{slot.anchor}"
    return found


def _is_heading(item: Item) -> bool:
    return item.meaning is not None and item.meaning.role in _HEADINGS


def with_names(data: Data, items: Sequence[Item], desk: Desk) -> Data:
    """Return `data` with names for headings that links lead to under an old name."""
    if not desk.linked:
        return data
    headings = iter([item for item in items if _is_heading(item)])
    wanted: dict[int, str] = {}
    for section in _sections(data["sections"]):
        if not section.get("heading"):
            continue
        item = next(headings, None)
        if item is None:
            break
        name = _name_of(item, desk)
        words = plain(section["heading"])  # type: ignore[arg-type]
        if name and f"#{name}" in desk.linked and name != slug(words):
            wanted[id(section)] = name
    return data | {"sections": _named(data["sections"], wanted)}


def _name_of(item: Item, desk: Desk) -> str | None:
    if item.slot:
        section = section_of(item.slot.origin) or ""
        return item.slot.anchor or anchors(desk.base).get(section)
    assert isinstance(item.block, Paragraph)
    names = (slug(name) for name in item.block.bookmarks)
    return next((name for name in names if f"#{name}" in desk.linked), None)


def _sections(found: object) -> Iterator[Data]:
    for section in found if isinstance(found, tuple) else ():
        yield section
        yield from _sections(section["sections"])


def _named(found: object, wanted: Mapping[int, str]) -> tuple[Data, ...]:
    sections = found if isinstance(found, tuple) else ()
    return tuple(
        section
        | {
            "name": section["name"] or wanted.get(id(section)),
            "sections": _named(section["sections"], wanted),
        }
        for section in sections
    )
