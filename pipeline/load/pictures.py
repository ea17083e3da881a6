"""Pictures that a sheet names: read once, inside its folder, made upright and plain."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from pipeline.diagnostics import Diagnostic, error
from pipeline.tree import Picture
from schemas.blocks import Block, Figure
from schemas.factsheet import FactSheet

MAX_BYTES = 30_000_000


class PictureError(Exception):
    """A picture cannot be used: what is wrong, and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        """Keep the parts of a diagnostic; its place is added later."""
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def read_pictures(
    sheet: FactSheet, folder: Path | None, root: Path | None
) -> tuple[dict[str, Picture], list[Diagnostic]]:
    """Return the pictures named in `sheet`, and why others cannot be used."""
    named = list(_named(sheet))
    if not named:
        return {}, []
    # Pillow is slow to import, and most sheets have no picture.
    from pipeline.load.images import normalized

    pictures: dict[str, Picture] = {}
    findings = []
    for origin, name in named:
        if name in pictures:
            continue
        try:
            pictures[name] = normalized(_read(name, folder, root), name)
        except PictureError as refusal:
            findings.append(
                error(refusal.code, refusal.message, hint=refusal.hint, origin=origin)
            )
    return pictures, findings


def _named(sheet: FactSheet) -> Iterator[tuple[str, str]]:
    if sheet.issuer.emblem:
        yield "issuer.emblem", sheet.issuer.emblem
    for index, section in enumerate(sheet.sections):
        yield from _figures(section.blocks, f"sections[{index}]")
        for inner, below in enumerate(section.sections):
            yield from _figures(below.blocks, f"sections[{index}].sections[{inner}]")


def _figures(blocks: tuple[Block, ...], origin: str) -> Iterator[tuple[str, str]]:
    for index, block in enumerate(blocks):
        if isinstance(block, Figure):
            yield f"{origin}.blocks[{index}].image", block.image


def _read(name: str, folder: Path | None, root: Path | None) -> bytes:
    if ":" in name or name.startswith(("/", "\\", "~")) or "\\" in name:
        raise PictureError(
            "picture-path", f"`{name}` is not a file name",
            "put the picture beside the sheet and write its name only",
        )  # fmt: skip
    if folder is None:
        hint = "load the sheet from a file to use pictures"
        raise PictureError("picture-path", f"`{name}` has no folder", hint)
    path = _resolved(unquote(name), name, folder, root or folder)
    return _bytes(path, name)


def _resolved(plain: str, name: str, folder: Path, root: Path) -> Path:
    """Return the path of a picture; it may not lead out of `root`."""
    try:
        path = (folder / plain).resolve(strict=True)
        inside = path.is_relative_to(root.resolve(strict=True))
    except (OSError, ValueError):
        # The answer is the same whether a file outside exists or not.
        inside = ".." not in Path(plain).parts
        if inside:
            hint = f"put it in `{folder}`, or correct the name"
            message = f"there is no picture `{name}`"
            raise PictureError("picture-missing", message, hint) from None
        path = folder
    if not inside:
        raise PictureError(
            "picture-path", f"`{name}` lies outside the folder of the sheet",
            "put the picture beside the sheet",
        )  # fmt: skip
    return path


def _bytes(path: Path, name: str) -> bytes:
    try:
        # O_NONBLOCK: opening a FIFO must not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as problem:
        message = f"picture `{name}` cannot be read: {problem.strerror}"
        hint = "check the file's permissions"
        raise PictureError("picture-unreadable", message, hint) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not a regular file"
            hint = "name a PNG or JPEG file"
            raise PictureError("picture-kind", f"`{name}` is {kind}", hint)
        _check_size(found.st_size, name)
        with os.fdopen(os.dup(handle), "rb") as file:
            return file.read(MAX_BYTES + 1)
    finally:
        os.close(handle)


def _check_size(size: int, name: str) -> None:
    if size == 0:
        message = f"picture `{name}` is empty"
        raise PictureError("picture-empty", message, "export it again")
    if size > MAX_BYTES:
        message = f"picture `{name}` has {size:,} bytes, it may have {MAX_BYTES:,}"
        raise PictureError("picture-size", message, "export it smaller")
