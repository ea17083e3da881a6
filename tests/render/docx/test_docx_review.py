"""The copy for colleagues who edit in Word, and the copy without the model."""

import subprocess
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from pipeline.inspect.docx.names import w
from pipeline.render.docx import DocxRenderer
from pipeline.renderer import RenderOptions
from pipeline.settings import load_theme
from tests.render.docx.kitchensink import kitchen_sink

MODEL = b'{"title":"Rivers"}'
PUBLISHED = RenderOptions(source=MODEL)
REVIEW = RenderOptions(source=MODEL, is_review=True)
BARE = RenderOptions(source=MODEL, carries_model=False)


def _file(options: RenderOptions) -> bytes:
    return DocxRenderer().render(kitchen_sink(), load_theme("bulletin"), options)


def _part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(name))


def _anchors(data: bytes) -> list[str]:
    return [
        mark.get(w("name"), "")
        for part in ("word/document.xml", "word/footnotes.xml")
        for mark in _part(data, part).iter(w("bookmarkStart"))
        if mark.get(w("name"), "").startswith("_b_")
    ]


def test_a_review_copy_has_tracking_turned_on() -> None:
    assert (
        _part(_file(REVIEW), "word/settings.xml").find(w("trackRevisions")) is not None
    )
    published = _part(_file(PUBLISHED), "word/settings.xml")
    assert published.find(w("trackRevisions")) is None


def test_a_review_copy_anchors_every_paragraph_that_says_something() -> None:
    data = _file(REVIEW)
    paragraphs = [
        paragraph
        for part in ("word/document.xml", "word/footnotes.xml")
        for paragraph in _part(data, part).iter(w("p"))
        if next(paragraph.iter(w("t"), w("drawing")), None) is not None
    ]
    assert len(_anchors(data)) == len(set(_anchors(data))) == len(paragraphs)


def test_ids_of_bookmarks_are_unique_in_the_whole_file() -> None:
    data = _file(REVIEW)
    ids = [
        mark.get(w("id"))
        for part in ("word/document.xml", "word/footnotes.xml")
        for mark in _part(data, part).iter(w("bookmarkStart"))
    ]
    assert len(ids) == len(set(ids))


def test_a_published_copy_has_no_such_anchors() -> None:
    # Screen readers announce bookmarks, hidden ones too.
    assert _anchors(_file(PUBLISHED)) == []


def test_a_copy_without_the_model_keeps_its_sum_and_edition() -> None:
    data = _file(BARE)
    assert b'Rivers"}' not in data
    assert not [
        n for n in zipfile.ZipFile(BytesIO(data)).namelist() if "customXml" in n
    ]
    said = {
        each.get("name"): "".join(each.itertext())
        for each in _part(data, "docProps/custom.xml")
    }
    assert said["BulletinSourceSha256"] == sha256(MODEL).hexdigest()
    assert said["BulletinEdition"] == "3"


@pytest.mark.parametrize("options", [REVIEW, BARE])
def test_either_copy_says_the_same(options: RenderOptions) -> None:
    assert DocxRenderer().verify(_file(options), kitchen_sink()) == []


@pytest.mark.parametrize("options", [REVIEW, BARE])
def test_the_sdk_validator_finds_nothing(
    options: RenderOptions, ooxml_validator: str, tmp_path: Path
) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(_file(options))
    command = [ooxml_validator, path, "--officeVersion", "Office2019"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
