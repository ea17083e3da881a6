"""A source file to a `FactSheet`, with the place of everything in it.

Nothing here raises for what an author or a disk can do: it comes back as diagnostics,
all of a sheet's at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, Origins, error, place, sort
from pipeline.load.crosscheck import crosscheck
from pipeline.load.frontmatter import read_markdown
from pipeline.load.json import read_json
from pipeline.load.pictures import read_pictures
from pipeline.load.positions import Positioned
from pipeline.load.text import MAX_SOURCE, decode
from pipeline.load.validate import validate
from pipeline.load.yaml import read_yaml
from pipeline.tree import Picture
from schemas.factsheet import FactSheet

READERS = {
    ".md": read_markdown,
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".json": read_json,
}
"""File ending to the reader of that form; the model is the same in all."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a source."""

    sheet: FactSheet | None
    """None where the report holds an error."""
    origins: Origins
    """Where each part of the model stands in the source."""
    pictures: Mapping[str, Picture]
    """The pictures by the name that the sheet gives them."""
    report: tuple[Diagnostic, ...]
    """Errors and warnings, by place."""
    lines: tuple[str, ...] = ()
    """The source, line by line."""


def load(path: Path, root: Path | None = None) -> Loaded:
    """Return the sheet in the file `path`; pictures may not lie outside `root`.

    Without `root` they may not lie outside the folder of the file.
    """
    try:
        if not path.is_file():
            kind = "is not a file" if path.exists() else "does not exist"
            return _failed(path, f"`{path}` {kind}", "check the name")
        with path.open("rb") as file:
            data = file.read(MAX_SOURCE + 1)
    except OSError as problem:
        message = f"`{path}` cannot be read: {problem.strerror}"
        return _failed(path, message, "check the file's permissions")
    return load_bytes(str(path), data, path.parent, root)


def load_bytes(
    name: str, data: bytes, folder: Path | None = None, root: Path | None = None
) -> Loaded:
    """Return the sheet in `data`; `name` says its form and stands in the report.

    Without `folder` a sheet cannot name pictures.
    """
    text, report = decode(name, data)
    if text is None:
        return Loaded(None, {}, {}, tuple(report))
    found = _read(name, text)
    lines = text.split("\n")
    sheet, errors = validate(found, lines)
    report += found.findings + errors
    pictures: Mapping[str, Picture] = {}
    if sheet is not None:
        pictures, missing = read_pictures(sheet, folder, root)
        report += [place(each, name, found.origins) for each in missing]
        report += crosscheck(sheet, name, found.origins, lines)
    if any(each.is_error for each in report):
        sheet = None
    found_all = tuple(sort(report))
    return Loaded(sheet, found.origins, pictures, found_all, tuple(lines))


def _read(name: str, text: str) -> Positioned:
    ending = Path(name).suffix.lower()
    if ending in READERS:
        return READERS[ending](name, text)
    found = Positioned(name)
    message = f"a sheet cannot have the ending `{ending}`"
    found.refuse(0, 0, "format", message, "use one of: " + ", ".join(READERS))
    return found


def _failed(path: Path, message: str, hint: str) -> Loaded:
    found = error("io", message, location=Location(str(path)), hint=hint)
    return Loaded(None, {}, {}, (found,))
