"""Fonts: embedded, and consistent with their programs, encodings and CMaps."""

import re
from collections.abc import Iterator

from pipeline.inspect.pdf.cmaps import CMap, read_cmap
from pipeline.inspect.pdf.encodings import characters
from pipeline.inspect.pdf.fonts import IDENTITY, Font
from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.predefined_cmaps import COLLECTIONS, PREDEFINED
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.streams import content
from pipeline.inspect.pdf.values import (
    elements,
    entry,
    has,
    is_keyed,
    is_stream,
    name,
    text,
    whole,
)

KINDS = ("Type1", "MMType1", "TrueType", "Type3", "Type0")
FILE_KINDS = (None, "Type1C", "CIDFontType0C", "OpenType")
LATIN = ("MacRomanEncoding", "WinAnsiEncoding")
SUBSET = re.compile(r"[A-Z]{6}\+.*")
STANDARD_14 = frozenset(
    "Courier Courier-Bold Courier-Oblique Courier-BoldOblique Helvetica "
    "Helvetica-Bold Helvetica-Oblique Helvetica-BoldOblique Times-Roman Times-Bold "
    "Times-Italic Times-BoldItalic Symbol ZapfDingbats".split()
)


def _break(font: Font, message: str) -> Break:
    return Break(f"{font.called} {message}", font.page, font.number)


@rule("A2:6.2.11.2-1")
def fonts_say_what_they_are(file: File) -> Iterator[Break]:
    """A font dictionary has the Type Font."""
    for font in file.fonts:
        if name(entry(font.value, "/Type")) != "Font":
            yield _break(font, "does not say that it is a font (Type)")


@rule("A2:6.2.11.2-2")
def fonts_are_of_known_kinds(file: File) -> Iterator[Break]:
    """A font has one of the Subtypes that ISO 32000-1 knows."""
    for font in file.fonts:
        if font.subtype not in KINDS:
            yield _break(font, f"is of the unknown kind `{font.subtype}`")


@rule("A2:6.2.11.2-3")
def fonts_have_names(file: File) -> Iterator[Break]:
    """A font but one of Type 3 has a BaseFont."""
    for font in file.fonts:
        if font.subtype != "Type3" and name(entry(font.value, "/BaseFont")) is None:
            yield _break(font, "has no BaseFont")


def _simple(file: File) -> Iterator[Font]:
    for font in file.fonts:
        is_standard = name(entry(font.value, "/BaseFont")) in STANDARD_14
        is_plain = is_standard and font.subtype == "Type1" and font.file is None
        if not font.is_composite and not is_plain:
            yield font


@rule("A2:6.2.11.2-4")
def simple_fonts_state_first_code(file: File) -> Iterator[Break]:
    """A simple font, but one of the standard 14, states FirstChar."""
    for font in _simple(file):
        if not has(font.value, "/FirstChar"):
            yield _break(font, "states no FirstChar")


@rule("A2:6.2.11.2-5")
def simple_fonts_state_last_code(file: File) -> Iterator[Break]:
    """A simple font, but one of the standard 14, states LastChar."""
    for font in _simple(file):
        if not has(font.value, "/LastChar"):
            yield _break(font, "states no LastChar")


@rule("A2:6.2.11.2-6")
def simple_fonts_state_widths(file: File) -> Iterator[Break]:
    """A simple font, but one of the standard 14, has a width for each of its codes."""
    for font in _simple(file):
        first = whole(entry(font.value, "/FirstChar")) or 0
        last = whole(entry(font.value, "/LastChar")) or 0
        if len(elements(entry(font.value, "/Widths"))) != last - first + 1:
            yield _break(font, "does not state a width for each code")


@rule("A2:6.2.11.2-7")
def programs_are_of_known_kinds(file: File) -> Iterator[Break]:
    """A font program in FontFile3 is Type1C, CIDFontType0C or OpenType."""
    for font in file.fonts:
        stated = name(entry(font.descriptor, "/FontFile3", "/Subtype"))
        if stated not in FILE_KINDS:
            yield _break(font, f"has a program of the unknown kind `{stated}`")


@rule("UA1:7.21.3.1-1", "A2:6.2.11.3.1-1", "UA2:8.4.5.3.1-1")
def collections_agree(file: File) -> Iterator[Break]:
    """A composite font and its CMap, unless Identity, have the same CIDSystemInfo."""
    for font in file.fonts:
        if not font.is_composite or font.encoding in IDENTITY:
            continue
        wanted = _collection(font)
        info = entry(font.bottom, "/CIDSystemInfo")
        own = tuple(text(entry(info, key)) for key in ("/Registry", "/Ordering"))
        supplement = whole(entry(info, "/Supplement"))
        if (
            wanted is None
            or own != wanted[:2]
            or supplement is None
            or supplement > wanted[2]
        ):
            yield _break(font, "and its CMap are of different character collections")


def _collection(font: Font) -> tuple[str, str, int] | None:
    if isinstance(font.encoding, CMap):
        info = entry(font.value, "/Encoding", "/CIDSystemInfo")
        registry, ordering = (text(entry(info, key)) for key in ("/Registry", "/Ordering"))
        supplement = whole(entry(info, "/Supplement"))
        if registry is None or ordering is None or supplement is None:
            return font.encoding.collection
        return registry, ordering, supplement
    return COLLECTIONS.get(font.encoding or "")


@rule("UA1:7.21.3.2-1", "A2:6.2.11.3.2-1", "UA2:8.4.5.3.2-1")
def glyph_maps_are_there(file: File) -> Iterator[Break]:
    """An embedded CIDFontType2 has a CIDToGIDMap: a stream, or Identity."""
    for font in file.fonts:
        if name(entry(font.bottom, "/Subtype")) != "CIDFontType2" or font.file is None:
            continue
        stated = entry(font.bottom, "/CIDToGIDMap")
        if not is_stream(stated) and name(stated) != "Identity":
            yield _break(font, "has no CIDToGIDMap")


@rule("UA1:7.21.3.3-1", "A2:6.2.11.3.3-1", "UA2:8.4.5.4-1")
def cmaps_are_embedded(file: File) -> Iterator[Break]:
    """A CMap that ISO 32000-1 does not predefine is embedded."""
    for font in file.fonts:
        used = font.encoding if font.is_composite else None
        if isinstance(used, CMap):
            used = name(entry(font.value, "/Encoding", "/UseCMap"))
        if used is not None and used not in PREDEFINED:
            yield _break(font, f"uses the CMap `{used}`, which is not embedded")


@rule("UA1:7.21.3.3-2", "A2:6.2.11.3.3-2", "UA2:8.4.5.4-2")
def writing_modes_agree(file: File) -> Iterator[Break]:
    """The WMode of an embedded CMap is the same in its dictionary and its stream."""
    for font in file.fonts:
        if isinstance(font.encoding, CMap):
            stated = whole(entry(font.value, "/Encoding", "/WMode")) or 0
            if stated != font.encoding.mode:
                yield _break(font, "has a CMap of two writing modes (WMode)")


@rule("UA1:7.21.3.3-3", "A2:6.2.11.3.3-3", "UA2:8.4.5.4-3")
def cmaps_build_on_predefined_ones(file: File) -> Iterator[Break]:
    """An embedded CMap builds only on CMaps that ISO 32000-1 predefines."""
    for font in file.fonts:
        if isinstance(font.encoding, CMap):
            base = _base(font)
            if base is not None and base not in PREDEFINED:
                yield _break(font, f"has a CMap that builds on `{base}`")


def _base(font: Font) -> str | None:
    stated = entry(font.value, "/Encoding", "/UseCMap")
    if is_stream(stated):
        return name(entry(stated, "/CMapName"))
    if isinstance(font.encoding, CMap) and font.encoding.base:
        return font.encoding.base
    return name(stated)


@rule("UA1:7.21.4.1-1", "A2:6.2.11.4.1-1", "UA2:8.4.5.5.1-1")
def fonts_are_embedded(file: File) -> Iterator[Break]:
    """Every font with which text is shown visibly is embedded."""
    for font in file.fonts:
        if font.subtype != "Type3" and font.is_shown and font.file is None:
            yield _break(font, "is not embedded")


@rule("UA1:7.21.4.2-1", "A2:6.2.11.4.2-1")
def glyph_lists_are_complete(file: File) -> Iterator[Break]:
    """The CharSet of a Type 1 subset, if there, names every glyph of the program."""
    for font in file.fonts:
        stated = text(entry(font.descriptor, "/CharSet"))
        if font.subtype not in ("Type1", "MMType1") or not stated:
            continue
        if font.program is not None and SUBSET.fullmatch(font.called):
            listed = set(stated.split("/")) - {"", ".notdef"}
            if set(font.program.names) - {".notdef"} != listed:
                yield _break(font, "does not list its glyphs truly (CharSet)")


@rule("UA1:7.21.4.2-2", "A2:6.2.11.4.2-2")
def cid_sets_are_complete(file: File) -> Iterator[Break]:
    """The CIDSet of a CIDFont subset, if there, has every CID of the program."""
    for font in file.fonts:
        stream = entry(font.descriptor, "/CIDSet")
        if not is_stream(stream) or not SUBSET.fullmatch(font.called):
            continue
        bits = content(stream)
        if font.program is not None and any(
            not (cid < len(bits) * 8 and bits[cid >> 3] >> (7 - (cid & 7)) & 1)
            for cid in _cids(font)
        ):
            yield _break(font, "does not list all its CIDs (CIDSet)")


def _cids(font: Font) -> Iterator[int]:
    program = font.program
    if program is None:
        return
    if program.cids is not None:
        yield from program.cids
    elif font.glyph_map is not None:
        yield from (cid for cid, glyph in enumerate(font.glyph_map) if glyph)
    else:
        yield from range(program.count)


def _true_type(file: File, is_symbolic: bool) -> Iterator[Font]:
    for font in file.fonts:
        if font.subtype == "TrueType" and font.is_symbolic is is_symbolic:
            yield font


@rule("UA1:7.21.6-1", "A2:6.2.11.6-1", "UA2:8.4.5.7-1")
def plain_programs_have_characters(file: File) -> Iterator[Break]:
    """The program of a non-symbolic TrueType font has a non-symbolic character table."""
    for font in _true_type(file, is_symbolic=False):
        program = font.program
        if program is not None and font.is_shown:
            needed = 2 if program.table(3, 0) else 1
            if len(program.tables) < needed:
                yield _break(font, "has no usable character table (cmap)")


@rule("UA1:7.21.6-2", "A2:6.2.11.6-2", "UA2:8.4.5.7-2")
def plain_fonts_are_latin(file: File) -> Iterator[Break]:
    """A non-symbolic TrueType font has MacRoman or WinAnsi encoding.

    Its Differences, if any, are names of the Adobe Glyph List, and its program has a
    character table for Unicode.
    """
    for font in _true_type(file, is_symbolic=False):
        stated = entry(font.value, "/Encoding")
        base = name(stated) or name(entry(stated, "/BaseEncoding"))
        if base not in LATIN:
            yield _break(font, f"has the encoding `{base}`, not MacRoman or WinAnsi")
        elif is_keyed(stated) and has(stated, "/Differences"):
            yield from _differences(font)


def _differences(font: Font) -> Iterator[Break]:
    unknown = [each for each in font.differences.values() if not characters(each)]
    if unknown:
        yield _break(font, f"has `{unknown[0]}` among its Differences")
    elif font.program is not None and font.program.table(3, 1) is None:
        yield _break(font, "has Differences and no table for Unicode (3,1)")


@rule("UA1:7.21.6-3", "A2:6.2.11.6-3", "UA2:8.4.5.7-3")
def symbolic_fonts_have_no_encoding(file: File) -> Iterator[Break]:
    """A symbolic TrueType font has no Encoding."""
    for font in _true_type(file, is_symbolic=True):
        if has(font.value, "/Encoding"):
            yield _break(font, "is symbolic and has an Encoding")


@rule("UA1:7.21.6-4", "A2:6.2.11.6-4", "UA2:8.4.5.7-4")
def symbolic_programs_have_one_table(file: File) -> Iterator[Break]:
    """The program of a symbolic TrueType font has one character table, or a (3,0)."""
    for font in _true_type(file, is_symbolic=True):
        program = font.program
        if program is None or not font.is_shown:
            continue
        if len(program.tables) != 1 and program.table(3, 0) is None:
            yield _break(font, f"has {len(program.tables)} character tables, not one")


@rule("A2:6.1.13-10")
def cids_are_small(file: File) -> Iterator[Break]:
    """No CID of a CMap is greater than 65535."""
    for font in file.fonts:
        stated = entry(font.value, "/Encoding")
        if is_stream(stated):
            cids = read_cmap(content(stated)).cids
            if cids and max(cids.values()) > 65535:
                yield _break(font, "has a CMap with CIDs beyond 65535")
