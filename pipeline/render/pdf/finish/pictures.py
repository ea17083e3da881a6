"""Pictures as image objects: PNG and JPEG data as they are wherever PDF holds them."""

import struct
from io import BytesIO

from PIL import Image

from pipeline.render.pdf.finish.file import File
from pipeline.tree import Picture

GREY, COLOR = 0, 2
"""PNG colour types whose data PDF holds unchanged."""

# Markers of JPEG frames (baseline, extended, progressive).
FRAMES = (0xC0, 0xC1, 0xC2)


def write_picture(picture: Picture, file: File) -> str:
    """Write `picture` as an image object; return the reference to it."""
    keys = (
        f"/Type/XObject/Subtype/Image/Width {picture.width_px}"
        f"/Height {picture.height_px}"
    )
    if picture.media_type == "image/jpeg":
        space = _space(_jpeg_components(picture.data))
        keys += f"/ColorSpace/{space}/BitsPerComponent 8/Filter/DCTDecode"
        return file.add_raw_stream(keys, picture.data)
    depth, kind, is_interlaced = struct.unpack_from(">BBxxB", picture.data, 24)
    chunks = _png_chunks(picture.data)
    if kind in (GREY, COLOR) and not is_interlaced and b"tRNS" not in chunks:
        components = 1 if kind == GREY else 3
        # PNG's filters are predictors 10 to 15 of FlateDecode (ISO 32000-1, 7.4.4.4).
        keys += (
            f"/ColorSpace/{_space(components)}/BitsPerComponent {depth}"
            f"/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors {components}"
            f"/BitsPerComponent {depth}/Columns {picture.width_px}>>"
        )
        return file.add_raw_stream(keys, chunks[b"IDAT"])
    return _write_decoded(picture, keys, file)


def _write_decoded(picture: Picture, keys: str, file: File) -> str:
    with Image.open(BytesIO(picture.data)) as opened:
        image = opened.convert("RGBA")
    alpha = image.getchannel("A")
    if alpha.getextrema() != (255, 255):
        mask = file.add_stream(
            f"{keys}/ColorSpace/DeviceGray/BitsPerComponent 8", alpha.tobytes()
        )
        keys += f"/SMask {mask}"
    pixels = image.convert("RGB").tobytes()
    return file.add_stream(f"{keys}/ColorSpace/DeviceRGB/BitsPerComponent 8", pixels)


def _space(components: int) -> str:
    return "DeviceGray" if components == 1 else "DeviceRGB"


def _png_chunks(data: bytes) -> dict[bytes, bytes]:
    """Return the chunks by type, those of one type joined."""
    chunks: dict[bytes, list[bytes]] = {}
    at = 8
    while at < len(data):
        length, kind = struct.unpack_from(">L4s", data, at)
        chunks.setdefault(kind, []).append(data[at + 8 : at + 8 + length])
        at += 12 + length
    return {kind: b"".join(parts) for kind, parts in chunks.items()}


def _jpeg_components(data: bytes) -> int:
    at = 2
    while at < len(data):
        marker, length = struct.unpack_from(">xBH", data, at)
        if marker in FRAMES:
            return data[at + 9]
        at += 2 + length
    raise ValueError("a JPEG picture has a frame header")
