"""Terms with details, and contacts, back into typed facts.

Fixed words are taken off and dates read in the language of the sheet; what stayed as it
was keeps the date or address that stands behind it.
"""

from pipeline.pull.dates import read_day, read_event_date, read_since
from pipeline.pull.desk import Desk
from pipeline.pull.drafts import Draft
from pipeline.pull.items import Item
from pipeline.pull.model import at
from pipeline.tree import Role
from pipeline.word import Words
from schemas.blocks import Event, Membership, Memberships, Officials

Data = dict[str, object]


def read_terms(draft: Draft, path: str, desk: Desk) -> Data | None:
    """Return a timeline, memberships or officials, as the base has it."""
    base = at(desk.base, draft.origin) if draft.origin else None
    pairs, days = _pairs(draft, desk)
    if isinstance(base, Memberships):
        found = [
            _membership(term, detail, f"{path}.memberships[{index}]", desk)
            for index, (term, detail) in enumerate(pairs)
        ]
        return {"kind": "memberships", "memberships": tuple(found)}
    if isinstance(base, Officials) or days:
        return _officials(pairs, days, path, desk)
    events = (
        _event(term, detail, f"{path}.events[{index}]", desk)
        for index, (term, detail) in enumerate(pairs)
    )
    return {"kind": "timeline", "events": tuple(filter(None, events))}


Pair = tuple[Item, Item | None]


def _pairs(draft: Draft, desk: Desk) -> tuple[list[Pair], list[Item]]:
    pairs: list[Pair] = []
    days: list[Item] = []
    for item in draft.items:
        role = item.role
        if role is Role.TERM:
            pairs.append((item, None))
        elif role is Role.DETAIL and pairs and pairs[-1][1] is None:
            pairs[-1] = (pairs[-1][0], item)
        elif role is Role.DETAIL:
            message = f"`{item.text[:40]}` stands under no term"
            hint = "put a line of the style Term above it"
            desk.refuse("term", message, item.place, hint)
        else:
            days.append(item)
    return pairs, days


def _line(item: Item, path: str, desk: Desk) -> tuple[str, bool]:
    """Return the words of an item and whether they are as they were."""
    text = desk.line(item, path)
    return text, item.slot is not None and item.slot.printed == text


def _owner(item: Item, desk: Desk) -> object | None:
    """Return the event, membership or contact of the base that an item was part of."""
    origin = item.slot.origin if item.slot else ""
    return at(desk.base, origin.rpartition(".")[0])


def _event(term: Item, detail: Item | None, path: str, desk: Desk) -> Data | None:
    if detail is None:
        message = f"nothing is said of `{term.text[:40]}`"
        hint = "put a line of the style Detail below it"
        desk.refuse("event", message, term.place, hint)
        return None
    text, is_kept = _line(term, f"{path}.label", desk)
    was = _owner(term, desk)
    data: Data = {"text": desk.rich(detail, f"{path}.text")}
    if isinstance(was, Event) and (is_kept or was.label):
        if not is_kept:
            message = f"the date behind `{text}` is still {was.date}"
            desk.note("event-date", message, term.place)
        label = was.label if is_kept else text
        return data | {"date": was.date, "label": label}
    found = read_event_date(text, desk.lang)
    if found is None:
        message = f"`{text}` is no date"
        hint = "write a year, a month and a year, or a day as elsewhere in the sheet"
        desk.refuse("event-date", message, term.place, hint)
    return data | {"date": found, "label": None}


def _membership(term: Item, detail: Item | None, path: str, desk: Desk) -> Data:
    name, _ = _line(term, f"{path}.organization", desk)
    was = _owner(term, desk)
    since, member = None, True
    if isinstance(was, Membership):
        since, member = was.since, was.member
    had_detail = isinstance(was, Membership) and (not member or since is not None)
    if detail is None:
        if had_detail:
            since, member = None, True
    else:
        state, is_kept = _line(detail, f"{path}.since", desk)
        if not (is_kept and _owner(detail, desk) is was):
            since, member = _state(state, detail, desk)
    return {"organization": name, "since": since, "member": member}


def _state(text: str, item: Item, desk: Desk) -> tuple[str | None, bool]:
    if text == desk.labels.not_a_member:
        return None, False
    found = read_since(text, desk.lang)
    if found is None:
        since, never = desk.labels.since.format("2009"), desk.labels.not_a_member
        message = f"`{text}` says of a membership what sheets cannot hold"
        hint = f"write `{since}` or `{never}`"
        desk.refuse("membership", message, item.place, hint)
    return found, True


def _officials(
    pairs: list[Pair], days: list[Item], path: str, desk: Desk
) -> Data | None:
    found: list[Data] = []
    for term, detail in pairs:
        if detail is None:
            message = f"`{term.text[:40]}` has no office"
            hint = "put a line of the style Detail below it"
            desk.refuse("official", message, term.place, hint)
            continue
        place = f"{path}.officials[{len(found)}]"
        name, _ = _line(term, f"{place}.name", desk)
        office, _ = _line(detail, f"{place}.office", desk)
        found.append({"name": name, "office": office})
    if len(days) != 1 or not pairs:
        place = (days or [item for pair in pairs for item in pair if item])[0].place
        example = desk.labels.as_of.format("…")
        message = f"of officials one line says on which day (`{example}`)"
        desk.refuse("official", message, place, "put it back, once")
        return None
    day = _day(days[0], f"{path}.as_of", desk)
    return {"kind": "officials", "as_of": day, "officials": tuple(found)}


def _day(item: Item, path: str, desk: Desk) -> object:
    text, is_kept = _line(item, path, desk)
    if is_kept and item.slot:
        return at(desk.base, item.slot.origin)
    before, _, behind = desk.labels.as_of.partition("{}")
    is_framed = text.startswith(before) and text.endswith(behind)
    inner = text[len(before) : len(text) - len(behind)] if is_framed else ""
    found = read_day(inner, desk.lang)
    if found is None:
        message = f"`{text}` names no day"
        hint = f"write `{desk.labels.as_of.format('…')}` with a whole date"
        desk.refuse("date", message, item.place, hint)
    return found


def read_contacts(draft: Draft, path: str, desk: Desk) -> Data | None:
    """Return missions: a name, then address, telephone, e-mail and web."""
    found: list[Data] = []
    for item in draft.items:
        if item.meaning and item.meaning.role is Role.CONTACT_NAME:
            place = f"{path}.missions[{len(found)}]"
            name, _ = _line(item, f"{place}.name", desk)
            found.append({"name": name, "address": ()})
        elif not found:
            message = f"`{item.text[:40]}` stands under no contact"
            hint = "put a line of the style Contact Name above it"
            desk.refuse("contact", message, item.place, hint)
        else:
            _add_line(found[-1], item, f"{path}.missions[{len(found) - 1}]", desk)
    desk.places[path] = draft.items[0].place
    return {"kind": "missions", "missions": tuple(found)} if found else None


def _add_line(mission: Data, item: Item, path: str, desk: Desk) -> None:
    key = _contact_key(item, desk)
    if key == "address":
        if mission.keys() & {"phone", "email", "web"}:
            message = f"`{item.text[:40]}` stands below telephone, e-mail or web"
            hint = "addresses stand above them"
            desk.refuse("contact", message, item.place, hint)
        lines = mission["address"]
        assert isinstance(lines, tuple)
        line = desk.line(item, f"{path}.address[{len(lines)}]")
        mission["address"] = (*lines, line)
    elif key in mission:
        message = f"`{item.text[:40]}` is a second line of its kind"
        desk.refuse("contact", message, item.place, "keep one for each contact")
    else:
        desk.places[f"{path}.{key}"] = item.place
        mission[key] = _reached(key, item, desk)


def _contact_key(item: Item, desk: Desk) -> str:
    """Return which field of a contact a line is: as it was, or by its form."""
    if item.slot and item.slot.meaning.role is Role.CONTACT_LINE:
        return item.slot.origin.rpartition(".")[2].partition("[")[0]
    target = _target(item)
    label = desk.labels.telephone.partition("{}")[0].strip()
    if target.startswith("mailto:") or ("@" in item.text and " " not in item.text):
        return "email"
    if target.startswith(("http:", "https:")):
        return "web"
    is_phone = target.startswith("tel:") or item.text.startswith(label)
    return "phone" if is_phone else "address"


def _target(item: Item) -> str:
    words = (each for each in item.paragraph.inlines if isinstance(each, Words))
    return next((each.marks.target for each in words if each.marks.target), "")


def _reached(key: str, item: Item, desk: Desk) -> object:
    was = _owner(item, desk) if item.slot else None
    text = desk.plain(item.paragraph, item.place, links=True)
    target = _target(item)
    before = getattr(was, key, None)
    is_kept = item.slot is not None and item.slot.printed == text
    if not is_kept or (key == "web" and before and _differs(target, str(before))):
        desk.note_field(item, text)
    match key:
        case "phone":
            if is_kept:
                return before
            head, _, tail = desk.labels.telephone.partition("{}")
            bare = text.removeprefix(head.strip()).removesuffix(tail.strip())
            return bare.strip()
        case "email":
            return before if is_kept else text
        case _:
            return _web(text, target, before, is_kept=is_kept)


def _web(text: str, target: str, before: object, *, is_kept: bool) -> object:
    if is_kept and not (before and _differs(target, str(before))):
        return before
    if target and not (before and not is_kept and not _differs(target, str(before))):
        return target
    scheme = str(before).partition("://")[0] if before else "https"
    return text if "://" in text else f"{scheme}://{text}"


def _differs(target: str, before: str) -> bool:
    return bool(target) and target.rstrip("/") != before.rstrip("/")
