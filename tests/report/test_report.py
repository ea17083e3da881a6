import json
import subprocess
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from pipeline import build
from pipeline.report.sheet import read_report
from schemas.report import File, Report

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteSheet = Callable[..., Path]

ROOT = Path(__file__).parents[2]
SHEETS = ("kosovo", "notice", "safe-water", "water-data")


def report(folder: Path, name: str) -> Report:
    found = read_report(folder / f"{name}.report.json")
    assert found
    return found


def file(folder: Path, name: str) -> File:
    """Return what the report on its sheet says of the file `name`."""
    files = report(folder, name.split(".")[0]).files
    return next(each for each in files if each.name == name)


@pytest.mark.parametrize("name", SHEETS)
def test_sums_and_sizes_are_those_of_the_files(samples: Path, name: str) -> None:
    files = report(samples / "letter", name).files
    assert [each.name for each in files] == [f"{name}.docx", f"{name}.pdf"]
    for each in files:
        data = (samples / "letter" / each.name).read_bytes()
        assert each.sha256 == sha256(data).hexdigest()
        assert each.size == len(data)


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_pages_and_claims_are_those_of_the_pdf(
    samples: Path, name: str, paper: str
) -> None:
    told = file(samples / paper, f"{name}.pdf")
    with pikepdf.open(samples / paper / told.name) as pdf, pdf.open_metadata() as xmp:
        assert told.pages == len(pdf.pages)
        level = xmp["pdfaid:conformance"].lower()
        archive = f"PDF/A-{xmp['pdfaid:part']}{level}"
        assert told.claims == (f"PDF/UA-{xmp['pdfuaid:part']}", archive)
    assert told.paper == paper


def test_a_file_of_pdf_2_claims_what_it_is(tmp_path: Path) -> None:
    source = ROOT / "sources/notice.md"
    build(source, to=("pdf",), out=tmp_path, standard="pdf2")
    assert file(tmp_path, "notice.pdf").claims == (
        "PDF/UA-2",
        "PDF/A-4f",
        "WTPDF 1.0 (accessibility)",
        "WTPDF 1.0 (reuse)",
    )


def test_a_word_file_claims_no_standard_and_has_no_pages(samples: Path) -> None:
    told = file(samples / "letter", "kosovo.docx")
    assert told.claims == ()
    assert told.pages is None


def test_the_report_tells_of_the_sheet(samples: Path) -> None:
    told = report(samples / "letter", "kosovo")
    source = (ROOT / "sources/kosovo.md").read_bytes()
    assert told.title == "U.S. Relations With Kosovo"
    assert told.issued == date(2016, 3, 17)
    assert told.language == "en-US"
    assert told.source.name == "kosovo.md"
    assert told.source.sha256 == sha256(source).hexdigest()


def test_only_the_check_that_ran_is_named(samples: Path) -> None:
    (check,) = file(samples / "letter", "kosovo.pdf").checks
    assert (check.tool, check.version) == ("bulletin", "0.1.0")


def test_the_check_of_another_package_bears_its_name(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md")
    bulletin("build", "--to", "plain")
    (check,) = file(place / "output", "a.txt").checks
    assert (check.tool, check.version) == ("plain-bulletin", "1.5")


def test_warnings_are_told_with_their_place(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md", "Doubtful")
    bulletin("build", "--to", "plain")
    (found,) = report(place / "output", "a").findings
    assert (found.severity, found.code) == ("warning", "doubt")
    assert (found.file, found.line, found.column) == ("a.md", 2, 8)


def test_no_path_of_the_machine_is_told(tmp_path: Path) -> None:
    source = tmp_path / "doubt.md"
    source.write_bytes((ROOT / "sources/kosovo.md").read_bytes())
    build(source, out=tmp_path / "out")
    text = (tmp_path / "out/doubt.report.json").read_text("utf-8")
    assert str(tmp_path) not in text
    assert str(ROOT) not in text


def test_a_build_of_one_format_keeps_the_other_with_the_sum_of_its_sheet(
    tmp_path: Path,
) -> None:
    source = tmp_path / "notice.md"
    before = (ROOT / "sources/notice.md").read_text("utf-8")
    source.write_text(before, "utf-8")
    build(source, out=tmp_path)
    source.write_text(before.replace("Office Hours", "Hours"), "utf-8")
    build(source, to=("pdf",), out=tmp_path)
    told = report(tmp_path, "notice")
    word, pdf = told.files
    assert word.source_sha256 == sha256(before.encode()).hexdigest()
    assert pdf.source_sha256 == told.source.sha256 != word.source_sha256


def test_a_file_that_is_gone_leaves_the_report(tmp_path: Path) -> None:
    source = ROOT / "sources/notice.md"
    build(source, out=tmp_path)
    (tmp_path / "notice.docx").unlink()
    build(source, to=("pdf",), out=tmp_path)
    (only,) = report(tmp_path, "notice").files
    assert only.name == "notice.pdf"


def test_without_its_report_no_file_of_a_sheet_is_written(tmp_path: Path) -> None:
    (tmp_path / "notice.report.json").mkdir()
    built = build(ROOT / "sources/notice.md", out=tmp_path)
    assert built.failed
    assert [each.name for each in tmp_path.iterdir()] == ["notice.report.json"]


def test_the_manifest_lists_the_report(samples: Path) -> None:
    folder = samples / "letter"
    entry = json.loads((folder / "manifest.json").read_bytes())["files"][
        "kosovo.report.json"
    ]
    data = (folder / "kosovo.report.json").read_bytes()
    assert entry["sha256"] == sha256(data).hexdigest()
    assert entry["source"] == "kosovo.md"


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"made_by": "my app"}', "\xff"])
def test_a_file_of_another_program_is_no_report(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.report.json"
    path.write_text(text, "latin-1")
    assert read_report(path) is None


@pytest.mark.parametrize("name", ["../kosovo.pdf", "a/b.pdf", "a\\b.pdf"])
def test_a_report_names_no_file_outside_its_folder(
    samples: Path, tmp_path: Path, name: str
) -> None:
    told = json.loads((samples / "letter/kosovo.report.json").read_bytes())
    told["files"][0]["name"] = name
    path = tmp_path / "kosovo.report.json"
    path.write_text(json.dumps(told))
    assert read_report(path) is None
