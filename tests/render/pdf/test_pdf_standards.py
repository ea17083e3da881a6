"""Other people's tools judge what the sheets in `sources` do not all hold."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

import pipeline
from pipeline.compose import compose
from pipeline.load import load
from pipeline.render.pdf import PdfRenderer, write
from pipeline.render.pdf.edition import PDF_1_7
from pipeline.renderer import Paper, RenderOptions
from pipeline.settings import load_theme
from pipeline.sheets import find_sheets
from pipeline.tree import Document, NoteReference, inlines, leaves, plain_text
from pipeline.words import normalized
from tests.render.pdf import samples as documents
from tests.render.pdf.handmade import set_by_hand

SHEETS = find_sheets([Path(pipeline.__file__).parents[1] / "sources"])


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """Return a file with every kind of block and inline, set by hand."""
    shown = documents.everything()
    file = tmp_path / "everything.pdf"
    file.write_bytes(write(shown, set_by_hand(shown, height=300), PDF_1_7))
    return file


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing(everything, verapdf, flavour):
    command = [*verapdf, "-f", flavour, everything]
    done = subprocess.run(command, capture_output=True, check=False)
    (job,) = json.loads(done.stdout)["report"]["jobs"]
    (result,) = job["validationResult"]
    assert result["details"]["ruleSummaries"] == []
    assert result["compliant"]


def test_qpdf_finds_nothing(everything, qpdf):
    subprocess.run([qpdf, "--check", everything], capture_output=True, check=True)


def composed(sheet: Path) -> Document:
    loaded = load(sheet)
    assert loaded.sheet is not None
    return compose(loaded.sheet, loaded.pictures)


def passages(shown: Document) -> list[str]:
    """Return the words of each leaf without a note, which would stand in its midst."""
    all_leaves = (*leaves(shown.blocks), *(note.text for note in shown.notes))
    return [
        normalized(plain_text(leaf.content))
        for leaf in all_leaves
        if not any(isinstance(each, NoteReference) for each in inlines(leaf.content))
    ]


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_poppler_reads_the_words_of_the_sheet_from_the_tags(sheet, tmp_path):
    shown, file = composed(sheet), tmp_path / "sheet.pdf"
    options = RenderOptions(Paper.LETTER)
    file.write_bytes(PdfRenderer().render(shown, load_theme("bulletin"), options))
    command = ["pdfinfo", "-struct-text", file]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    lines = re.findall(r'^ *"(.*)"$', said, re.MULTILINE)
    text = normalized("".join(lines))
    assert [words for words in passages(shown) if words not in text] == []
