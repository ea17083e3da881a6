"""The finished file held against the Document: structure, words, links, and its claims.

Reads the bytes back; a file with any finding is not written. Expectations come from the
Document and from `words`, never from what was painted.
"""

from collections.abc import Sequence

import pikepdf

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.pdf.edition import PDF_2_0, Edition, edition_of
from pipeline.render.pdf.verify.claims import check_claims
from pipeline.render.pdf.verify.comparison import compare
from pipeline.render.pdf.verify.reading import read
from pipeline.render.pdf.verify.rules import in_second_parts
from pipeline.tree import Document

UNREADABLE = (
    pikepdf.PdfError, LookupError, ValueError, TypeError, AttributeError,
    RecursionError,
)  # fmt: skip


def verify(data: bytes, document: Document) -> Sequence[Diagnostic]:
    """Return everything that is wrong with `data` as a file that shows `document`.

    Which edition the file must keep to the last letter, its header says.
    """
    edition = edition_of(data)
    try:
        findings = _findings(data, document, edition)
    except UNREADABLE as no:
        return [error("unreadable", f"the file cannot be read back: {no}")]
    return in_second_parts(findings) if edition is PDF_2_0 else findings


def _findings(data: bytes, document: Document, edition: Edition) -> list[Diagnostic]:
    reading = read(data)
    findings = compare(reading, document, edition)
    problems = [*reading.problems, *check_claims(data, reading, document, edition)]
    return findings + [error(code, words) for code, words in problems]
