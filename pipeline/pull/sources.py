"""Which sheet an edited Word file belongs to: by what it says, else by its name."""

from pathlib import Path

from pipeline.inspect.docx.archive import LARGEST_FILE, RefusedFileError
from pipeline.inspect.docx.package import read_package
from pipeline.load import load
from pipeline.pull.base import identity_of
from pipeline.pull.slots import composed
from pipeline.sheets import sheets_in


def find_source(edited: Path, folder: Path) -> Path | None:
    """Return the sheet in `folder` that the file was made from; None where none is.

    A sheet whose title or date has changed since is found by its name. Raises OSError.
    """
    known = _identity(edited)
    sheets = sheets_in(folder) if folder.is_dir() else []
    named = [sheet for sheet in sheets if sheet.stem == edited.stem]
    for sheet in (*named, *sheets):
        if known and _id(sheet) == known:
            return sheet
    return named[0] if named else None


def bytes_of(edited: Path) -> bytes:
    """Return the bytes of a Word file, of one too large only enough to refuse it."""
    with edited.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _identity(edited: Path) -> str | None:
    """Return the sheet's id as the file says it; a file that is none says nothing."""
    try:
        identity = identity_of(read_package(bytes_of(edited)))
    except RefusedFileError:
        return None
    return identity.id if identity else None


def _id(sheet: Path) -> str | None:
    found = load(sheet).sheet
    return composed(found).meta.id if found else None
