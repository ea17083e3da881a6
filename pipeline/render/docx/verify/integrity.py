"""What holds for every Word file of ours whatever the sheet says.

The rules that hold for files of any maker are those of `bulletin verify`; the rest
keeps ours to less than Word allows.
"""

from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.names import ANCHOR, PARAGRAPH, VAL, w
from pipeline.inspect.docx.rules import fields, ids, relations, styling
from pipeline.inspect.docx.wordfile import Story, WordFile
from pipeline.render.docx.roles import TABLE_GAP, style_id

_RULES = (
    styling.styles_are_defined,
    ids.picture_ids_are_unique,
    relations.links_lead_to_the_web,
    fields.references_find_bookmarks,
    relations.parts_have_types,
    relations.relationships_hold,
    ids.paragraph_ids_are_unique,
    ids.bookmarks_are_whole,
    ids.what_is_called_exists,
    relations.nothing_else_is_outside,
)
_OF_PARAGRAPHS = {w("pStyle"), w("numPr")}
_OF_RUNS = {w("rStyle"), w("lang"), w("rtl")}
_PROPERTIES = {w("pPr"): _OF_PARAGRAPHS, w("rPr"): _OF_RUNS}
# Word takes no longer names, and the Open XML SDK says so (bookmarkStart, 17.13.6.2).
_LONGEST_BOOKMARK = 40
_FORBIDDEN = {
    w("framePr"): ("MS:08", "a frame"),
    w("txbxContent"): ("MS:08", "a text box"),
    ANCHOR: ("MS:08", "a picture that is not in line with text"),
    w("altChunk"): ("OX:18", "content of another format"),
    w("object"): ("OX:18", "an embedded object"),
    w("sdt"): ("MS:11", "a content control"),
    w("documentProtection"): ("MS:05", "a protection"),
    w("background"): ("MS:12", "a background"),
    w("ins"): ("OX:18", "a change under tracking"),
    w("del"): ("OX:18", "a change under tracking"),
}  # fmt: skip
_BOOKMARK, _STYLE = w("bookmarkStart"), w("pStyle")
_GAP = style_id(TABLE_GAP)


def integrity_findings(file: WordFile) -> Iterator[Diagnostic]:
    """Yield defects of the file that need no tree to see."""
    for rule in _RULES:
        yield from rule(file)
    for story in file.stories:
        yield from _forbidden(story.part, story.root)
        yield from _direct_formatting(story)
        yield from _long_names(story)
        yield from _loose_paragraphs(story)
    yield from _forbidden("settings", file.settings)


def _forbidden(name: str, root: etree._Element) -> Iterator[Diagnostic]:
    for element in root.iter(*_FORBIDDEN):
        code, what = _FORBIDDEN[element.tag]
        yield error(code, f"`{name}` holds {what}")


def _direct_formatting(story: Story) -> Iterator[Diagnostic]:
    for properties in story.root.iter(*_PROPERTIES):
        allowed = _PROPERTIES[properties.tag]
        for child in properties:
            if child.tag not in allowed:
                local = etree.QName(child).localname
                message = f"`{story.part}` formats directly with `w:{local}`"
                yield error("OX:05", message)


def _long_names(story: Story) -> Iterator[Diagnostic]:
    for start in story.root.iter(_BOOKMARK):
        name = start.get(w("name"), "")
        if len(name) > _LONGEST_BOOKMARK:
            yield error("OX:13", f"the name of the bookmark `{name}` is too long")


def _loose_paragraphs(story: Story) -> Iterator[Diagnostic]:
    """Yield paragraphs of no style, and blank ones that are no gap after a table."""
    body = story.root.find(w("body"))
    for paragraph in story.root.iter(PARAGRAPH):
        style = next(paragraph.iter(_STYLE), None)
        if style is None:
            yield error("OX:04", f"a paragraph in `{story.part}` has no style")
        elif style.get(VAL) == _GAP or paragraph.getparent() is not body:
            continue
        if next(paragraph.iter(w("t"), w("drawing")), None) is None:
            yield error("MS:10", f"`{story.part}` has a blank paragraph")
