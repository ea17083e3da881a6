"""Pictures, shapes and what stands behind the text: MS:01, MS:08, MS:12."""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.inspect.docx.names import (
    ANCHOR,
    DOCUMENT_PROPERTIES,
    IS_DECORATIVE,
    VML_IMAGE,
    VML_SHAPE,
    w,
)
from pipeline.inspect.docx.reading import living, shortened
from pipeline.inspect.docx.wordfile import Story, WordFile

# Microsoft's advice: one or two sentences.
LONGEST_ALT = 150
_FILE_NAME = re.compile(r"^\S+\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)$", re.I)
_FLOATS = re.compile(r"position:\s*absolute")
_HINT = "say in a sentence what it shows, or mark it as decorative"


def pictures_have_words(file: WordFile) -> Iterator[Diagnostic]:
    """MS:01: a picture says what it shows, or that it is decorative.

    The words are no file name and about a sentence or two long.
    """
    for story in file.texts:
        for picture in living(story.root, DOCUMENT_PROPERTIES):
            if not _is_decorative(picture):
                name = picture.get("name", "")
                yield from _alt(story, name, picture.get("descr", ""))
        for shape in living(story.root, VML_SHAPE):
            if next(shape.iter(VML_IMAGE), None) is not None:
                yield from _alt(story, shape.get("id", ""), shape.get("alt", ""))


def _is_decorative(picture: etree._Element) -> bool:
    marks = picture.iter(IS_DECORATIVE)
    return any(mark.get("val") in ("1", "true") for mark in marks)


def _alt(story: Story, name: str, words: str) -> Iterator[Diagnostic]:
    words = words.strip()
    what = f"the picture `{name}` in `{story.part}`"
    if not words:
        yield error("MS:01", f"{what} has no alternative text", hint=_HINT)
    elif _FILE_NAME.match(words):
        message = f"{what} has the file name `{words}` as its alternative text"
        yield error("MS:01", message, hint=_HINT)
    elif len(words) > LONGEST_ALT:
        message = f"{what} has {len(words)} characters of alternative text"
        hint = f"say it in {LONGEST_ALT}, and the rest in the text"
        yield warning("MS:01", message, hint=hint)


def objects_stand_in_line(file: WordFile) -> Iterator[Diagnostic]:
    """MS:08: pictures stand in line with the text; no text boxes, no frames."""
    for story in file.texts:
        for what, found in (
            ("a picture that floats beside the text", _floating(story.root)),
            ("a text box", living(story.root, w("txbxContent"))),
            ("a frame", living(story.root, w("framePr"))),
        ):
            count = sum(1 for _ in found)
            if count:
                message = f"`{story.part}` holds {what}" + _times(count)
                hint = "set it in line with the text"
                yield warning("MS:08", message, hint=hint)


def _floating(root: etree._Element) -> Iterator[etree._Element]:
    yield from living(root, ANCHOR)
    for shape in living(root, VML_SHAPE):
        if _FLOATS.search(shape.get("style", "")) and not _is_watermark(shape):
            yield shape


def _times(count: int) -> str:
    return "" if count == 1 else f", {count} times"


def nothing_stands_behind(file: WordFile) -> Iterator[Diagnostic]:
    """MS:12: no watermark, no page background."""
    if file.body.root.find(w("background")) is not None:
        yield warning("MS:12", "the pages have a background colour or picture")
    for story in file.texts:
        for shape in living(story.root, VML_SHAPE):
            if _is_watermark(shape):
                path = next(shape.iter("{*}textpath"), shape)
                text = shortened(path.get("string", ""))
                message = f"`{story.part}` holds a watermark `{text}`"
                hint = "say it in the text too, or leave it out"
                yield warning("MS:12", message, hint=hint)


def _is_watermark(shape: etree._Element) -> bool:
    return "WaterMark" in shape.get("id", "")
