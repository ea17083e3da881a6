"""Word files of any maker become passages; a second reader finds the same words."""

from collections.abc import Callable
from io import BytesIO

import docx
import mammoth
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline import build
from pipeline.importers.docx import DocxImporter
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.manuscript import Manuscript, Picture, Reason
from schemas.richtext import LinkRun, Run, walk_runs
from tests.importers.manuscripts import all_words, told, unaccounted
from tests.render.docx.wordsheets import picture

Fill = Callable[[Document], None]


def _data(fill: Fill) -> bytes:
    document, file = docx.Document(), BytesIO()
    fill(document)
    document.save(file)
    return file.getvalue()


def _read(fill: Fill) -> Manuscript:
    return DocxImporter().read("x.docx", _data(fill))


def _left(manuscript: Manuscript, reason: Reason) -> list[str]:
    return [
        manuscript.text[each.stretch.start : each.stretch.end]
        for each in manuscript.left_out
        if each.reason is reason
    ]


def _runs(manuscript: Manuscript) -> list[Run]:
    words = [each for passage in manuscript.passages for each in all_words(passage)]
    return [run for each in words for run in walk_runs(each.runs)]


def _raw(document: Document, markup: str) -> None:
    element = parse_xml(f"<w:p {nsdecls('w', 'r')}>{markup}</w:p>")
    document.element.body.insert(0, element)


def _foreign(document: Document) -> None:
    document.add_paragraph("Safe Water", style="Title")
    document.add_paragraph("Germs cannot be seen.")
    document.add_paragraph("Causes", style="Heading 1")
    document.add_paragraph("Bacteria", style="List Bullet")
    document.add_paragraph("Worms", style="List Bullet 2")
    document.add_paragraph("Boil", style="List Number")
    document.add_paragraph("Filter", style="List Number")
    document.add_paragraph("Said so.", style="Quote")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, words in zip(
        [cell for row in table.rows for cell in row.cells],
        ["River", "Flow", "Ardel", "181"],
        strict=True,
    ):
        cell.text = words


def test_style_names_say_what_paragraphs_are() -> None:
    assert told(_read(_foreign)) == [
        "h1 Safe Water", "p Germs cannot be seen.", "h2 Causes", "- Bacteria",
        "  - Worms", "1. Boil", "2. Filter", "q Said so.",
        "table 1: River | Flow / Ardel | 181",
    ]  # fmt: skip


def test_mammoth_finds_the_same_words() -> None:
    data = _data(_foreign)
    ours = DocxImporter().read("x.docx", data)
    theirs = mammoth.extract_raw_text(BytesIO(data)).value
    assert ours.text.split() == theirs.split()
    assert unaccounted(ours) == ""


def test_mammoth_finds_the_words_of_our_own_files(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    out = tmp_path_factory.mktemp("out")
    built = build("sources/safe-water.md", to=["docx"], out=out)
    data = built.outputs[0].path.read_bytes()
    ours = DocxImporter().read("x.docx", data)
    held = " ".join(line.split(" ", 1)[-1] for line in told(ours))
    theirs = mammoth.extract_raw_text(BytesIO(data)).value
    assert set(theirs.split()) - {"↑"} <= set(held.replace(" | ", " ").split())


def test_a_single_first_heading_is_the_title() -> None:
    def fill(document: Document) -> None:
        document.add_heading("Title", 1)
        document.add_heading("Part", 2)
        document.add_paragraph("Text.")

    assert told(_read(fill)) == ["h1 Title", "h2 Part", "p Text."]


def test_many_first_headings_head_sections() -> None:
    def fill(document: Document) -> None:
        for name in ("One", "Two"):
            document.add_heading(name, 1)
            document.add_paragraph("Text.")

    assert told(_read(fill)) == ["h2 One", "p Text.", "h2 Two", "p Text."]


def test_bold_paragraphs_over_text_become_headings() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph().add_run("Costs").bold = True
        document.add_paragraph("They are high.")

    assert told(_read(fill)) == ["h2 Costs", "p They are high."]


def test_links_are_kept_where_they_lead_out() -> None:
    def fill(document: Document) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        target = document.part.relate_to(
            "https://example.org/", f"{kind}/hyperlink", is_external=True
        )
        _raw(document, f'<w:hyperlink r:id="{target}"><w:r><w:t>out</w:t></w:r>'
             '</w:hyperlink><w:hyperlink w:anchor="x"><w:r><w:t>in</w:t></w:r>'
             "</w:hyperlink>")  # fmt: skip

    links = [run for run in _runs(_read(fill)) if isinstance(run, LinkRun)]
    assert [link.target for link in links] == ["https://example.org/", None]


def test_tracked_changes_count_as_accepted_and_are_accounted_for() -> None:
    def fill(document: Document) -> None:
        _raw(
            document,
            '<w:r><w:t xml:space="preserve">It is </w:t></w:r>'
            '<w:del w:id="1" w:author="A"><w:r><w:delText>bad</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="A"><w:r><w:t>good</w:t></w:r></w:ins>',
        )

    read = _read(fill)
    assert told(read) == ["p It is good"]
    assert _left(read, Reason.DELETED) == ["bad"]


def test_words_of_heads_text_boxes_and_comments_are_accounted_for() -> None:
    def fill(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "Draft"
        paragraph = document.add_paragraph("Text.")
        document.add_comment(paragraph.runs, "Really?", "Ann")
        _raw(
            document,
            "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
            "<w:txbxContent><w:p><w:r><w:t>Aside</w:t></w:r></w:p></w:txbxContent>"
            "</v:textbox></v:shape></w:pict></w:r>",
        )

    read = _read(fill)
    assert told(read) == ["p Text."]
    assert _left(read, Reason.RUNNING) == ["Draft"]
    assert _left(read, Reason.UNSUPPORTED) == ["Aside"]
    assert _left(read, Reason.COMMENT) == ["Ann: Really?"]


def test_a_picture_is_kept_with_the_words_that_replace_it() -> None:
    def fill(document: Document) -> None:
        for alt in ("A river", ""):
            drawn = document.add_picture(BytesIO(picture().data))
            drawn._inline.docPr.set("descr", alt)

    read = _read(fill)
    assert [each for each in read.passages if isinstance(each, Picture)] == [
        Picture("picture-1.png", "A river", read.passages[0].stretch)  # type: ignore[union-attr]
    ]
    assert read.pictures["picture-1.png"] == picture().data
    assert [each.what for each in read.guesses] == ["picture"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(ImportRefusedError):
        DocxImporter().read("x.docx", data)


def test_a_table_of_one_row_is_a_letterhead() -> None:
    def fill(document: Document) -> None:
        row = document.add_table(rows=1, cols=2).rows[0]
        row.cells[0].text, row.cells[1].text = "Ministry of Affairs", "FACT SHEET"

    assert told(_read(fill)) == ["p Ministry of Affairs", "p FACT SHEET"]
