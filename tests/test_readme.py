"""What the front page shows is what happens."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "README.md").read_text("utf-8")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def shown(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_sheet_shown_has_no_mistake(bulletin: Run, place: Path) -> None:
    (place / "sources/kosovo.md").write_text(shown("markdown")[0], "utf-8")
    assert bulletin("check", "--strict").returncode == 0


def test_the_mistake_shown_is_told_in_these_words(bulletin: Run, place: Path) -> None:
    wrong = shown("markdown")[0].replace("2016-03-17", "2016-02-30")
    (place / "sources/kosovo.md").write_text(wrong, "utf-8")
    told = bulletin("check").stderr.splitlines()
    assert told[:4] == shown("text")[0].splitlines()


def test_the_program_shown_runs(place: Path) -> None:
    shutil.copy(ROOT / "sources/kosovo.md", place / "sources")
    command = [sys.executable, "-c", shown("python")[0]]
    done = subprocess.run(
        command, cwd=place, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("output/kosovo.pdf ")


def test_the_programs_for_old_and_edited_files_run(bulletin: Run, place: Path) -> None:
    shutil.copy(ROOT / "sources/kosovo.md", place / "sources")
    assert bulletin("build", "--to", "docx", "--out", "review").returncode == 0
    (place / "old").mkdir()
    (place / "old/kosovo.txt").write_text("Rivers\n\nThey flow.\n", "utf-8")
    command = [sys.executable, "-c", shown("python")[1]]
    done = subprocess.run(
        command, cwd=place, capture_output=True, text=True, check=True
    )
    assert "They flow." in done.stdout


def test_every_command_is_on_the_page(bulletin: Run) -> None:
    listed = bulletin("--help").stdout.split("Commands:")[1]
    names = re.findall(r"^  (\w+)", listed, re.MULTILINE)
    assert names
    assert [name for name in names if f"`bulletin {name}" not in PAGE] == []


def test_completion_answers(bulletin: Run) -> None:
    done = bulletin(_BULLETIN_COMPLETE="bash_source")
    assert done.returncode == 0
    assert "_bulletin_completion" in done.stdout
