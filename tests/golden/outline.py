"""The body of a finished Word file as text: a line per paragraph, style and words."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHOWN = 60
_SIGNS = {f"{W}tab": "→", f"{W}br": "↵", f"{W}noBreakHyphen": "\u2011"}


def outline(data: bytes) -> str:
    """Return body and notes, tables indented, list levels and headings named."""
    package = zipfile.ZipFile(BytesIO(data))
    lines: list[str] = []
    for part in ("document", "footnotes"):
        name = f"word/{part}.xml"
        if name in package.namelist():
            lines += [f"{part}", *_blocks(etree.fromstring(package.read(name)), 1)]
    return "\n".join(lines) + "\n"


def _blocks(parent: etree._Element, depth: int) -> Iterator[str]:
    pad = "  " * depth
    for element in parent:
        match etree.QName(element).localname:
            case "p":
                yield f"{pad}{_paragraph(element)}".rstrip()
            case "tbl":
                yield f"{pad}table {_value(element, 'tblPr/w:tblCaption')!r}"
                yield from _rows(element, depth + 1)
            case "body" | "footnote":
                yield from _blocks(element, depth)
            case _:
                pass


def _rows(table: etree._Element, depth: int) -> Iterator[str]:
    for row in table.iter(f"{W}tr"):
        is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
        yield f"{'  ' * depth}{'head' if is_head else 'row'}"
        for cell in row.iter(f"{W}tc"):
            yield from _blocks(cell, depth + 1)


def _paragraph(element: etree._Element) -> str:
    style = _value(element, "pPr/w:pStyle") or "(none)"
    level = _value(element, "pPr/w:numPr/w:ilvl")
    text = "".join(_texts(element))
    shown = text[:SHOWN] + ("…" if len(text) > SHOWN else "")
    return f"{style}{f' [{level}]' if level else ''}: {shown}"


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(f"w:{path}", {"w": W[1:-1]})
    return None if found is None else found.get(f"{W}val")


def _texts(paragraph: etree._Element) -> Iterator[str]:
    for each in paragraph.iter():
        match etree.QName(each).localname:
            case "t":
                yield each.text or ""
            case "footnoteReference":
                yield f"[{each.get(f'{W}id')}]"
            case "docPr":
                yield f"(picture {each.get('descr')!r})"
            case _:
                yield _SIGNS.get(str(each.tag), "")
