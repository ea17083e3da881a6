"""The body of a Word file as passages: what each paragraph says, and by which style."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from pipeline.inspect.docx.package import Target
from pipeline.render.docx.markup import (
    DECORATIVE,
    DRAWING,
    PLACING,
    RELATIONSHIPS,
    WORD,
    WORD_2010,
)


@cache
def w(name: str) -> str:
    """Return a WordprocessingML name as lxml writes it."""
    return f"{{{WORD}}}{name}"


VAL = w("val")
PARAGRAPH, RUN, TABLE, ROW, CELL = w("p"), w("r"), w("tbl"), w("tr"), w("tc")
PARAGRAPH_ID = f"{{{WORD_2010}}}paraId"
DOCUMENT_PROPERTIES = f"{{{PLACING}}}docPr"
RELATION = f"{{{RELATIONSHIPS}}}id"
EMBEDDED = f"{{{RELATIONSHIPS}}}embed"
_BLIP = f"{{{DRAWING}}}blip"
NOTE_CALL = "FootnoteReference"
_IS_DECORATIVE = f"{{{DECORATIVE}}}decorative"
_TEXTS = {w("softHyphen"): "\u00ad", w("noBreakHyphen"): "\u2011", w("br"): "\n"}


@dataclass(frozen=True, slots=True)
class Segment:
    """Words with what holds for them; `target` is an address or `#` and a bookmark."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str | None = None
    lang: str | None = None
    note: int | None = None

    def saying(self, text: str) -> "Segment":
        """Return other words with the same marks."""
        return Segment(text, self.strong, self.emphasis, self.target, self.lang)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: its relationship and its words; None where it is decorative."""

    relation: str
    alt: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A table cell: table, row and column, from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as read."""

    style: str
    segments: tuple[Segment, ...]
    numbering: tuple[str, int] | None
    drawings: tuple[Drawing, ...]
    place: Place | None
    bookmarks: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return its words; a note's call reads as its number."""
        return "".join(
            segment.text if segment.note is None else str(segment.note)
            for segment in self.segments
        )


def read_body(body: etree._Element, targets: dict[str, Target]) -> Iterator[Passage]:
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
    targets: dict[str, Target],
    place: Place | None = None,
) -> Passage:
    """Return a paragraph's style, words, list, pictures and bookmarks."""
    properties = paragraph.find(w("pPr"))
    return Passage(
        style=_value(properties, "pStyle") or "",
        segments=join_segments(_segments(paragraph, targets)),
        numbering=numbering_of(properties),
        drawings=tuple(_drawings(paragraph)),
        place=place,
        bookmarks=tuple(
            start.get(w("name"), "") for start in paragraph.iter(w("bookmarkStart"))
        ),
    )


def numbering_of(properties: etree._Element | None) -> tuple[str, int] | None:
    """Return the `w:numId` and level that paragraph properties name."""
    numbering = None if properties is None else properties.find(w("numPr"))
    if numbering is None:
        return None
    level = _value(numbering, "ilvl") or "0"
    return _value(numbering, "numId") or "", int(level)


def _value(parent: etree._Element | None, name: str) -> str | None:
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL)


def _segments(
    paragraph: etree._Element, targets: dict[str, Target]
) -> Iterator[Segment]:
    for child in paragraph:
        if child.tag == RUN:
            yield from _run(child, None)
        elif child.tag == w("hyperlink"):
            target = _target(child, targets)
            for run in child.iterchildren(RUN):
                yield from _run(run, target)


def _target(link: etree._Element, targets: dict[str, Target]) -> str:
    anchor = link.get(w("anchor"))
    if anchor is not None:
        return f"#{anchor}"
    found = targets.get(link.get(RELATION, ""))
    return found.name if found and found.is_external else ""


def _run(run: etree._Element, target: str | None) -> Iterator[Segment]:
    properties = run.find(w("rPr"))
    style = _value(properties, "rStyle") or ""
    # An address without its link's look is a defect that the tree does not show.
    if target is not None and not style.startswith("Hyperlink"):
        target = ""
    marks = Segment(
        "", "Strong" in style, "Emphasis" in style, target, _lang(properties)
    )
    for text, note in _run_texts(run):
        if note is not None:
            yield Segment("", note=note)
        elif style != NOTE_CALL:  # else the number that a field shows
            yield marks.saying(text)


def _run_texts(run: etree._Element) -> Iterator[tuple[str, int | None]]:
    for child in run:
        if child.tag == w("t"):
            yield child.text or "", None
        elif child.tag in _TEXTS:
            yield _TEXTS[child.tag], None
        elif child.tag == w("footnoteReference"):
            yield "", int(child.get(w("id"), "0"))
        elif child.tag == w("instrText"):
            # A later call of a note is a field on the first one's bookmark.
            words = (child.text or "").split()
            if words[:1] == ["NOTEREF"]:
                yield "", int(words[1].removeprefix("_Note"))


def _lang(properties: etree._Element | None) -> str | None:
    lang = None if properties is None else properties.find(w("lang"))
    if lang is None:
        return None
    return lang.get(VAL) or lang.get(w("eastAsia")) or lang.get(w("bidi"))


def join_segments(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return `segments` with neighbours that say the same in the same way as one."""
    joined: list[Segment] = []
    for each in segments:
        before = joined[-1] if joined else None
        if before and before.note is None and each == before.saying(each.text):
            joined[-1] = before.saying(before.text + each.text)
        elif each.text or each.note is not None:
            joined.append(each)
    return tuple(joined)


def _drawings(paragraph: etree._Element) -> Iterator[Drawing]:
    for drawing in paragraph.iter(w("drawing")):
        properties = drawing.find(f".//{DOCUMENT_PROPERTIES}")
        blip = drawing.find(f".//{_BLIP}")
        relation = "" if blip is None else blip.get(EMBEDDED, "")
        alt = None if properties is None else properties.get("descr")
        marked = drawing.find(f".//{_IS_DECORATIVE}")
        is_decorative = marked is not None and marked.get("val") == "1"
        yield Drawing(relation, None if is_decorative and alt is None else alt or "")
