"""Compact Font Format programs (Adobe Note 5176): charset, encoding, widths."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from pipeline.inspect.pdf.encodings import CFF_STRINGS, STANDARD
from pipeline.inspect.pdf.programs.charstrings import width_in
from pipeline.inspect.pdf.programs.program import Program

Operands = dict[int, list[float]]
REAL = "0123456789.EE -"
MOST_GLYPHS = 65536
# Operators of a Top DICT and a Private DICT; two-byte ones are 1200 and more.
CHARSET, ENCODING, CHARSTRINGS, PRIVATE, SUBRS = 15, 16, 17, 18, 19
DEFAULT_WIDTH, NOMINAL_WIDTH = 20, 21
MATRIX, ROS, ARRAY, SELECT = 1207, 1230, 1236, 1237


@dataclass(frozen=True, slots=True)
class Private:
    """What a private dictionary says of widths."""

    default: float
    nominal: float
    subrs: list[bytes]


def read_cff(data: bytes) -> Program:
    """Return the program; raise `struct.error` or `ValueError` where it is broken."""
    _, at = _index(data, data[2])
    tops, at = _index(data, at)
    strings, at = _index(data, at)
    shared, _ = _index(data, at)
    if not tops:
        raise ValueError("it has no top dictionary")
    top = _dictionary(tops[0])
    glyphs, _ = _index(data, int(top.get(CHARSTRINGS, [0])[0]))
    charset = _charset(data, int(top.get(CHARSET, [0])[0]), len(glyphs))
    privates, selected = _privates(data, top, len(glyphs))
    scale = top.get(MATRIX, [0.001])[0] * 1000

    def width(glyph: int) -> float | None:
        if glyph >= len(glyphs):
            return None
        chosen = selected[glyph] if selected else 0
        private = privates[min(chosen, len(privates) - 1)]
        found = width_in(glyphs[glyph], private.subrs, shared)
        stated = private.default if found is None else private.nominal + found
        return stated * scale

    if ROS in top:
        cids = {cid: glyph for glyph, cid in enumerate(charset)}
        return Program(len(glyphs), cids=cids, width=width)
    names = [_string(number, strings) for number in charset]
    codes = _encoding(data, int(top.get(ENCODING, [0])[0]), names)
    by_name = {name: glyph for glyph, name in reversed(list(enumerate(names)))}
    return Program(len(glyphs), by_name, codes=codes, width=width)


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    count = struct.unpack_from(">H", data, at)[0]
    if not count:
        return [], at + 2
    size = data[at + 2]
    if not 1 <= size <= 4:
        raise ValueError("an index is broken")
    start = at + 3
    places = [
        int.from_bytes(data[start + size * each : start + size * (each + 1)], "big")
        for each in range(count + 1)
    ]
    base = start + size * (count + 1) - 1
    entries = [data[base + first : base + last] for first, last in pairwise(places)]
    return entries, base + places[-1]


def _dictionary(data: bytes) -> Operands:
    found: Operands = {}
    operands: list[float] = []
    at = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            operator = first
            at += 1
            if first == 12:
                operator = 1200 + data[at] if at < len(data) else 1200
                at += 1
            found[operator] = operands
            operands = []
        else:
            value, at = _operand(data, at)
            operands.append(value)
    return {key: values for key, values in found.items() if values}


def _operand(data: bytes, at: int) -> tuple[float, int]:
    first = data[at]
    if first == 30:
        return _real(data, at + 1)
    if first == 28:
        return struct.unpack_from(">h", data, at + 1)[0], at + 3
    if first == 29:
        return struct.unpack_from(">l", data, at + 1)[0], at + 5
    if 32 <= first <= 246:
        return first - 139, at + 1
    if 247 <= first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    if 251 <= first <= 254:
        return -(first - 251) * 256 - data[at + 1] - 108, at + 2
    return 0, at + 1


def _real(data: bytes, at: int) -> tuple[float, int]:
    digits = ""
    while at < len(data):
        for half in (data[at] >> 4, data[at] & 15):
            if half == 15:
                return _float(digits), at + 1
            digits += "E-" if half == 12 else REAL[half]
        at += 1
    return _float(digits), at


def _float(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _charset(data: bytes, at: int, count: int) -> list[int]:
    if at <= 2:  # a predefined charset: ISOAdobe counts up, the others are not embedded
        return list(range(count))
    form, at = data[at], at + 1
    numbers = [0]
    while len(numbers) < min(count, MOST_GLYPHS):
        first = struct.unpack_from(">H", data, at)[0]
        match form:
            case 0:
                left, at = 0, at + 2
            case 1:
                left, at = data[at + 2], at + 3
            case _:
                left, at = struct.unpack_from(">H", data, at + 2)[0], at + 4
        numbers += range(first, first + left + 1)
    return numbers[:count]


def _privates(
    data: bytes, top: Operands, count: int
) -> tuple[list[Private], list[int] | None]:
    if ARRAY not in top:
        return [_private(data, top)], None
    dictionaries, _ = _index(data, int(top[ARRAY][0]))
    privates = [_private(data, _dictionary(each)) for each in dictionaries]
    return privates or [_private(data, top)], _selected(data, top, count)


def _private(data: bytes, holder: Operands) -> Private:
    size, offset = [int(value) for value in [*holder.get(PRIVATE, [0, 0]), 0][:2]]
    own = _dictionary(data[offset : offset + size])
    place = int(own.get(SUBRS, [0])[0])
    subrs = _index(data, offset + place)[0] if place else []
    return Private(
        own.get(DEFAULT_WIDTH, [0])[0], own.get(NOMINAL_WIDTH, [0])[0], subrs
    )


def _selected(data: bytes, top: Operands, count: int) -> list[int]:
    at = int(top.get(SELECT, [0])[0])
    if not at:
        return [0] * count
    if data[at] == 0:
        return list(data[at + 1 : at + 1 + count]) + [0] * count
    chosen = [0] * count
    ranges = struct.unpack_from(">H", data, at + 1)[0]
    at += 3
    for _ in range(ranges):
        first, which, after = struct.unpack_from(">HBH", data, at)
        for glyph in range(first, min(after, count)):
            chosen[glyph] = which
        at += 3
    return chosen


def _string(number: int, strings: list[bytes]) -> str:
    if number < len(CFF_STRINGS):
        return CFF_STRINGS[number]
    at = number - len(CFF_STRINGS)
    return strings[at].decode("latin-1") if at < len(strings) else f"sid{number}"


def _encoding(data: bytes, at: int, names: list[str]) -> Mapping[int, str]:
    if at <= 1:
        return STANDARD if at == 0 else {}
    form, count = data[at], data[at + 1]
    codes: dict[int, str] = {}
    at += 2
    glyph = 1
    for _ in range(count):
        first = data[at]
        left = data[at + 1] if form & 127 else 0
        at += 2 if form & 127 else 1
        for code in range(first, first + left + 1):
            if glyph < len(names):
                codes[code] = names[glyph]
            glyph += 1
    return codes
