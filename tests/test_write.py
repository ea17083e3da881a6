import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.write import FORMER, PASSING, write_files

OLD = {"a.pdf": b"old pdf", "a.docx": b"old docx"}
NEW = {"a.pdf": b"new pdf" * 9000, "a.docx": b"new docx" * 9000}


def in_folder(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_files_replace_their_old_versions(tmp_path: Path) -> None:
    write_files(tmp_path, OLD)
    write_files(tmp_path, NEW)
    assert in_folder(tmp_path) == NEW


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    write_files(tmp_path / "deep" / "down", OLD)
    assert in_folder(tmp_path / "deep" / "down") == OLD


@pytest.mark.parametrize("limit", range(0, 72_000, 4096))
def test_a_full_disk_leaves_the_old_files(tmp_path: Path, limit: int) -> None:
    write_files(tmp_path, OLD)
    with file_size_limit(limit), pytest.raises(OSError, match="too large"):
        write_files(tmp_path, NEW | {"a.docx": b"x" * 72_001})
    assert in_folder(tmp_path) == OLD


def test_a_target_that_cannot_be_replaced_undoes_the_others(tmp_path: Path) -> None:
    (tmp_path / "z.docx").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(IsADirectoryError):
        write_files(tmp_path, {"a.pdf": b"new", "z.docx": b"new"})
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.pdf", "z.docx"]


def test_a_new_file_of_an_undone_set_goes_again(tmp_path: Path) -> None:
    (tmp_path / "z.docx").mkdir()
    with pytest.raises(IsADirectoryError):
        write_files(tmp_path, {"a.pdf": b"new", "z.docx": b"new"})
    assert [each.name for each in tmp_path.iterdir()] == ["z.docx"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("precious")
    with pytest.raises(NotADirectoryError):
        write_files(tmp_path / "out", NEW)
    assert (tmp_path / "out").read_text() == "precious"


def test_files_get_the_rights_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_files(tmp_path, {"a.pdf": b"new"})
    finally:
        os.umask(before)
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o640


def test_a_build_killed_before_its_last_rename_is_undone(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.pdf": b"half of the new set", "a.docx": b"old"})
    (tmp_path / f".a.pdf{FORMER}").write_bytes(b"old")
    (tmp_path / f".a.docx{PASSING}").write_bytes(b"new")
    write_files(tmp_path, {"b.pdf": b"other"})
    found = {"a.pdf": b"old", "a.docx": b"old", "b.pdf": b"other"}
    assert in_folder(tmp_path) == found


def test_a_build_killed_after_its_last_rename_stands(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.pdf": b"new"})
    (tmp_path / f".a.pdf{FORMER}").write_bytes(b"old")
    write_files(tmp_path, {"b.pdf": b"other"})
    assert in_folder(tmp_path) == {"a.pdf": b"new", "b.pdf": b"other"}


WRITER = """
import itertools, sys
from pathlib import Path
from pipeline.write import write_files
for turn in itertools.count():
    data = str(turn).encode() * 20000
    write_files(Path(sys.argv[1]), {"a.pdf": data, "a.docx": data})
"""


def test_files_stay_whole_and_together_when_the_build_is_killed(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.pdf": b"0", "a.docx": b"0"})
    for turn in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, tmp_path])
        time.sleep(0.15 + turn * 0.007)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        write_files(tmp_path, {"b.pdf": b"sweeps"})
        found = in_folder(tmp_path)
        assert sorted(found) == ["a.docx", "a.pdf", "b.pdf"]
        assert found["a.pdf"] == found["a.docx"]


def test_two_builds_in_one_folder_do_not_mix(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    first, second = subprocess.Popen(command), subprocess.Popen(command)
    time.sleep(1)
    first.kill()
    second.kill()
    first.wait()
    second.wait()
    write_files(tmp_path, {"b.pdf": b"sweeps"})
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "a.docx").read_bytes()
