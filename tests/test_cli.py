import json
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

ROOT = Path(__file__).parents[1]

HEAVY = ("pydantic", "reportlab", "docx", "yaml", "markdown_it", "pikepdf", "uharfbuzz")


# Exit codes


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


# Messages


def test_an_error_shows_its_line_with_a_mark_below_it(
    bulletin: Run, write_sheet: WriteSheet
) -> None:
    path = write_sheet("a.md")
    path.write_text(path.read_text("utf-8").replace("01-31", "02-31"), "utf-8")
    done = bulletin("check", "sources/a.md")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert lines[0].startswith("sources/a.md:4:9: error[date]: `2026-02-31`")
    assert lines[1] == "  4 | issued: 2026-02-31"
    assert lines[2] == "              ^"
    assert lines[3].startswith("  hint: ")


def test_a_late_finding_has_the_place_of_what_it_is_about(
    bulletin: Run, write_sheet: WriteSheet
) -> None:
    write_sheet("a.md", "Unset")
    done = bulletin("build", "--to", "plain")
    assert done.returncode == 1
    assert "sources/a.md:7:1: error[glyph]: no font has U+1F600" in done.stderr


def test_a_file_that_fails_its_verification_is_not_written(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md", "Unfit")
    done = bulletin("build", "--to", "plain")
    assert done.returncode == 1
    assert "sources/a.md:2:8: error[text-lost]" in done.stderr
    assert "failed sources/a.md: nothing was written" in done.stderr
    assert not (place / "output").exists()


def test_a_failed_sheet_keeps_its_old_file_and_says_so(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md")
    bulletin("build", "--to", "plain")
    write_sheet("a.md", "Unset")
    done = bulletin("build", "--to", "plain")
    assert "note[stale]: `output/a.txt` of an earlier build is kept" in done.stderr
    assert (place / "output/a.txt").read_text("utf-8").startswith("Costs\n")


def test_two_formats_with_one_ending_are_refused(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md")
    done = bulletin("build", "--to", "plain", "--to", "twin")
    assert done.returncode == 1
    assert "`plain` and `plain` both write `.txt` files" in done.stderr
    assert not (place / "output").exists()


def test_words_of_a_sheet_cannot_steer_the_terminal(
    bulletin: Run, write_sheet: WriteSheet
) -> None:
    write_sheet("a.md", text="one \x1b[31m two")
    done = bulletin("check")
    assert done.returncode == 1
    assert "\x1b" not in done.stderr


def test_short_findings_take_one_line_each(
    bulletin: Run, write_sheet: WriteSheet
) -> None:
    write_sheet("a.md", "Doubtful")
    done = bulletin("build", "--to", "plain", "--format", "short")
    message = "sources/a.md:2:8: warning[doubt]: this may be wrong"
    assert done.stderr.splitlines()[0] == message


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_findings_for_programs_are_the_only_output(
    bulletin: Run, write_sheet: WriteSheet, form: str
) -> None:
    write_sheet("a.md", "Doubtful")
    done = bulletin("build", "--to", "plain", "--format", form)
    assert "doubt" in json.dumps(json.loads(done.stdout))


def test_findings_for_github_are_workflow_commands(
    bulletin: Run, write_sheet: WriteSheet
) -> None:
    write_sheet("a.md", "Doubtful")
    done = bulletin("build", "--to", "plain", "--format", "github")
    assert done.stdout.startswith("::warning file=sources/a.md,line=2,col=8,")


# Commands


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
    committed = Path(__file__).parents[1] / "schemas/json" / f"{name}.schema.json"
    assert bulletin("schema", name).stdout == committed.read_text("utf-8")


def test_a_reader_that_leaves_is_no_fault(bulletin: Run, place: Path) -> None:
    command = f"'{Path(sys.executable).with_name('bulletin')}' schema; echo $? >&2"
    pipe = f"({command}) | head -c 1"
    done = subprocess.run(
        ["sh", "-c", pipe], capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() in ("0", "141")
