"""The glyphs that text shows: for each code of a font, what the file makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.inspect.pdf.cmaps import CMap
from pipeline.inspect.pdf.drawn import Showing
from pipeline.inspect.pdf.encodings import characters
from pipeline.inspect.pdf.fonts import IDENTITY, Font
from pipeline.inspect.pdf.programs.program import Program
from pipeline.inspect.pdf.values import entry, name, text

NOTDEF = ".notdef"
# ISO 32000-1, 9.10.2: for these collections readers know the characters of each CID.
KNOWN_COLLECTIONS = ("GB1", "CNS1", "Japan1", "Korea1", "KR")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A code that is shown, with everything that rules ask of it."""

    code: bytes
    page: int
    is_hidden: bool
    is_replaced: bool
    is_there: bool | None
    """Whether the program has it; None where there is no program to ask."""
    is_notdef: bool
    stated_width: float | None
    real_width: float | None
    said: str | None
    """Its characters; None where the file does not tell them."""

    @property
    def shown(self) -> str:
        """The code, for findings."""
        return self.code.hex().upper()


def glyphs(font: Font) -> Iterator[Glyph]:
    """Yield each glyph that is shown with a font, once for each way it is shown."""
    met: set[tuple[bytes, bool, bool]] = set()
    for way, strings in font.shown.items():
        for code in sorted(font.codes(set(strings))):
            key = (code, way.is_hidden, way.is_replaced)
            if key not in met:
                met.add(key)
                yield (
                    _composite(font, code, way)
                    if font.is_composite
                    else _simple(font, code, way)
                )


def _composite(font: Font, code: bytes, way: Showing) -> Glyph:
    cid = _cid(font, code)
    program = font.program
    glyph = _glyph_of_cid(font, program, cid) if program else None
    is_there = None if program is None else glyph is not None and glyph < program.count
    is_notdef = cid == 0 if program is None or program.cids is not None else not glyph
    return Glyph(
        code,
        *way,
        is_there,
        is_notdef or (is_there is False and font.glyph_map is not None),
        font.widths.get(cid, font.default_width),
        program.width(glyph if is_there and glyph else 0) if program else None,
        _said_by_cid(font, code),
    )


def _cid(font: Font, code: bytes) -> int:
    if isinstance(font.encoding, CMap) and font.encoding.base not in IDENTITY:
        return font.encoding.cids.get(code, 0)
    return int.from_bytes(code, "big")


def _glyph_of_cid(font: Font, program: Program, cid: int) -> int | None:
    if font.glyph_map is not None:
        return font.glyph_map[cid] if cid < len(font.glyph_map) else None
    if program.cids is not None:
        return program.cids.get(cid)
    return cid


def _said_by_cid(font: Font, code: bytes) -> str | None:
    if font.to_unicode is not None and code in font.to_unicode.characters:
        return font.to_unicode.characters[code]
    ordering = text(entry(font.bottom, "/CIDSystemInfo", "/Ordering"))
    return "\ufffd" if ordering in KNOWN_COLLECTIONS else None


def _simple(font: Font, code: bytes, way: Showing) -> Glyph:
    value = code[0]
    program = font.program
    label = font.names.get(value)
    glyph = _glyph_of_code(font, program, value, label) if program else None
    is_there = None if program is None else glyph is not None and glyph < program.count
    return Glyph(
        code,
        *way,
        is_there,
        _is_notdef(font, label, glyph),
        font.widths.get(value, font.default_width),
        program.width(glyph) if program and glyph is not None else None,
        _said(font, code, label),
    )


def _is_notdef(font: Font, label: str | None, glyph: int | None) -> bool:
    if font.subtype == "TrueType":
        return font.program is not None and not glyph
    return label == NOTDEF or (label is None and font.subtype != "Type3")


def _glyph_of_code(
    font: Font, program: Program, code: int, label: str | None
) -> int | None:
    if font.subtype == "TrueType" and program.tables:
        return _glyph_in_tables(font, program, code, label)
    return program.names.get(label) if label is not None else None


def _glyph_in_tables(
    font: Font, program: Program, code: int, label: str | None
) -> int | None:
    """Return the glyph of a simple TrueType font; ISO 32000-1, 9.6.6.4."""
    windows, mac = program.table(3, 1), program.table(1, 0)
    symbols = program.table(3, 0)
    has_encoding = name(entry(font.value, "/Encoding")) or font.differences
    if label is not None and (not font.is_symbolic or has_encoding):
        meant = characters(label)
        if windows and meant and (glyph := windows.glyphs.get(ord(meant[0]))):
            return glyph
        if mac and (glyph := mac.glyphs.get(_mac_code(label), 0)):
            return glyph
        if glyph := program.names.get(label):
            return glyph
    for table, codes in ((symbols, (code, 0xF000 + code)), (mac, (code,))):
        for each in codes:
            if table and (glyph := table.glyphs.get(each)):
                return glyph
    return 0


def _mac_code(label: str) -> int:
    meant = characters(label)
    try:
        return meant.encode("mac_roman")[0] if meant else -1
    except UnicodeEncodeError:
        return -1


def _said(font: Font, code: bytes, label: str | None) -> str | None:
    if font.to_unicode is not None and code in font.to_unicode.characters:
        return font.to_unicode.characters[code]
    is_own = font.subtype == "TrueType" and font.is_symbolic
    if label is None or (is_own and entry(font.value, "/Encoding") is None):
        return None
    return characters(label)
