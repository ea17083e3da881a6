"""A handful of pages as tiny pictures, for what text goldens cannot see.

Such as colour laid over words, a font that draws nothing, or an emblem gone. 36 dots
an inch, 16 greys, at most 20 KiB each. Another rasteriser draws other edges: a picture
names the one it was made with, and is not compared with another's.
"""

import os
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PIL.PngImagePlugin import PngInfo

from pipeline.produce import read
from pipeline.render.pdf import PdfRenderer
from pipeline.renderer import Paper, RenderOptions
from pipeline.settings import load_theme

HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "sources"
DPI, STEP, MOST_BYTES = 36, 17, 20 * 1024
RASTERISER = f"PDFium {pypdfium2.PDFIUM_INFO.build}"

# Mean difference over the page, and the share of points that may differ by a quarter.
MEAN, SHARE, QUARTER = 1.0, 0.002, 64

PAGES = [
    ("kosovo", Paper.LETTER, 0),
    ("kosovo", Paper.A4, 1),
    ("notice", Paper.LETTER, 0),
    ("safe-water", Paper.A4, 0),
    ("water-data", Paper.LETTER, 1),
]


def picture(sheet: str, paper: Paper, index: int) -> Image.Image:
    """Return a page of a sample as grey picture."""
    document = read(SOURCES / f"{sheet}.md").document
    assert document is not None
    options = RenderOptions(paper)
    data = PdfRenderer().render(document, load_theme("bulletin"), options)
    page = pypdfium2.PdfDocument(data)[index]
    grey = page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
    return grey.point(lambda value: value // STEP * STEP)


@pytest.mark.parametrize(("sheet", "paper", "index"), PAGES)
def test_page_looks_as_reviewed(
    sheet: str, paper: Paper, index: int, request: pytest.FixtureRequest
) -> None:
    file = HERE / f"{sheet}-{paper.name.lower()}-{index + 1}.png"
    found = picture(sheet, paper, index)
    if request.config.getoption("--update-golden"):
        file.write_bytes(_png(found))
    wanted = Image.open(file)
    if wanted.info.get("Software") != RASTERISER:
        _cannot_compare(f"`{file.name}` was drawn by {wanted.info.get('Software')}")
    assert found.size == wanted.size
    difference = ImageChops.difference(found, wanted.convert("L"))
    far = sum(difference.histogram()[QUARTER:])
    assert ImageStat.Stat(difference).mean[0] <= MEAN
    assert far <= SHARE * found.width * found.height


def _cannot_compare(why: str) -> None:
    message = f"{why}, here is {RASTERISER}: look, then run pytest --update-golden"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def _png(image: Image.Image) -> bytes:
    """Return a picture of 16 greys as PNG with four bits a point."""
    levels = image.point(lambda value: value // STEP)
    palette = Image.frombytes("P", image.size, levels.tobytes())
    palette.putpalette([grey for level in range(16) for grey in (level * STEP,) * 3])
    stream, about = BytesIO(), PngInfo()
    about.add_text("Software", RASTERISER)
    palette.save(stream, "PNG", optimize=True, bits=4, pnginfo=about)
    return stream.getvalue()


def test_pictures_are_tiny() -> None:
    sizes = {file.name: file.stat().st_size for file in HERE.glob("*.png")}
    assert len(sizes) == len(PAGES)
    assert max(sizes.values()) <= MOST_BYTES
