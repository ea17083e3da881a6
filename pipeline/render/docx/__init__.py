"""The Word renderer: an editable file whose styles say what each paragraph is."""

from collections.abc import Sequence
from importlib import import_module

from pipeline.diagnostics import Diagnostic
from pipeline.renderer import RenderOptions
from pipeline.tree import Document
from schemas.theme import Theme


class DocxRenderer:
    """Word file by named styles only, with the sheet's model inside."""

    name = "docx"
    suffix = ".docx"
    description = "editable Word file: named styles only, accessible, Office 2019"

    # Each method imports what it needs: python-docx takes 0.1 s, and neither the list
    # of formats nor reading back has to pay for it.

    def prepare(self) -> None:
        """Import what writing and reading back need."""
        import_module("pipeline.render.docx.write")
        import_module("pipeline.render.docx.verify")

    def render(self, document: Document, theme: Theme, options: RenderOptions) -> bytes:
        """Return the Word file; raise `RenderError` for what Word cannot hold."""
        from pipeline.render.docx.write import write

        return write(document, theme, options)

    def verify(self, data: bytes, document: Document) -> Sequence[Diagnostic]:
        """Return what the file, read back, says otherwise than `document`."""
        from pipeline.render.docx.verify import verify

        return verify(data, document)
