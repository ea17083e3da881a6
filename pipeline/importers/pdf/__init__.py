"""PDF files to manuscripts: their text, with lines joined and running heads removed.

PDFium reads the file; nothing in it is run, followed or fetched. What a PDF does not
say (which lines are a paragraph, what is a heading) is concluded from how it looks.
"""

from pathlib import PurePath

import pypdfium2

from pipeline.diagnostics import Location, error
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.manuscript import Hints, Manuscript
from pipeline.importers.pdf.lines import Line, read_lines
from pipeline.importers.pdf.passages import write_passages
from pipeline.importers.pdf.running import part_running
from pipeline.importers.scribe import Scribe

LARGEST, MOST_PAGES = 50_000_000, 500


class PdfImporter:
    """Reads PDF files."""

    def read(self, name: str, data: bytes) -> Manuscript:
        """Return the file as read; raise ImportRefusedError where it has no text."""
        if len(data) > LARGEST:
            raise _refused(name, f"the file has more than {LARGEST:,} bytes")
        try:
            with pypdfium2.PdfDocument(data) as document:
                lines, hints = _read(name, document)
        except pypdfium2.PdfiumError as problem:
            said = "needs a password" if "assword" in str(problem) else "is damaged"
            raise _refused(name, f"the file {said}, or is no PDF") from problem
        if not lines:
            message = "the pages are pictures and hold no text"
            raise _refused(name, message, "have their text recognized first (OCR)")
        scribe = Scribe(PurePath(name).name)
        write_passages(scribe, *part_running(lines))
        return scribe.finished(hints)


def _read(name: str, document: pypdfium2.PdfDocument) -> tuple[tuple[Line, ...], Hints]:
    if len(document) > MOST_PAGES:
        raise _refused(name, f"the file has more than {MOST_PAGES} pages")
    lines = tuple(
        line
        for number, page in enumerate(document, start=1)
        for line in read_lines(document, page, number)
    )
    said = document.get_metadata_dict(skip_empty=True)
    return lines, Hints(title=said.get("Title"), description=said.get("Subject"))


def _refused(name: str, message: str, hint: str | None = None) -> ImportRefusedError:
    return ImportRefusedError(
        error("import", message, location=Location(name), hint=hint)
    )
