"""The edited sheet as data: mastheads, key facts, sections, colophon, notes.

Items are taken in the order of the file. What no paragraph shows, such as keywords and
recorded facts, is the base's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.pull.blocks import read_draft
from pipeline.pull.desk import Desk
from pipeline.pull.drafts import drafts_of
from pipeline.pull.items import How, Item
from pipeline.pull.masthead import (
    KEY_FACTS,
    MASTHEAD,
    read_colophon,
    read_key_facts,
    read_masthead,
)
from pipeline.pull.model import at, section_of
from pipeline.pull.notes import ClaimedNote
from pipeline.tree import Role
from schemas.factsheet import FactSheet
from schemas.richtext import NoteRun

Data = dict[str, object]


@dataclass(slots=True)
class _Part:
    """A section while it is read."""

    heading: Item | None
    origin: str | None
    """The section of the base that it was."""
    items: list[Item] = field(default_factory=list)
    parts: "list[_Part]" = field(default_factory=list)


def rebuilt(items: Sequence[Item], desk: Desk) -> Data:
    """Return the fields of the edited sheet, its notes excepted."""
    base = desk.base
    data: Data = {name: getattr(base, name) for name in FactSheet.model_fields}
    first = [item for item in items if item.role in MASTHEAD]
    facts = [item for item in items if item.role in KEY_FACTS]
    last = [item for item in items if item.role is Role.COLOPHON_TEXT]
    apart = {id(item) for item in (*first, *facts, *last)}
    body = [item for item in items if id(item) not in apart and not _is_emblem(item)]
    data |= read_masthead(first, [item for item in items if _is_emblem(item)], desk)
    data["key_facts"] = read_key_facts(facts, desk)
    data["sections"] = tuple(
        _section(part, f"sections[{index}]", desk)
        for index, part in enumerate(_parts(body, desk))
    )
    return data | read_colophon(last, desk)


def _is_emblem(item: Item) -> bool:
    return item.slot is not None and item.slot.origin == "issuer.emblem"


def _parts(items: Sequence[Item], desk: Desk) -> list[_Part]:
    parts: list[_Part] = []
    before: str | None = None
    for item in items:
        role = item.role
        if role is Role.HEADING:
            parts.append(_Part(item, _headed(item)))
        elif role is Role.SUBHEADING:
            if not parts or parts[-1].heading is None:
                message = f"the heading `{item.text[:40]}` stands under no Heading 2"
                hint = "give it the style Heading 2, or put a heading above it"
                desk.refuse("heading-level", message, item.place, hint)
                continue
            parts[-1].parts.append(_Part(item, _headed(item)))
        else:
            if not parts or _opens(item, parts[-1], before, desk.base):
                parts.append(_Part(None, _home(item)))
            innermost = parts[-1].parts[-1] if parts[-1].parts else parts[-1]
            innermost.items.append(item)
        before = _home(item) or before
    return parts


def _home(item: Item) -> str | None:
    """Return the section of the base in which an item stood and stands."""
    return section_of(item.slot.origin) if item.is_home and item.slot else None


def _headed(item: Item) -> str | None:
    """Return the section of the base that a heading was the heading of."""
    is_heading = item.slot is not None and item.slot.origin.endswith(".heading")
    if not is_heading or item.slot is None or item.how is How.SPLIT:
        return None
    return section_of(item.slot.origin)


def _opens(item: Item, part: _Part, before: str | None, base: FactSheet) -> bool:
    """Return whether `item` begins a section that no heading announces."""
    origin = _home(item)
    if origin is None:
        is_first = item.style == "section opening"
        return is_first and not (part.heading is None and len(part.items) == 1)
    return origin != before and at(base, f"{origin}.heading") is None


def _section(part: _Part, path: str, desk: Desk) -> Data:
    name = at(desk.base, f"{part.origin}.name") if part.origin else None
    data: Data = {"name": name}
    if part.heading:
        desk.places[path] = f"{part.heading.place} (`{part.heading.text[:40]}`)"
        data["heading"] = desk.rich(part.heading, f"{path}.heading")
    blocks: list[object] = []
    for draft in drafts_of(part.items, desk):
        blocks += read_draft(draft, f"{path}.blocks", len(blocks), desk)
    data["blocks"] = tuple(blocks)
    data["sections"] = tuple(
        _section(inner, f"{path}.sections[{index}]", desk)
        for index, inner in enumerate(part.parts)
    )
    return data


def with_notes(data: Data, notes: Sequence[ClaimedNote], desk: Desk) -> Data:
    """Return `data` with the notes that its texts call, in the base's order."""
    texts: dict[str, object] = {}
    for each in notes:
        said = [part for part in each.note.paragraphs if part.inlines]
        if len(said) != 1:
            message = f"the note has {len(said)} paragraphs"
            hint = "make them one: a note holds one paragraph"
            desk.refuse("note", message, each.item.where, hint)
        else:
            texts[each.name] = desk.rich(each.item, f"notes.{each.name}")
    called = _called(data)
    order = [each.name for each in desk.base.notes]
    names = [name for name in order if name in texts]
    names += [name for name in texts if name not in order]
    kept = [{"name": name, "text": texts[name]} for name in names if name in called]
    return data | {"notes": tuple(kept)}


def _called(data: Mapping[str, object]) -> set[str]:
    found: set[str] = set()
    stack: list[object] = list(data.values())
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack += value.values()
        elif isinstance(value, tuple):
            stack += value
        elif isinstance(value, NoteRun):
            found.add(value.note)
        elif hasattr(value, "runs"):
            stack += value.runs
    return found
