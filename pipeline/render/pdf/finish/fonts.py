"""Fonts as objects: a Type 0 font by glyph, with its program and its characters."""

import struct
from hashlib import sha256

from pipeline.render.pdf.finish.file import File
from pipeline.render.pdf.paint.fonts import Font
from pipeline.typeset.faces import DISPLAY_OPTICAL_PT, metrics

# Glyphs after the first of a cluster add no characters, yet ISO 14289-1, 7.21.7 wants
# each code mapped: they read as a word joiner, which is invisible and breaks nothing.
NO_TEXT = "\u2060"

WEIGHTS = {
    200: "ExtraLight", 300: "Light", 400: "Regular", 500: "Medium", 600: "Semibold",
    700: "Bold", 800: "ExtraBold", 900: "Black",
}  # fmt: skip

# ISO 32000-1, 9.10.3 and the CMap specification: at most 100 entries in a block.
CMAP_BLOCK = 100

# Bits of a font descriptor (ISO 32000-1, table 123).
SYMBOLIC, ITALIC = 4, 64


def write_font(font: Font, file: File) -> str:
    """Write a Type 0 font with its program; return the reference to it."""
    name = base_font(font)
    glyphs = [font.cut.new_gids[gid] for gid, _ in font.codes]
    widths = " ".join(f"{font.cut.advances[glyph]:.0f}" for glyph in glyphs)
    to_glyph = struct.pack(f">{len(glyphs) + 1}H", 0, *glyphs)
    descendant = file.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {_write_descriptor(font, name, file)}"
        f"/DW 0/W[1[{widths}]]/CIDToGIDMap {file.add_stream('', to_glyph)}>>"
    )
    texts = [text or NO_TEXT for _, text in font.codes]
    to_unicode = file.add_stream("", _cmap(texts))
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant}]/ToUnicode {to_unicode}>>"
    )


def base_font(font: Font) -> str:
    """Return a PostScript name; its tag tells subsets apart (ISO 32000-1, 9.6.4)."""
    face = font.face
    display = "Display" if face.optical >= DISPLAY_OPTICAL_PT else ""
    weight = WEIGHTS.get(face.weight, f"W{face.weight}")
    slope = "It" if face.italic else ""
    seed = int.from_bytes(sha256(font.cut.program).digest()[:8], "big")
    tag = "".join(chr(65 + seed // 26**place % 26) for place in range(6))
    return f"{tag}+{face.family.replace(' ', '')}{display}-{weight}{slope}"


def _write_descriptor(font: Font, name: str, file: File) -> str:
    program = font.cut.program
    extents = metrics(font.face)
    flags = SYMBOLIC | (ITALIC if font.face.italic else 0)
    box = " ".join(str(edge) for edge in _bounding_box(program))
    file2 = file.add_stream(f"/Length1 {len(program)}", program)
    return file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]"
        f"/ItalicAngle {-12 if font.face.italic else 0}"
        f"/Ascent {extents.ascender:.0f}/Descent {extents.descender:.0f}"
        f"/CapHeight {extents.cap_height:.0f}/StemV {font.face.weight // 5}"
        f"/FontFile2 {file2}>>"
    )


def _bounding_box(program: bytes) -> tuple[int, ...]:
    """Return the extent of all glyphs in 1/1000 em, from the program's `head` table."""
    tables = struct.unpack(">H", program[4:6])[0]
    for index in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4s3L", program, 12 + 16 * index)
        if tag == b"head":
            upem = struct.unpack_from(">H", program, offset + 18)[0]
            box = struct.unpack_from(">4h", program, offset + 36)
            return tuple(round(edge * 1000 / upem) for edge in box)
    raise ValueError("a TrueType program has a head table")


def _cmap(texts: list[str]) -> bytes:
    """Return a ToUnicode CMap (ISO 32000-1, 9.10.3) for the codes from 1."""
    entries = [
        f"<{code:04X}><{text.encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, start=1)
    ]
    blocks = []
    for start in range(0, len(entries), CMAP_BLOCK):
        block = entries[start : start + CMAP_BLOCK]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([_CMAP_HEAD, *blocks, _CMAP_TAIL]).encode("ascii")


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
