"""What an importer is. It is declared as an entry point of `bulletin.importers`.

The entry point has the name of the file ending that it reads, without the dot, so that
only the one that is needed is ever loaded. An importer is pure: it gets a file's bytes,
opens nothing else and prints nothing.
"""

from typing import Protocol, runtime_checkable

from pipeline.diagnostics import Diagnostic
from pipeline.importers.draft import Draft
from pipeline.importers.manuscript import Manuscript


class Importer(Protocol):
    """One kind of foreign file."""

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
