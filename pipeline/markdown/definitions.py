"""Containers read line by line: a term, then `: details` below it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.diagnostics import Severity
from pipeline.markdown.attributes import attributes_at_end, unknown_attributes
from pipeline.markdown.nodes import Node
from pipeline.markdown.reading import Data, Finding, Reading
from pipeline.markdown.runs import read_runs

# Before the first sign of a line: it is words, as in `\phone: …` or `\: …`.
_AS_WORDS = "\\"
_CONTACT = re.compile(r"(?i)(phone|email|web):\s*(.*)")
# What is meant for a contact; any other line is one of the address, `fax: …` too.
_NEARLY = re.compile(r"(?i)(tel\.?|telephone|mobile|e-mail|mail|website|site|url|www):")


@dataclass(slots=True)
class Entry:
    """A term and its details, each with its 0-based line."""

    term: str
    line: int
    details: list[tuple[str, int]]


def read_definitions(
    node: Node, kind: str, origin: str, reading: Reading
) -> Data | None:
    """Return the data of a timeline, memberships, officials or missions container."""
    key, read_entry = _KINDS[kind]
    entries = _entries(node, kind, reading)
    if not entries:
        if all(not line.strip() for line in _inside(node, reading)):
            message = f"`::: {kind}` holds nothing"
            reading.refuse(node.line, "empty", message, _FORMS[kind])
        return None
    items = []
    for index, entry in enumerate(entries):
        place = f"{origin}.{key}[{index}]"
        reading.note_place(place, entry.line)
        items.append(read_entry(entry, place, reading))
    return {"kind": kind, key: tuple(items)}


def _inside(node: Node, reading: Reading) -> list[str]:
    first, end = node.token.map or [node.line, node.line]
    return reading.lines[first + 1 : end]


def _entries(node: Node, kind: str, reading: Reading) -> list[Entry]:
    entries: list[Entry] = []
    is_open = False
    for line, text in enumerate(_inside(node, reading), start=node.line + 1):
        words = text.strip()
        if not words:
            is_open = False
        elif words.startswith(": ") and entries:
            entries[-1].details.append((words[1:].strip(), line))
            is_open = True
        elif is_open and text.startswith((" ", "\t")):
            detail, start = entries[-1].details[-1]
            entries[-1].details[-1] = (f"{detail}\n{words}", start)
        elif words.startswith(":"):
            message = "a `:` line needs a line above it, and a blank after the `:`"
            reading.refuse(line, "definition", message, _FORMS[kind])
        else:
            entries.append(Entry(words, line, []))
            is_open = False
    for entry in entries:
        if not entry.details and kind != "missions":
            message = f"no `: ` line follows `{entry.term[:60]}`"
            reading.refuse(entry.line, "definition", message, _FORMS[kind])
    return [entry for entry in entries if entry.details or kind == "missions"]


_FORMS = {
    "timeline": "write a date such as 2012-09, and below it `: what happened`",
    "memberships": "write an organization, and below it `: 2009` (since when), `: yes` "
    "(date not known) or `: no`",
    "officials": "write a name, and below it `: the office`",
    "missions": "write a name, and below it `: ` lines of its address, and "
    "`: phone: …`, `: email: …`, `: web: …`",
}


def _words(text: str) -> str:
    """Return a plain text less the sign that says that it is one."""
    return text.removeprefix(_AS_WORDS)


def _only_detail(entry: Entry, kind: str, reading: Reading) -> tuple[str, int]:
    for _, line in entry.details[1:]:
        _refuse_another(entry, line, kind, reading)
    return entry.details[0]


def _refuse_another(entry: Entry, line: int, kind: str, reading: Reading) -> None:
    message = f"`{entry.term[:60]}` has more than one `: ` line"
    reading.refuse(line, "definition", message, _FORMS[kind])


def _event(entry: Entry, origin: str, reading: Reading) -> Data:
    text, line = _only_detail(entry, "timeline", reading)
    label, attributes, offset = attributes_at_end(entry.term)
    for finding in unknown_attributes(attributes, ("date",), offset):
        reading.report(finding, entry.term, entry.line)
    event: Data = {"date": attributes.get("date") or label}
    if "date" in attributes:
        event["label"] = _words(label)
    reading.note_place(f"{origin}.text", line)
    event["text"] = read_runs(text, line, reading)
    return event


def _membership(entry: Entry, origin: str, reading: Reading) -> Data:
    membership: Data = {"organization": _words(entry.term)}
    for detail, line in entry.details:
        key = "member" if detail.lower() in ("yes", "no") else "since"
        if key in membership:
            _refuse_another(entry, line, "memberships", reading)
        elif key == "since":
            reading.note_place(f"{origin}.since", line)
        membership.setdefault(key, detail)
    return membership


def _official(entry: Entry, origin: str, reading: Reading) -> Data:
    office, line = _only_detail(entry, "officials", reading)
    reading.note_place(f"{origin}.office", line)
    return {"name": _words(entry.term), "office": _words(office)}


def _mission(entry: Entry, origin: str, reading: Reading) -> Data:
    mission: Data = {"name": _words(entry.term)}
    address: list[str] = []
    for detail, line in entry.details:
        match = _CONTACT.fullmatch(detail)
        key = match[1].lower() if match else ""
        if match is None:
            _warn_of_contact(detail, line, reading)
            reading.note_place(f"{origin}.address[{len(address)}]", line)
            address.append(_words(detail))
        elif not match[2]:
            message = f"`{key}:` has nothing behind it"
            hint = "write it on the same line, or remove the line"
            reading.refuse(line, "definition", message, hint)
        elif key in mission:
            message = f"`{key}` is given twice for `{entry.term[:60]}`"
            reading.refuse(line, "definition", message, "keep one of them")
        else:
            reading.note_place(f"{origin}.{key}", line)
            mission[key] = match[2]
    if address:
        mission["address"] = tuple(address)
    return mission


def _warn_of_contact(detail: str, line: int, reading: Reading) -> None:
    match = _NEARLY.match(detail)
    if match:
        message = f"`{match[0]}` is printed as a line of the address"
        hint = "contacts are `phone:`, `email:` and `web:`"
        found = Finding(0, "contact", message, hint, Severity.WARNING)
        reading.report(found, detail, line)


_KINDS: dict[str, tuple[str, Callable[[Entry, str, Reading], Data]]] = {
    "timeline": ("events", _event),
    "memberships": ("memberships", _membership),
    "officials": ("officials", _official),
    "missions": ("missions", _mission),
}
