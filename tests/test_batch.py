"""Many sheets over worker processes, and one sheet's formats over forked ones."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from pipeline.parallel import WORTH_SHARING, Job, workers_for
from pipeline.produce import produce
from pipeline.settings import read_settings

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WriteSheet = Callable[..., Path]


def test_few_sheets_are_not_shared_out() -> None:
    assert workers_for(WORTH_SHARING - 1, None) == 1


def test_no_more_workers_start_than_there_are_sheets() -> None:
    assert workers_for(3, 8) == 3


def test_a_worker_that_dies_takes_only_its_own_sheet_with_it(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    for number in range(6):
        write_sheet(f"sheet-{number}.md", "Killed" if number == 2 else "Costs")
    done = bulletin("build", "--to", "plain", "--jobs", "2")
    assert done.returncode == 1
    assert "sources/sheet-2.md: error[worker]" in done.stderr
    assert done.stderr.endswith("built 5 sheets in output, 1 failed\n")
    assert len(list((place / "output").glob("sheet-*.txt"))) == 5


def test_sheets_are_told_of_in_their_order(
    bulletin: Run, write_sheet: WriteSheet
) -> None:
    names = [f"sheet-{number}" for number in range(8)]
    for name in names:
        write_sheet(f"{name}.md")
    done = bulletin("build", "--to", "plain", "--jobs", "3")
    told = [line.split()[1] for line in done.stderr.splitlines()[:-1]]
    assert told == [f"sources/{name}.md:" for name in names]


def test_a_format_whose_process_dies_is_named(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    write_sheet("a.md", "Killed")
    done = bulletin("build", "--to", "docx", "--to", "plain")
    assert done.returncode == 70
    assert "the process for `plain` ended without an answer" in done.stderr
    assert not (place / "output").exists()


def test_a_fault_of_ours_takes_only_its_own_sheet_with_it(
    bulletin: Run, write_sheet: WriteSheet, place: Path
) -> None:
    for name, title in [("a", "Costs"), ("b", "Broken"), ("c", "Killed"), ("d", "End")]:
        write_sheet(f"{name}.md", title)
    done = bulletin("build", "--to", "docx", "--to", "plain")
    assert done.returncode == 70
    assert "sources/b.md: error[internal]: ZeroDivisionError" in done.stderr
    assert "sources/c.md: error[internal]: ProcessEndedError" in done.stderr
    written = {path.name: path for path in (place / "output").glob("*.txt")}
    assert set(written) == {"a.txt", "d.txt"}
    assert "End" in written["d.txt"].read_text()


def failing(job: Job) -> NoReturn:
    raise ZeroDivisionError("a fault of the renderer")


def test_the_library_gives_a_fault_of_ours_as_a_finding(
    write_sheet: WriteSheet, place: Path
) -> None:
    settings = read_settings(place / "output", "bulletin", "letter")
    built = produce(write_sheet("a.md"), settings, failing)
    assert built.failed
    assert built.report[0].code == "internal"
    assert "in failing" in built.trace
