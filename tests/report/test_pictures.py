import json
import shutil
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from pipeline.report.page import MOST_PICTURED, write_page
from pipeline.report.pictures import draw, drawn_before
from pipeline.settings import load_theme

COLORS = load_theme("bulletin").colors


@pytest.fixture
def folder(samples: Path, tmp_path: Path) -> Path:
    """Return a folder of finished files that a test may spoil."""
    return Path(shutil.copytree(samples / "letter", tmp_path / "output"))


def opened(address: str) -> Image.Image:
    return Image.open(BytesIO(b64decode(address.partition(",")[2])))


def test_every_page_has_a_picture_twice_as_large_as_shown(samples: Path) -> None:
    pictures = draw((samples / "letter/water-data.pdf").read_bytes(), COLORS.heading)
    assert len(pictures) == 4
    for each in pictures:
        assert (each.width, each.height) == (160, 207)
        assert opened(each.address).size in {(320, 414), (320, 415)}


def test_a_picture_shows_the_letterhead_in_its_colour_and_the_paper_in_white(
    samples: Path,
) -> None:
    first, *_ = draw((samples / "letter/kosovo.pdf").read_bytes(), COLORS.heading)
    picture = opened(first.address).convert("RGB")
    assert picture.getpixel((2, 2)) == ImageColor.getrgb(COLORS.band)
    assert picture.getpixel((2, 300)) == (255, 255, 255)


def test_a_picture_links_to_its_page(samples: Path) -> None:
    text = (samples / "letter/index.html").read_text("utf-8")
    for number in range(1, 5):
        assert f'<a href="water-data.pdf#page={number}"><img alt=' in text


def test_pictures_of_unchanged_files_are_not_drawn_again(folder: Path) -> None:
    path, theme = folder / "index.html", load_theme("bulletin")
    before = path.read_text("utf-8")
    (picture, *_) = next(iter(drawn_before(before).values()))
    marked = "data:image/png;base64,AAAA"
    path.write_text(before.replace(picture.address, marked), "utf-8")
    write_page(folder, theme, {})
    assert path.read_text("utf-8").count(marked) == 1


def test_pictures_of_another_version_are_drawn_again(folder: Path) -> None:
    path, theme = folder / "index.html", load_theme("bulletin")
    before = path.read_text("utf-8")
    (picture, *_) = next(iter(drawn_before(before).values()))
    older = before.replace(picture.address, "data:image/png;base64,AAAA")
    path.write_text(older.replace('"Bulletin 0.1.0"', '"Bulletin 0.0.9"'), "utf-8")
    write_page(folder, theme, {})
    assert path.read_text("utf-8") == before


def test_the_page_of_many_sheets_is_a_list_without_pictures(folder: Path) -> None:
    told = json.loads((folder / "kosovo.report.json").read_bytes())
    for number in range(MOST_PICTURED):
        told["source"]["name"] = f"sheet-{number}.md"
        (folder / f"sheet-{number}.report.json").write_text(json.dumps(told))
    write_page(folder, load_theme("bulletin"), {})
    assert "<img" not in (folder / "index.html").read_text("utf-8")
