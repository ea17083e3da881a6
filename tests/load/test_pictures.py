import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from pipeline.diagnostics import Diagnostic
from pipeline.load import load_bytes
from pipeline.load.pictures import MAX_BYTES
from pipeline.tree import Picture

SHEET = (
    "---\ntitle: Costs\nissuer: {{agency: Treasury}}\nissued: 2016-03-17\n---\n"
    "![Chart of costs]({})\n"
)


def save(image: Image.Image, path: Path, **options: object) -> None:
    image.save(path, **options)  # type: ignore[arg-type]


def picture(folder: Path, name: str) -> Picture:
    loaded = load_bytes("a.md", SHEET.format(name).encode(), folder)
    assert loaded.report == ()
    return loaded.pictures[name]


def refusal(folder: Path, name: str) -> Diagnostic:
    loaded = load_bytes("a.md", SHEET.format(name).encode(), folder)
    (found,) = loaded.report
    assert str(found.location) == "a.md:6:1"
    assert loaded.sheet is None
    return found


def pixel(found: Picture, x: int, y: int) -> object:
    image = Image.open(io.BytesIO(found.data))
    assert image.size == (found.width_px, found.height_px)
    return image.getpixel((x, y))


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a PNG chunk (ISO/IEC 15948, 5.3)."""
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check


def test_a_png_stays_png_and_a_jpeg_stays_jpeg(tmp_path: Path) -> None:
    image = Image.new("RGB", (8, 6), "#112f5c")
    save(image, tmp_path / "a.png")
    save(image, tmp_path / "a.jpg")
    assert picture(tmp_path, "a.png").media_type == "image/png"
    assert picture(tmp_path, "a.jpg").media_type == "image/jpeg"
    assert pixel(picture(tmp_path, "a.png"), 0, 0) == (0x11, 0x2F, 0x5C)


def test_a_rotated_photo_comes_upright_and_without_metadata(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 20), "white")
    image.paste("black", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter clockwise
    exif[0x010E] = "somebody's name"
    save(image, tmp_path / "a.jpg", exif=exif, quality=95)
    found = picture(tmp_path, "a.jpg")
    assert (found.width_px, found.height_px) == (20, 40)
    assert pixel(found, 10, 2) == (0, 0, 0)
    assert b"somebody" not in found.data
    assert not Image.open(io.BytesIO(found.data)).getexif()


def test_transparency_becomes_white_paper(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    save(clear, tmp_path / "rgba.png")
    save(clear.convert("LA"), tmp_path / "la.png")
    palette = Image.new("P", (4, 4), 0)
    palette.putpalette([255, 0, 0] * 256)
    save(palette, tmp_path / "p.png", transparency=0)
    for name in ("rgba.png", "la.png", "p.png"):
        assert pixel(picture(tmp_path, name), 0, 0) in ((255, 255, 255), 255)


def test_modes_come_out_as_grey_or_rgb_of_eight_bits(tmp_path: Path) -> None:
    save(Image.new("CMYK", (4, 4), (0, 0, 0, 0)), tmp_path / "cmyk.jpg")
    save(Image.new("I;16", (4, 4), 0x8000), tmp_path / "deep.png")
    save(Image.new("1", (4, 4), 1), tmp_path / "bits.png")
    save(Image.new("RGB", (4, 4), "white"), tmp_path / "a.webp")
    assert pixel(picture(tmp_path, "cmyk.jpg"), 0, 0) == (255, 255, 255)
    assert pixel(picture(tmp_path, "deep.png"), 0, 0) == 0x80
    assert pixel(picture(tmp_path, "bits.png"), 0, 0) == 255
    assert picture(tmp_path, "a.webp").media_type == "image/jpeg"


def test_a_colour_profile_is_applied(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    save(Image.new("RGB", (4, 4), "#3366cc"), tmp_path / "a.png", icc_profile=lab)
    found = picture(tmp_path, "a.png")
    assert pixel(found, 0, 0) == (0x33, 0x66, 0xCC)
    assert "icc_profile" not in Image.open(io.BytesIO(found.data)).info


def test_a_still_gif_is_a_picture_and_a_moving_one_is_not(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (4, 4), shade) for shade in ("white", "black")]
    save(frames[0], tmp_path / "still.gif")
    save(frames[0], tmp_path / "moves.gif", save_all=True, append_images=frames[1:])
    assert picture(tmp_path, "still.gif").media_type == "image/png"
    assert refusal(tmp_path, "moves.gif").code == "picture-animated"


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    save(Image.effect_mandelbrot((60, 40), (-2, -1, 1, 1), 50), tmp_path / "a.png")
    assert picture(tmp_path, "a.png") == picture(tmp_path, "a.png")


def test_what_is_no_picture_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "text.png").write_text("not a picture")
    (tmp_path / "drawing.png").write_bytes(
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"
    )
    (tmp_path / "drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    os.mkfifo(tmp_path / "pipe.png")
    assert refusal(tmp_path, "missing.png").code == "picture-missing"
    assert refusal(tmp_path, "folder.png").code == "picture-kind"
    assert refusal(tmp_path, "pipe.png").code == "picture-kind"
    assert refusal(tmp_path, "empty.png").code == "picture-empty"
    for name in ("text.png", "drawing.png", "drawing.svg"):
        assert refusal(tmp_path, name).code == "picture-broken"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_picture_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    save(Image.new("RGB", (4, 4)), tmp_path / "a.png")
    (tmp_path / "a.png").chmod(0)
    assert refusal(tmp_path, "a.png").code == "picture-unreadable"


def test_half_a_picture_is_refused(tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG"):
        buffer = io.BytesIO()
        Image.effect_mandelbrot((90, 90), (-2, -1, 1, 1), 50).save(buffer, kind)
        (tmp_path / "half.png").write_bytes(buffer.getvalue()[: buffer.tell() // 2])
        assert refusal(tmp_path, "half.png").code == "picture-broken"


def test_a_picture_of_too_many_pixels_is_refused_undecoded(tmp_path: Path) -> None:
    size = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    chunks = chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0"))
    (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    found = refusal(tmp_path, "bomb.png")
    assert found.code == "picture-size"
    assert "30,000 x 30,000" in found.message


@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1)])
def test_a_picture_that_shows_as_a_line_is_refused(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    save(Image.new("L", size), tmp_path / "line.png")
    assert refusal(tmp_path, "line.png").code == "picture-shape"


def test_a_file_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "big.png").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refusal(tmp_path, "big.png").code == "picture-size"


@pytest.mark.parametrize(
    "name",
    ["../canary.png", "%2e%2e/canary.png", "link.png", "deep/../../canary.png",
     "linked/canary.png", "..%2Fno-such.png"],
)  # fmt: skip
def test_a_picture_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "sheet"
    (folder / "deep").mkdir(parents=True)
    save(Image.new("RGB", (4, 4)), tmp_path / "canary.png")
    (folder / "link.png").symlink_to(tmp_path / "canary.png")
    (folder / "linked").symlink_to(tmp_path)
    assert refusal(folder, name).code == "picture-path"


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "~/a.png", "file:a.png", "C:a.png", "https://a.org/a.png"]
)
def test_a_picture_is_named_by_a_plain_file_name(tmp_path: Path, name: str) -> None:
    assert refusal(tmp_path, name).code == "picture-path"


def test_a_wider_root_lets_sheets_share_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "sheet"
    folder.mkdir()
    save(Image.new("RGB", (4, 4)), tmp_path / "shared.png")
    source = SHEET.format("../shared.png").encode()
    loaded = load_bytes("a.md", source, folder, root=tmp_path)
    assert list(loaded.pictures) == ["../shared.png"]


def test_a_name_with_blanks_is_read_percent_encoded(tmp_path: Path) -> None:
    save(Image.new("RGB", (4, 4)), tmp_path / "cost chart.png")
    assert picture(tmp_path, "cost%20chart.png").width_px == 4


def test_text_without_a_folder_has_no_pictures() -> None:
    (found,) = load_bytes("a.md", SHEET.format("a.png").encode()).report
    assert found.code == "picture-path"


def test_an_emblem_is_read_like_a_picture(tmp_path: Path) -> None:
    save(Image.new("RGB", (9, 9)), tmp_path / "seal.png")
    source = SHEET.format("seal.png").replace("Treasury", "Treasury, emblem: seal.png")
    assert list(load_bytes("a.md", source.encode(), tmp_path).pictures) == ["seal.png"]
