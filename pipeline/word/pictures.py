"""Pictures of a Word file, and everything else that is drawn, which is refused."""

from lxml import etree

from pipeline.inspect.docx.names import (
    DOCUMENT_PROPERTIES,
    DRAWING_NAME,
    IS_DECORATIVE,
    OLE_OBJECT,
    RELATION,
    RELATIONSHIPS,
    VML_IMAGE,
    w,
)
from pipeline.word.reading import Reading, first_words
from pipeline.word.story import Picture

_BLIP = f"{DRAWING_NAME}blip"
_EMBEDDED = f"{{{RELATIONSHIPS}}}embed"
# By the last word of the namespace of what a drawing holds.
_DRAWN = {
    "chart": "a chart",
    "diagram": "a diagram (SmartArt)",
    "wordprocessingGroup": "a group of shapes",
    "wordprocessingCanvas": "a drawing canvas",
    "wordprocessingShape": "a shape",
    "lockedCanvas": "a drawing canvas",
}
_TEXT_BOX = "text-box", "a text box"
_LINKED = "linked-picture", "a picture that is not in the file"
_HINT = "put its words into the text, or save it as a picture with alternative text"


def read_drawing(
    drawing: etree._Element, place: str, reading: Reading
) -> Picture | None:
    """Return the picture; None where something else is drawn, which is refused."""
    blip = next(drawing.iter(_BLIP), None)
    part = None if blip is None else _part(blip.get(_EMBEDDED), reading)
    other = _other_than_picture(drawing, part)
    if other or part is None:
        _refuse(other or _LINKED, drawing, place, reading)
        return None
    properties = next(drawing.iter(DOCUMENT_PROPERTIES), None)
    alt = "" if properties is None else properties.get("descr", "")
    marks = drawing.iter(IS_DECORATIVE)
    is_decorative = any(mark.get("val") in ("1", "true") for mark in marks)
    return Picture(alt, is_decorative, reading.package.data[part], part)


def _other_than_picture(
    drawing: etree._Element, part: str | None
) -> tuple[str, str] | None:
    """Return the code and the name of what is drawn, where it is no picture."""
    if next(drawing.iter(w("txbxContent")), None) is not None:
        return _TEXT_BOX
    data = next(drawing.iter(f"{DRAWING_NAME}graphicData"), None)
    kind = "" if data is None else data.get("uri", "").rpartition("/")[2]
    if kind != "picture":
        return "drawing", _DRAWN.get(kind, f"a drawing of the kind `{kind}`")
    return _LINKED if part is None else None


def read_vml(element: etree._Element, place: str, reading: Reading) -> Picture | None:
    """Return the picture of an old drawing; anything else is refused."""
    image = next(element.iter(VML_IMAGE), None)
    part = None if image is None else _part(image.get(RELATION), reading)
    other = _other_than_image(element, image)
    if other or image is None or part is None:
        _refuse(other or _LINKED, element, place, reading)
        return None
    shape = image.getparent()
    alt = "" if shape is None else shape.get("alt", "")
    return Picture(alt, False, reading.package.data[part], part)


def _other_than_image(
    element: etree._Element, image: etree._Element | None
) -> tuple[str, str] | None:
    if element.tag == w("object") or next(element.iter(OLE_OBJECT), None) is not None:
        return "ole-object", "an embedded object"
    if next(element.iter(w("txbxContent")), None) is not None:
        return _TEXT_BOX
    return ("drawing", "a shape") if image is None else None


def _part(relation: str | None, reading: Reading) -> str | None:
    found = reading.package.targets.get(reading.part, {}).get(relation or "")
    if found is None or found.is_external or found.name not in reading.package.data:
        return None
    return found.name


def _refuse(
    what: tuple[str, str], element: etree._Element, place: str, reading: Reading
) -> None:
    code, name = what
    reading.refuse(code, name, place, _HINT, first_words(element))
