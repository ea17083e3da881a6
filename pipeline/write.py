"""Finished files to disk: all of a sheet's files or none, each whole or not at all.

Files are written beside their target under a passing name, forced to the disk, then
renamed. A folder is locked meanwhile, so two builds cannot mix their files.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from errno import EISDIR, ENOTDIR
from pathlib import Path

if sys.platform != "win32":
    import fcntl

# A name no sheet can have, so that leftovers of a killed build can be told and swept.
PASSING, FORMER = ".bulletin-new", ".bulletin-old"


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` into `folder`, replacing all of their old versions or none.

    Makes the folder when it is missing. Raises OSError, with every old file unchanged.
    """
    _make(folder)
    with locked(folder), ExitStack() as undo:
        staged = [_stage(folder / name, data, undo) for name, data in files.items()]
        for target in staged:
            _replace(target, undo)
        _keep_entries(folder)
        _forget_former(staged)
        undo.pop_all()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(ENOTDIR, "not a folder", str(folder)) from None


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold `folder` for this process; others wait. Sweeps what a killed build left."""
    if sys.platform == "win32":  # folders cannot be locked there
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _sweep(folder)
        yield
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    unfinished = list(folder.glob(f".*{PASSING}"))
    for former in folder.glob(f".*{FORMER}"):
        if unfinished:  # killed between two renames: the old set comes back
            _restore(former, folder / former.name[1 : -len(FORMER)])
        _remove(former)
    for passing in unfinished:
        _remove(passing)


def _stage(target: Path, data: bytes, undo: ExitStack) -> Path:
    passing = _beside(target, PASSING)
    undo.callback(_remove, passing)
    # Mode 0666 less the umask, like any file a person makes.
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(passing, flags, 0o666), "wb") as file:
            if target.exists() and hasattr(os, "fchmod"):
                # Who may read a file is not for its new version to change.
                os.fchmod(file.fileno(), target.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as failure:
        raise OSError(failure.errno, failure.strerror, str(target)) from failure
    return target


def _replace(target: Path, undo: ExitStack) -> None:
    former = _beside(target, FORMER)
    if target.exists():
        _keep(target, former)
        undo.callback(_restore, former, target)
    else:
        undo.callback(_remove, target)
    _beside(target, PASSING).replace(target)


def _keep(target: Path, former: Path) -> None:
    try:
        os.link(target, former)
    except OSError:
        if target.is_dir():
            raise IsADirectoryError(EISDIR, "is a folder", str(target)) from None
        target.replace(former)  # a file system without hard links


def _restore(former: Path, target: Path) -> None:
    former.replace(target)
    _remove(former)  # where both names are one file, POSIX leaves both


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}{ending}")


def _keep_entries(folder: Path) -> None:
    """Force the folder's own list of names to the disk, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _forget_former(targets: list[Path]) -> None:
    for target in targets:
        _remove(_beside(target, FORMER))


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
