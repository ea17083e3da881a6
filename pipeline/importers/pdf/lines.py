"""A page's characters to lines: what stands on one line, where, how large, how bold."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.importers.scribe import Dress, Piece
from pipeline.importers.targets import link_to, target_of
from schemas.flat import Strong

BOLD = 600
"""OpenType weight from which type counts as bold."""
_BOLD_NAME = re.compile(rb"(?i)bold|black|heavy|demi\b")
# Bytes of a font's name (ISO 32000-2, annex C).
_LONGEST_NAME = 128
# A gap wider than this many em parts a line into cells or columns.
_GAP = 1.6
# Signs whose baselines differ by more than this many em stand on different lines.
_JUMP = 0.6
# PDFium's sign for a hyphen that ends a line.
HYPHEN = "\x02"


@dataclass(frozen=True, slots=True)
class Sign:
    """A character where it stands, in pt from the lower left of the page."""

    text: str
    left: float
    right: float
    base: float
    """The baseline."""
    size: float
    weight: int
    target: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line without a wide gap; lengths in pt."""

    page: int
    pieces: tuple[Piece, ...]
    left: float
    right: float
    base: float
    """The baseline."""
    size: float
    is_bold: bool

    @property
    def text(self) -> str:
        """Return the words."""
        return "".join(piece.text for piece in self.pieces)


def read_lines(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int
) -> Iterator[Line]:
    """Yield the lines of a page in the order of its content."""
    for row in _rows(_signs(page, _targets(document, page))):
        for part in _parted(row):
            yield _line(part, number)


def _targets(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage
) -> list[tuple[pdfium.FS_RECTF, str]]:
    """Return the links of a page that lead to the web: their places and addresses."""
    found, position, link = [], ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action, box = pdfium.FPDFLink_GetAction(link), pdfium.FS_RECTF()
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if size and pdfium.FPDFLink_GetAnnotRect(link, box):
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
            target = target_of(buffer.value.decode("utf-8", "replace"), None)
            found += [(box, target)] if target else []
    return found


def _signs(
    page: pypdfium2.PdfPage, targets: Sequence[tuple[pdfium.FS_RECTF, str]]
) -> Iterator[Sign]:
    text = page.get_textpage()
    left, right, bottom, top, start, base = (ctypes.c_double() for _ in range(6))
    index, count = 0, pdfium.FPDFText_CountChars(text)
    while index < count:
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        pdfium.FPDFText_GetCharOrigin(text, index, start, base)
        sign, taken = _character(text, index)
        middle = (left.value + right.value) / 2, (bottom.value + top.value) / 2
        yield Sign(
            sign,
            left.value,
            right.value,
            base.value,
            pdfium.FPDFText_GetFontSize(text, index),
            _weight(text, index),
            _target(middle, targets) if sign.strip() else None,
        )
        index += taken


def _weight(text: Any, index: int) -> int:
    """Return the weight of a character's type, as its name says or its descriptor.

    Word processors leave the weight out of the descriptor (ISO 32000-2, table 120), so
    that bold type counts as regular; the name of a bold font says what it is.
    """
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, _LONGEST_NAME, flags)
    stated = int(pdfium.FPDFText_GetFontWeight(text, index))
    return max(stated, BOLD) if _BOLD_NAME.search(name.value) else stated


def _character(text: Any, index: int) -> tuple[str, int]:
    """Return a character, and how many of PDFium's (UTF-16) units it takes."""
    code = pdfium.FPDFText_GetUnicode(text, index)
    if 0xD800 <= code < 0xDC00:
        low = pdfium.FPDFText_GetUnicode(text, index + 1)
        if 0xDC00 <= low < 0xE000:
            return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)), 2
    return chr(code), 1


def _target(
    middle: tuple[float, float], targets: Sequence[tuple[pdfium.FS_RECTF, str]]
) -> str | None:
    across, up = middle
    for place, target in targets:
        if place.left <= across <= place.right and place.bottom <= up <= place.top:
            return target
    return None


def _rows(signs: Iterator[Sign]) -> Iterator[list[Sign]]:
    """Yield the signs of one baseline, without blank rows.

    PDFium shows no line end after a hyphen, nor between signs drawn apart; raised
    signs stand less than half their size higher.
    """
    rows: list[list[Sign]] = [[]]
    base = 0.0
    for sign in signs:
        is_seen = bool(sign.text.strip())
        jumps = is_seen and rows[-1] and abs(sign.base - base) > sign.size * _JUMP
        if sign.text in "\r\n" or jumps:
            rows.append([])
        if sign.text not in "\r\n":
            rows[-1].append(sign)
        if is_seen:
            base = sign.base
    return (row for row in rows if any(sign.text.strip() for sign in row))


def _parted(row: list[Sign]) -> Iterator[list[Sign]]:
    """Yield the parts of a row between gaps too wide for a blank, in any direction."""
    part: list[Sign] = []
    left = right = None
    for sign in row:
        if not sign.text.strip():
            part.append(sign)
            continue
        if left is not None and right is not None:
            gap = max(sign.left - right, left - sign.right)
            if gap > _GAP * sign.size:
                yield part
                part, left, right = [], None, None
        left = sign.left if left is None else min(left, sign.left)
        right = sign.right if right is None else max(right, sign.right)
        part.append(sign)
    yield part


def _line(part: list[Sign], number: int) -> Line:
    seen = [sign for sign in part if sign.text.strip()]
    size, _ = Counter(round(sign.size, 1) for sign in seen).most_common(1)[0]
    bold = sum(sign.weight >= BOLD for sign in seen) * 2 > len(seen)
    return Line(
        page=number,
        pieces=tuple(_pieces(part, is_bold=bold)),
        left=seen[0].left,
        right=seen[-1].right,
        base=Counter(round(sign.base, 1) for sign in seen).most_common(1)[0][0],
        size=size,
        is_bold=bold,
    )


def _pieces(part: list[Sign], *, is_bold: bool) -> Iterator[Piece]:
    """Yield the words of a line, those that lead somewhere or stand out marked.

    A blank is marked as the sign before it, so that words stay together.
    """
    dressed: list[tuple[str, tuple[Dress, ...]]] = []
    for sign in part:
        is_blank = not sign.text.strip()
        marks = dressed[-1][1] if is_blank and dressed else _dress(sign, is_bold)
        dressed.append((sign.text, marks))
    for marks, group in groupby(dressed, lambda each: each[1]):
        yield Piece("".join(text for text, _ in group), marks)


def _dress(sign: Sign, is_bold: bool) -> tuple[Dress, ...]:
    stands_out = sign.weight >= BOLD and not is_bold
    marks: tuple[Dress, ...] = (Strong(),) if stands_out else ()
    return (*marks, link_to(sign.target)) if sign.target else marks
