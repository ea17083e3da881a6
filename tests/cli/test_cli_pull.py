"""`bulletin pull` shows what was edited in Word, and takes it over when asked."""

import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteSheet = Callable[..., Path]

TRACKED = (
    "much",
    'much</w:t></w:r><w:ins w:id="90" w:author="Ann Lee"><w:r><w:t>, really</w:t></w:r>'
    '</w:ins><w:r><w:t xml:space="preserve">',
)


@pytest.fixture
def sheet(bulletin: Run, place: Path, write_sheet: WriteSheet) -> Path:
    """Return a sheet whose review copy lies in the folder `review`."""
    path = write_sheet("costs.md")
    done = bulletin("build", "--to", "docx", "--review", "--out", "review")
    assert done.returncode == 0, done.stderr
    return path


def _edit(place: Path, before: str, after: str) -> None:
    path = place / "review/costs.docx"
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    markup = parts["word/document.xml"].decode()
    assert before in markup
    parts["word/document.xml"] = markup.replace(before, after).encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def test_edits_are_shown_and_nothing_is_written(
    bulletin: Run, place: Path, sheet: Path
) -> None:
    before = sheet.read_bytes()
    _edit(place, "costs much", "costs little")
    done = bulletin("pull", "review/costs.docx")
    assert done.returncode == 0
    assert "1 edit in review/costs.docx" in done.stderr
    assert "“much.” → “little.”" in done.stderr
    assert "-It costs much.\n+It costs little." in done.stdout
    assert "--write" in done.stderr
    assert sheet.read_bytes() == before


def test_edits_are_written_when_asked_and_only_once(
    bulletin: Run, place: Path, sheet: Path
) -> None:
    before = sheet.read_text("utf-8")
    _edit(place, "costs much", "costs little")
    assert bulletin("pull", "review/costs.docx", "--write").returncode == 0
    assert sheet.read_text("utf-8") == before.replace("much", "little")
    again = bulletin("pull", "review/costs.docx", "--write")
    assert again.returncode == 0
    assert "nothing to write" in again.stderr
    assert again.stdout == ""


def test_undecided_changes_are_refused_with_5_and_listed(
    bulletin: Run, place: Path, sheet: Path
) -> None:
    before = sheet.read_bytes()
    _edit(place, *TRACKED)
    done = bulletin("pull", "review/costs.docx", "--write")
    assert done.returncode == 5
    assert "Ann Lee" in done.stderr
    assert "really" in done.stderr
    assert "--pending" in done.stderr
    assert sheet.read_bytes() == before


def test_held_changes_are_told_of_until_they_are_answered(
    bulletin: Run, place: Path, sheet: Path
) -> None:
    _edit(place, *TRACKED)
    held = ("pull", "review/costs.docx", "--pending", "hold", "--write")
    assert bulletin(*held).returncode == 0
    told = bulletin("check", "--strict")
    assert told.returncode == 3
    assert "Ann Lee proposes" in told.stderr
    review = place / "sources/_costs.review.yaml"
    answered = review.read_text("utf-8").replace("done: no", "done: yes")
    review.write_text(answered, "utf-8")
    assert bulletin("check", "--strict").returncode == 0
    assert bulletin(*held).returncode == 0
    assert review.read_text("utf-8") == answered


def test_a_conflict_is_refused_and_can_be_decided(
    bulletin: Run, place: Path, sheet: Path
) -> None:
    _edit(place, "costs much", "costs little")
    sheet.write_text(sheet.read_text("utf-8").replace("much", "a lot"), "utf-8")
    refused = bulletin("pull", "review/costs.docx", "--write")
    assert refused.returncode == 5
    assert "sources/costs.md:7" in refused.stderr
    assert "--prefer" in refused.stderr
    done = bulletin("pull", "review/costs.docx", "--prefer", "word", "--write")
    assert done.returncode == 0
    assert "costs little" in sheet.read_text("utf-8")


@pytest.mark.parametrize("data", [b"", b"words", b"PK\x03\x04 nothing more"])
def test_what_is_no_word_file_is_refused_with_5(
    bulletin: Run, place: Path, sheet: Path, data: bytes
) -> None:
    (place / "x.docx").write_bytes(data)
    done = bulletin("pull", "x.docx", "--into", str(sheet))
    assert done.returncode == 5
    assert "x.docx: error" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_no_word_file_is_called_so_where_no_sheet_has_its_name(
    bulletin: Run, place: Path, sheet: Path
) -> None:
    (place / "other.docx").write_bytes(b"")
    done = bulletin("pull", "other.docx")
    assert done.returncode == 2
    assert "other.docx: error[OX:30]: the file is empty" in done.stderr


def test_programs_read_findings_and_nothing_else_from_the_output(
    bulletin: Run, place: Path, sheet: Path
) -> None:
    _edit(place, "costs much", "costs little")
    done = bulletin("pull", "review/costs.docx", "--format", "json")
    assert json.loads(done.stdout) == []
    assert "+It costs little." in done.stderr


def test_a_file_of_no_known_sheet_asks_which(
    bulletin: Run, place: Path, sheet: Path
) -> None:
    sheet.unlink()
    done = bulletin("pull", "review/costs.docx")
    assert done.returncode == 2
    assert "--into" in done.stderr


@pytest.mark.parametrize("option", ["--review", "--no-embed"])
def test_options_for_word_files_are_refused_where_none_is_made(
    bulletin: Run, sheet: Path, option: str
) -> None:
    done = bulletin("build", "--to", "pdf", option)
    assert done.returncode == 2
    assert option in done.stderr


def test_a_standard_that_carries_the_sheet_cannot_leave_it_out(
    bulletin: Run, sheet: Path
) -> None:
    done = bulletin("build", "--no-embed", "--standard", "pdf2")
    assert done.returncode == 2
    assert "PDF/A-4f" in done.stderr
