"""A story's paragraphs and tables in reading order, in one view of tracking."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.inspect.docx.names import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_ID,
    ROW,
    TABLE,
    VAL,
    w,
)
from pipeline.inspect.docx.tableparts import Shape, shape_of
from pipeline.inspect.docx.wordfile import is_on, value
from pipeline.word.reading import Reading, first_words
from pipeline.word.runs import Around, joined, read_inlines, refuse_unknown
from pipeline.word.story import Block, Cell, Listed, Paragraph, Row, Table, View, Words
from pipeline.word.styling import NO_STRESS, Stress

_OUTLINES = frozenset("012345678")
_CONTAINERS = frozenset(
    map(w, ("sdtContent", "ins", "del", "moveTo", "moveFrom", "customXml"))
)
_JOINER = "\u200d"
# Arabic letters, and the signs of Indic ones: behind these it shapes what is before it.
_JOINED = frozenset({"AL", "NSM"})
_SPLIT = "split the cells again, so that each row has a cell for each column"


@dataclass(slots=True)
class Scope:
    """Where blocks stand: the body, which counts them, or one cell or note."""

    place: str | None = None
    """None in the body."""
    stress: Stress = NO_STRESS
    """What the table's style makes of the words here."""
    paragraphs: int = 0
    tables: int = 0

    def next_paragraph(self) -> str:
        """Return the place of the next paragraph."""
        self.paragraphs += 1
        return self.place or f"paragraph {self.paragraphs}"

    def next_table(self) -> str:
        """Return the place of the next table of the body."""
        self.tables += 1
        return f"table {self.tables}"


def read_blocks(root: etree._Element, reading: Reading) -> tuple[Block, ...]:
    """Return the blocks below `root`; paragraphs whose ends are not there are one."""
    return tuple(_blocks(root, Scope(), reading))


def read_paragraphs(
    root: etree._Element, scope: Scope, reading: Reading
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a note, a cell or a comment; tables are refused."""
    found = _blocks(root, scope, reading)
    return tuple(each for each in found if isinstance(each, Paragraph))


def _blocks(root: etree._Element, scope: Scope, reading: Reading) -> Iterator[Block]:
    # 17.13.5.15: a paragraph whose end is deleted goes on with the next one.
    carried: Paragraph | None = None
    names: tuple[str, ...] = ()
    for child in _children(root, reading):
        if child.tag == w("bookmarkStart"):
            # Between blocks it stands at the start of the next one.
            names = (*names, child.get(w("name"), ""))
        elif child.tag == PARAGRAPH:
            found = _paragraph(child, scope, reading)
            found = replace(found, bookmarks=(*names, *found.bookmarks))
            paragraph, names = _merged(carried, found), ()
            carried = paragraph if _is_open(child, reading) else None
            if carried is None:
                yield paragraph
        elif child.tag == TABLE:
            if carried and carried.inlines:
                yield carried
            carried = None
            yield from _table(child, scope, reading)
        elif child.tag not in (w("sectPr"), w("tcPr"), w("trPr"), w("tblPr")):
            refuse_unknown(child, scope.place or "the body", reading)
    if carried and carried.inlines:
        yield carried


def _children(root: etree._Element, reading: Reading) -> Iterator[etree._Element]:
    """Yield children in this view, and in place of wrappers what they hold."""
    for child in root:
        if child.tag == w("sdt"):
            content = child.find(w("sdtContent"))
            yield from () if content is None else _children(content, reading)
        elif child.tag in _CONTAINERS:
            if not reading.is_gone(child):
                yield from _children(child, reading)
        else:
            yield child


def _is_open(paragraph: etree._Element, reading: Reading) -> bool:
    """Return whether the end of the paragraph is not there in this view."""
    return reading.is_unmade(paragraph.find(f"{w('pPr')}/{w('rPr')}"))


def _merged(before: Paragraph | None, paragraph: Paragraph) -> Paragraph:
    """Return both as one: what it is, the one says that has words, or the last."""
    if before is None or not before.inlines:
        return paragraph
    if not paragraph.inlines:
        return before
    return replace(
        paragraph,
        inlines=joined([*before.inlines, *paragraph.inlines]),
        para_id=before.para_id,
        place=before.place,
        bookmarks=(*before.bookmarks, *paragraph.bookmarks),
    )


def _paragraph(element: etree._Element, scope: Scope, reading: Reading) -> Paragraph:
    place = reading.places[element] = scope.next_paragraph()
    properties = reading.before(element.find(w("pPr")))
    style, styling = value(properties, "pStyle"), reading.styling
    stress = styling.stress(style).over(scope.stress)
    if properties is not None and properties.find(w("framePr")) is not None:
        near = first_words(element)
        reading.refuse("text-box", "a frame", place, "take the frame off", near)
    inlines = read_inlines(element, Around(stress, place), reading)
    outline = styling.given(properties, style, "outlineLvl") or ""
    return Paragraph(
        styles=styling.names(style),
        inlines=inlines,
        place=place,
        outline=int(outline) + 1 if outline in _OUTLINES else None,
        listed=_listed(properties, style, bool(inlines), reading),
        para_id=element.get(PARAGRAPH_ID),
        bookmarks=tuple(
            start.get(w("name"), "") for start in element.iter(w("bookmarkStart"))
        ),
        alignment=value(properties, "jc"),
    )


def _listed(
    properties: etree._Element | None, style: str | None, counts: bool, reading: Reading
) -> Listed | None:
    # An empty paragraph is nobody's item: editors leave them behind.
    if not counts:
        return None
    number = reading.styling.given(properties, style, "numPr", "numId")
    level = reading.styling.given(properties, style, "numPr", "ilvl")
    return reading.numbering.item(number, level)


def _table(table: etree._Element, scope: Scope, reading: Reading) -> Iterator[Table]:
    if scope.place is not None:
        hint = "put its rows into the outer table, or below it"
        reading.refuse("nested-table", "a table in a cell", scope.place, hint)
        return
    place, shape = scope.next_table(), shape_of(table)
    style = value(table, "tblPr", "tblStyle")
    rows: list[etree._Element] = []
    for row in _children(table, reading):
        if row.tag != ROW:
            continue
        if reading.is_unmade(row.find(w("trPr"))):
            where = f"{place}, behind row {len(rows)}"
            reading.places |= dict.fromkeys(row.iter(PARAGRAPH), where)
        else:
            rows.append(row)
    yield Table(
        rows=tuple(
            _row(row, f"{place}, row {number}", (style, shape), reading)
            for number, row in enumerate(rows, start=1)
        ),
        place=place,
        has_first_row="firstRow" in shape.look,
        has_first_column="firstColumn" in shape.look,
        description=value(table, "tblPr", "tblDescription") or "",
    )


def _row(
    row: etree._Element, place: str, look: tuple[str | None, Shape], reading: Reading
) -> Row:
    style, shape = look
    cells = []
    found = (each for each in _children(row, reading) if each.tag == CELL)
    for number, cell in enumerate(found, start=1):
        if not _is_unmade_cell(cell, reading):
            where = f"{place}, cell {number}"
            _refuse_merged(cell, where, reading)
            stress = reading.styling.cell_stress(style, tuple(shape.parts(cell)))
            paragraphs = read_paragraphs(cell, Scope(where, stress), reading)
            cells.append(Cell(tuple(map(_without_filler, paragraphs))))
    return Row(tuple(cells), bool(is_on(row.find(w("trPr")), "tblHeader")))


def _without_filler(paragraph: Paragraph) -> Paragraph:
    """Return a cell's paragraph without the joiner that has nothing to join.

    LibreOffice puts one into each row inserted under tracking, and leaves it there.
    """
    last = paragraph.inlines[-1] if paragraph.inlines else None
    if not isinstance(last, Words) or not last.text.endswith(_JOINER):
        return paragraph
    text = last.text.removesuffix(_JOINER)
    if text and unicodedata.bidirectional(text[-1]) in _JOINED:
        return paragraph
    said = (Words(text, last.marks),) if text else ()
    return replace(paragraph, inlines=(*paragraph.inlines[:-1], *said))


def _is_unmade_cell(cell: etree._Element, reading: Reading) -> bool:
    name = "cellDel" if reading.view is View.ACCEPTED else "cellIns"
    return cell.find(f"{w('tcPr')}/{w(name)}") is not None


def _refuse_merged(cell: etree._Element, place: str, reading: Reading) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        return
    span = properties.find(w("gridSpan"))
    is_wide = span is not None and span.get(VAL) not in ("0", "1", None)
    names = ("vMerge", "hMerge", "cellMerge")
    if is_wide or any(properties.find(w(name)) is not None for name in names):
        near = first_words(cell)
        reading.refuse("merged-cells", "a merged cell", place, _SPLIT, near)
