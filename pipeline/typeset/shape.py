"""Shaping: characters to positioned glyphs, by HarfBuzz, remembered for the process.

Words are shaped one by one: a sheet repeats most of its words, and kerning across a
word space is nothing that a reader sees.
"""

from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from pipeline.typeset.faces import Face, font


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of the font file and the characters it stands for.

    Lengths in 1/1000 em. `text` is empty only where one cluster needs several glyphs:
    its first glyph carries the characters.
    """

    gid: int
    advance: float
    dx: float
    dy: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A shaped word, space or label; compared by identity, so it can key caches."""

    text: str
    glyphs: tuple[Glyph, ...]
    advance: float
    """Sum of the glyphs' advances, 1/1000 em."""

    @property
    def is_whole(self) -> bool:
        """Whether the font has every character; glyph 0 is `.notdef`."""
        return all(glyph.gid for glyph in self.glyphs)


@lru_cache(maxsize=65536)
def shape(face: Face, text: str, features: tuple[str, ...] = ()) -> Shaped:
    """Return `text` shaped left to right with kerning, ligatures and `features`.

    A feature is an OpenType tag to switch on (`smcp`), or off with a minus (`-liga`).
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    settings = {tag.lstrip("-"): not tag.startswith("-") for tag in features}
    hb.shape(font(face), buffer, settings)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = [info.cluster for info in infos]
    glyphs = []
    for index, (info, position) in enumerate(zip(infos, positions, strict=True)):
        later = next((start for start in starts[index:] if start > info.cluster), None)
        first = index == 0 or starts[index - 1] != info.cluster
        glyphs.append(
            Glyph(
                info.codepoint,
                position.x_advance,
                position.x_offset,
                position.y_offset,
                text[info.cluster : later] if first else "",
            )
        )
    return Shaped(text, tuple(glyphs), sum(glyph.advance for glyph in glyphs))
