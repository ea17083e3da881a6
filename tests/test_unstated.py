"""A sheet that states nothing but its title: both formats, before all judges."""

import subprocess
from pathlib import Path

import pikepdf
import pytest

from pipeline import build
from pipeline.report.sheet import read_report
from tests.verapdf import CLAIMS, Standard, judge

SHEET = "---\ntitle: A Sheet of Few Words\n---\n\nOne paragraph.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sheet in both formats, and in the PDF 2.0 edition."""
    found = tmp_path_factory.mktemp("unstated")
    source = found / "words.md"
    source.write_text(SHEET, "utf-8")
    assert not build(source, out=found / "pdf17").failed
    assert not build(source, ["pdf"], found / "pdf2", standard="pdf2").failed
    return found


def test_it_is_built_with_warnings(folder: Path) -> None:
    report = read_report(folder / "pdf17/words.report.json")
    assert report is not None
    assert (report.kind, report.agency, report.issued) == (None, None, None)
    assert [each.code for each in report.findings] == ["unsigned", "undated"]


@pytest.mark.parametrize("standard", list(Standard))
def test_its_pdf_keeps_what_it_claims(
    folder: Path, verapdf: list[str], standard: Standard
) -> None:
    file = folder / standard.value / "words.pdf"
    assert judge(verapdf, [file]) == {file: dict.fromkeys(CLAIMS[standard], ())}


@pytest.mark.parametrize("office", ["Office2019", "Microsoft365"])
def test_its_word_file_is_valid(
    folder: Path, ooxml_validator: str, office: str
) -> None:
    command = [ooxml_validator, folder / "pdf17/words.docx", "--officeVersion", office]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_date_and_no_author_is_invented(folder: Path) -> None:
    with pikepdf.open(folder / "pdf17/words.pdf") as pdf:
        assert not {"/CreationDate", "/ModDate", "/Author"} & set(pdf.docinfo.keys())
        with pdf.open_metadata() as xmp:
            dated = {name.rpartition("}")[2] for name in xmp}
    unstated = {"CreateDate", "ModifyDate", "MetadataDate", "date", "creator", "type"}
    assert not unstated & dated
