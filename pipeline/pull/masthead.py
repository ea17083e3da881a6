"""Lines that a sheet has once: masthead, key facts, and the lines at its end."""

from collections.abc import Sequence

from pipeline.pull.dates import read_dateline
from pipeline.pull.desk import Desk
from pipeline.pull.items import Item
from pipeline.tree import Role

Data = dict[str, object]

_LINES = {
    Role.AGENCY: "issuer.agency",
    Role.BUREAU: "issuer.bureau",
    Role.KIND: "kind",
    Role.NUMBER: "number",
}
MASTHEAD = (Role.TITLE, *_LINES, Role.DATE, Role.STANDFIRST)
KEY_FACTS = (Role.KEY_FACTS_TITLE, Role.FACT_LABEL, Role.FACT_VALUE)


def read_masthead(items: Sequence[Item], emblem: Sequence[Item], desk: Desk) -> Data:
    """Return title, issuer, kind, number, place, date and standfirst."""
    lines: Data = dict.fromkeys(("agency", "bureau", "kind", "number", "standfirst"))
    place, issued, title = None, None, None
    seen: dict[Role, Item] = {}
    for item in items:
        role = item.role
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
    if item.role is Role.TITLE:
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
        desk.hold_picture(emblem[0], picture, was.emblem or "")
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


def read_key_facts(items: Sequence[Item], desk: Desk) -> tuple[Data, ...]:
    """Return labels with their values; refuse either without the other."""
    found: list[Data] = []
    is_open = False
    for item in items:
        path = f"key_facts[{len(found) - 1 if is_open else len(found)}]"
        match item.role:
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
    has_title = any(item.role is Role.KEY_FACTS_TITLE for item in items)
    if found and desk.base.key_facts and not has_title:
        message = f"the fixed words `{desk.labels.key_facts}` above it are gone"
        hint = "leave them: they come from the language of the sheet"
        desk.refuse("fixed-words", message, items[0].place, hint)
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


def read_colophon(items: Sequence[Item], desk: Desk) -> Data:
    """Return designation, disclaimer, edition and what the sheet supersedes."""
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
