"""Every format says the same words, in order, once: read with others' tools."""

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from pipeline.compose import compose
from pipeline.load import load
from pipeline.registry import find, renderer
from pipeline.renderer import RenderOptions
from pipeline.settings import read_settings
from pipeline.tree import (
    Abbreviation,
    Definitions,
    Document,
    Figure,
    Group,
    Heading,
    List,
    NoteReference,
    Paragraph,
    Table,
    Text,
    inlines,
    leaves,
    plain_text,
)
from pipeline.words import normalized

SHEETS = sorted(
    path for path in Path("sources").glob("*.md") if path.name != "README.md"
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=SHEETS, ids=lambda path: path.stem, scope="module")
def document(request):
    loaded = load(request.param)
    return compose(loaded.sheet, loaded.pictures)


def rendered(document: Document, name: str) -> bytes:
    theme = read_settings(Path("output"), "bulletin", "letter").theme
    [plugin] = find((name,))
    return renderer(plugin).render(document, theme, RenderOptions())


def spoken(document: Document) -> str:
    """Return the words as a screen reader meets them, labels and notes in place."""
    return normalized(" ".join(_spoken(document.blocks, document)))


def _spoken(blocks, document):
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield _with_notes(block, document)
            case Group():
                yield from _spoken(block.blocks, document)
            case List():
                for item in block.items:
                    yield item.label
                    yield from _spoken(item.blocks, document)
            case Table() | Figure() | Definitions():
                for leaf in leaves((block,)):
                    yield _with_notes(leaf, document)


def _with_notes(leaf, document):
    """Return a leaf's words; a note follows the first reference to it."""
    notes, parts = {note.id: note for note in document.notes}, []
    for inline in inlines(leaf.content):
        match inline:
            case Text() | Abbreviation():
                parts.append(inline.text)
            case NoteReference():
                note = notes[inline.note]
                parts += [inline.label, note.label, plain_text(note.text.content)]
            case _:
                pass
    return "".join(parts)


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs poppler's pdfinfo")
def test_poppler_reads_the_words_of_the_tree_from_the_tags(document, tmp_path):
    path = tmp_path / "sheet.pdf"
    path.write_bytes(rendered(document, "pdf"))
    command = ["pdfinfo", "-struct-text", "-enc", "UTF-8", path]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    strings = re.findall(r'^\s*"(.*?)"$', said, re.MULTILINE | re.DOTALL)
    found, wanted = normalized(" ".join(strings)), spoken(document)
    # Poppler breaks strings at every tag, so spaces beside tags are not the file's.
    assert found.replace(" ", "") == wanted.replace(" ", "")


def test_the_word_file_has_a_paragraph_for_every_leaf(document):
    package = zipfile.ZipFile(BytesIO(rendered(document, "docx")))
    assert _paragraphs(package, "word/document.xml") == [
        _without_calls(leaf.content) for leaf in leaves(document.blocks)
    ]


def test_the_word_file_has_every_note(document):
    package = zipfile.ZipFile(BytesIO(rendered(document, "docx")))
    wanted = [_without_calls(note.text.content) for note in document.notes]
    assert [text for text in _paragraphs(package, "word/footnotes.xml") if text] == (
        wanted
    )


def _without_calls(content) -> str:
    """Return the words without note numbers: Word makes those itself."""
    kept = (each for each in content if not isinstance(each, NoteReference))
    return normalized(plain_text(tuple(kept)))


def _paragraphs(package: zipfile.ZipFile, part: str) -> list[str]:
    root = ElementTree.fromstring(package.read(part))
    return [
        normalized("".join(_text(element) for element in paragraph.iter()))
        for paragraph in root.iter(f"{W}p")
        if not paragraph.findall(f".//{W}drawing")
    ]


def _text(element: ElementTree.Element) -> str:
    marks = {f"{W}br": " ", f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011"}
    if element.tag == f"{W}t":
        return element.text or ""
    return marks.get(element.tag, "")
