"""Other people's tools judge files of both editions."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

import pipeline
from pipeline.compose import compose
from pipeline.load import load
from pipeline.render.pdf import PdfRenderer, write
from pipeline.render.pdf.edition import PDF_1_7, PDF_2_0
from pipeline.renderer import Paper, RenderOptions, Standard
from pipeline.settings import load_theme
from pipeline.sheets import find_sheets
from pipeline.tree import Document, NoteReference, inlines, leaves, plain_text
from pipeline.words import normalized
from tests.render.pdf import demanding, samples
from tests.render.pdf.breaking import SOURCE
from tests.render.pdf.handmade import set_by_hand
from tests.verapdf import CLAIMS, judge

SHEETS = find_sheets([Path(pipeline.__file__).parents[1] / "sources"])
NAMES = [sheet.stem for sheet in SHEETS]
POPPLER = pytest.mark.skipif(
    shutil.which("pdfinfo") is None, reason="poppler is not installed"
)


@dataclass(frozen=True)
class Sheet:
    """A sheet of `sources`, and its file in each edition."""

    shown: Document
    first: Path
    second: Path


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editions")


@pytest.fixture(scope="session")
def sheets(folder: Path) -> Mapping[str, Sheet]:
    """Return the sheets by name; the folder holds them on A4 as well."""
    return {sheet.stem: _rendered(sheet, folder) for sheet in SHEETS}


def _rendered(source: Path, folder: Path) -> Sheet:
    loaded = load(source)
    assert loaded.sheet is not None
    shown = compose(loaded.sheet, loaded.pictures)
    carried = loaded.sheet.model_dump_json().encode()
    for paper in Paper:
        for standard in Standard:
            options = RenderOptions(paper, carried, standard)
            data = PdfRenderer().render(shown, load_theme("bulletin"), options)
            name = f"{source.stem}-{paper.name}.{standard.value}.pdf"
            (folder / name).write_bytes(data)
    names = [f"{source.stem}-LETTER.{standard.value}.pdf" for standard in Standard]
    return Sheet(shown, *(folder / name for name in names))


@pytest.fixture(scope="session")
def by_hand(folder: Path) -> None:
    """Write what the sheets do not all hold, on pages set by hand."""
    for name, shown in (
        ("everything", samples.everything()),
        ("demanding", demanding.document_of_notes()),
    ):
        pages = set_by_hand(shown, height=300)
        for edition, ending in ((PDF_1_7, "pdf17"), (PDF_2_0, "pdf2")):
            data = write(shown, pages, edition, SOURCE)
            (folder / f"{name}.{ending}.pdf").write_bytes(data)


@pytest.mark.usefixtures("sheets", "by_hand")
def test_verapdf_finds_each_claim_and_nothing_against_it(folder, verapdf):
    files = sorted(folder.glob("*.pdf"))
    assert len(files) == 4 * len(SHEETS) + 4
    verdicts = judge(verapdf, files)
    assert set(verdicts) == set(files)
    for file, verdict in verdicts.items():
        standard = Standard(file.suffixes[-2].removeprefix("."))
        assert verdict == dict.fromkeys(CLAIMS[standard], ()), file.name


@pytest.mark.usefixtures("sheets", "by_hand")
def test_qpdf_finds_nothing(folder, qpdf):
    for file in folder.glob("*.pdf"):
        subprocess.run([qpdf, "--check", file], capture_output=True, check=True)


def said(file: Path) -> str:
    """Return the words that poppler finds in the tags."""
    command = ["pdfinfo", "-struct-text", file]
    tree = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return "".join(re.findall(r'^ *"(.*)"$', tree, re.MULTILINE))


def passages(shown: Document) -> list[str]:
    """Return the words of each leaf without a note, which would stand in its midst."""
    all_leaves = (*leaves(shown.blocks), *(note.text for note in shown.notes))
    return [
        normalized(plain_text(leaf.content))
        for leaf in all_leaves
        if not any(isinstance(each, NoteReference) for each in inlines(leaf.content))
    ]


@POPPLER
@pytest.mark.parametrize("name", NAMES)
def test_poppler_reads_the_words_of_the_sheet_from_the_tags(name, sheets):
    sheet = sheets[name]
    text = normalized(said(sheet.first))
    assert [words for words in passages(sheet.shown) if words not in text] == []


@POPPLER
@pytest.mark.parametrize("name", NAMES)
def test_poppler_reads_the_same_words_from_both_editions(name, sheets):
    sheet = sheets[name]
    assert said(sheet.second) == said(sheet.first)
    texts = [
        subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout
        for file in (sheet.first, sheet.second)
    ]
    assert texts[0] == texts[1]


def bookmarks(file: Path) -> list[tuple[int, str, int | None, str]]:
    """Return what pdfium makes of bookmarks: depth, title, page and its words."""
    pdf = pypdfium2.PdfDocument(file)
    found = []
    for mark in pdf.get_toc():
        goal = mark.get_dest()
        page = goal.get_index() if goal else None
        words = "" if page is None else pdf[page].get_textpage().get_text_range()
        found.append((mark.level, mark.get_title(), page, normalized(words)))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_pdfium_follows_the_bookmarks_of_both_editions_to_their_headings(name, sheets):
    found = bookmarks(sheets[name].second)
    assert found == bookmarks(sheets[name].first)
    assert len(found) > 2
    for _, title, _, words in found:
        assert normalized(title).split()[0] in words
