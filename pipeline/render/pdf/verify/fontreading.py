"""Fonts read back: what each code stands for, and whether its glyph exists."""

import re
import struct
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import uharfbuzz as hb

from pipeline.render.pdf.verify.content import NO_CHARACTERS, Codes, Problem
from pipeline.render.pdf.verify.objects import Keys, Objects, Reference

# ISO 14289-1, 7.21.5: widths stated and in the program differ by at most 1/1000 em.
WIDTH_TOLERANCE = 1

BFCHAR = re.compile(r"<([0-9A-F]{4})><([0-9A-F]+)>")
# ISO 14289-1, 7.21.7: characters that say nothing.
NOTHING = {"\0", "\ufeff", "\ufffe"}


class FontReader:
    """Reads each font of a file once; gathers what is wrong with them."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects
        self.problems: list[Problem] = []
        self.read: dict[Reference, Codes] = {}

    def codes(self, resources: Any) -> dict[bytes, Codes]:
        """Return the codes of the fonts among the resources, by name."""
        named = self.objects.dictionary(resources)
        return {name[1:].encode(): self.font(font) for name, font in named.items()}

    def font(self, font: Reference) -> Codes:
        """Return the codes of one font that have a glyph."""
        if font not in self.read:
            codes = self._read(self.objects.dictionary(font))
            self.read[font] = defaultdict(lambda: NO_CHARACTERS, codes)
        return self.read[font]

    def _read(self, font: Keys) -> Mapping[int, str]:
        name = str(font.get("/BaseFont", "/unnamed"))[1:]
        if font.get("/Subtype") != "/Type0" or font.get("/Encoding") != "/Identity-H":
            self._problem("font", f"{name} is not a Type 0 font by glyph")
            return {}
        (inner,) = self.objects.array(font["/DescendantFonts"])
        descendant = self.objects.dictionary(inner)
        descriptor = self.objects.dictionary(descendant["/FontDescriptor"])
        if "/FontFile2" not in descriptor:
            self._problem("UA1:7.21.4.1-1", f"{name} is not embedded")
            return {}
        if "/CIDToGIDMap" not in descendant:
            self._problem("UA1:7.21.3.2-1", f"{name} has no CIDToGIDMap")
            return {}
        map_bytes = self.objects.content(descendant["/CIDToGIDMap"])
        glyphs = struct.unpack(f">{len(map_bytes) // 2}H", map_bytes)
        first, stated = self.objects.array(descendant["/W"])
        widths = first, self.objects.array(stated)
        program = self.objects.content(descriptor["/FontFile2"])
        self._check_glyphs(name, glyphs, widths, program)
        return self._characters(name, glyphs, font.get("/ToUnicode"))

    def _problem(self, code: str, message: str) -> None:
        self.problems.append((code, message))

    def _check_glyphs(
        self,
        name: str,
        glyphs: tuple[int, ...],
        widths: tuple[int, list[float]],
        program: bytes,
    ) -> None:
        face = hb.Face(program)
        advance = hb.Font(face).get_glyph_h_advance
        upem, count = face.upem, face.glyph_count
        first, stated = widths
        if first != 1 or len(stated) != len(glyphs) - 1:
            self._problem("UA1:7.21.5-1", f"{name} does not state all its widths")
            return
        for glyph, width in zip(glyphs[1:], stated, strict=True):
            if glyph >= count:
                self._problem("UA1:7.21.4.1-2", f"{name} has no glyph {glyph}")
            elif abs(advance(glyph) * 1000 / upem - width) > WIDTH_TOLERANCE:
                self._problem(
                    "UA1:7.21.5-1", f"{name}: glyph {glyph} is not {width} wide"
                )

    def _characters(
        self, name: str, glyphs: tuple[int, ...], cmap: Reference | None
    ) -> Mapping[int, str]:
        if cmap is None:
            self._problem("UA1:7.21.7-1", f"{name} has no ToUnicode map")
            return {}
        entries = self.objects.content(cmap).partition(b"endcodespacerange")[2]
        meant = {
            int(code, 16): bytes.fromhex(characters).decode("utf-16-be")
            for code, characters in BFCHAR.findall(entries.decode())
        }
        if not NOTHING.isdisjoint(meant.values()):
            self._problem("UA1:7.21.7-2", f"{name}: a code says nothing")
        codes = {code: text for code, text in meant.items() if code < len(glyphs)}
        if any(not glyphs[code] for code in codes):
            self._problem("UA1:7.21.8-1", f"{name} would show .notdef")
        return codes
