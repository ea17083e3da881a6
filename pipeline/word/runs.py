"""The contents of a paragraph: words with their marks, calls of notes, pictures.

Descends whatever only wraps words (controls, smart tags, insertions), follows links and
fields, and names every element that it does not know.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.inspect.docx.names import FALLBACK, RELATION, w
from pipeline.inspect.docx.wordfile import is_on, value
from pipeline.word.fields import FETCHING, Field
from pipeline.word.pictures import read_drawing, read_vml
from pipeline.word.reading import Reading, first_words, is_tracked
from pipeline.word.story import Inline, Marks, NoteCall, Picture, Words
from pipeline.word.styling import Stress

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_WRAPPERS = frozenset(
    map(w, ("smartTag", "customXml", "sdtContent", "dir", "bdo", "fldSimple"))
) | {FALLBACK.replace("Fallback", name) for name in ("AlternateContent", "Choice")}
# They mark places, or how far a reader's program has come: nothing of them is said.
_SILENT = frozenset(
    map(w, (
        "pPr", "rPr", "proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart",
        "commentRangeEnd", "commentReference", "permStart", "permEnd", "tblGrid",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
        "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd", "lastRenderedPageBreak", "annotationRef",
        "footnoteRef", "endnoteRef", "separator", "continuationSeparator", "sdtPr",
        "sdtEndPr", "smartTagPr", "customXmlPr", "fldData",
    ))
)  # fmt: skip
_SIGNS = {
    w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("softHyphen"): "\u00ad",
    w("noBreakHyphen"): "\u2011",
}  # fmt: skip
_EQUATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_AS_TEXT = "say it in plain words, or put in a picture with alternative text"


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for the runs of a paragraph."""

    stress: Stress
    place: str
    target: str | None = None


def read_inlines(
    parent: etree._Element, around: Around, reading: Reading
) -> tuple[Inline, ...]:
    """Return what `parent` holds; neighbours with the same marks are one."""
    return joined(_content(parent, around, reading))


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return `inlines` with neighbouring words of the same marks as one."""
    found: list[Inline] = []
    for each in inlines:
        before = found[-1] if found else None
        if not isinstance(each, Words) or not isinstance(before, Words):
            found.append(each)
        elif each.marks == before.marks:
            found[-1] = Words(before.text + each.text, before.marks)
        else:
            found.append(each)
    return tuple(each for each in found if not isinstance(each, Words) or each.text)


def _content(
    parent: etree._Element, around: Around, reading: Reading
) -> Iterator[Inline]:
    for child in parent:
        if child.tag == w("r"):
            yield from _run(child, around, reading)
        elif child.tag == w("hyperlink"):
            leading = replace(around, target=_target(child, reading))
            yield from _content(child, leading, reading)
        elif is_tracked(child):
            if not reading.is_gone(child):
                yield from _content(child, around, reading)
        elif child.tag == w("fldSimple"):
            yield from _simple(child, around, reading)
        elif child.tag == w("sdt"):
            yield from _control(child, around, reading)
        elif child.tag in _WRAPPERS:
            yield from _content(child, around, reading)
        elif child.tag not in _SILENT:
            refuse_unknown(child, around.place, reading)


def _target(link: etree._Element, reading: Reading) -> str:
    """Return an address, `#` and a bookmark, or both together."""
    anchor = link.get(w("anchor"))
    found = reading.package.targets.get(reading.part, {}).get(link.get(RELATION, ""))
    address = found.name if found and found.is_external else ""
    return f"{address}#{anchor}" if anchor else address


def _simple(
    element: etree._Element, around: Around, reading: Reading
) -> Iterator[Inline]:
    field = Field(element.get(w("instr"), ""))
    yield from _begun(field, around, reading)
    yield from _content(element, around, reading)
    reading.fields.pop()


def _begun(field: Field, around: Around, reading: Reading) -> Iterator[Inline]:
    """Open what a field shows; a call of a note is all that it says."""
    field.is_showing = True
    if not any(each is field for each in reading.fields):
        reading.fields.append(field)
    if field.name in FETCHING:
        what = f"a field that fetches or runs something (`{field.name}`)"
        hint = "press Ctrl+Shift+F9 on it in Word: its result becomes text"
        reading.refuse("field", what, around.place, hint)
    elif field.name == "TOC":
        hint = "take it out: sheets are short and have none"
        reading.refuse("contents", "a table of contents", around.place, hint)
    elif field.name == "NOTEREF" and field.bookmark and field.bookmark in reading.noted:
        yield NoteCall(reading.noted[field.bookmark])
    elif field.name and field.name not in ("HYPERLINK", "NOTEREF"):
        what = f"the field `{field.name}`, now plain words,"
        reading.pass_over("field-text", what, around.place)


def _control(
    control: etree._Element, around: Around, reading: Reading
) -> Iterator[Inline]:
    content = control.find(w("sdtContent"))
    if content is not None:
        yield from _content(content, around, reading)


def _run(run: etree._Element, around: Around, reading: Reading) -> Iterator[Inline]:
    given = run.find(w("rPr"))
    properties = given if given is None else reading.before(given)
    marks: Marks | None = None
    for child in run:
        if child.tag == w("rPr"):
            continue
        for piece in _pieces(child, around, reading):
            if not isinstance(piece, str):
                yield piece
            elif _is_said(reading):
                marks = marks or _marks(properties, around, reading)
                yield Words(piece, replace(marks, target=_leading(around, reading)))


def _is_said(reading: Reading) -> bool:
    """Return whether words here are shown: no instruction, no number of a note."""
    return all(
        each.is_showing
        and not (each.name == "NOTEREF" and (each.bookmark or "") in reading.noted)
        for each in reading.fields
    )


def _leading(around: Around, reading: Reading) -> str | None:
    targets = [each.target for each in reading.fields if each.target]
    return targets[-1] if targets else around.target


def _marks(
    properties: etree._Element | None, around: Around, reading: Reading
) -> Marks:
    if properties is None:
        return Marks()
    if is_on(properties, "vanish"):
        hint = "show it or delete it: Home > ¶ lets you see it"
        reading.refuse("hidden-text", "hidden text", around.place, hint)
    reading.styling.note_looks(properties)
    strong, emphasis = reading.styling.run(properties, around.stress)
    raised = value(properties, "vertAlign")
    return Marks(
        strong,
        emphasis,
        lang=_language(properties, reading),
        vertical=raised if raised in ("superscript", "subscript") else None,
    )


def _language(properties: etree._Element, reading: Reading) -> str | None:
    found = properties.find(w("lang"))
    if found is None:
        return None
    is_leftward = is_on(properties, "rtl")
    names = ("bidi", "val", "eastAsia") if is_leftward else ("val", "eastAsia", "bidi")
    lang = next((found.get(w(name)) for name in names if found.get(w(name))), None)
    return None if lang == reading.lang else lang


def _pieces(
    child: etree._Element, around: Around, reading: Reading
) -> Iterator[str | Inline]:
    """Yield the text of a run's child, or what stands there instead of text."""
    tag = child.tag
    if tag in (w("t"), w("delText")):
        yield _text(child)
    elif tag in _SIGNS:
        yield _SIGNS[tag]
    elif tag == w("br"):
        yield from _break(child, around, reading)
    elif tag in (w("fldChar"), w("instrText"), w("delInstrText")):
        yield from _field(child, around, reading)
    elif tag in (w("footnoteReference"), w("endnoteReference")):
        kind = str(tag).rpartition("}")[2].removesuffix("Reference")
        yield NoteCall(f"{kind} {child.get(w('id'), '')}")
    elif tag in _READERS:
        picture = _READERS[tag](child, around.place, reading)
        if picture:
            yield picture
    elif tag in _WRAPPERS:
        for inner in child:
            yield from _pieces(inner, around, reading)
    elif tag not in _SILENT:
        refuse_unknown(child, around.place, reading)


_READERS: dict[str, Callable[[etree._Element, str, Reading], Picture | None]] = {
    w("drawing"): read_drawing,
    w("pict"): read_vml,
    w("object"): read_vml,
}


def _text(element: etree._Element) -> str:
    # Outside `preserve`, and for line ends anywhere, XML's white space is a blank.
    text = (element.text or "").replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return text if element.get(_PRESERVE) == "preserve" else text.strip(" ")


def _break(child: etree._Element, around: Around, reading: Reading) -> Iterator[str]:
    kind = child.get(w("type"), "textWrapping")
    if kind == "textWrapping":
        yield "\n"
    else:
        reading.pass_over("break", f"a {kind} break", around.place)


def _field(
    element: etree._Element, around: Around, reading: Reading
) -> Iterator[Inline]:
    match element.get(w("fldCharType")):
        case "begin":
            reading.fields.append(Field())
        case "separate" if reading.fields:
            yield from _begun(reading.fields[-1], around, reading)
        case "end" if reading.fields:
            if not reading.fields[-1].is_showing:
                yield from _begun(reading.fields[-1], around, reading)
            reading.fields.pop()
        case None if reading.fields and not reading.fields[-1].is_showing:
            reading.fields[-1].instruction += element.text or ""
        case _:
            pass


def refuse_unknown(element: etree._Element, place: str, reading: Reading) -> None:
    """Record an element that is neither words nor a mark in them."""
    if element.tag in _SILENT:
        return
    name = str(element.tag)
    if name.startswith(_EQUATIONS):
        code, what = "equation", "an equation"
    elif name == w("ruby"):
        code, what = "ruby", "text with a reading above it"
    elif name == w("sym"):
        code, what = "symbol", "a symbol that only its font knows"
    elif name in (w("altChunk"), w("subDoc")):
        code, what = "embedded-text", "text embedded from another file"
    else:
        prefix = f"{element.prefix}:" if element.prefix else ""
        what = f"something unknown (`{prefix}{etree.QName(element).localname}`)"
        code = "unknown-element"
    reading.refuse(code, what, place, _AS_TEXT, first_words(element))
