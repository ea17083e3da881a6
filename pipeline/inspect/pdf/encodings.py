"""Glyph names: what they mean, and which codes have them in known encodings."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

UNI = re.compile(r"uni([0-9A-F]{4}(?:[0-9A-F]{4})*)")
U = re.compile(r"u([0-9A-F]{4,6})")
# ISO 32000-1, Annex D: what WinAnsiEncoding has beyond the code page.
WIN_EXTRA = {0x7F: "bullet", 0x81: "bullet", 0x8D: "bullet", 0x8F: "bullet",
             0x90: "bullet", 0x9D: "bullet", 0xA0: "space", 0xAD: "hyphen"}  # fmt: skip
MAC_EXTRA = {0xCA: "space", 0xDB: "currency"}


def _lists() -> tuple[tuple[str, ...], ...]:
    text = (resources.files(__package__) / "names.txt").read_text("ascii")
    lines = [line for line in text.splitlines() if line[:1] != "#"]
    return tuple(tuple(line.split()) for line in lines)


CFF_STRINGS, MAC_GLYPHS, _STANDARD = _lists()
STANDARD: Mapping[int, str] = {
    code: name for code, name in enumerate(_STANDARD) if name != ".notdef"
}


@lru_cache(maxsize=1)
def glyph_list() -> Mapping[str, str]:
    """Return the Adobe Glyph List: the characters of each name."""
    text = (resources.files(__package__) / "glyphs.txt").read_text("ascii")
    lines = (line.split() for line in text.splitlines() if line[:1] != "#")
    return {
        name: "".join(chr(int(code, 16)) for code in codes) for name, *codes in lines
    }


def characters(name: str) -> str | None:
    """Return the characters for which a glyph name stands; None if it names none."""
    found = glyph_list().get(name)
    if found is not None:
        return found
    if match := UNI.fullmatch(name):
        digits = match[1]
        return "".join(
            chr(int(digits[at : at + 4], 16)) for at in range(0, len(digits), 4)
        )
    if match := U.fullmatch(name):
        code = int(match[1], 16)
        return chr(code) if code <= 0x10FFFF else None
    return None


@lru_cache(maxsize=1)
def _names_by_character() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for name, meant in glyph_list().items():
        if meant not in names or name in CFF_STRINGS:
            names[meant] = name
    return names


@lru_cache(maxsize=4)
def encoding(name: str) -> Mapping[int, str] | None:
    """Return the glyph names of an encoding that ISO 32000-1 defines, by code."""
    match name:
        case "StandardEncoding":
            return STANDARD
        case "WinAnsiEncoding":
            return {**_from_codec("cp1252"), **WIN_EXTRA}
        case "MacRomanEncoding":
            return {**_from_codec("mac_roman"), **MAC_EXTRA}
        case _:
            return None


def _from_codec(codec: str) -> dict[int, str]:
    known = _names_by_character()
    found = {}
    for code in range(0x20, 0x100):
        character = bytes([code]).decode(codec, "replace")
        if character in known:
            found[code] = known[character]
    return found
