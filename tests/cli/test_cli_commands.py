"""What each command does."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteSheet = Callable[..., Path]

ROOT = Path(__file__).parents[2]

HEAVY = ("pydantic", "reportlab", "docx", "yaml", "markdown_it", "pikepdf", "uharfbuzz")


@pytest.mark.parametrize("arguments", ["--help", "build --help", "new --help"])
def test_help_imports_nothing_heavy(arguments: str) -> None:
    code = (
        "import sys\nfrom pipeline.cli import bulletin\n"
        f"try: bulletin({arguments.split()!r}, standalone_mode=False)\n"
        f"finally: sys.exit(' '.join(set({HEAVY!r}) & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert "Usage:" in done.stdout


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = f"import sys, pipeline; sys.exit(bool(set({HEAVY!r}) & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_checking_imports_no_renderer(place: Path, write_sheet: WriteSheet) -> None:
    path = write_sheet("a.md")
    code = (
        "import sys\nfrom pathlib import Path\nfrom pipeline.produce import check\n"
        f"check(Path({str(path)!r}))\n"
        "sys.exit(bool({'reportlab', 'docx', 'uharfbuzz'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_new_sheet_builds_as_it_is(bulletin: Run, place: Path) -> None:
    assert bulletin("new", "visit to Rome").returncode == 0
    done = bulletin("build", "sources/visit-to-rome.md", "--to", "plain", "--strict")
    assert done.returncode == 0
    text = (place / "output/visit-to-rome.txt").read_text("utf-8")
    assert text.startswith("Visit to Rome\n")


def test_the_first_new_sheet_makes_the_folder_where_build_looks(
    bulletin: Run, place: Path
) -> None:
    (place / "sources").rmdir()
    assert bulletin("new", "rome").returncode == 0
    assert bulletin("build", "--to", "plain").returncode == 0
    assert (place / "output/rome.txt").exists()


def test_a_language_without_fixed_words_is_an_error_with_its_place(
    bulletin: Run, write_sheet: WriteSheet
) -> None:
    path = write_sheet("ja.md")
    text = path.read_text("utf-8").replace("issued:", "language: ja\nissued:")
    path.write_text(text, "utf-8")
    for command in ("build", "check", "show"):
        done = bulletin(command, "sources/ja.md")
        assert done.returncode == 1
        assert "sources/ja.md:4:11: error[language]" in done.stderr


def test_a_font_that_is_not_installed_ends_with_4(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("one.md")
    theme = (ROOT / "pipeline/themes/bulletin.yaml").read_text("utf-8")
    (place / "own.yaml").write_text(theme.replace("Source Sans 3", "No Font"), "utf-8")
    done = bulletin("build", "--theme", "own.yaml", "--to", "pdf")
    assert done.returncode == 4
    assert "the font No Font is not installed" in done.stderr


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1e9", ""])
def test_an_epoch_that_is_no_time_stops_the_build(
    bulletin: Run, write_sheet: WriteSheet, place: Path, epoch: str
) -> None:
    write_sheet("one.md")
    done = bulletin("build", "--to", "plain", SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 2
    assert "error[source-date-epoch]" in done.stderr
    assert not (place / "output").exists()


def test_a_new_sheet_never_overwrites(bulletin: Run, write_sheet: WriteSheet) -> None:
    before = write_sheet("costs.md").read_text("utf-8")
    done = bulletin("new", "costs")
    assert done.returncode == 2
    assert "`sources/costs.md` exists already" in done.stderr
    assert write_sheet("costs.md").read_text("utf-8") == before


@pytest.mark.parametrize("title", ['say "no"', "a: b", "x - y", "C:\\new", "# five"])
def test_a_new_sheet_takes_any_title(bulletin: Run, title: str) -> None:
    assert bulletin("new", title).returncode == 0
    assert bulletin("check", "--strict").returncode == 0


@pytest.mark.parametrize("name", ["", "  ", "!?", "readme", "README.md", "a" * 201])
def test_a_name_that_cannot_be_built_starts_no_sheet(
    bulletin: Run, place: Path, name: str
) -> None:
    done = bulletin("new", name)
    assert done.returncode == 2
    assert "error[name]" in done.stderr
    assert list((place / "sources").iterdir()) == []


def test_show_prints_the_outline(bulletin: Run, write_sheet: WriteSheet) -> None:
    write_sheet("a.md")
    done = bulletin("show", "sources/a.md")
    assert done.stdout.splitlines()[1] == "  h1 title #costs: Costs"


def test_formats_lists_every_package(bulletin: Run) -> None:
    done = bulletin("formats")
    assert "the words alone, as plain text (plain-bulletin 1.5)" in done.stdout
    assert "(bulletin 0.1.0)" in done.stdout


def test_the_version_names_the_plugins(bulletin: Run) -> None:
    done = bulletin("--version")
    assert done.stdout.startswith("bulletin 0.1.0, Python 3.")
    assert "  format plain: plain-bulletin 1.5" in done.stdout


@pytest.mark.parametrize("name", ["factsheet", "theme", "report"])
def test_schema_prints_the_committed_schema(bulletin: Run, name: str) -> None:
    committed = ROOT / "schemas/json" / f"{name}.schema.json"
    assert bulletin("schema", name).stdout == committed.read_text("utf-8")


def test_a_reader_that_leaves_is_no_fault(bulletin: Run, place: Path) -> None:
    command = f"'{Path(sys.executable).with_name('bulletin')}' schema; echo $? >&2"
    pipe = f"({command}) | head -c 1"
    done = subprocess.run(
        ["sh", "-c", pipe], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() in ("0", "141")
