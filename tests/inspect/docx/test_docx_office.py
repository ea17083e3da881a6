"""LibreOffice opens every sample and exports it with the structure of its tree."""

import os
import shutil
from pathlib import Path

import pytest

from pipeline.produce import read
from pipeline.tree import (
    Document,
    Heading,
    Link,
    List,
    Paragraph,
    Table,
    inlines,
    leaves,
    plain_text,
    walk,
)
from pipeline.words import normalized
from tests.inspect.docx.officetags import Tag, convert

SOURCES = Path(__file__).parents[3] / "sources"
SHEETS = sorted(
    path.stem for path in SOURCES.glob("*.md") if path.stem != "README"
)  # fmt: skip


@pytest.fixture(scope="module")
def exported(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tag]:
    if not (shutil.which("soffice") and shutil.which("pdfinfo")):
        message = "LibreOffice or poppler's pdfinfo is missing: install both"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    files = sorted((samples / "letter").glob("*.docx"))
    return convert(files, tmp_path_factory.mktemp("office"))


@pytest.fixture(params=SHEETS)
def both(
    request: pytest.FixtureRequest, exported: dict[str, Tag]
) -> tuple[Document, Tag]:
    """Return a sheet's tree, and what LibreOffice made of its Word file."""
    document = read(SOURCES / f"{request.param}.md").document
    assert document is not None
    return document, exported[request.param]


def words(content) -> str:
    return normalized(plain_text(content)).casefold()


def test_headings_are_the_same(both: tuple[Document, Tag]) -> None:
    document, tags = both
    expected = [
        (f"H{leaf.level}", words(leaf.content))
        for leaf in leaves(document.blocks)
        if isinstance(leaf, Heading)
    ]
    found = [(tag.name, tag.text) for tag in tags.find("H1", "H2", "H3")]
    assert found == expected


def test_list_items_are_the_same(both: tuple[Document, Tag]) -> None:
    document, tags = both
    expected = []
    for block in walk(document.blocks):
        for item in block.items if isinstance(block, List) else ():
            first = item.blocks[0]
            assert isinstance(first, Paragraph)
            expected.append(normalized(f"{item.label} {words(first.content)}"))
    found = [next(item.find("P")).text for item in tags.find("LI")]
    assert sorted(map(without_gap, found)) == sorted(map(without_gap, expected))


def without_gap(text: str) -> str:
    """Return an item without the space, drawn as none, between label and words."""
    return text.replace(" ", "")


def test_tables_are_the_same(both: tuple[Document, Tag]) -> None:
    document, tags = both
    expected = [
        [
            [words(cell.text.content) for cell in row]
            for row in (table.header, *table.rows)
        ]
        for table in walk(document.blocks)
        if isinstance(table, Table)
    ]
    found = [
        [[cell.text for cell in row.find("TH", "TD")] for row in table.find("TR")]
        for table in tags.find("Table")
    ]
    assert found == expected


def test_tables_have_their_header_cells(both: tuple[Document, Tag]) -> None:
    document, tags = both
    expected = [
        len(table.header) for table in walk(document.blocks) if isinstance(table, Table)
    ]
    heads = [len(list(table.find("TH"))) for table in tags.find("Table")]
    assert heads == expected


def test_links_are_the_same(both: tuple[Document, Tag]) -> None:
    document, tags = both
    expected = [
        words(inline.content)
        for leaf in leaves(document.blocks)
        for inline in inlines(leaf.content)
        if isinstance(inline, Link) and inline.target is not None
    ]
    notes = {note.label for note in document.notes}
    found = [tag.text for tag in tags.find("Link") if tag.text not in notes]
    # A link that runs over the end of a line is two tags to LibreOffice.
    assert without_gap("".join(found)) == without_gap("".join(expected))
    assert len(found) >= len(expected)
