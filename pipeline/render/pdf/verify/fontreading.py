"""Fonts read back: what each code stands for, and whether its glyph exists."""

import re
import struct
from collections.abc import Mapping
from typing import Any

import uharfbuzz as hb

from pipeline.render.pdf.verify.content import Problem

Codes = Mapping[bytes, str]
"""Characters by code, as four hexadecimal digits."""

# ISO 14289-1, 7.21.5: widths stated and in the program differ by at most 1/1000 em.
WIDTH_TOLERANCE = 1

BFCHAR = re.compile(rb"<([0-9A-F]{4})><([0-9A-F]+)>")
# ISO 14289-1, 7.21.7: characters that say nothing.
NOTHING = ("\0", "\ufeff", "\ufffe")


class FontReader:
    """Reads each font of a file once; gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.read: dict[tuple[int, int], Codes] = {}

    def codes(self, resources: Any) -> dict[str, Codes]:
        """Return the codes of the fonts among the resources, by name."""
        if resources is None:
            return {}
        return {name[1:]: self.font(font) for name, font in resources.items()}

    def font(self, font: Any) -> Codes:
        """Return the codes of one font that have a glyph."""
        own = font.objgen
        if own not in self.read:
            self.read[own] = self._read(font)
        return self.read[own]

    def _read(self, font: Any) -> Codes:
        name = str(font.get("/BaseFont", "/unnamed"))[1:]
        if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
            self._problem("font", f"{name} is not a Type 0 font by glyph")
            return {}
        descendant = dict(font["/DescendantFonts"][0].items())
        program = descendant["/FontDescriptor"].get("/FontFile2")
        if program is None:
            self._problem("UA1:7.21.4.1-1", f"{name} is not embedded")
            return {}
        if "/CIDToGIDMap" not in descendant:
            self._problem("UA1:7.21.3.2-1", f"{name} has no CIDToGIDMap")
            return {}
        map_bytes = descendant["/CIDToGIDMap"].read_bytes()
        glyphs = struct.unpack(f">{len(map_bytes) // 2}H", map_bytes)
        self._check_glyphs(name, glyphs, descendant["/W"], program.read_bytes())
        return self._characters(name, glyphs, font.get("/ToUnicode"))

    def _problem(self, code: str, message: str) -> None:
        self.problems.append((code, message))

    def _check_glyphs(
        self, name: str, glyphs: tuple[int, ...], widths: Any, program: bytes
    ) -> None:
        face = hb.Face(program)
        cut, upem, count = hb.Font(face), face.upem, face.glyph_count
        stated = [float(width) for width in widths[1]]
        if int(widths[0]) != 1 or len(stated) != len(glyphs) - 1:
            self._problem("UA1:7.21.5-1", f"{name} does not state all its widths")
            return
        for glyph, width in zip(glyphs[1:], stated, strict=True):
            if glyph >= count:
                self._problem("UA1:7.21.4.1-2", f"{name} has no glyph {glyph}")
            elif (
                abs(cut.get_glyph_h_advance(glyph) * 1000 / upem - width)
                > WIDTH_TOLERANCE
            ):
                self._problem(
                    "UA1:7.21.5-1", f"{name}: glyph {glyph} is not {width} wide"
                )

    def _characters(self, name: str, glyphs: tuple[int, ...], cmap: Any) -> Codes:
        if cmap is None:
            self._problem("UA1:7.21.7-1", f"{name} has no ToUnicode map")
            return {}
        codes: dict[bytes, str] = {}
        entries = cmap.read_bytes().partition(b"endcodespacerange")[2]
        for code, characters in BFCHAR.findall(entries):
            text = bytes.fromhex(characters.decode()).decode("utf-16-be")
            if text in NOTHING:
                self._problem(
                    "UA1:7.21.7-2", f"{name}: code {code.decode()} says nothing"
                )
            number = int(code, 16)
            if number < len(glyphs):
                codes[code] = text
                if not glyphs[number]:
                    self._problem("UA1:7.21.8-1", f"{name} would show .notdef")
        return codes
