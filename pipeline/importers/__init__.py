"""Foreign documents to draft sheets, with an account of everything concluded.

read (by entry point) -> Manuscript -> edit -> FactSheet -> prove -> unload -> Draft
"""

from dataclasses import replace
from pathlib import Path, PurePath

from pipeline.diagnostics import Location, did_you_mean, error
from pipeline.importers.draft import Draft
from pipeline.importers.drafting import draft_of
from pipeline.importers.finding import endings, importer_for
from pipeline.importers.importer import ImportRefusedError, OwnImporter
from pipeline.sheets import plain_name

__all__ = ["import_bytes", "import_file"]


def import_file(path: str | Path) -> Draft:
    """Return the draft of the file `path`; what refuses it is in the draft's report.

    Raises OSError where the file cannot be read, and SettingsError where an importer
    cannot be loaded.
    """
    return import_bytes(str(path), Path(path).read_bytes())


def import_bytes(name: str, data: bytes) -> Draft:
    """Return the draft of a file's bytes; the ending of its `name` says what it is."""
    file = PurePath(name)
    stem = plain_name(file.stem)
    known = endings()
    if file.suffix.lower() not in known:
        message = f"no importer reads files that end in `{file.suffix}`"
        hint = did_you_mean(file.suffix, known)
        found = error("import", message, location=Location(name), hint=hint)
        return Draft(stem, None, "", report=(found,))
    importer = importer_for(file.suffix.lower())
    if isinstance(importer, OwnImporter):
        own = importer.own_draft(name, data)
        if own:
            return replace(own, name=stem)
    try:
        manuscript = importer.read(name, data)
        return draft_of(stem, replace(manuscript, name=name))
    except ImportRefusedError as refused:
        return Draft(stem, None, "", report=(refused.finding,))
