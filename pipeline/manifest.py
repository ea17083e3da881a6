"""The manifest: which bytes were made, of what, by what. Written last."""

import json
import sys
import zlib
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.outcome import Built
from pipeline.settings import Settings
from pipeline.write import write_files

NAME, MAKER = "manifest.json", "bulletin"
# Whatever can move a byte of a finished file.
LIBRARIES = (
    "babel",
    "bulletin",
    "fontpkg-source-sans-3",
    "fontpkg-source-serif-4",
    "lxml",
    "markdown-it-py",
    "pillow",
    "pydantic",
    "pyphen",
    "python-docx",
    "PyYAML",
    "reportlab",
    "uharfbuzz",
)

Entries = dict[str, dict[str, Any]]


def write_manifest(built: Iterable[Built], settings: Settings) -> None:
    """Record the files of a build in the folder's manifest, beside those still there.

    A `manifest.json` of another program is left alone. Raises OSError.
    """
    former = read_manifest(settings.out)
    if former is None:
        return
    made = _entries(built, settings)
    kept = {
        name: entry for name, entry in former.items() if (settings.out / name).exists()
    }
    files = dict(sorted({**kept, **made}.items()))
    text = json.dumps({"made_by": MAKER, "files": files}, indent=2) + "\n"
    write_files(settings.out, {NAME: text.encode()})


def read_manifest(folder: Path) -> Entries | None:
    """Return what the folder's manifest records; None when it is not ours."""
    path = folder / NAME
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        return None
    if not isinstance(found, dict) or found.get("made_by") != MAKER:
        return None
    files = found.get("files")
    return files if isinstance(files, dict) else {}


def files_of(source: str, folder: Path) -> list[str]:
    """Return the files in `folder` that were made of the sheet called `source`."""
    return [
        name
        for name, entry in (read_manifest(folder) or {}).items()
        if entry.get("source") == source and (folder / name).exists()
    ]


def _entries(built: Iterable[Built], settings: Settings) -> Entries:
    versions = made_with()
    return {
        output.path.name: {
            "sha256": output.sha256,
            "size": output.size,
            "source": each.source.name,
            "source_sha256": sha256(each.source.read_bytes()).hexdigest(),
            "theme": settings.theme.name,
            "paper": settings.paper.name.lower(),
            "made_with": versions,
        }
        for each in built
        for output in each.outputs
    }


def made_with() -> dict[str, str]:
    """Return the versions of everything that can move a byte of a finished file."""
    libraries = {name: version(name) for name in LIBRARIES}
    return {
        "python": ".".join(map(str, sys.version_info[:3])),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **libraries,
    }
