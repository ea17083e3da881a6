"""Unedited files come home through other programs: every sheet is what it was."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pypandoc
import pytest
from lxml import etree

from pipeline.produce import read
from pipeline.pull import base_of, read_edited
from pipeline.render.docx import DocxRenderer
from pipeline.renderer import RenderOptions
from pipeline.settings import load_theme
from schemas.factsheet import FactSheet
from tests.inspect.docx.packing import BODY, repacked, w

ROOT = Path(__file__).parents[2]
SHEETS = sorted(
    path for path in (ROOT / "sources").glob("*.md") if path.stem != "README"
)
WORD = "docx:MS Word 2007 XML"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the Word file of every sheet of `sources`."""
    folder = tmp_path_factory.mktemp("programs")
    for path in SHEETS:
        found = read(path)
        assert found.sheet is not None
        assert found.document is not None
        options = RenderOptions(source=found.sheet.model_dump_json().encode())
        data = DocxRenderer().render(found.document, load_theme("bulletin"), options)
        (folder / f"{path.stem}.docx").write_bytes(data)
    return folder


def sheet_of(path: Path) -> FactSheet:
    found = read(path).sheet
    assert found is not None
    return found


def converted(folder: Path, name: str, form: str, files: list[Path]) -> list[Path]:
    """Return files that LibreOffice has opened and saved in another form."""
    if not shutil.which("soffice"):
        pytest.skip("needs LibreOffice")
    command = [
        "soffice", f"-env:UserInstallation={(folder / 'home').as_uri()}", "--headless",
        "--convert-to", form, "--outdir", folder / name, *files,
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return sorted((folder / name).iterdir())


def same(files: list[Path]) -> Iterator[str]:
    """Yield what came back otherwise than it went out."""
    assert len(files) == len(SHEETS)
    for path, file in zip(SHEETS, files, strict=True):
        sheet = sheet_of(path)
        found = read_edited(file.read_bytes(), [sheet.model_dump_json().encode()])
        if found.sheet != sheet or found.operations:
            yield f"{path.name}: {[str(each) for each in found.operations]}"


def test_an_edited_sheet_is_read_in_a_tenth_of_a_second(folder: Path) -> None:
    def edit(root: etree._Element) -> None:
        texts = [each for each in root.iter(w("t")) if each.text]
        for text in texts[10::7]:
            text.text = f"{text.text} and more"

    file = repacked((folder / "kosovo.docx").read_bytes(), {BODY: edit})
    times = []
    for _ in range(5):
        start = process_time()
        assert len(read_edited(file).operations) > 5
        times.append(process_time() - start)
    assert min(times) < 0.1


def test_as_built(folder: Path) -> None:
    assert list(same(sorted(folder.glob("*.docx")))) == []


def test_saved_by_libreoffice(folder: Path) -> None:
    files = sorted(folder.glob("*.docx"))
    assert list(same(converted(folder, "saved", WORD, files))) == []


def test_saved_by_libreoffice_as_odt_and_back(folder: Path) -> None:
    files = sorted(folder.glob("*.docx"))
    others = converted(folder, "odt", "odt", files)
    assert list(same(converted(folder, "back", WORD, others))) == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_saved_by_pandoc_which_drops_all_but_the_text(
    folder: Path, path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "saved.docx"
    source = folder / f"{path.stem}.docx"
    pandoc = pypandoc.get_pandoc_path()
    subprocess.run([pandoc, "-f", "docx", source, "-o", file], check=True)
    found = read_edited(file.read_bytes(), base=base_of(sheet_of(path)))
    assert [str(each) for each in found.operations] == []
    assert found.sheet == found.base.sheet
