"""The edited sheet as data: mastheads, key facts, sections, colophon, notes.

Items are taken in the order of the file. What no paragraph shows, such as keywords and
recorded facts, is the base's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.pull.blocks import read_draft
from pipeline.pull.claim import How, Item
from pipeline.pull.dates import read_dateline
from pipeline.pull.desk import Desk
from pipeline.pull.drafts import drafts_of
from pipeline.pull.model import at, section_of
from pipeline.pull.notes import ClaimedNote
from pipeline.tree import Role
from schemas.factsheet import FactSheet
from schemas.richtext import NoteRun

Data = dict[str, object]

_LINES = {
    Role.AGENCY: "issuer.agency",
    Role.BUREAU: "issuer.bureau",
    Role.KIND: "kind",
    Role.NUMBER: "number",
}
_MASTHEAD = (Role.TITLE, *_LINES, Role.DATE, Role.STANDFIRST)
_FACTS = (Role.KEY_FACTS_TITLE, Role.FACT_LABEL, Role.FACT_VALUE)


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
    first = [item for item in items if _role(item) in _MASTHEAD]
    facts = [item for item in items if _role(item) in _FACTS]
    last = [item for item in items if _role(item) is Role.COLOPHON_TEXT]
    apart = {id(item) for item in (*first, *facts, *last)}
    body = [item for item in items if id(item) not in apart and not _is_emblem(item)]
    data |= _masthead(first, [item for item in items if _is_emblem(item)], desk)
    data["key_facts"] = _key_facts(facts, desk)
    data["sections"] = tuple(
        _section(part, f"sections[{index}]", desk)
        for index, part in enumerate(_parts(body, desk))
    )
    return data | _colophon(last, desk)


def _role(item: Item) -> Role | None:
    return item.meaning.role if item.meaning else None


def _is_emblem(item: Item) -> bool:
    return item.slot is not None and item.slot.origin == "issuer.emblem"


def _masthead(items: Sequence[Item], emblem: Sequence[Item], desk: Desk) -> Data:
    lines: Data = dict.fromkeys(("agency", "bureau", "kind", "number", "standfirst"))
    place, issued, title = None, None, None
    seen: dict[Role, Item] = {}
    for item in items:
        role = _role(item)
        if role is None or role in seen:
            _refuse_second(item, desk)
            continue
        seen[role] = item
        match role:
            case Role.TITLE:
                title = desk.line(item, "title")
            case Role.DATE:
                place, issued = _dateline(item, desk)
            case Role.STANDFIRST:
                lines["standfirst"] = desk.rich(item, "standfirst")
            case _:
                path = _LINES[role]
                lines[path.rpartition(".")[2]] = desk.line(item, path)
    if title is None:
        hint = "give the title the style Heading 1"
        desk.refuse("title", "there is no title", "the file", hint)
    issuer = {"agency": lines.pop("agency"), "bureau": lines.pop("bureau")}
    return {
        **lines, "title": title, "place": place, "issued": issued,
        "issuer": _issuer(issuer, emblem, desk),
    }  # fmt: skip


def _refuse_second(item: Item, desk: Desk) -> None:
    style = item.paragraph.style
    message = f"`{item.text[:40]}` is a second line of the style `{style}`"
    hint = "give it another style, or put both into one line"
    if _role(item) is Role.TITLE:
        hint = "a sheet has one title; use Heading 2 for what stands below it"
    desk.refuse("second-line", message, item.place, hint)


def _issuer(given: Data, emblem: Sequence[Item], desk: Desk) -> Data:
    was = desk.base.issuer
    data = {name: getattr(was, name) for name in type(was).model_fields} | given
    if given["agency"] != was.agency:
        data["agency_inferred"] = False
    if was.emblem and not emblem:
        data |= {"emblem": None, "emblem_alt": None}
    elif emblem:
        picture = emblem[0].paragraph.pictures[0]
        words = picture.alt.strip()
        data["emblem_alt"] = words or None
        if words != (was.emblem_alt or ""):
            desk.alts.append(("the emblem", was.emblem_alt or "", words))
    return data


def _dateline(item: Item, desk: Desk) -> tuple[object, object]:
    base = desk.base
    text = desk.line(item, "issued")
    if item.slot and item.slot.printed == text:
        return base.place, base.issued
    found = read_dateline(text, desk.lang)
    is_lost = found is not None and found[1] is None and base.issued is not None
    if found is None or (is_lost and text != base.place):
        message = f"the date `{text}` is not understood"
        hint = "write the whole day as in the rest of the sheet, or as 2016-03-17"
        desk.refuse("date", message, item.place, hint)
        return base.place, base.issued
    return found


def _key_facts(items: Sequence[Item], desk: Desk) -> tuple[Data, ...]:
    found: list[Data] = []
    is_open = False
    for item in items:
        path = f"key_facts[{len(found) - 1 if is_open else len(found)}]"
        match _role(item):
            case Role.KEY_FACTS_TITLE:
                _hold_fixed(item, desk.labels.key_facts, desk)
            case Role.FACT_LABEL:
                if is_open:
                    _refuse_half(item, desk)
                found.append({"label": desk.line(item, f"{path}.label")})
                is_open = True
            case _ if is_open:
                found[-1]["value"] = desk.rich(item, f"{path}.value")
                is_open = False
            case _:
                _refuse_half(item, desk)
    if is_open:
        _refuse_half(items[-1], desk)
    return tuple(found)


def _hold_fixed(item: Item, words: str, desk: Desk) -> None:
    if item.text != " ".join(words.split()):
        message = f"`{item.text}` stands for the fixed words `{words}`"
        hint = "leave them: they come from the language of the sheet"
        desk.refuse("fixed-words", message, item.place, hint)


def _refuse_half(item: Item, desk: Desk) -> None:
    message = f"beside `{item.text[:40]}` a label or a value is missing"
    hint = "a key fact is a label and one paragraph of value"
    desk.refuse("key-fact", message, item.place, hint)


def _parts(items: Sequence[Item], desk: Desk) -> list[_Part]:
    parts: list[_Part] = []
    before: str | None = None
    for item in items:
        role = _role(item)
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


def _colophon(items: Sequence[Item], desk: Desk) -> Data:
    base = desk.base
    data: Data = dict.fromkeys(("designation", "disclaimer", "supersedes"))
    data["edition"] = 1
    for item in items:
        name = _colophon_field(item, desk)
        if name is None or data[name] not in (None, 1):
            message = f"`{item.text[:40]}` is a new line at the end of the sheet"
            hint = "put it into the text, or add it to the source"
            desk.refuse("colophon", message, item.place, hint)
        elif name in ("designation", "disclaimer"):
            data[name] = desk.rich(item, name)
        else:
            data[name] = _labelled(item, name, desk)
    if base.edition > 1 and data["edition"] == 1:
        message = f"the line `{desk.labels.edition.format(base.edition)}` is gone"
        hint = "leave it: `edition` in the source says it"
        desk.refuse("edition", message, "the end of the sheet", hint)
    return data


def _colophon_field(item: Item, desk: Desk) -> str | None:
    if item.slot and item.slot.meaning.role is Role.COLOPHON_TEXT:
        return item.slot.origin
    for name in ("edition", "supersedes"):
        if _unlabelled(item.text, getattr(desk.labels, name)) is not None:
            return name
    return None


def _labelled(item: Item, name: str, desk: Desk) -> object:
    text = desk.line(item, name)
    if item.slot and item.slot.printed == text:
        return getattr(desk.base, name)
    value = _unlabelled(text, getattr(desk.labels, name))
    if value is None or (name == "edition" and not value.isdecimal()):
        label = getattr(desk.labels, name).format("…")
        message, hint = f"`{text}` has to read `{label}`", "leave the fixed words"
        desk.refuse("fixed-words", message, item.place, hint)
        return getattr(desk.base, name)
    return value


def _unlabelled(text: str, label: str) -> str | None:
    before, _, behind = label.partition("{}")
    if not (text.startswith(before) and text.endswith(behind)):
        return None
    return text[len(before) : len(text) - len(behind)].strip() or None


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
