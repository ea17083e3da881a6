"""Small pictures of a PDF's pages, in shades of the theme's own dark colour.

What was drawn is found again in the page that it was drawn for, by the sum of the PDF,
so that only changed files are drawn anew.
"""

import re
import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Twice as wide as shown, for fine screens.
WIDTH = 320
# A picture costs about 4 ms and 10 kB; a sheet of more pages is told by its first.
MOST_PAGES = 8
# To see at a glance what the pages are, no more are needed; four bits hold them.
SHADES = 16
_LOW = bytes(round(level / 255 * (SHADES - 1)) for level in range(256))
_HIGH = bytes(shade << 4 for shade in _LOW)
_DRAWN = re.compile(
    r'data-of="([0-9a-f]{64})" width="(\d+)" height="(\d+)" '
    r'src="(data:image/png;base64,[A-Za-z0-9+/=]+)"'
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: its size in CSS pixels and the address that holds its bytes."""

    width: int
    height: int
    address: str


def drawn_before(page: str) -> dict[str, list[Picture]]:
    """Return the pictures in a page of ours, by the sum of the PDF they show."""
    found: dict[str, list[Picture]] = {}
    for digest, width, height, address in _DRAWN.findall(page):
        picture = Picture(int(width), int(height), address)
        found.setdefault(digest, []).append(picture)
    return found


def draw(data: bytes, color: str) -> list[Picture]:
    """Return the pages of a PDF in shades of `color`."""
    # Slow to import: only a build that shows a new file pays for it.
    import pypdfium2

    palette = _palette(color)
    with pypdfium2.PdfDocument(data) as pdf:
        return [
            _picture(pdf[index], palette) for index in range(min(len(pdf), MOST_PAGES))
        ]


def _picture(page: Any, palette: bytes) -> Picture:
    bitmap = page.render(scale=WIDTH / page.get_width(), grayscale=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride // 2
    rows = _packed(bytes(bitmap.buffer))
    length = (width + 1) // 2
    lines = (rows[at * stride : at * stride + length] for at in range(height))
    png = _png(width, height, lines, palette)
    address = "data:image/png;base64," + b64encode(png).decode()
    return Picture(width // 2, height // 2, address)


def _packed(gray: bytes) -> bytes:
    """Return two levels of four bits in each byte."""
    high, low = gray[0::2].translate(_HIGH), gray[1::2].translate(_LOW)
    # As one large number: a loop over the pixels would take longer than drawing them.
    both = int.from_bytes(high, "big") | int.from_bytes(low, "big")
    return both.to_bytes(len(high), "big")


def _png(width: int, height: int, lines: Iterator[bytes], palette: bytes) -> bytes:
    """Return an indexed PNG of four bits a pixel (PNG specification, 11.2)."""
    header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + line for line in lines), 6)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def _palette(color: str) -> bytes:
    """Return the shades from a colour, which also stands for all darker, to white."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    # The weights by which PDFium turns colours into grey.
    darkest = _LOW[(30 * red + 59 * green + 11 * blue) // 100]
    shades = (
        max(0, shade - darkest) / (SHADES - 1 - darkest) for shade in range(SHADES)
    )
    return bytes(
        round(channel + (255 - channel) * part)
        for part in shades
        for channel in (red, green, blue)
    )
