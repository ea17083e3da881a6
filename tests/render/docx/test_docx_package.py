"""The package: always the same bytes, its properties, styles and embedded model."""

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO

import docx
import pytest
from lxml import etree

from pipeline.render.docx import DocxRenderer
from pipeline.render.docx.identity import SOURCE
from pipeline.renderer import Paper, RenderOptions
from pipeline.settings import load_theme
from tests.render.docx.kitchensink import kitchen_sink
from tests.render.docx.wordsheets import META, plain, rendered, tree, w

MODEL = b'{"title":"R & D <1>"}'

HASH = """
import hashlib, sys
from tests.render.docx.kitchensink import kitchen_sink
from tests.render.docx.wordsheets import rendered
sys.stdout.write(hashlib.sha256(rendered(kitchen_sink())).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_another_process_writes_the_same_bytes(seed):
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Pacific/Apia"}
    command = [sys.executable, "-c", HASH]
    done = subprocess.run(
        command, env=environment, capture_output=True, check=True, text=True
    )
    assert done.stdout == hashlib.sha256(rendered(kitchen_sink())).hexdigest()


def test_one_rendering_leaves_no_trace_in_the_next():
    before = rendered(plain())
    rendered(kitchen_sink())
    assert rendered(plain()) == before


def test_the_package_has_one_date_and_a_fixed_order():
    archive = zipfile.ZipFile(BytesIO(rendered(kitchen_sink())))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    first, rest = archive.namelist()[:3], archive.namelist()[3:]
    assert first == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    assert rest == sorted(rest)


def test_runs_and_paragraphs_carry_styles_and_no_formatting():
    document = tree(rendered(kitchen_sink()), "word/document.xml")
    of_runs = {child.tag for each in document.iter(w("rPr")) for child in each}
    of_paragraphs = {child.tag for each in document.iter(w("pPr")) for child in each}
    assert of_runs <= {w("rStyle"), w("lang"), w("rtl")}
    assert of_paragraphs <= {w("pStyle"), w("numPr")}


def test_styles_take_fonts_and_colours_from_the_theme():
    styles = tree(rendered(plain()), "word/styles.xml")
    assert not any(each.get(w("ascii")) for each in styles.iter(w("rFonts")))
    assert all(each.get(w("themeColor")) for each in styles.iter(w("color")))
    theme = tree(rendered(plain()), "word/theme/theme1.xml")
    faces = [each.get("typeface") for each in theme.iter("{*}latin")]
    assert faces == ["Calibri", "Cambria"]


def test_word_does_not_open_it_in_compatibility_mode():
    settings = tree(rendered(plain()), "word/settings.xml")
    modes = [
        each.get(w("val"))
        for each in settings.iter(w("compatSetting"))
        if each.get(w("name")) == "compatibilityMode"
    ]
    assert modes == ["15"]


def test_core_properties_are_those_of_the_sheet():
    core = docx.Document(BytesIO(rendered(plain()))).core_properties
    assert (core.title, core.author, core.language) == (
        META.title,
        META.agency,
        "en-GB",
    )
    assert (core.category, core.identifier) == (META.kind, META.id)
    assert core.created == core.modified
    assert core.modified is not None
    assert core.modified.date() == META.issued
    assert core.revision == META.edition


def test_custom_properties_name_what_core_has_no_place_for():
    custom = tree(rendered(plain(), MODEL), "docProps/custom.xml")
    found = {each.get("name"): each[0].text for each in custom}
    assert found["Bureau"] == META.bureau
    assert found["Issued"] == "2024-05-02"
    assert found["BulletinId"] == META.id
    assert found["BulletinEdition"] == "3"
    assert found["BulletinSourceSha256"] == hashlib.sha256(MODEL).hexdigest()


def test_the_file_names_its_maker():
    app = zipfile.ZipFile(BytesIO(rendered(plain()))).read("docProps/app.xml").decode()
    assert "<Application>Bulletin</Application>" in app


def test_the_model_comes_back_byte_for_byte():
    item = tree(rendered(plain(), MODEL), "customXml/item1.xml")
    model = item.findtext(f"{{{SOURCE}}}model")
    assert model is not None
    assert model.encode() == MODEL
    assert item.get("sha256") == hashlib.sha256(MODEL).hexdigest()
    assert json.loads(model) == {"title": "R & D <1>"}


def test_without_a_model_nothing_is_embedded():
    archive = zipfile.ZipFile(BytesIO(rendered(plain())))
    assert not any("customXml" in name for name in archive.namelist())
    assert b"Sha256" not in archive.read("docProps/custom.xml")


def test_paragraph_ids_follow_the_origin_and_not_the_text():
    ids = re.findall(b'paraId="(.*?)"', document_bytes(rendered(kitchen_sink())))
    assert len(ids) == len(set(ids)) > 300
    assert all(0 < int(each, 16) < 0x80000000 for each in ids)
    first = re.findall(b'paraId="(.*?)"', document_bytes(rendered(plain())))[0]
    assert first in ids


def document_bytes(data: bytes) -> bytes:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml")


@pytest.mark.parametrize(
    ("paper", "size"),
    [(Paper.LETTER, ("12240", "15840")), (Paper.A4, ("11906", "16838"))],
)
def test_the_page_is_the_paper_that_was_asked_for(paper, size):
    options = RenderOptions(paper)
    data = DocxRenderer().render(plain(), load_theme("bulletin"), options)
    page = tree(data, "word/document.xml").find(f".//{w('pgSz')}")
    assert page is not None
    assert (page.get(w("w")), page.get(w("h"))) == size


def test_no_address_outside_is_fetched_when_the_file_opens():
    archive = zipfile.ZipFile(BytesIO(rendered(kitchen_sink())))
    outside = [
        each.get("Type", "").rpartition("/")[2]
        for name in archive.namelist()
        if name.endswith(".rels")
        for each in etree.fromstring(archive.read(name))
        if each.get("TargetMode") == "External"
    ]
    assert set(outside) == {"hyperlink"}


def test_emphasis_toggles_the_italics_of_standfirst_and_quotation():
    styles = tree(rendered(kitchen_sink()), "word/styles.xml")
    found = {each.get(w("styleId")): each for each in styles.iter(w("style"))}
    # ECMA-376 Part 1, 17.7.3: set in an odd number of styles a toggle holds, set in two
    # it does not, so that emphasis stands upright in italics.
    for name in ("Standfirst", "Quote", "Emphasis"):
        (italic,) = found[name].iter(w("i"))
        assert italic.get(w("val")) is None
