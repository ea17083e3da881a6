"""A Word file read back and held against the tree: words, structure, package."""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.archive import RefusedFileError
from pipeline.inspect.docx.names import PARAGRAPH, w
from pipeline.inspect.docx.package import read_package
from pipeline.inspect.docx.wordfile import WordFile, read_word_file
from pipeline.render.docx.verify.about import about_findings
from pipeline.render.docx.verify.comparing import compare, compare_pictures
from pipeline.render.docx.verify.expected import Expectation
from pipeline.render.docx.verify.integrity import integrity_findings
from pipeline.render.docx.verify.reading import Passage, read_body, read_paragraph
from pipeline.render.docx.verify.structure import (
    heading_findings,
    list_findings,
    paired,
    table_findings,
)
from pipeline.tree import Document

__all__ = ["verify"]


def verify(data: bytes, document: Document) -> list[Diagnostic]:
    """Return every way in which the file is not the document, or no sound file."""
    try:
        file = read_word_file(read_package(data))
    except RefusedFileError as refused:
        return [refused.finding]
    return [
        *integrity_findings(file),
        *about_findings(file, document),
        *_body_findings(file, document),
        *_note_findings(file, document),
    ]


def _body_findings(file: WordFile, document: Document) -> Iterator[Diagnostic]:
    body = file.body.root.find(w("body"))
    if body is None:
        yield error("OX:10", "the file has no body")
        return
    targets = file.package.targets.get(file.main, {})
    read = list(read_body(body, targets))
    expected = list(Expectation(document).body())
    pairs = paired(read, expected)
    yield from compare("the body", read, expected)
    yield from heading_findings(pairs, file.styles)
    yield from list_findings(pairs, file.styles, file.numbering)
    yield from table_findings(body, expected)
    yield from compare_pictures(read, expected, targets, file.package.data)


def _note_findings(file: WordFile, document: Document) -> Iterator[Diagnostic]:
    expected = list(Expectation(document).notes())
    yield from compare("a note", list(_notes(file)), expected)
    for number, note in enumerate(document.notes, start=1):
        # Word counts notes itself, so a label of the sheet has to be the count.
        if note.label != str(number):
            message = f"Word calls the note `{note.label}` {number}"
            yield error("OX:14", message, origin=note.text.origin)


def _notes(file: WordFile) -> Iterator[Passage]:
    for story in file.stories:
        if story.kind == "footnotes":
            targets = file.package.targets.get(story.part, {})
            for number, note in enumerate(story.root, start=-1):
                if number > 0 and note.get(w("id")) == str(number):
                    for paragraph in note.iterchildren(PARAGRAPH):
                        yield read_paragraph(paragraph, targets)
