import json
import re
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.diagnostics import Location, error
from pipeline.manifest import files_of, read_failed, write_manifest
from pipeline.outcome import Built, Output
from pipeline.settings import Settings, read_settings
from pipeline.versions import LIBRARIES

ROOT = Path(__file__).parents[1]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(tmp_path / "out", "bulletin", "a4")


def made(settings: Settings, name: str) -> Built:
    """Lay a source and its output, and return what a build says of them."""
    source = settings.out.parent / f"{name}.md"
    source.write_bytes(b"the source")
    settings.out.mkdir(exist_ok=True)
    path = settings.out / f"{name}.pdf"
    path.write_bytes(b"the file")
    output = Output(path, 8, sha256(b"the file").hexdigest())
    return Built(source, (output,), ())


def recorded(settings: Settings) -> dict[str, dict[str, object]]:
    files: dict[str, dict[str, object]] = json.loads(
        (settings.out / "manifest.json").read_bytes()
    )["files"]
    return files


def test_the_manifest_records_sums_sources_and_versions(settings: Settings) -> None:
    write_manifest([made(settings, "a")], settings)
    entry = recorded(settings)["a.pdf"]
    assert entry["sha256"] == sha256(b"the file").hexdigest()
    assert entry["source_sha256"] == sha256(b"the source").hexdigest()
    assert entry["paper"] == "a4"
    assert entry["standard"] == "pdf17"
    assert set(LIBRARIES) < set(entry["made_with"])  # type: ignore[call-overload]


def test_files_of_earlier_builds_stay_recorded_while_they_exist(
    settings: Settings,
) -> None:
    write_manifest([made(settings, "a"), made(settings, "b")], settings)
    (settings.out / "a.pdf").unlink()
    write_manifest([made(settings, "c")], settings)
    assert list(recorded(settings)) == ["b.pdf", "c.pdf"]


def test_files_are_found_by_their_source(settings: Settings) -> None:
    write_manifest([made(settings, "a"), made(settings, "b")], settings)
    assert files_of("b.md", settings.out) == ["b.pdf"]


@pytest.mark.parametrize("text", ['{"name": "my app"}', "[1]", "not json"])
def test_the_manifest_of_another_program_is_left_alone(
    settings: Settings, text: str
) -> None:
    built = made(settings, "a")
    (settings.out / "manifest.json").write_text(text)
    write_manifest([built], settings)
    assert (settings.out / "manifest.json").read_text() == text


def test_every_library_that_a_sheet_meets_is_recorded() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split("[>=]", each)[0] for each in project["dependencies"]}
    # These read, print and draw the page of a folder; no file of a sheet is of them.
    apart = {"click", "ftfy", "phonenumbers", "pikepdf", "py3langid", "pypdfium2"}
    assert set(LIBRARIES) == needed - apart | {"bulletin"}


def test_the_lock_file_holds_every_dependency_with_hashes_and_no_address() -> None:
    lock = (ROOT / ".ci/requirements.lock").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    for each in wanted:
        name = re.split("[>=]", each)[0].lower()
        assert f"\n{name}==" in lock
    assert "://" not in lock


def test_failed_sheets_are_recorded_until_they_are_built(settings: Settings) -> None:
    built = made(settings, "a")
    mistake = error("date", "`x` is no day", location=Location("/far/away/a.md", 4, 9))
    write_manifest([built], settings)
    write_manifest([Built(built.source, (), (mistake,))], settings)
    (found,) = read_failed(settings.out)["a.md"]
    assert (found.file, found.line, found.message) == ("a.md", 4, "`x` is no day")
    write_manifest([built], settings)
    assert read_failed(settings.out) == {}


def test_a_failure_is_forgotten_with_the_last_of_its_files(settings: Settings) -> None:
    built = made(settings, "a")
    write_manifest([built], settings)
    write_manifest([Built(built.source, (), (error("e", "m"),))], settings)
    (settings.out / "a.pdf").unlink()
    write_manifest([made(settings, "b")], settings)
    assert read_failed(settings.out) == {}


def test_a_record_of_failures_that_was_edited_is_not_trusted(
    settings: Settings,
) -> None:
    write_manifest([made(settings, "a")], settings)
    path = settings.out / "manifest.json"
    path.write_text(path.read_text().replace('"failed": {}', '"failed": {"a": 1}'))
    assert read_failed(settings.out) == {}
