"""Other people's tools judge the same files: veraPDF, qpdf and poppler."""

import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

import pipeline
from pipeline.compose import compose
from pipeline.load import load
from pipeline.render.pdf import PdfRenderer, write
from pipeline.render.pdf.edition import PDF_1_7
from pipeline.renderer import Paper, RenderOptions
from pipeline.tree import Document, NoteReference, inlines, leaves, plain_text
from pipeline.words import normalized
from tests.layout.documents import theme
from tests.render.pdf import samples
from tests.render.pdf.handmade import set_by_hand

ROOT = Path(pipeline.__file__).parents[1]
SHEETS = sorted(ROOT.joinpath("sources").glob("*.md"))


def verapdf() -> Path | None:
    """Return veraPDF's command-line jar, from BULLETIN_VERAPDF or the cache."""
    folder = Path(os.environ.get("BULLETIN_VERAPDF", ROOT / ".cache" / "verapdf"))
    jars = [folder] if folder.is_file() else sorted(folder.rglob("cli-*.jar"))
    return jars[0] if jars and shutil.which("java") else None


needs_verapdf = pytest.mark.skipif(
    verapdf() is None,
    reason="veraPDF needs java and BULLETIN_VERAPDF or .cache/verapdf",
)


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not there")


@cache
def composed(sheet: Path) -> Document:
    loaded = load(sheet)
    assert loaded.sheet is not None
    return compose(loaded.sheet, loaded.pictures)


@cache
def built(sheet: Path, paper: Paper) -> bytes:
    return PdfRenderer().render(composed(sheet), theme(), RenderOptions(paper))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return every sheet in every paper size, and the document with everything."""
    folder = tmp_path_factory.mktemp("pdf")
    made = {
        f"{sheet.stem}-{paper.name}.pdf": built(sheet, paper)
        for sheet in SHEETS
        for paper in Paper
    }
    shown = samples.everything()
    made["everything.pdf"] = write(shown, set_by_hand(shown), PDF_1_7)
    for name, data in made.items():
        folder.joinpath(name).write_bytes(data)
    return [folder / name for name in made]


def ran(*command: object) -> str:
    """Return what a command says; fail where it fails."""
    line = [str(part) for part in command]
    done = subprocess.run(line, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return done.stdout.decode()


@needs_verapdf
@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing(files, flavour):
    said = ran("java", "-jar", verapdf(), "-f", flavour, "--format", "json", *files)
    jobs = json.loads(said)["report"]["jobs"]
    failed = {
        job["itemDetails"]["name"]: result["details"]["ruleSummaries"]
        for job in jobs
        for result in job.get("validationResult")
        or [{"compliant": False, "details": job}]
        if not result["compliant"]
    }
    assert len(jobs) == len(files)
    assert failed == {}


@needs("qpdf")
def test_qpdf_finds_nothing(files):
    for file in files:
        assert "No syntax or stream encoding errors found" in ran(
            "qpdf", "--check", file
        )


def uncalled(shown: Document) -> list[str]:
    """Return the words of each leaf without a note, which would stand in its midst."""
    all_leaves = (*leaves(shown.blocks), *(note.text for note in shown.notes))
    return [
        normalized(plain_text(leaf.content))
        for leaf in all_leaves
        if not any(isinstance(each, NoteReference) for each in inlines(leaf.content))
    ]


@needs("pdfinfo")
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_poppler_reads_the_words_of_the_sheet_from_the_tags(sheet, tmp_path):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(built(sheet, Paper.LETTER))
    said = re.findall(r'^ *"(.*)"$', ran("pdfinfo", "-struct-text", file), re.MULTILINE)
    text = normalized("".join(said))
    missing = [words for words in uncalled(composed(sheet)) if words not in text]
    assert missing == []


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_every_sheet_verifies(sheet, paper):
    assert list(PdfRenderer().verify(built(sheet, paper), composed(sheet))) == []
