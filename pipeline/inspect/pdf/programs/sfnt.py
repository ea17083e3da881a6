"""TrueType and OpenType programs: advances, character tables and glyph names."""

import struct
from collections.abc import Mapping

from pipeline.inspect.pdf.encodings import MAC_GLYPHS
from pipeline.inspect.pdf.programs.cff import read_cff
from pipeline.inspect.pdf.programs.program import Program, Table

MOST_GLYPHS = 65536
MOST_TABLES = 64


def read_sfnt(data: bytes) -> Program:
    """Return the program; raise `struct.error` or `ValueError` where it is broken."""
    parts = _parts(data)
    if "glyf" not in parts and "CFF " in parts:
        program = read_cff(parts["CFF "])
        return Program(
            program.count,
            program.names,
            program.cids,
            program.codes,
            _tables(parts.get("cmap", b"")),
            program.width,
        )
    count = struct.unpack_from(">H", parts["maxp"], 4)[0]
    upem = struct.unpack_from(">H", parts["head"], 18)[0] or 1000
    advances = _advances(parts)

    def width(glyph: int) -> float | None:
        if glyph >= count or not advances:
            return None
        return advances[min(glyph, len(advances) - 1)] * 1000 / upem

    return Program(
        count,
        _names(parts.get("post", b""), count),
        tables=_tables(parts.get("cmap", b"")),
        width=width,
    )


def _parts(data: bytes) -> dict[str, bytes]:
    start = struct.unpack_from(">L", data, 12)[0] if data[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", data, start + 4)[0]
    parts = {}
    for at in range(min(count, MOST_TABLES)):
        tag, _, offset, length = struct.unpack_from(
            ">4sLLL", data, start + 12 + 16 * at
        )
        parts[tag.decode("latin-1")] = data[offset : offset + length]
    for needed in ("head", "maxp") if "CFF " not in parts else ():
        if needed not in parts:
            raise ValueError(f"it has no table `{needed}`")
    return parts


def _advances(parts: dict[str, bytes]) -> tuple[int, ...]:
    metrics = parts.get("hmtx", b"")
    if len(parts.get("hhea", b"")) < 36:
        return ()
    stated = struct.unpack_from(">H", parts["hhea"], 34)[0]
    count = min(stated, len(metrics) // 4)
    return struct.unpack_from(f">{count * 2}H", metrics)[::2]


def _tables(cmap: bytes) -> tuple[Table, ...]:
    if len(cmap) < 4:
        return ()
    count = struct.unpack_from(">H", cmap, 2)[0]
    found = []
    for at in range(min(count, MOST_TABLES)):
        platform, encoding, offset = struct.unpack_from(">HHL", cmap, 4 + 8 * at)
        try:
            glyphs = _characters(cmap[offset:])
        except struct.error:
            glyphs = {}
        found.append(Table(platform, encoding, glyphs))
    return tuple(found)


def _characters(table: bytes) -> Mapping[int, int]:
    match struct.unpack_from(">H", table)[0]:
        case 0:
            return dict(enumerate(table[6:262]))
        case 4:
            return _segments(table)
        case 6:
            first, count = struct.unpack_from(">HH", table, 6)
            glyphs = struct.unpack_from(f">{count}H", table, 10)
            return {first + at: glyph for at, glyph in enumerate(glyphs)}
        case 12:
            return _groups(table)
        case _:
            return {}


def _segments(table: bytes) -> dict[int, int]:
    double = struct.unpack_from(">H", table, 6)[0]
    count = double // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + double)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * double)
    base = 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", table, base)
    glyphs: dict[int, int] = {}
    for at, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        for code in range(start, end + 1):
            glyph = code
            if offset:
                place = base + 2 * at + offset + 2 * (code - start)
                if place + 2 > len(table):
                    break
                glyph = struct.unpack_from(">H", table, place)[0]
                if not glyph:
                    continue
            if (glyph + delta) & 0xFFFF:
                glyphs.setdefault(code, (glyph + delta) & 0xFFFF)
    return glyphs


def _groups(table: bytes) -> dict[int, int]:
    count = struct.unpack_from(">L", table, 12)[0]
    glyphs: dict[int, int] = {}
    for at in range(min(count, MOST_GLYPHS)):
        start, end, first = struct.unpack_from(">LLL", table, 16 + 12 * at)
        for code in range(start, min(end, start + MOST_GLYPHS) + 1):
            glyphs[code] = first + code - start
        if len(glyphs) > 4 * MOST_GLYPHS:
            break
    return glyphs


def _names(post: bytes, count: int) -> dict[str, int]:
    if len(post) < 34 or post[:4] != b"\0\2\0\0":
        return {}
    stated = min(struct.unpack_from(">H", post, 32)[0], count, (len(post) - 34) // 2)
    numbers = struct.unpack_from(f">{stated}H", post, 34)
    own: list[str] = []
    at = 34 + 2 * stated
    while at < len(post):
        length = post[at]
        own.append(post[at + 1 : at + 1 + length].decode("latin-1"))
        at += 1 + length
    names: dict[str, int] = {}
    for glyph, number in enumerate(numbers):
        if number < len(MAC_GLYPHS):
            names.setdefault(MAC_GLYPHS[number], glyph)
        elif number - 258 < len(own) and number >= 258:
            names.setdefault(own[number - 258], glyph)
    return names
