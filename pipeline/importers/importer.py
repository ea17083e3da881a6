"""What an importer is. The registry finds them by entry point `bulletin.importers`.

An importer is pure: it gets a file's bytes, opens nothing else and prints nothing.
"""

from typing import Protocol, runtime_checkable

from pipeline.diagnostics import Diagnostic
from pipeline.importers.draft import Draft
from pipeline.importers.manuscript import Manuscript


class Importer(Protocol):
    """One kind of foreign file."""

    name: str
    """What reports call it, such as `text`."""
    suffixes: tuple[str, ...]
    """Endings of its files, lower case with their dot, such as `.txt`."""

    def read(self, name: str, data: bytes) -> Manuscript:
        """Return the file as read; raise `ImportRefusedError` when it cannot be."""
        ...


@runtime_checkable
class OwnImporter(Protocol):
    """An importer whose files may hold a sheet of ours, to be taken as it is."""

    def own_draft(self, name: str, data: bytes) -> Draft | None:
        """Return the sheet in the file, with what was edited; None where none is."""
        ...


class ImportRefusedError(Exception):
    """The file cannot be imported; carries the finding that says why."""

    def __init__(self, finding: Diagnostic) -> None:
        """Keep the finding."""
        super().__init__(finding.message)
        self.finding = finding
