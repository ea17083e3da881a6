"""Attachments: embedded files with their names, kinds and relations."""

import re
from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.streams import content
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    has,
    is_array,
    is_keyed,
    items,
    name,
    own,
    text,
)

MEDIA_TYPE = re.compile(r"[-\w+.]+/[-\w+.]+")
# A dictionary that stands in so many others is an attack.
DEEPEST = 50


def _embedded(file: File) -> Iterator[Value]:
    for value, written in file.written:
        if b"/EF" in written:
            yield from _inside(value)


def _listed(file: File) -> Iterator[Value]:
    """Yield the specifications in the name tree EmbeddedFiles; ISO 32000-1, 7.9.6."""
    waiting = [entry(file.catalog, "/Names", "/EmbeddedFiles")]
    met: set[int | None] = {None}
    while waiting:
        node = waiting.pop()
        yield from elements(entry(node, "/Names"))[1::2]
        kids = [each for each in elements(entry(node, "/Kids")) if own(each) not in met]
        met.update(map(own, kids))
        waiting += kids


def _inside(value: Value, depth: int = 0) -> Iterator[Value]:
    """Yield the specifications of embedded files among an object's direct parts."""
    if is_keyed(entry(value, "/EF")):
        yield value
    parts = elements(value) if is_array(value) else [each for _, each in items(value)]
    for part in parts:
        if (is_array(part) or is_keyed(part)) and own(part) is None and depth < DEEPEST:
            yield from _inside(part, depth + 1)


@rule("UA1:7.11-1")
def attachments_have_names(file: File) -> Iterator[Break]:
    """The specification of an embedded file has F and UF, neither empty."""
    for value in _embedded(file):
        if not text(entry(value, "/F")) or not text(entry(value, "/UF")):
            yield Break("an embedded file has no name (F and UF)", number=own(value))


@rule("A2:6.8-2")
def attachments_have_name_keys(file: File) -> Iterator[Break]:
    """The specification of an embedded file has F and UF."""
    for value in _embedded(file):
        if not has(value, "/F") or not has(value, "/UF"):
            yield Break("an embedded file has no name (F and UF)", number=own(value))


@rule("A2:6.8-5")
def attachments_are_archival(file: File) -> Iterator[Break]:
    """An embedded file is itself PDF/A-1 or PDF/A-2."""
    for value in _embedded(file):
        data = content(entry(value, "/EF", "/F") or entry(value, "/EF", "/UF"))
        claims = re.search(rb"part\W+(\w)", data[data.find(b"aiim.org/pdfa/ns/id") :])
        if not data.startswith(b"%PDF-") or not claims or claims[1] not in b"12":
            yield Break("an embedded file is no PDF/A-1 or PDF/A-2", number=own(value))


@rule("UA2:8.14.1-1")
def attachments_are_described(file: File) -> Iterator[Break]:
    """A file in the document's list of attachments has a description (Desc)."""
    for value in _listed(file):
        if not has(value, "/Desc"):
            yield Break("an embedded file is not described (Desc)", number=own(value))


@rule("A3:6.8-1")
def attachments_have_types(file: File) -> Iterator[Break]:
    """An embedded file states its media type (Subtype)."""
    for value in _embedded(file):
        data = entry(value, "/EF", "/F") or entry(value, "/EF", "/UF")
        stated = name(entry(data, "/Subtype")) or ""
        if not MEDIA_TYPE.fullmatch(stated):
            yield Break(f"an embedded file has the type `{stated}`", number=own(data))


@rule("A3:6.8-3")
def attachments_have_relations(file: File) -> Iterator[Break]:
    """The specification of an embedded file has AFRelationship."""
    for value in _embedded(file):
        if name(entry(value, "/AFRelationship")) is None:
            message = "an embedded file does not say what it is to the document"
            yield Break(message, number=own(value))


@rule("A3:6.8-4")
def attachments_are_associated(file: File) -> Iterator[Break]:
    """An embedded file is associated (AF) with the document or a part of it."""
    associated = {
        own(each)
        for value, written in file.written
        if b"/AF" in written
        for each in elements(entry(value, "/AF"))
    }
    for value in _embedded(file):
        if own(value) not in associated:
            yield Break("an embedded file belongs to nothing (AF)", number=own(value))
