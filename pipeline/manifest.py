"""The manifest: which bytes were made, of what, by what, and which sheets failed.

Written when all sheets are done.
"""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from pipeline.outcome import Built
from pipeline.report.findings import finding_of
from pipeline.report.folder import Failed
from pipeline.report.sheet import ENDING
from pipeline.settings import Settings
from pipeline.versions import made_with
from pipeline.write import write_files
from schemas.report import Finding

NAME, MAKER = "manifest.json", "bulletin"

Entries = dict[str, dict[str, Any]]


def write_manifest(built: Sequence[Built], settings: Settings) -> None:
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
    contents = {"made_by": MAKER, "files": files, "failed": _failed(built, settings)}
    text = json.dumps(contents, indent=2) + "\n"
    write_files(settings.out, {NAME: text.encode()})


def read_manifest(folder: Path) -> Entries | None:
    """Return what the folder's manifest records; None when it is not ours."""
    found = _read(folder)
    if found is None:
        return None
    files = found.get("files")
    return files if isinstance(files, dict) else {}


def read_failed(folder: Path) -> Failed:
    """Return the sheets whose last build failed, and why, as the manifest records."""
    try:
        recorded = (_read(folder) or {}).get("failed", {})
        return TypeAdapter(dict[str, tuple[Finding, ...]]).validate_json(
            json.dumps(recorded)
        )
    except ValidationError:  # somebody has edited it
        return {}


def files_of(source: str, folder: Path) -> list[str]:
    """Return the files in `folder` that were made of the sheet called `source`."""
    return [
        name
        for name, entry in (read_manifest(folder) or {}).items()
        if entry.get("source") == source and (folder / name).exists()
        if not name.endswith(ENDING)
    ]


def _read(folder: Path) -> dict[str, Any] | None:
    path = folder / NAME
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_bytes())
    except ValueError:
        return None
    if not isinstance(found, dict) or found.get("made_by") != MAKER:
        return None
    return found


def _failed(built: Sequence[Built], settings: Settings) -> dict[str, Any]:
    """Return the sheets that failed now, and earlier ones whose files are there."""
    tried = {each.source.name for each in built}
    failed = {
        name: list(why)
        for name, why in read_failed(settings.out).items()
        if name not in tried and files_of(name, settings.out)
    }
    for each in built:
        if each.failed:
            # That older files are kept is no mistake of the author's.
            mistakes = [found for found in each.report if found.code != "stale"]
            failed[each.source.name] = list(map(finding_of, mistakes))
    return {
        name: [found.model_dump() for found in why]
        for name, why in sorted(failed.items())
    }


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
            "standard": settings.standard.value,
            "made_with": versions,
        }
        for each in built
        for output in (*each.outputs, *filter(None, [each.sidecar]))
    }
