"""The same sheet gives the same bytes wherever, whenever and however it is built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

ELSEWHERE = {
    "east": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
    "west": {"TZ": "Pacific/Honolulu", "PYTHONHASHSEED": "4294967295"},
    "turkish": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "plain": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"},
    "homeless": {"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"},
    "epoch": {"SOURCE_DATE_EPOCH": "86400"},
    "far epoch": {"SOURCE_DATE_EPOCH": "4102444800"},
}


def build(folder: Path, *options: str, **settings: str) -> dict[str, bytes]:
    """Build every sheet in a copy of `sources` made in `folder`."""
    shutil.copytree(ROOT / "sources", folder / "sources")
    command = [Path(sys.executable).with_name("bulletin"), "build", *options]
    environment = os.environ | settings
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return {file.name: file.read_bytes() for file in (folder / "output").iterdir()}


@pytest.fixture(scope="session")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(tmp_path_factory.mktemp("here"))


@pytest.mark.parametrize("name", ELSEWHERE)
def test_places_and_times_move_no_byte(
    here: dict[str, bytes], tmp_path: Path, name: str
) -> None:
    assert build(tmp_path / "elsewhere", **ELSEWHERE[name]) == here


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_workers_move_no_byte(
    here: dict[str, bytes], tmp_path: Path, jobs: str
) -> None:
    assert build(tmp_path, "--jobs", jobs) == here


def test_the_umask_moves_no_byte(here: dict[str, bytes], tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        assert build(tmp_path) == here
    finally:
        os.umask(before)


def test_a_second_build_into_the_same_folder_moves_no_byte(
    here: dict[str, bytes], tmp_path: Path
) -> None:
    build(tmp_path)
    shutil.rmtree(tmp_path / "sources")
    assert build(tmp_path) == here
