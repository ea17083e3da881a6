"""A random sheet on its way from a file to a tree and to finished files."""

from dataclasses import dataclass

from pipeline.produce import Read
from pipeline.render.docx import DocxRenderer
from pipeline.render.pdf import PdfRenderer
from pipeline.renderer import Paper, Renderer, RenderOptions, Standard
from pipeline.settings import load_theme
from pipeline.tree import Document
from schemas.factsheet import FactSheet

RENDERERS: tuple[Renderer, ...] = (PdfRenderer(), DocxRenderer())


@dataclass(frozen=True, slots=True)
class Drawn:
    """A random sheet, `draw_sheet(number)`, and what came of loading it."""

    number: int
    sheet: FactSheet
    found: Read

    @property
    def document(self) -> Document:
        """The sheet as tree."""
        assert self.found.document is not None, self.found.report
        return self.found.document

    def render(
        self, renderer: Renderer, paper: Paper, standard: Standard = Standard.PDF17
    ) -> bytes:
        """Return the sheet as a file with the default theme."""
        source = self.sheet.model_dump_json().encode()
        options = RenderOptions(paper, source, standard)
        return renderer.render(self.document, load_theme("bulletin"), options)
