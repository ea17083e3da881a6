"""The sRGB profile that the output intent embeds."""

import struct
from functools import lru_cache

# IEC 61966-2-1 primaries, adapted to the D50 of the profile connection space (ICC.1).
WHITE = (0.9642, 1.0, 0.8249)
PRIMARIES = {
    "rXYZ": (0.436035, 0.222488, 0.013916),
    "gXYZ": (0.385117, 0.716904, 0.097061),
    "bXYZ": (0.143051, 0.060608, 0.713913),
}
ADAPTATION = (
    1.04788, 0.02292, -0.05022,
    0.02959, 0.99048, -0.01707,
    -0.00925, 0.01508, 0.75168,
)  # fmt: skip
# Gamma and the four constants of the sRGB curve, as parametric curve type 3.
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
# A profile must be dated; this is the year of the standard, never that of the build.
DATED = (1999, 10, 1, 0, 0, 0)


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """Return sRGB as an ICC version 4 display profile, always the same bytes."""
    tags = {
        "desc": _words("sRGB"),
        "cprt": _words("Public domain"),
        "wtpt": _xyz(WHITE),
        **{name: _xyz(primary) for name, primary in PRIMARIES.items()},
        "chad": b"sf32\0\0\0\0" + _fixed(ADAPTATION),
    }
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fixed(CURVE)
    tags.update(dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve))
    return _profile(tags)


def _profile(tags: dict[str, bytes]) -> bytes:
    table = struct.pack(">L", len(tags))
    data = b""
    places: dict[bytes, int] = {}
    start = 128 + 4 + 12 * len(tags)
    for name, body in tags.items():
        if body not in places:
            places[body] = start + len(data)
            data += body + b"\0" * (-len(body) % 4)
        table += struct.pack(">4sLL", name.encode(), places[body], len(body))
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    return struct.pack(
        ">L4xL4s4s4s6H4s4x4x4x4x8xL12s4x16x28x",
        size, 0x04300000, b"mntr", b"RGB ", b"XYZ ", *DATED, b"acsp",
        0, _fixed(WHITE),
    )  # fmt: skip


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(values)


def _fixed(values: tuple[float, ...]) -> bytes:
    return struct.pack(f">{len(values)}l", *(round(value * 65536) for value in values))


def _words(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return (
        b"mluc\0\0\0\0"
        + struct.pack(">LL4sLL", 1, 12, b"enUS", len(encoded), 28)
        + encoded
    )
