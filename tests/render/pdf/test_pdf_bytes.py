"""The bytes: always the same, and what stands in the objects beside the pages."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageCms

from pipeline.render.pdf import write
from pipeline.render.pdf.edition import PDF_1_7
from pipeline.render.pdf.finish.profile import srgb_profile
from pipeline.render.pdf.syntax import number, text
from pipeline.tree import Document, Figure, Picture
from tests.render.pdf import samples
from tests.render.pdf.handmade import META, document, paragraph, section, set_by_hand

HASH = """
import hashlib, sys
from tests.render.pdf import samples
from tests.render.pdf.handmade import set_by_hand
from pipeline.render.pdf import write
from pipeline.render.pdf.edition import PDF_1_7
shown = samples.everything()
data = write(shown, set_by_hand(shown), PDF_1_7)
sys.stdout.write(hashlib.sha256(data).hexdigest())
"""


def written(shown: Document) -> bytes:
    return write(shown, set_by_hand(shown), PDF_1_7)


def opened(shown: Document) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(written(shown)))


def hashed(**environment: str) -> str:
    command = [sys.executable, "-c", HASH]
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, check=True
    )
    return done.stdout.decode()


def test_other_processes_make_the_same_bytes():
    plain = hashed(PYTHONHASHSEED="1", TZ="UTC")
    odd = hashed(
        PYTHONHASHSEED="77", TZ="Asia/Tokyo", LC_ALL="C",
        SOURCE_DATE_EPOCH="not a number", RL_invariant="0", RL_pageCompression="0",
    )  # fmt: skip
    assert plain == odd


def test_another_sheet_in_between_changes_nothing():
    first = written(samples.everything())
    written(samples.lists())
    assert written(samples.everything()) == first


def test_identifiers_differ_with_a_word_and_agree_on_the_document():
    one, other = (
        opened(document(section(paragraph(words)))).trailer.ID
        for words in ("One", "Two")
    )
    assert bytes(one[0]) == bytes(other[0])
    assert bytes(one[1]) != bytes(other[1])


def test_dates_are_those_of_the_sheet():
    pdf = opened(samples.lists())
    info = pdf.trailer.Info
    assert info.CreationDate == info.ModDate == "D:20260301000000Z"


def test_a_sheet_without_keywords_states_none():
    bare = replace(samples.lists(), meta=replace(META, keywords=()))
    assert "/Keywords" not in opened(bare).trailer.Info


def test_no_font_but_embedded_ones():
    data = written(samples.everything())
    assert b"Helvetica" not in data
    assert set(re.findall(rb"/Subtype/(Type0|Type1|TrueType)", data)) == {b"Type0"}


def test_fonts_are_tagged_by_what_is_in_them():
    names = [
        set(re.findall(rb"/BaseFont/([A-Z]{6})\+SourceSerif4-Regular", written(shown)))
        for shown in (samples.lists(), samples.figures())
    ]
    assert [len(each) for each in names] == [1, 1]
    assert names[0] != names[1]


def test_bookmarks_follow_the_headings():
    with opened(samples.everything()).open_outline() as outline:
        title = outline.root[0]
        assert title.title == META.title
        assert [kid.title for kid in title.children] == ["Flow", "Lists", "More"]


@pytest.mark.parametrize(
    ("mode", "media_type"),
    [
        ("RGB", "image/png"),
        ("L", "image/png"),
        ("P", "image/png"),
        ("RGB", "image/jpeg"),
        ("L", "image/jpeg"),
    ],
)
def test_pictures_keep_their_pixels(mode, media_type):
    shown = samples.picture(mode, media_type)
    found = embedded(shown)
    with Image.open(BytesIO(shown.data)) as original:
        assert found.convert("RGB").tobytes() == original.convert("RGB").tobytes()


def test_transparency_becomes_a_soft_mask():
    figure = Figure(samples.picture("RGBA"), "Red", None, "fig")
    pdf = opened(document(section(figure)))
    image = pdf.pages[0].obj.Resources.XObject.Im1
    assert set(image.SMask.read_bytes()) == {90}


def embedded(picture: Picture) -> Image.Image:
    pdf = opened(document(section(Figure(picture, "Red", None, "fig"))))
    return pikepdf.PdfImage(pdf.pages[0].obj.Resources.XObject.Im1).as_pil_image()


def test_one_picture_shown_twice_is_embedded_once():
    picture = samples.picture()
    figures = [Figure(picture, "Red", None, f"fig[{index}]") for index in range(2)]
    pdf = opened(document(section(*figures)))
    assert len(pdf.pages[0].obj.Resources.XObject.keys()) == 1


def test_the_profile_is_srgb():
    own = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    ramp = Image.linear_gradient("L").convert("RGB")
    there = ImageCms.profileToProfile(ramp, ImageCms.createProfile("sRGB"), own)
    assert there is not None
    assert there.tobytes() == ramp.tobytes()


@pytest.mark.parametrize(
    ("words", "written_as"),
    [("a (b) \\", r"(a \(b\) \\)"), ("é", "<feff00e9>"), ("", "()")],
)
def test_text_strings(words, written_as):
    assert text(words) == written_as


@pytest.mark.parametrize(
    ("value", "written_as"),
    [(0.0, "0"), (-0.0001, "0"), (72.5, "72.5"), (100.0, "100")],
)
def test_numbers(value, written_as):
    assert number(value) == written_as
