"""A Word file read back and held against the tree: words, structure, package."""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.docx.verify.about import about_findings
from pipeline.render.docx.verify.comparing import compare, compare_pictures
from pipeline.render.docx.verify.expected import Expectation
from pipeline.render.docx.verify.integrity import integrity_findings
from pipeline.render.docx.verify.package import (
    Package,
    UnreadablePackageError,
    read_package,
)
from pipeline.render.docx.verify.reading import (
    PARAGRAPH,
    Passage,
    read_body,
    read_paragraph,
    w,
)
from pipeline.render.docx.verify.structure import (
    heading_findings,
    list_findings,
    paired,
    read_styles,
    table_findings,
)
from pipeline.tree import Document

__all__ = ["verify"]


def verify(data: bytes, document: Document) -> list[Diagnostic]:
    """Return every way in which the file is not the document, or no sound file."""
    try:
        package = read_package(data)
    except UnreadablePackageError as problem:
        return [error("OX:10", f"the file cannot be read back: {problem}")]
    return [
        *package.findings,
        *integrity_findings(package),
        *about_findings(package, document),
        *_body_findings(package, document),
        *_note_findings(package, document),
    ]


def _body_findings(package: Package, document: Document) -> Iterator[Diagnostic]:
    main = package.main()
    body = package.trees[main].find(w("body"))
    if body is None:
        yield error("OX:10", "the file has no body")
        return
    targets = package.targets.get(main, {})
    read = list(read_body(body, targets))
    expected = list(Expectation(document).body())
    pairs, styles = paired(read, expected), read_styles(package.tree("styles"))
    yield from compare("the body", read, expected)
    yield from heading_findings(pairs, styles)
    yield from list_findings(pairs, styles, package.tree("numbering"))
    yield from table_findings(body, expected)
    yield from compare_pictures(read, expected, targets, package.data)


def _note_findings(package: Package, document: Document) -> Iterator[Diagnostic]:
    expected = list(Expectation(document).notes())
    yield from compare("a note", list(_notes(package)), expected)
    for number, note in enumerate(document.notes, start=1):
        # Word counts notes itself, so a label of the sheet has to be the count.
        if note.label != str(number):
            message = f"Word calls the note `{note.label}` {number}"
            yield error("OX:14", message, origin=note.text.origin)


def _notes(package: Package) -> Iterator[Passage]:
    name = package.follow(package.main(), "footnotes") or ""
    targets = package.targets.get(name, {})
    for number, note in enumerate(package.tree("footnotes"), start=-1):
        if number > 0 and note.get(w("id")) == str(number):
            for paragraph in note.iterchildren(PARAGRAPH):
                yield read_paragraph(paragraph, targets)
