"""Faces: one design at one weight, slope and optical size, cut from a variable font.

The fonts are installed packages (`fontpkg-*`, SIL Open Font License); a face is only a
name for a file and its axis values, so it can be compared, hashed and sent to a worker.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import uharfbuzz as hb

# Optical sizes are cut at two places, so that a document carries few faces: below this
# many points text is cut for reading, above it for display.
DISPLAY_FROM_PT = 18.0
TEXT_OPTICAL_PT, DISPLAY_OPTICAL_PT = 11.0, 32.0


class MissingFontError(OSError):
    """A font that the theme asks for is not installed: the machine lacks something."""


@dataclass(frozen=True, slots=True)
class Face:
    """One cut of one family: `weight` 200 to 900, `optical` in pt."""

    family: str
    weight: int
    italic: bool
    optical: float


@dataclass(frozen=True, slots=True)
class Metrics:
    """Vertical extents in 1/1000 em above the baseline; `descender` is negative."""

    ascender: float
    descender: float
    cap_height: float
    x_height: float


def face_for(family: str, weight: int, italic: bool, size_pt: float) -> Face:
    """Return the face to set text of `size_pt` in; one optical size for near sizes."""
    optical = DISPLAY_OPTICAL_PT if size_pt >= DISPLAY_FROM_PT else TEXT_OPTICAL_PT
    return Face(family, weight, italic, optical)


@lru_cache(maxsize=64)
def font(face: Face) -> hb.Font:
    """Return HarfBuzz's font for `face`, scaled to 1000 units per em.

    Raises MissingFontError when its package is not installed.
    """
    made = hb.Font(_design(face.family, face.italic))
    made.scale = (1000, 1000)
    made.set_variations(axis_values(face))
    return made


def axis_values(face: Face) -> dict[str, float]:
    """Return the values at which the face pins the axes that its file has."""
    wanted = {"wght": float(face.weight), "opsz": face.optical}
    return {
        axis.tag: min(max(wanted[axis.tag], axis.min_value), axis.max_value)
        for axis in _design(face.family, face.italic).axis_infos
        if axis.tag in wanted
    }


@lru_cache(maxsize=64)
def metrics(face: Face) -> Metrics:
    """Return the vertical extents of `face`."""
    extents = font(face).get_font_extents("ltr")
    return Metrics(
        extents.ascender, extents.descender, _top(face, "H"), _top(face, "x")
    )


def _top(face: Face, letter: str) -> float:
    glyph = font(face).get_nominal_glyph(ord(letter))
    extents = font(face).get_glyph_extents(glyph) if glyph else None
    return float(extents.y_bearing) if extents else 700.0


@lru_cache(maxsize=16)
def _design(family: str, italic: bool) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(font_file(family, italic))))


def font_file(family: str, italic: bool) -> Path:
    """Return the variable font file of a family; raises MissingFontError."""
    package = "fontpkg_" + family.lower().replace(" ", "_")
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise MissingFontError(
            f"the font {family} is not installed; "
            f"install the package {package.replace('_', '-')}"
        )
    folder = Path(spec.origin).parent / "files"
    found = [
        path
        for path in sorted(folder.glob("*.ttf"))
        if ("italic" in path.name.lower()) is italic
    ]
    if not found:
        raise MissingFontError(
            f"the font {family} has no {'italic' if italic else 'roman'}"
        )
    return found[0]
