"""Fields and running matter: OX:01, OX:02, OX:08, OX:23."""

from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.inspect.docx.names import RELATION, TEXT, w
from pipeline.inspect.docx.reading import fields, living
from pipeline.inspect.docx.wordfile import Story, WordFile, is_on

_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_REFERENCES = ("REF", "PAGEREF", "NOTEREF")
# They fetch what is not in the file, or start a program, when it is opened.
_DANGEROUS = ("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK")


def first_pages_differ(file: WordFile) -> Iterator[Diagnostic]:
    """OX:01: a section with a head or foot for its first page says so."""
    for section in living(file.body.root, w("sectPr")):
        kinds = {
            each.get(w("type"))
            for each in section.iterchildren(w("headerReference"), w("footerReference"))
        }
        if "first" in kinds and not is_on(section, "titlePg"):
            message = "a section has a head or foot for its first page, never shown"
            yield warning("OX:01", message, hint="choose Different first page")
        if "even" in kinds and not is_on(file.settings, "evenAndOddHeaders"):
            message = "a section has a head or foot for even pages, never shown"
            yield warning("OX:01", message, hint="choose Different odd and even pages")


def fields_are_whole(file: WordFile) -> Iterator[Diagnostic]:
    """OX:02: fields begin and end, and page numbers hold one to show at once."""
    for story in file.stories:
        yield from _fields_of(story)


def _fields_of(story: Story) -> Iterator[Diagnostic]:
    open_fields: list[_Field] = []
    for each in story.root.iter(w("fldChar"), w("instrText"), TEXT):
        match each.get(w("fldCharType")):
            case "begin":
                open_fields.append(_Field())
            case "separate" if open_fields:
                open_fields[-1].is_showing = True
            case "end" if open_fields:
                field = open_fields.pop()
                yield from _number_defect(story, field.instruction, field.shown)
            case None if open_fields:
                open_fields[-1].take(each)
            case None:
                pass
            case kind:
                yield error("OX:02", f"`{story.part}` has a `{kind}` of no field")
    if open_fields:
        yield error("OX:02", f"a field in `{story.part}` does not end")
    for simple in story.root.iter(w("fldSimple")):
        shown = "".join(text.text or "" for text in simple.iter(TEXT))
        yield from _number_defect(story, simple.get(w("instr"), ""), shown)


class _Field:
    """A field while it is read."""

    def __init__(self) -> None:
        self.instruction, self.shown, self.is_showing = "", "", False

    def take(self, element: etree._Element) -> None:
        if self.is_showing:
            self.shown += element.text or ""
        else:
            self.instruction += element.text or ""


def _number_defect(story: Story, instruction: str, shown: str) -> Iterator[Diagnostic]:
    name = next(iter(instruction.split()), "").upper()
    if name in _NUMBERS and not shown.strip():
        message = f"the field `{name}` in `{story.part}` shows no number until updated"
        yield warning("OX:02", message)


def references_find_bookmarks(file: WordFile) -> Iterator[Diagnostic]:
    """OX:08: what names a bookmark finds it: cross-references and inner links."""
    names = {
        each.get(w("name"))
        for story in file.stories
        for each in story.root.iter(w("bookmarkStart"))
    } | {"_top"}
    for story in file.stories:
        for link in living(story.root, w("hyperlink")):
            anchor = link.get(w("anchor"))
            # With an address too, it is a place in another document.
            is_inner = anchor is not None and link.get(RELATION) is None
            if is_inner and anchor not in names:
                message = f"a link leads to the bookmark `{anchor}`: there is none"
                yield error("OX:08", message)
        for name, instruction in fields(story.root):
            wanted = instruction.split()[1:2]
            if name in _REFERENCES and wanted and wanted[0] not in names:
                message = f"`{name}` names the bookmark `{wanted[0]}`: there is none"
                yield error("OX:08", message)


def fields_fetch_nothing(file: WordFile) -> Iterator[Diagnostic]:
    """OX:23: no field fetches from outside or starts another program."""
    for story in file.stories:
        for name, instruction in fields(story.root):
            if name in _DANGEROUS:
                message = f"`{story.part}` has a field `{instruction.strip()}`"
                yield error("OX:23", message, hint="put in its result as text")
