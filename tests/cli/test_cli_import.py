"""`bulletin import` writes sources with their accounts, and overwrites nothing."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

PROSE = (
    "The two countries have worked together for many years, and their governments meet "
    "every spring to agree on what the ministries are to do together in the next year."
)


@pytest.fixture
def old(place: Path) -> Path:
    """Return a folder of two texts, and a file that is no text."""
    folder = place / "old"
    (folder / "deep").mkdir(parents=True)
    for name in ("north.txt", "deep/south.txt"):
        title = f"# Relations With {Path(name).stem.title()}"
        (folder / name).write_text(f"{title}\n\nFact Sheet\n\n{PROSE}\n", "utf-8")
    (folder / "notes.xyz").write_text("no kind of ours", "utf-8")
    return folder


def test_a_text_becomes_a_source_that_builds(bulletin: Run, old: Path) -> None:
    done = bulletin("import", "old/north.txt")
    assert done.returncode == 0, done.stderr
    assert "sources/north.md" in done.stderr
    built = bulletin("build", "sources")
    assert built.returncode == 0, built.stderr


def test_the_account_tells_what_to_check(bulletin: Run, place: Path, old: Path) -> None:
    bulletin("import", "old/north.txt", "-o", "drafts")
    account = (place / "drafts/_north.import.txt").read_text("utf-8")
    assert "north.md was made from north.txt" in account
    assert "the day it was issued" in account
    assert "bulletin check" in account


def test_a_folder_and_a_pattern_mean_the_files_in_them(
    bulletin: Run, place: Path, old: Path
) -> None:
    done = bulletin("import", "old", "-o", "all")
    assert done.returncode == 0, done.stderr
    assert sorted(file.name for file in (place / "all").glob("*.md")) == [
        "north.md", "south.md",
    ]  # fmt: skip
    done = bulletin("import", "old/*.txt", "-o", "some")
    assert [file.name for file in (place / "some").glob("*.md")] == ["north.md"]


def test_a_source_that_exists_is_left_as_it_is(
    bulletin: Run, place: Path, old: Path
) -> None:
    (place / "sources/north.md").write_text("mine", "utf-8")
    done = bulletin("import", "old/north.txt")
    assert done.returncode == 1
    assert "exists already" in done.stderr
    assert (place / "sources/north.md").read_text("utf-8") == "mine"
    assert sorted(file.name for file in (place / "sources").iterdir()) == ["north.md"]


def test_one_bad_file_does_not_stop_the_others(
    bulletin: Run, place: Path, old: Path
) -> None:
    (old / "empty.txt").write_text("\n", "utf-8")
    done = bulletin("import", "old/empty.txt", "old/north.txt")
    assert done.returncode == 1
    assert "imported 1 of 2 files" in done.stderr
    assert (place / "sources/north.md").exists()


def test_programs_get_findings_as_json(bulletin: Run, old: Path) -> None:
    (old / "empty.txt").write_text("\n", "utf-8")
    done = bulletin("import", "old/empty.txt", "--format", "json")
    (found,) = json.loads(done.stdout)
    assert (found["severity"], found["code"]) == ("error", "import")


def test_a_name_that_means_nothing_is_a_wrong_command(bulletin: Run) -> None:
    done = bulletin("import", "nowhere.txt")
    assert done.returncode == 2
    assert "does not exist" in done.stderr
