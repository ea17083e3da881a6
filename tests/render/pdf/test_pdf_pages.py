"""What the layout's pages become: links over lines, notes, tables over pages."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from pipeline.layout import lay_out
from pipeline.layout.pages import Artifact, Pages, TextMark
from pipeline.render.pdf import PdfRenderer, write
from pipeline.render.pdf.edition import PDF_1_7
from pipeline.render.pdf.verify import verify
from pipeline.render.pdf.verify.reading import read
from pipeline.renderer import Paper, RenderError, RenderOptions
from pipeline.settings import load_theme
from pipeline.tree import Document, Link, NoteReference, Text
from tests.render.pdf import samples
from tests.render.pdf.handmade import document, paragraph, section, set_by_hand

LONG = Link(
    (Text("water flows down the hill and over stones " * 12),), "https://a.org/"
)


def laid_out(shown: Document) -> tuple[Pages, bytes]:
    pages = lay_out(shown, load_theme("bulletin"), Paper.LETTER)
    return pages, write(shown, pages, PDF_1_7)


def test_a_link_over_lines_is_one_annotation_with_a_quad_for_each():
    shown = document(section(paragraph("See ", LONG, ".", origin="p")))
    pages, data = laid_out(shown)
    pdf = pikepdf.open(BytesIO(data))
    (link,) = pdf.pages[0].obj.Annots
    lines = next(
        mark.lines
        for mark in pages.pages[0].marks
        if getattr(mark, "origin", "") == "p"
    )
    assert len(link.QuadPoints) == 8 * len(lines)
    assert str(link.Contents).endswith("(a.org)")


def test_a_link_over_pages_is_one_annotation_on_each():
    shown = document(section(paragraph(LONG, origin="p")))
    data = write(shown, set_by_hand(shown, height=200), PDF_1_7)
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [len(page.obj.get("/Annots", ())) for page in pdf.pages]
    assert len(found) > 1
    assert set(found) == {1}
    assert list(verify(data, shown)) == []


def test_a_link_to_a_heading_goes_to_its_page():
    there = Link((Text("more"),), "#more")
    filler = [paragraph("Water. " * 90, origin=f"p{index}") for index in range(12)]
    shown = document(
        section(paragraph(there, origin="p"), *filler), section(words="More", number=1)
    )
    pages, data = laid_out(shown)
    pdf = pikepdf.open(BytesIO(data))
    action = pdf.pages[0].obj.Annots[0].A
    page = pages.destinations["sections[1].heading"].page
    assert page > 0
    assert action.D[0].objgen == pdf.pages[page].obj.objgen


def test_a_link_to_no_heading_is_the_authors_to_mend():
    lost = document(paragraph(Link((Text("more"),), "#nowhere"), origin="p"))
    with pytest.raises(RenderError) as caught:
        PdfRenderer().render(lost, load_theme("bulletin"), RenderOptions())
    (finding,) = caught.value.findings
    assert (finding.code, finding.origin) == ("link-target", "p")


def test_repeated_header_rows_are_artifacts():
    shown = document(section(samples.table(90)))
    pages, data = laid_out(shown)
    assert len(pages.pages) > 1
    assert list(verify(data, shown)) == []
    assert "River" in read_artifacts(data, page=1)


def read_artifacts(data: bytes, page: int) -> str:
    return read(data).content[page].artifacts


def test_running_heads_say_which_artifacts_they_are():
    _, data = laid_out(document(section(samples.table(90))))
    with pikepdf.open(BytesIO(data)) as pdf:
        stream = pdf.pages[1].obj.Contents.read_bytes()
    assert b"/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]/BBox[" in stream
    assert (
        b"/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]/BBox[" in stream
    )


def test_footnotes_at_the_foot_are_read_where_they_are_called():
    notes = tuple(samples.note(f"n{at}", str(at + 1), f"Note {at}.") for at in range(3))
    calls = [
        paragraph(
            "Water. " * 60, NoteReference(note.id, note.label), origin=f"p{note.id}"
        )
        for note in notes
    ]
    shown = document(section(*calls), notes=notes)
    _, data = laid_out(shown)
    assert list(verify(data, shown)) == []


def test_an_empty_document_is_a_page_with_its_title():
    shown = document()
    pages, data = laid_out(shown)
    assert list(verify(data, shown)) == []
    marks = [mark for mark in pages.pages[0].marks if isinstance(mark, TextMark)]
    assert [mark.origin for mark in marks if not mark.artifact] == ["title"]
    assert Artifact.FOOTER in {mark.artifact for mark in marks}


def test_an_emblem_with_words_is_a_figure_after_the_title():
    red = samples.picture("RGBA")
    shown = replace(document(), emblem=red, emblem_alt="A red square")
    _, data = laid_out(shown)
    root = read(data).root
    assert root is not None
    assert [(kid.type, kid.texts.get("Alt")) for kid in root.kids] == [
        ("H1", None),
        ("Figure", "A red square"),
    ]


def test_an_emblem_without_words_is_decoration():
    shown = replace(document(), emblem=samples.picture(), emblem_alt=None)
    _, data = laid_out(shown)
    assert list(verify(data, shown)) == []
