"""Finished files are told apart by content and judged; the command says the rest."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.diagnostics import SettingsError
from pipeline.inspect import inspect_bytes, inspect_file
from pipeline.inspect.verapdf import find_verapdf, judge_with_verapdf
from pipeline.render.pdf.edition import PDF_1_7
from tests.conftest import Run
from tests.inspect.pdf.changes import changed, put
from tests.render.pdf.breaking import sound


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.pdf"
    path.write_bytes(sound(PDF_1_7))
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.pdf"
    path.write_bytes(changed(lambda pdf: put(pdf.Root.MarkInfo, Marked=False)))
    return path


def test_files_of_other_kinds_are_unreadable() -> None:
    (found,) = inspect_bytes(b"<html>")
    assert found.code == "unreadable"


def test_a_file_without_claims_says_that_it_was_not_judged() -> None:
    data = changed(lambda pdf: pdf.Root.Metadata.write(b"<x/>"))
    (found,) = inspect_bytes(data)
    assert (found.code, found.is_error) == ("unjudged", False)


def test_findings_name_the_file(bad: Path) -> None:
    (ua, archive) = inspect_file(bad)
    assert (ua.code, archive.code) == ("UA1:6.2-1", "A2:6.7.2.2-1")
    assert str(ua.location) == str(bad)


def test_verify_leaves_with_0_for_a_good_file(bulletin: Run, good: Path) -> None:
    assert bulletin("verify", str(good)).returncode == 0


def test_verify_leaves_with_1_for_a_broken_rule(bulletin: Run, bad: Path) -> None:
    done = bulletin("verify", str(bad), "--standard", "ua1", "--format", "json")
    assert done.returncode == 1
    assert [each["code"] for each in json.loads(done.stdout)] == ["UA1:6.2-1"]


def test_verify_leaves_with_2_for_an_unknown_standard(
    bulletin: Run, good: Path
) -> None:
    assert bulletin("verify", str(good), "--standard", "x").returncode == 2


def test_verify_leaves_with_4_and_goes_on_after_an_unreadable_file(
    bulletin: Run, tmp_path: Path, bad: Path
) -> None:
    odd = tmp_path / "odd.pdf"
    odd.write_bytes(b"words")
    done = bulletin("verify", str(odd), str(bad), "--format", "short")
    assert done.returncode == 4
    assert "error[unreadable]" in done.stderr
    assert "error[UA1:6.2-1]" in done.stderr


def test_verify_says_how_to_get_a_missing_validator(bulletin: Run, good: Path) -> None:
    done = bulletin(
        "verify", str(good), "--with", "verapdf", BULLETIN_VERAPDF="none.jar"
    )
    assert done.returncode == 2
    assert "veraPDF is not installed" in done.stderr


def test_verify_loads_no_renderer(good: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from pipeline.verify import run_verify;"
        f"run_verify([Path({str(good)!r})], [], [], 'human');"
        "print({'reportlab', 'uharfbuzz', 'docx', 'PIL'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "set()"


def test_verapdf_finds_the_same_rule(
    bad: Path, verapdf: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULLETIN_VERAPDF", verapdf[2])
    (found,) = judge_with_verapdf(bad, ["ua1"])
    assert found.code == "UA1:6.2-1"


def test_verapdf_tells_page_and_object(
    tmp_path: Path, verapdf: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULLETIN_VERAPDF", verapdf[2])
    path = tmp_path / "loose.pdf"
    path.write_bytes(changed(lambda pdf: pdf.pages[1].contents_add(b"0 0 1 1 re f")))
    (found,) = judge_with_verapdf(path, ["ua1"])
    assert found.code == "UA1:7.1-3"
    assert found.message.startswith("page 2, object ")


def test_verapdf_finds_an_unreadable_file(
    tmp_path: Path, verapdf: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULLETIN_VERAPDF", verapdf[2])
    path = tmp_path / "odd.pdf"
    path.write_bytes(b"%PDF-1.7 words")
    (found,) = judge_with_verapdf(path, ["ua1"])
    assert found.code == "unreadable"


def test_a_named_jar_that_is_not_there_is_no_validator(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULLETIN_VERAPDF", "none.jar")
    monkeypatch.setenv("PATH", "")
    assert find_verapdf() is None
    with pytest.raises(SettingsError):
        judge_with_verapdf(good, ["ua1"])
