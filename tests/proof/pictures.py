"""Small pictures for random sheets: wide, high, grey, and a single point."""

from io import BytesIO
from pathlib import Path

from PIL import Image


def _png(mode: str, width: int, height: int, color: object) -> bytes:
    stream = BytesIO()
    Image.new(mode, (width, height), color).save(stream, "PNG")
    return stream.getvalue()


PICTURES = {
    "chart.png": _png("RGB", 480, 300, (60, 110, 170)),
    "dot.png": _png("L", 1, 1, 90),
    "strip.png": _png("RGB", 1200, 60, (180, 140, 60)),
    "tower.png": _png("RGBA", 90, 900, (20, 90, 60, 128)),
}
"""File name to bytes."""


def write_pictures(folder: Path) -> None:
    """Write all pictures into `folder`."""
    for name, data in PICTURES.items():
        (folder / name).write_bytes(data)
