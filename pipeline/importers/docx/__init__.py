"""Word files of any maker to manuscripts: what they say, by style names and structure.

`pipeline.word` reads the file; nothing in it is run, followed or fetched. Tracked
changes count as accepted, and what they deleted is accounted for.
"""

from pathlib import PurePath

from pipeline.diagnostics import Location, error
from pipeline.importers.boldheads import promoted
from pipeline.importers.docx.own import own_draft
from pipeline.importers.docx.passages import write_story
from pipeline.importers.docx.unheld import write_unheld
from pipeline.importers.draft import Draft
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.manuscript import Hints, Manuscript
from pipeline.importers.scribe import Scribe
from pipeline.inspect.docx.names import DUBLIN_CORE
from pipeline.word import Package, RefusedFileError, read_package, story_of


class DocxImporter:
    """Reads Word files."""

    def read(self, name: str, data: bytes) -> Manuscript:
        """Return the file as read; raise ImportRefusedError where it is unsafe."""
        try:
            package = read_package(data)
            story = story_of(package)
        except RefusedFileError as refused:
            finding = refused.finding
            raise ImportRefusedError(
                error(
                    "import",
                    finding.message,
                    location=Location(name),
                    hint=finding.hint or "save it again in Word, and import that",
                )
            ) from refused
        scribe = Scribe(PurePath(name).name)
        pictures = write_story(scribe, story)
        write_unheld(scribe, package, story)
        return promoted(scribe.finished(_hints(package, story.lang), pictures))

    def own_draft(self, name: str, data: bytes) -> Draft | None:
        """Return the sheet that a file of our own making holds; None for others."""
        return own_draft(name, data)


def _hints(package: Package, lang: str) -> Hints:
    """Return what the file's properties say of it."""
    core = package.tree("", "core-properties")

    def said(name: str) -> str | None:
        found = None if core is None else core.findtext(f"{DUBLIN_CORE}{name}")
        return " ".join(found.split()) or None if found else None

    # The author of a Word file is whoever sat at the machine: no hint of the agency.
    return Hints(
        title=said("title"), language=lang or None, description=said("subject")
    )
