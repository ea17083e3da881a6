"""Drafts into blocks of the sheet; what Word does not show comes from the base's."""

from collections.abc import Sequence

from pipeline.pull.desk import Desk
from pipeline.pull.drafts import Draft, Family
from pipeline.pull.facts import read_contacts, read_terms
from pipeline.pull.items import Item
from pipeline.pull.lists import Listing, read_lists
from pipeline.pull.model import at
from pipeline.pull.tabular import read_table
from pipeline.tree import Role
from pipeline.word import Paragraph, Table
from schemas.blocks import Figure

Data = dict[str, object]


def read_draft(draft: Draft, path: str, index: int, desk: Desk) -> list[Data]:
    """Return the blocks of `draft`, the first of them at `path[index]`."""
    if draft.family is Family.LIST:
        return read_lists(draft.items, Listing(path, index), desk)
    if draft.family is Family.RESOURCES:
        return _resources(draft, path, index, desk)
    found = _block(draft, f"{path}[{index}]", desk)
    return [] if found is None else [found]


def _block(draft: Draft, path: str, desk: Desk) -> Data | None:
    match draft.family:
        case Family.TABLE:
            return _table(draft, path, desk)
        case Family.FIGURE:
            return _figure(draft, path, desk)
        case Family.CALLOUT:
            return _callout(draft, path, desk)
        case Family.QUOTE:
            return _quote(draft, path, desk)
        case Family.TERMS:
            return read_terms(draft, path, desk)
        case Family.CONTACTS:
            return read_contacts(draft, path, desk)
        case _:
            return _paragraph(draft.items[0], path, desk)


def _paragraph(item: Item, path: str, desk: Desk) -> Data:
    return {"kind": "paragraph", "text": desk.rich(item, f"{path}.text")}


def _resources(draft: Draft, path: str, index: int, desk: Desk) -> list[Data]:
    items = [item for item in draft.items if _is(item, Role.RESOURCE_TEXT)]
    first = [item for item in draft.items if item not in items]
    if not items:
        return [
            _paragraph(item, f"{path}[{index + number}]", desk)
            for number, item in enumerate(first)
        ]
    place = f"{path}[{index}]"
    resources = tuple(
        {"text": desk.rich(item, f"{place}.items[{number}].text")}
        for number, item in enumerate(items)
    )
    intro = desk.rich(first[0], f"{place}.intro") if first else None
    return [{"kind": "resources", "intro": intro, "items": resources}]


def _is(item: Item, role: Role) -> bool:
    return item.meaning is not None and item.meaning.role is role


def _quote(draft: Draft, path: str, desk: Desk) -> Data | None:
    said = [item for item in draft.items if _is(item, Role.QUOTE_TEXT)]
    by = [item for item in draft.items if _is(item, Role.ATTRIBUTION)]
    if not said or len(by) > 1:
        what = "there are no quoted words" if not said else "two lines say who said it"
        hint = "a quotation is its paragraphs and one line of who said it"
        desk.refuse("quote", what, draft.items[-1].place, hint)
        return None
    return {
        "kind": "quote",
        "paragraphs": tuple(
            desk.rich(item, f"{path}.paragraphs[{number}]")
            for number, item in enumerate(said)
        ),
        "attribution": desk.rich(by[0], f"{path}.attribution") if by else None,
    }


def _callout(draft: Draft, path: str, desk: Desk) -> Data | None:
    title = None
    items: Sequence[Item] = draft.items
    if _is(items[0], Role.CALLOUT_TITLE):
        title = desk.rich(items[0], f"{path}.title")
        items = items[1:]
    if not items:
        hint = "put a paragraph of the style Callout Text below it"
        message = "there is nothing under the title of this box"
        desk.refuse("callout", message, draft.items[0].place, hint)
        return None
    blocks: list[Data] = []
    run: list[Item] = []
    for item in (*items, None):
        if item is not None and not _is(item, Role.CALLOUT_TEXT):
            run.append(item)
            continue
        if run:
            listing = Listing(f"{path}.blocks", len(blocks))
            blocks += read_lists(run, listing, desk)
            run = []
        if item is not None:
            blocks.append(_paragraph(item, f"{path}.blocks[{len(blocks)}]", desk))
    return {"kind": "callout", "title": title, "blocks": tuple(blocks)}


def _figure(draft: Draft, path: str, desk: Desk) -> Data | None:
    picture, *rest = draft.items
    base = at(desk.base, picture.slot.origin) if picture.slot else None
    if not _is(picture, Role.FIGURE):
        hint = "put the picture above it, or give it the style Body Text"
        message = f"the caption `{picture.text[:40]}` stands under no picture"
        desk.refuse("caption", message, picture.place, hint)
        return None
    if not isinstance(base, Figure) or not isinstance(picture.block, Paragraph):
        hint = "put the file beside the source, and the figure into it"
        desk.refuse("picture", "this picture is new", picture.place, hint)
        return None
    shown = picture.block.pictures[0]
    words = shown.alt.strip()
    desk.hold_picture(picture, shown, base.image)
    is_decorative = base.decorative and not words
    if words != (base.alt or ""):
        desk.alts.append((picture.where, base.alt or "", words))
    desk.places[path] = picture.place
    return {
        "kind": "figure",
        "image": base.image,
        "alt": None if is_decorative else words or None,
        "decorative": is_decorative or (shown.is_decorative and not words),
        "caption": desk.rich(rest[0], f"{path}.caption") if rest else None,
    }


def _table(draft: Draft, path: str, desk: Desk) -> Data | None:
    found = [item for item in draft.items if isinstance(item.block, Table)]
    if not found:
        item = draft.items[0]
        hint = "put it right above or below its table"
        message = f"`{item.text[:40]}` belongs to no table"
        desk.refuse("caption", message, item.place, hint)
        return None
    data = read_table(found[0], path, desk)
    captions = [item for item in draft.items if _is(item, Role.TABLE_CAPTION)]
    notes = [item for item in draft.items if _is(item, Role.TABLE_NOTE)]
    if data is None:
        return None
    return data | {
        "caption": desk.rich(captions[0], f"{path}.caption") if captions else None,
        "notes": tuple(
            desk.rich(item, f"{path}.notes[{number}]")
            for number, item in enumerate(notes)
        ),
    }
