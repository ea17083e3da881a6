"""Fonts of one file: codes for the shaped text it holds, and the font objects.

A code stands for a glyph *and* the characters it shows, so that ligatures, hyphens at
line ends and no-break spaces read back exactly as written.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from pipeline.layout.pages import Pages, TextMark
from pipeline.render.pdf.file import File
from pipeline.typeset.faces import DISPLAY_OPTICAL_PT, Face, metrics
from pipeline.typeset.shape import Shaped
from pipeline.typeset.subset import Subset, subset

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

subset_once = lru_cache(maxsize=256)(subset)


@dataclass(slots=True)
class Font:
    """One face in one file. Codes are given out in order of use, from 1."""

    name: str
    """Resource name, such as `F1`."""
    face: Face
    cut: Subset
    codes: dict[tuple[int, str], tuple[str, float]] = field(default_factory=dict)
    """By glyph and characters: the code in hexadecimal, and the width it states."""
    shown: dict[Shaped, str] = field(default_factory=dict)

    def encode(self, shaped: Shaped, size: float) -> str:
        """Return `shaped` as the inside of a TJ array that stands in a hex string."""
        found = self.shown.get(shaped)
        if found is None:
            found = self._encoded(shaped, size)
            if not any(glyph.dy for glyph in shaped.glyphs):
                self.shown[shaped] = found
        return found

    def _encoded(self, shaped: Shaped, size: float) -> str:
        parts: list[str] = []
        codes = self.codes
        owed = 0.0
        for glyph in shaped.glyphs:
            key = (glyph.gid, glyph.text)
            code, width = codes.get(key) or self._add(key)
            move = round(owed - glyph.dx)
            if move:
                parts.append(f">{move}<")
            parts.append(
                code if not glyph.dy else _raised(code, glyph.dy * size / 1000)
            )
            owed = width - glyph.advance + glyph.dx
        if round(owed):
            parts.append(f">{round(owed)}<")
        return "".join(parts)

    def _add(self, key: tuple[int, str]) -> tuple[str, float]:
        width = self.cut.advances[self.cut.new_gids[key[0]]]
        added = self.codes[key] = (f"{len(self.codes) + 1:04X}", width)
        return added


def _raised(code: str, rise: float) -> str:
    """Return a code shown higher, as an accent on another letter may be."""
    return f">]TJ {rise:.3f} Ts[<{code}>]TJ 0 Ts[<"


def fonts_of(pages: Pages) -> dict[Face, Font]:
    """Return the fonts that `pages` need, in order of use."""
    return {
        face: Font(f"F{index}", face, subset_once(face, _gids(words)))
        for index, (face, words) in enumerate(_words(pages).items(), start=1)
    }


def _words(pages: Pages) -> dict[Face, dict[Shaped, None]]:
    words: dict[Face, dict[Shaped, None]] = {}
    for page in pages.pages:
        for mark in page.marks:
            if isinstance(mark, TextMark):
                for line in mark.lines:
                    for piece in line.pieces:
                        known = words.setdefault(piece.face, {})
                        known.update(dict.fromkeys(piece.words))
    return words


def _gids(words: Iterable[Shaped]) -> frozenset[int]:
    return frozenset([glyph.gid for word in words for glyph in word.glyphs])


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
