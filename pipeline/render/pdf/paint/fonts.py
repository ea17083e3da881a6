"""Fonts while painting: a code for each glyph and the characters that it shows.

So ligatures, hyphens at line ends and no-break spaces read back exactly as written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.layout.pages import Pages, TextMark
from pipeline.typeset.faces import Face
from pipeline.typeset.shape import Shaped
from pipeline.typeset.subset import Subset, subset

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
