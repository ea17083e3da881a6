"""What rules read in a story: living elements, words, fields, rows and cells."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from pipeline.inspect.docx.names import CELL, PARAGRAPH, ROW, RUN, TABLE, TEXT, w

_DELETED = (w("del"), w("moveFrom"))
_APART = (w("moveFrom"), w("txbxContent"))
_WRAPPERS = tuple(
    map(w, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
)
_MARKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
# What an instruction starts with: a field's name.
_FIELD = re.compile(r"\s*(\w+)")


def living(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield elements by name, but for those that tracking has deleted."""
    for element in root.iter(*names):
        if not is_deleted(element):
            yield element


def is_deleted(element: etree._Element) -> bool:
    """Return whether tracking has deleted what the element stands in."""
    return next(element.iterancestors(*_DELETED), None) is not None


def words(element: etree._Element) -> str:
    """Return the text that shows, without deleted words and those of text boxes.

    A leading or trailing space counts only where it is marked as kept.
    """
    apart = {
        each
        for hidden in element.iter(*_APART)
        if hidden is not element
        for each in hidden.iter(TEXT, *_MARKS)
    }
    shown = (each for each in element.iter(TEXT, *_MARKS) if each not in apart)
    return "".join(map(_word, shown))


def _word(element: etree._Element) -> str:
    if element.tag == TEXT:
        text = element.text or ""
        return text if element.get(_PRESERVE) == "preserve" else text.strip(" ")
    parent = element.getparent()
    # Else the tab stop of a style, which has the name of the sign.
    return _MARKS[element.tag] if parent is not None and parent.tag == RUN else ""


def shortened(text: str) -> str:
    """Return enough of `text` to find it by."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:40]}…"


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield all paragraphs that are not deleted, those of tables too."""
    return living(root, PARAGRAPH)


def unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield children, and in their place those of controls and insertions."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from unwrapped(child)
        else:
            yield child


def rows(table: etree._Element) -> list[etree._Element]:
    """Return the rows of a table, not those of tables in it."""
    return [
        each
        for each in unwrapped(table)
        if each.tag == ROW and each.find(f"{w('trPr')}/{w('del')}") is None
    ]


def cells(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row."""
    return [each for each in unwrapped(row) if each.tag == CELL]


def tables(root: etree._Element) -> Iterator[etree._Element]:
    """Yield all tables, nested ones too."""
    return living(root, TABLE)


def fields(story: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the name and the whole instruction of each field of a story."""
    for simple in living(story, w("fldSimple")):
        yield from _named(simple.get(w("instr"), ""))
    pieces: list[str] = []
    for each in living(story, w("fldChar"), w("instrText")):
        if each.tag == w("instrText"):
            pieces.append(each.text or "")
        else:
            yield from _named("".join(pieces))
            pieces.clear()


def _named(instruction: str) -> Iterator[tuple[str, str]]:
    found = _FIELD.match(instruction)
    if found:
        yield found[1].upper(), instruction


def table_name(table: etree._Element) -> str:
    """Return the first words of a table, to find it by."""
    texts = (words(paragraph) for paragraph in table.iter(PARAGRAPH))
    first = next(islice(filter(str.strip, texts), 1), "")
    return f"the table `{shortened(first)}`" if first else "an empty table"
