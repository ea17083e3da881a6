"""Styles, and what keeps text together: OX:03, OX:04, OX:05."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, Severity, error
from pipeline.inspect.docx.names import VAL, w
from pipeline.inspect.docx.reading import rows, table_name, tables
from pipeline.inspect.docx.rules.headings import headings
from pipeline.inspect.docx.stylesheet import USES
from pipeline.inspect.docx.wordfile import WordFile, is_on

_OF_PARAGRAPHS = frozenset(map(w, ("pStyle", "numPr", "sectPr", "rPr", "pPrChange")))
# Language, direction and hiding are no look.
_OF_RUNS = frozenset(
    map(w, (
        "rStyle", "lang", "rtl", "noProof", "vanish", "webHidden", "rPrChange", "ins",
        "del", "moveFrom", "moveTo",
    ))
)  # fmt: skip


def text_keeps_together(file: WordFile) -> Iterator[Diagnostic]:
    """OX:03: headings keep with their text, rows do not split over pages."""
    loose = Counter(
        level
        for level, paragraph in headings(file)
        if not _keeps(file.styles.inherited(paragraph, "keepNext"))
    )
    for level, count in sorted(loose.items()):
        message = f"{count} headings of level {level} may stand at a page's end"
        yield Diagnostic(Severity.NOTE, "OX:03", message)
    for table in tables(file.body.root):
        if not all(is_on(row.find(w("trPr")), "cantSplit") for row in rows(table)):
            message = f"rows of {table_name(table)} may split over pages"
            yield Diagnostic(Severity.NOTE, "OX:03", message)


def _keeps(found: etree._Element | None) -> bool:
    return found is not None and found.get(VAL, "true") not in ("0", "false", "off")


def styles_are_defined(file: WordFile) -> Iterator[Diagnostic]:
    """OX:04: every style that is used is defined, once, and inherits in no circle."""
    sheet = file.styles
    used = {
        each.get(VAL)
        for tree in (*(story.root for story in file.stories), file.numbering)
        for each in tree.iter(*USES)
    }
    for name in sorted(filter(None, (used | sheet.named) - sheet.styles.keys())):
        yield error("OX:04", f"the style `{name}` is used and not defined")
    for twice, count in sheet.repeated.items():
        yield error("OX:04", f"the style `{twice}` is defined {count} times")
    for key in sheet.circular:
        yield error("OX:04", f"the style `{key}` is based on itself")


def looks_come_from_styles(file: WordFile) -> Iterator[Diagnostic]:
    """OX:05: paragraphs and runs are formatted by styles, not directly."""
    for story in file.texts:
        found = Counter(
            etree.QName(child).localname
            for properties in story.root.iter(w("pPr"), w("rPr"))
            for child in properties
            if child.tag not in _allowed(properties)
        )
        if found:
            names = ", ".join(sorted(found)[:6])
            message = (
                f"`{story.part}` sets {found.total()} properties directly ({names})"
            )
            hint = "put it into styles: then it changes in one place"
            yield Diagnostic(Severity.NOTE, "OX:05", message, hint=hint)


def _allowed(properties: etree._Element) -> frozenset[str]:
    return _OF_RUNS if properties.tag == w("rPr") else _OF_PARAGRAPHS
