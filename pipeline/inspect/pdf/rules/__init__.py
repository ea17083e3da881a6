"""The rules, in the standards' order of chapters; importing this fills the table."""

from pipeline.inspect.pdf.rules import (
    actions,
    annotations,
    color,
    content,
    document,
    extensions,
    files,
    fonts,
    forms,
    glyphs,
    graphics,
    language,
    layers,
    metadata,
    pictures,
    tables,
    tags,
)

__all__ = [
    "actions", "annotations", "color", "content", "document", "extensions", "files",
    "fonts", "forms", "glyphs", "graphics", "language", "layers", "metadata",
    "pictures", "tables", "tags",
]  # fmt: skip
