"""Fonts: embedded, and consistent with their programs, encodings and CMaps."""

import re
from collections.abc import Iterator

from pipeline.inspect.pdf.encodings import characters
from pipeline.inspect.pdf.fonts import KINDS, KINDS_3, Font
from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import in_font
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

LATIN = ("MacRomanEncoding", "WinAnsiEncoding")
SUBSET = re.compile(r"[A-Z]{6}\+.*")
STANDARD_14 = frozenset(
    [
        "Courier",
        "Courier-Bold",
        "Courier-Oblique",
        "Courier-BoldOblique",
        "Helvetica",
        "Helvetica-Bold",
        "Helvetica-Oblique",
        "Helvetica-BoldOblique",
        "Times-Roman",
        "Times-Bold",
        "Times-Italic",
        "Times-BoldItalic",
        "Symbol",
        "ZapfDingbats",
    ]
)


@rule("A2:6.2.11.2-1")
def fonts_say_what_they_are(file: File) -> Iterator[Break]:
    """A font dictionary has the Type Font."""
    for font in file.fonts:
        if name(entry(font.value, "/Type")) != "Font":
            yield in_font(font, "does not say that it is a font (Type)")


@rule("A2:6.2.11.2-2")
def fonts_are_of_known_kinds(file: File) -> Iterator[Break]:
    """A font has one of the Subtypes that ISO 32000-1 knows."""
    for font in file.chosen_fonts:
        if font.subtype not in KINDS:
            yield in_font(font, f"is of the unknown kind `{font.subtype}`")


@rule("A2:6.2.11.2-3")
def fonts_have_names(file: File) -> Iterator[Break]:
    """A font but one of Type 3 has a BaseFont."""
    for font in file.fonts:
        if font.subtype != "Type3" and name(entry(font.value, "/BaseFont")) is None:
            yield in_font(font, "has no BaseFont")


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
            yield in_font(font, "states no FirstChar")


@rule("A2:6.2.11.2-5")
def simple_fonts_state_last_code(file: File) -> Iterator[Break]:
    """A simple font, but one of the standard 14, states LastChar."""
    for font in _simple(file):
        if not has(font.value, "/LastChar"):
            yield in_font(font, "states no LastChar")


@rule("A2:6.2.11.2-6")
def simple_fonts_state_widths(file: File) -> Iterator[Break]:
    """A simple font, but one of the standard 14, has a width for each of its codes."""
    for font in _simple(file):
        first = whole(entry(font.value, "/FirstChar")) or 0
        last = whole(entry(font.value, "/LastChar")) or 0
        if len(elements(entry(font.value, "/Widths"))) != last - first + 1:
            yield in_font(font, "does not state a width for each code")


@rule("A2:6.2.11.2-7")
def programs_are_of_known_kinds(file: File) -> Iterator[Break]:
    """A font program in FontFile3 is Type1C, CIDFontType0C or OpenType."""
    for font in file.fonts:
        stated = name(entry(font.descriptor, "/FontFile3", "/Subtype"))
        if stated is not None and stated not in KINDS_3:
            yield in_font(font, f"has a program of the unknown kind `{stated}`")


@rule("UA1:7.21.4.1-1", "A2:6.2.11.4.1-1", "UA2:8.4.5.5.1-1")
def fonts_are_embedded(file: File) -> Iterator[Break]:
    """Every font with which text is shown visibly is embedded."""
    for font in file.fonts:
        if font.subtype == "Type3" or not font.is_shown:
            continue
        if font.file is None:
            yield in_font(font, "is not embedded")
        elif font.program is None:
            yield in_font(font, "has a program that cannot be read")


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
                yield in_font(font, "does not list its glyphs truly (CharSet)")


@rule("UA1:7.21.4.2-2", "A2:6.2.11.4.2-2")
def cid_sets_are_complete(file: File) -> Iterator[Break]:
    """The CIDSet of a CIDFont subset, if there, has every CID of the program."""
    for font in file.fonts:
        stream = entry(font.descriptor, "/CIDSet")
        if not is_stream(stream) or not SUBSET.fullmatch(font.called):
            continue
        bits = content(stream)
        listed = {
            cid for cid in range(len(bits) * 8) if bits[cid >> 3] >> (7 - cid % 8) & 1
        }
        if font.program is not None and listed | {0} != {0, *_cids(font)}:
            yield in_font(font, "does not list its CIDs truly (CIDSet)")


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
    """The program of a non-symbolic TrueType font has a table of characters."""
    for font in _true_type(file, is_symbolic=False):
        program = font.program
        if program is not None and font.is_shown:
            needed = 2 if program.table(3, 0) else 1
            if len(program.tables) < needed:
                yield in_font(font, "has no usable character table (cmap)")


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
            yield in_font(font, f"has the encoding `{base}`, not MacRoman or WinAnsi")
        elif is_keyed(stated) and has(stated, "/Differences"):
            yield from _differences(font)


def _differences(font: Font) -> Iterator[Break]:
    unknown = [each for each in font.differences.values() if not characters(each)]
    if unknown:
        yield in_font(font, f"has `{unknown[0]}` among its Differences")
    elif font.program is not None and font.program.table(3, 1) is None:
        yield in_font(font, "has Differences and no table for Unicode (3,1)")


@rule("UA1:7.21.6-3", "A2:6.2.11.6-3", "UA2:8.4.5.7-3")
def symbolic_fonts_have_no_encoding(file: File) -> Iterator[Break]:
    """A symbolic TrueType font has no Encoding."""
    for font in _true_type(file, is_symbolic=True):
        if has(font.value, "/Encoding"):
            yield in_font(font, "is symbolic and has an Encoding")


@rule("UA1:7.21.6-4", "A2:6.2.11.6-4", "UA2:8.4.5.7-4")
def symbolic_programs_have_one_table(file: File) -> Iterator[Break]:
    """The program of a symbolic TrueType font has one character table, or a (3,0)."""
    for font in _true_type(file, is_symbolic=True):
        program = font.program
        if program is None or not font.is_shown:
            continue
        if len(program.tables) != 1 and program.table(3, 0) is None:
            yield in_font(font, f"has {len(program.tables)} character tables, not one")
