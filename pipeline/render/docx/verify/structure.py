"""Headings, lists and tables as Word understands them, held against the tree."""

from collections.abc import Iterator, Sequence
from functools import cache

from lxml import etree

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.names import CELL, PARAGRAPH, ROW, TABLE, VAL, w
from pipeline.inspect.docx.stylesheet import StyleSheet
from pipeline.inspect.docx.wordfile import value
from pipeline.render.docx.roles import TABLE_GAP, style_id
from pipeline.render.docx.verify.expected import Expected
from pipeline.render.docx.verify.reading import Passage, numbering_of

_GAP = style_id(TABLE_GAP)
Pairs = Sequence[tuple[Passage, Expected]]


def paired(read: Sequence[Passage], expected: Sequence[Expected]) -> Pairs:
    """Return passages with what is expected of them, as far as both go."""
    passages = [passage for passage in read if passage.style != _GAP]
    return list(zip(passages, expected, strict=False))


def heading_findings(pairs: Pairs, styles: StyleSheet) -> Iterator[Diagnostic]:
    """Yield headings of another level than the tree's, and levels that skip one."""
    before = 0
    for passage, wanted in pairs:
        level = styles.level(passage.style)
        if level != wanted.level:
            message = f"a heading of level {level} stands for level {wanted.level}"
            yield error("MS:03", message, origin=wanted.origin)
        if level is not None:
            if level > before + 1:
                message = f"a heading of level {level} follows one of level {before}"
                yield error("MS:04", message, origin=wanted.origin)
            before = level
    if not before:
        yield error("MS:03", "the file has no heading")


def list_findings(
    pairs: Pairs, styles: StyleSheet, numbering: etree._Element
) -> Iterator[Diagnostic]:
    """Yield items of the wrong kind, level or count, and text numbered by mistake."""
    levels = _Levels(numbering)
    # By list of the sheet its `w:numId`, and back: each has one of its own.
    numbers, owners = dict[str, str](), dict[str, str]()
    for passage, wanted in pairs:
        given = styles.given(passage.style, "numPr")
        found = passage.numbering or numbering_of(given)
        listed = wanted.listed
        if (found is None) != (listed is None):
            message = "a list item is no item, or other text is one"
            yield error("BL:13.D", message, origin=wanted.origin)
        if found is None or listed is None:
            continue
        kind = "decimal" if listed.ordered else "bullet"
        if (levels.kind(*found), found[1]) != (kind, listed.level):
            message = f"a list item is no `{kind}` of level {listed.level + 1}"
            yield error("BL:13.D", message, origin=wanted.origin)
        if listed.ordered:
            own = numbers.setdefault(listed.origin, found[0]) == found[0]
            own &= owners.setdefault(found[0], listed.origin) == listed.origin
            if not own or levels.start(*found) != listed.start:
                message = f"a numbered list does not count from {listed.start}"
                yield error("BL:13.D", message, origin=wanted.origin)


class _Levels:
    """`numbering.xml`, asked by list and level."""

    def __init__(self, numbering: etree._Element) -> None:
        self._numbers = {
            each.get(w("numId"), ""): each for each in numbering.iterchildren(w("num"))
        }
        self._abstracts = {
            each.get(w("abstractNumId"), ""): each
            for each in numbering.iterchildren(w("abstractNum"))
        }
        self.kind = cache(self._kind)

    def _kind(self, number: str, level: int) -> str | None:
        named = value(self._numbers.get(number), "abstractNumId")
        abstract = self._abstracts.get(named or "")
        for each in () if abstract is None else abstract.iterchildren(w("lvl")):
            if each.get(w("ilvl")) == str(level):
                return value(each, "numFmt")
        return None

    def start(self, number: str, level: int) -> int | None:
        found = self._numbers.get(number)
        for override in () if found is None else found.iterchildren(w("lvlOverride")):
            start = override.find(w("startOverride"))
            if override.get(w("ilvl")) == str(level) and start is not None:
                return int(start.get(VAL, "0"))
        return None


def table_findings(
    body: etree._Element, expected: Sequence[Expected]
) -> Iterator[Diagnostic]:
    """Yield tables of another shape than the tree's, or without a header row."""
    sizes: dict[int, tuple[int, int]] = {}
    origins: dict[int, str] = {}
    for each in expected:
        if each.place:
            sizes[each.place.table] = (each.place.row + 1, each.place.column + 1)
            origins.setdefault(each.place.table, each.origin)
    tables = list(body.iterchildren(TABLE))
    if len(tables) != len(sizes):
        message = f"{len(tables)} tables, the sheet has {len(sizes)}"
        yield error("BL:12.A", message)
    for index, table in enumerate(tables):
        for code, message in _table_defects(table, sizes.get(index)):
            yield error(code, message, origin=origins.get(index))


def _table_defects(
    table: etree._Element, size: tuple[int, int] | None
) -> Iterator[tuple[str, str]]:
    rows = list(table.iterchildren(ROW))
    width = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
    if any(len(row.findall(CELL)) != width for row in rows):
        yield "OX:17", "a row has more or fewer cells than the grid has columns"
    if (len(rows), width) != size:
        yield "BL:12.A", "a table has other rows or columns than the sheet's"
    heads = [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows]
    if heads != [index == 0 for index in range(len(rows))]:
        yield "MS:02", "the first row of a table, and only it, has to be the header"
    properties = table.find(w("tblPr"))
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None or look.get(w("firstRow")) != "1":
        yield "MS:02", "a table does not say that its first row is special"
    for name in ("tblCaption", "tblDescription"):
        words = None if properties is None else properties.find(w(name))
        if words is None or not words.get(VAL):
            yield "MS:02", f"a table has no `{name}`"
    for name in ("gridSpan", "vMerge", "hMerge"):
        if next(table.iter(w(name)), None) is not None:
            yield "MS:06", "a table has merged cells"
    for cell in table.iter(CELL):
        if [child.tag for child in cell if child.tag != w("tcPr")] != [PARAGRAPH]:
            yield "MS:06", "a cell holds something else than one paragraph"
