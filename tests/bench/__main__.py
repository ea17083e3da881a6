"""Speed and memory of Bulletin on the Kosovo sheet, next to what people use instead.

    make bench
    make bench BENCH_LAB=DIR     with the rivals in DIR/venv/typst and DIR/venv/docxtpl

Every sheet is the same text about another country, so no cache sees an input twice. All
figures of a table come from one run with the rounds interleaved; trust the ratios.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from pipeline.load import load
from pipeline.parallel import rendering_here
from pipeline.produce import produce, read
from pipeline.registry import find, renderer
from pipeline.renderer import RenderOptions
from pipeline.settings import read_settings
from tests.bench.memory import peak_megabytes
from tests.bench.sheets import write_sheets

ROUNDS, SHEETS, WARM_UP = 9, 24, 4
RIVALS = Path(__file__).with_name("rivals.py")

Measured = dict[str, float | None]


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheets = write_sheets(folder, SHEETS)
        rivals = {each: _rival(each, folder) for each in ("typst", "docxtpl")}
        cold = _cold(folder, sheets[0], rivals)
        warm = _warm(folder, sheets, rivals)
        _print_table("cold, ms for one command", cold)
        _print_table("warm, ms for one sheet", warm)
        both = [str(_bulletin()), "build", str(sheets[0]), "--out", name]
        print(
            f"\npeak memory of the command to both files: {peak_megabytes(both):.0f} MB"
        )


def _bulletin() -> Path:
    return Path(sys.executable).with_name("bulletin")


def _rival(name: str, folder: Path) -> list[str] | None:
    """Return the command of a rival, or None where it is not installed."""
    python = (
        Path(os.environ.get("BENCH_LAB", "/nonexistent")) / f"venv/{name}/bin/python"
    )
    if not python.exists():
        return None
    command = [str(python), str(RIVALS), name, str(folder)]
    if name == "docxtpl":
        subprocess.run([*command, "template"], check=True)
    return command


def _cold(folder: Path, sheet: Path, rivals: dict[str, list[str] | None]) -> Measured:
    build = [str(_bulletin()), "build", str(sheet), "--out", str(folder / "out")]
    commands = {
        "bulletin, PDF and Word": build,
        "bulletin, PDF": [*build, "--to", "pdf"],
        "bulletin, Word": [*build, "--to", "docx"],
        "typst (PDF/UA-1)": rivals["typst"] and [*rivals["typst"], "cold"],
        "docxtpl": rivals["docxtpl"] and [*rivals["docxtpl"], "cold"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            if command:
                seconds[name].append(_timed(lambda: _run(command)))  # noqa: B023
    return {
        name: median(all_) * 1000 if all_ else None for name, all_ in seconds.items()
    }


def _warm(
    folder: Path, sheets: list[Path], rivals: dict[str, list[str] | None]
) -> Measured:
    def bulletin(*formats: str) -> float:
        settings = read_settings(folder / "out", "bulletin", "letter")
        with rendering_here(find(formats)) as render:
            seconds = [
                _timed(lambda: produce(sheet, settings, render))  # noqa: B023
                for sheet in sheets
            ]
        return median(seconds[WARM_UP:]) * 1000

    def rival(name: str) -> float | None:
        command = rivals[name]
        if not command:
            return None
        seconds = json.loads(_run([*command, "warm"]))
        return median(seconds[WARM_UP:]) * 1000

    gc.freeze()  # as a build of many sheets does
    return {
        "bulletin, PDF and Word": bulletin("pdf", "docx"),
        "bulletin, PDF": bulletin("pdf"),
        "bulletin, Word": bulletin("docx"),
        "  of it reading the sheet": _reading(sheets),
        "  of it checking both files": _checking(folder, sheets),
        "typst (PDF/UA-1)": rival("typst"),
        "docxtpl": rival("docxtpl"),
    }


def _reading(sheets: list[Path]) -> float:
    return median(_timed(lambda: load(sheet)) for sheet in sheets) * 1000  # noqa: B023


def _checking(folder: Path, sheets: list[Path]) -> float:
    """Return what holding both finished files against their sheet takes."""
    theme = read_settings(folder / "out", "bulletin", "letter").theme
    formats = [renderer(plugin) for plugin in find(("pdf", "docx"))]
    seconds = []
    for sheet in sheets:
        document = read(sheet).document
        assert document is not None
        files = [
            (each, each.render(document, theme, RenderOptions())) for each in formats
        ]
        seconds.append(
            _timed(lambda: [each.verify(data, document) for each, data in files])  # noqa: B023
        )
    return median(seconds[WARM_UP:]) * 1000


def _run(command: list[str]) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _print_table(title: str, measured: Measured) -> None:
    print(f"\n{title}")
    for name, milliseconds in measured.items():
        figure = "not installed" if milliseconds is None else f"{milliseconds:8.1f}"
        print(f"  {name:<28}{figure:>14}")
    typst, docxtpl = measured["typst (PDF/UA-1)"], measured["docxtpl"]
    ours = measured["bulletin, PDF and Word"]
    if typst and docxtpl and ours:
        print(f"  PDF and Word / (typst + docxtpl): {ours / (typst + docxtpl):.2f}")


if __name__ == "__main__":
    main()
