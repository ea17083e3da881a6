"""How the command ends: exit codes, and what is left on the disk."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteSheet = Callable[..., Path]


def test_a_build_of_all_sheets_ends_with_0(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("one.md")
    write_sheet("two.md")
    done = bulletin("build", "--to", "plain")
    assert done.returncode == 0
    assert "built sources/one.md: output/one.txt" in done.stderr
    assert done.stderr.endswith("built 2 sheets in output\n")
    assert (place / "output/two.txt").read_text("utf-8").startswith("Costs\n")


def test_a_sheet_with_errors_ends_with_1_and_the_others_are_built(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("bad.md").write_text("---\ntitle: T\n---\n", "utf-8")
    write_sheet("good.md")
    done = bulletin("build", "--to", "plain")
    assert done.returncode == 1
    assert "built 1 sheet in output, 1 failed" in done.stderr
    assert (place / "output/good.txt").exists()
    assert not (place / "output/bad.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "--to", "plian"], "did you mean `plain`?"),
        (["build", "--paper", "a5"], "is not one of 'letter', 'a4'"),
        (["build", "--standard", "pdf3"], "is not one of 'pdf17', 'pdf2'"),
        (["build", "nowhere.md"], "'nowhere.md' does not exist"),
        (["build", "--jobs", "0"], "0 is not in the range"),
        (["biuld"], "No such command 'biuld'"),
        (["build"], "no fact sheet in `sources`"),
        (["schema", "sheet"], "is not one of 'factsheet', 'theme', 'report'"),
    ],
)
def test_a_wrong_command_ends_with_2(
    bulletin: Run, arguments: list[str], message: str
) -> None:
    done = bulletin(*arguments)
    assert done.returncode == 2
    assert message in done.stderr


def test_an_unknown_theme_ends_with_2(bulletin: Run, write_sheet: WriteSheet) -> None:
    write_sheet("a.md")
    done = bulletin("build", "--to", "plain", "--theme", "bulletn")
    assert done.returncode == 2
    assert "did you mean `bulletin`?" in done.stderr


def test_without_a_folder_of_sources_the_command_says_what_to_do(
    bulletin: Run, place: Path
) -> None:
    (place / "sources").rmdir()
    done = bulletin("build")
    assert done.returncode == 2
    assert "bulletin new NAME" in done.stderr


def test_two_sheets_with_one_name_end_with_2_before_anything_is_written(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("costs.md")
    write_sheet("costs.yaml")
    done = bulletin("build", "--to", "plain")
    assert done.returncode == 2
    assert "`sources/costs.md` and `sources/costs.yaml`" in done.stderr
    assert not (place / "output").exists()


def test_warnings_end_with_3_only_where_they_are_to_count(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md", "Doubtful")
    assert bulletin("build", "--to", "plain").returncode == 0
    assert bulletin("build", "--to", "plain", "--strict").returncode == 3
    assert (place / "output/a.txt").exists()


def test_a_disk_that_refuses_ends_with_4_and_the_old_file_stays(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md")
    (place / "output").write_text("precious")
    done = bulletin("build", "--to", "plain")
    assert done.returncode == 4
    assert "error[system]: output: not a folder" in done.stderr
    assert (place / "output").read_text() == "precious"


@pytest.mark.skipif(os.getuid() == 0, reason="no folder is read-only for root")
def test_a_read_only_folder_ends_with_4(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md")
    (place / "output").mkdir(mode=0o500)
    assert bulletin("build", "--to", "plain").returncode == 4


def test_a_missing_font_ends_with_4(bulletin: Run, write_sheet: WriteSheet) -> None:
    write_sheet("a.md", "Fontless")
    done = bulletin("build", "--to", "plain")
    assert done.returncode == 4
    assert "serif.ttf" in done.stderr


@pytest.mark.parametrize("formats", [["plain"], ["plain", "docx"]])
def test_a_fault_of_ours_ends_with_70_and_shows_no_stack(
    bulletin: Run, write_sheet: WriteSheet, formats: list[str]
) -> None:
    write_sheet("a.md", "Broken")
    chosen = [part for name in formats for part in ("--to", name)]
    done = bulletin("build", *chosen)
    assert done.returncode == 70
    message = "error[internal]: ZeroDivisionError: a fault of the renderer"
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("formats", [["plain"], ["plain", "docx"]])
def test_debug_shows_the_stack_of_a_fault(
    bulletin: Run, write_sheet: WriteSheet, formats: list[str]
) -> None:
    write_sheet("a.md", "Broken")
    chosen = [part for name in formats for part in ("--to", name)]
    done = bulletin("--debug", "build", *chosen)
    assert done.returncode == 70
    assert "plain_bulletin.py" in done.stderr


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)]
)
@pytest.mark.parametrize(
    "options", ["--to plain", "--to plain --to docx", "--to plain --jobs 2"]
)
def test_a_signal_stops_the_build_and_leaves_nothing(
    plugin_site: Path,
    write_sheet: WriteSheet,
    place: Path,
    number: signal.Signals,
    code: int,
    options: str,
) -> None:
    write_sheet("a.md", "Waiting")
    write_sheet("b.md", "Waiting")
    command = [Path(sys.executable).with_name("bulletin"), "build", *options.split()]
    build = subprocess.Popen(
        command,
        cwd=place,
        env=os.environ | {"PYTHONPATH": str(plugin_site)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    while not (place / "waiting").exists():
        time.sleep(0.02)
    build.send_signal(number)
    _, said = build.communicate(timeout=20)
    assert build.returncode == code
    assert said.split() == ["0", "of", "2", "sheets", "done", "stopped"]
    assert not (place / "output").exists()
    with pytest.raises(ProcessLookupError):  # no child is left in the session
        os.killpg(build.pid, signal.SIGKILL)


def test_the_standard_asked_for_is_that_of_the_file(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("one.md")
    assert bulletin("build", "--to", "pdf", "--standard", "pdf2").returncode == 0
    data = (place / "output/one.pdf").read_bytes()
    assert data.startswith(b"%PDF-2.0\n")
    # The sheet is carried along, so this is PDF/A-4f.
    assert b"<pdfaid:conformance>F</pdfaid:conformance>" in data
