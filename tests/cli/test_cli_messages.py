"""What the command says, to people and to programs."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteSheet = Callable[..., Path]


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
