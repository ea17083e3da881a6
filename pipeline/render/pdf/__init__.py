"""The PDF renderer: lay out, paint and tag, finish; and read back what came out."""

from collections.abc import Sequence
from importlib import import_module

from pipeline.diagnostics import Diagnostic
from pipeline.layout import lay_out
from pipeline.layout.pages import Pages
from pipeline.render.pdf.edition import PDF_1_7, PDF_2_0, Edition
from pipeline.render.pdf.finish import finish
from pipeline.render.pdf.paint import paint
from pipeline.render.pdf.paint.fonts import fonts_of
from pipeline.render.pdf.structure import grow
from pipeline.renderer import Facts, RenderOptions, Standard
from pipeline.tree import Document
from schemas.theme import Theme

EDITIONS = {Standard.PDF17: PDF_1_7, Standard.PDF2: PDF_2_0}


class PdfRenderer:
    """A tagged PDF in one of the editions, which says what it claims."""

    name = "pdf"
    suffix = ".pdf"
    description = "accessible, archival PDF (PDF/UA-1, PDF/A-2a; or UA-2, A-4f)"

    def prepare(self) -> None:
        """Import what reading back needs; writing came with this module."""
        import_module("pipeline.render.pdf.verify")
        import_module("pipeline.render.pdf.describe")

    def render(self, document: Document, theme: Theme, options: RenderOptions) -> bytes:
        """Return the finished file; raise `RenderError` for what an author can mend."""
        pages = lay_out(document, theme, options.paper)
        return write(document, pages, EDITIONS[options.standard], options.source)

    def verify(self, data: bytes, document: Document) -> Sequence[Diagnostic]:
        """Return what is wrong with `data`, read back, as an edition of `document`."""
        # Reading takes pikepdf, which takes longer to import than a sheet to write.
        from pipeline.render.pdf.verify import verify

        return verify(data, document)

    def describe(self, data: bytes) -> Facts:
        """Return how many pages `data` has, and what its metadata claim."""
        from pipeline.render.pdf.describe import describe  # for pikepdf, as above

        return describe(data)


def write(
    document: Document, pages: Pages, edition: Edition, source: bytes = b""
) -> bytes:
    """Return `pages`, which show `document`, as a PDF file of that edition.

    `source` is the sheet itself, attached where the edition carries it.
    """
    structure = grow(document, edition)
    painted = paint(pages, structure, fonts_of(pages))
    return finish(document, pages, structure, painted, edition, source)
