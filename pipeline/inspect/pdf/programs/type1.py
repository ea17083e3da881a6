"""Type 1 programs (Adobe Type 1 Font Format): names, encoding and widths of glyphs."""

import re

from pipeline.inspect.pdf.encodings import STANDARD
from pipeline.inspect.pdf.programs.charstrings import width_of_type_1
from pipeline.inspect.pdf.programs.program import Program

# Chapter 7: keys of the two encryptions.
EEXEC, CHARSTRING = 55665, 4330
CODE = re.compile(rb"dup\s+(?:8#([0-7]+)|(\d+))\s*/(\S+)\s+put")
GLYPH = re.compile(rb"/([^\s/{}\[\]()<>]+)\s+(\d+)\s+(?:RD|-\||\S+)\s")
SKIPPED = re.compile(rb"/lenIV\s+(\d+)")
MATRIX = re.compile(rb"/FontMatrix\s*\[\s*([-+.\deE]+)")
LARGEST = 2_000_000


def read_type1(data: bytes) -> Program:
    """Return the program; raise `ValueError` where it is broken."""
    clear, found, secret = _segments(data).partition(b"eexec")
    if not found:
        raise ValueError("it has no encrypted part")
    private = _decrypted(_binary(secret.lstrip(b" \t\r\n")[:LARGEST]), EEXEC)[4:]
    skipped = SKIPPED.search(private)
    ahead = int(skipped[1]) if skipped else 4
    matrix = MATRIX.search(clear)
    scale = float(matrix[1]) * 1000 if matrix else 1.0
    names: dict[str, int] = {}
    widths: list[float | None] = []
    for name, drawing in _drawings(private):
        names[name] = len(widths)
        stated = width_of_type_1(_decrypted(drawing[: ahead + 64], CHARSTRING)[ahead:])
        widths.append(None if stated is None else stated * scale)

    def width(glyph: int) -> float | None:
        return widths[glyph] if glyph < len(widths) else None

    return Program(len(widths), names, codes=_codes(clear), width=width)


def _segments(data: bytes) -> bytes:
    """Return the program without the marks of a PFB file."""
    if data[:1] != b"\x80":
        return data
    parts, at = [], 0
    while data[at : at + 1] == b"\x80" and data[at + 1 : at + 2] in (b"\1", b"\2"):
        size = int.from_bytes(data[at + 2 : at + 6], "little")
        parts.append(data[at + 6 : at + 6 + size])
        at += 6 + size
    return b"".join(parts)


def _binary(secret: bytes) -> bytes:
    if re.match(rb"[0-9A-Fa-f\s]{8}", secret):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", secret)
        return bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
    return secret


def _decrypted(secret: bytes, key: int) -> bytes:
    plain = bytearray()
    for byte in secret:
        plain.append(byte ^ (key >> 8))
        key = ((byte + key) * 52845 + 22719) & 0xFFFF
    return bytes(plain)


def _drawings(private: bytes) -> list[tuple[str, bytes]]:
    at = private.find(b"/CharStrings")
    if at < 0:
        raise ValueError("it has no glyphs")
    found = []
    at += len(b"/CharStrings")
    while glyph := GLYPH.search(private, at):
        size = int(glyph[2])
        found.append(
            (glyph[1].decode("latin-1"), private[glyph.end() : glyph.end() + size])
        )
        at = glyph.end() + size
    return found


def _codes(clear: bytes) -> dict[int, str]:
    if b"StandardEncoding def" in clear:
        return dict(STANDARD)
    return {
        int(octal, 8) if octal else int(decimal): name.decode("latin-1")
        for octal, decimal, name in CODE.findall(clear)
    }
