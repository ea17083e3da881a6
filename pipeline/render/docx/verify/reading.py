"""The body of a Word file as passages: what each paragraph says, and by which style."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from pipeline.inspect.docx.names import (
    CELL,
    DOCUMENT_PROPERTIES,
    DRAWING_NAME,
    IS_DECORATIVE,
    PARAGRAPH,
    RELATION,
    RELATIONSHIPS,
    ROW,
    RUN,
    TABLE,
    TEXT,
    VAL,
    w,
)
from pipeline.inspect.docx.package import Target

NOTE_CALL = "FootnoteReference"
_TEXTS = {w("softHyphen"): "\u00ad", w("noBreakHyphen"): "\u2011", w("br"): "\n"}
_CODE, _CALL = w("instrText"), w("footnoteReference")
_EMBEDDED, _BLIP = f"{{{RELATIONSHIPS}}}embed", f"{DRAWING_NAME}blip"
_LINK, _ANCHOR, _NAME, _ID = w("hyperlink"), w("anchor"), w("name"), w("id")
_BOOKMARK, _DRAWING = w("bookmarkStart"), w("drawing")
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = w("pPr"), w("rPr")
_PARAGRAPH_STYLE, _RUN_STYLE, _LANG = w("pStyle"), w("rStyle"), w("lang")
_NUMBERING = w("numPr")
# Languages of Latin, East Asian and right-to-left scripts: ours states one of them.
_LANGS = (VAL, w("eastAsia"), w("bidi"))


class Segment(NamedTuple):
    """Words with what holds for them; `target` is an address or `#` and a bookmark."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str | None = None
    lang: str | None = None
    note: int | None = None

    def saying(self, text: str) -> "Segment":
        """Return other words with the same marks."""
        return Segment(text, *self[1:5])


class Drawing(NamedTuple):
    """A picture: its relationship and its words; None where it is decorative."""

    relation: str
    alt: str | None


class Place(NamedTuple):
    """A table cell: table, row and column, from 0."""

    table: int
    row: int
    column: int


class Passage(NamedTuple):
    """A paragraph as read."""

    style: str
    segments: tuple[Segment, ...]
    numbering: tuple[str, int] | None
    drawings: tuple[Drawing, ...]
    place: Place | None
    bookmarks: tuple[str, ...]


def read_body(body: etree._Element, targets: Mapping[str, Target]) -> Iterator[Passage]:
    """Yield the passages of the body in reading order, those of tables row by row."""
    table = 0
    for block in body:
        if block.tag == PARAGRAPH:
            yield read_paragraph(block, targets)
        elif block.tag == TABLE:
            for row, cells in enumerate(block.iterchildren(ROW)):
                for column, cell in enumerate(cells.iterchildren(CELL)):
                    place = Place(table, row, column)
                    for paragraph in cell.iterchildren(PARAGRAPH):
                        yield read_paragraph(paragraph, targets, place)
            table += 1


def read_paragraph(
    paragraph: etree._Element,
    targets: Mapping[str, Target],
    place: Place | None = None,
) -> Passage:
    """Return a paragraph's style, words, list, pictures and bookmarks."""
    properties = _given(paragraph, _PARAGRAPH_PROPERTIES)
    named = properties.get(_PARAGRAPH_STYLE)
    marks = list(paragraph.iter(_BOOKMARK, _DRAWING))
    return Passage(
        "" if named is None else named.get(VAL, ""),
        join_segments(_segments(paragraph, targets)),
        numbering_of(properties.get(_NUMBERING)),
        tuple([_drawing(each) for each in marks if each.tag == _DRAWING]),
        place,
        tuple([each.get(_NAME, "") for each in marks if each.tag == _BOOKMARK]),
    )


def _given(element: etree._Element, name: str) -> dict[str, etree._Element]:
    """Return the properties of a paragraph or run by name: they stand first in it."""
    first = next(iter(element), None)
    if first is None or first.tag != name:
        return {}
    return {each.tag: each for each in first}


def numbering_of(numbering: etree._Element | None) -> tuple[str, int] | None:
    """Return the `w:numId` and level that a `w:numPr` names."""
    if numbering is None:
        return None
    said = {each.tag: each.get(VAL, "") for each in numbering}
    return said.get(w("numId"), ""), int(said.get(w("ilvl"), "0"))


def _segments(
    paragraph: etree._Element, targets: Mapping[str, Target]
) -> Iterator[Segment]:
    for child in paragraph:
        if child.tag == RUN:
            yield from _run(child, None)
        elif child.tag == _LINK:
            target = _target(child, targets)
            for run in child.iterchildren(RUN):
                yield from _run(run, target)


def _target(link: etree._Element, targets: Mapping[str, Target]) -> str:
    anchor = link.get(_ANCHOR)
    if anchor is not None:
        return f"#{anchor}"
    found = targets.get(link.get(RELATION, ""))
    return found.name if found and found.is_external else ""


def _run(run: etree._Element, target: str | None) -> Iterator[Segment]:
    properties = _given(run, _RUN_PROPERTIES)
    named = properties.get(_RUN_STYLE)
    style = "" if named is None else named.get(VAL, "")
    # An address without its link's look is a defect that the tree does not show.
    if target is not None and not style.startswith("Hyperlink"):
        target = ""
    lang = _lang(properties.get(_LANG))
    for text, note in _run_texts(run):
        if note is not None:
            yield Segment("", note=note)
        elif style != NOTE_CALL:  # else the number that a field shows
            yield Segment(text, "Strong" in style, "Emphasis" in style, target, lang)


def _run_texts(run: etree._Element) -> Iterator[tuple[str, int | None]]:
    for child in run:
        name = child.tag
        if name == TEXT:
            yield child.text or "", None
        elif name in _TEXTS:
            yield _TEXTS[name], None
        elif name == _CALL:
            yield "", int(child.get(_ID, "0"))
        elif name == _CODE:
            # A later call of a note is a field on the first one's bookmark.
            words = (child.text or "").split()
            if words[:1] == ["NOTEREF"]:
                yield "", int(words[1].removeprefix("_Note"))


def _lang(lang: etree._Element | None) -> str | None:
    if lang is None:
        return None
    return next(filter(None, map(lang.get, _LANGS)), None)


def join_segments(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return `segments` with neighbours that say the same in the same way as one."""
    joined: list[Segment] = []
    for each in segments:
        before = joined[-1] if joined else None
        if before and before.note is None and each[1:] == before[1:]:
            joined[-1] = before.saying(before.text + each.text)
        elif each.text or each.note is not None:
            joined.append(each)
    return tuple(joined)


def _drawing(drawing: etree._Element) -> Drawing:
    properties = next(drawing.iter(DOCUMENT_PROPERTIES), None)
    blip = next(drawing.iter(_BLIP), None)
    relation = "" if blip is None else blip.get(_EMBEDDED, "")
    alt = None if properties is None else properties.get("descr")
    marked = next(drawing.iter(IS_DECORATIVE), None)
    is_decorative = marked is not None and marked.get("val") == "1"
    return Drawing(relation, None if is_decorative and alt is None else alt or "")
