"""The PDF 2.0 edition: what it has that the other has not; the rest is the same."""

import re
from hashlib import md5
from io import BytesIO

import pikepdf
import pytest

from pipeline.render.pdf import write
from pipeline.render.pdf.edition import PDF_1_7, PDF_2_0, Edition
from pipeline.render.pdf.verify import verify
from pipeline.render.pdf.verify.reading import read
from pipeline.render.pdf.verify.tagrules import walk
from pipeline.tree import Definition, Definitions, Document, Link, NoteReference, Role
from tests.render.pdf import samples
from tests.render.pdf.breaking import SOURCE, element, elements, sound
from tests.render.pdf.handmade import (
    META,
    document,
    paragraph,
    section,
    set_by_hand,
    tag_lines,
)


def written(shown: Document, source: bytes = SOURCE) -> bytes:
    return write(shown, set_by_hand(shown), PDF_2_0, source)


def tags(shown: Document) -> list[str]:
    """Return the tag tree of a document without its title, as indented text."""
    root = read(written(shown)).root
    assert root is not None
    return list(tag_lines(root))[3:]


def opened(edition: Edition = PDF_2_0) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(sound(edition)))


# Tags


def test_inlines_keep_the_names_of_pdf_2():
    lines = tags(samples.inlines())
    assert lines[lines.index("      Strong") :][:4] == [
        "      Strong",
        "        'strong '",
        "        Em",
        "          'and stressed'",
    ]
    assert lines[lines.index("      Lbl") :][:9] == [
        "      Lbl",
        "        Link",
        "          '1'",
        "          -> 1 Measured in metres.",
        "      FENote ID=note-depth NoteType=Footnote O=FENote",
        "        Lbl",
        "          '1'",
        "        P",
        "          'Measured in metres.'",
    ]


def test_lists_of_terms_say_that_they_describe():
    # ISO 14289-2, 8.2.5.25: a list with labels must not say None.
    numberings = [
        line.split()[1] for line in tags(samples.lists()) if line.split()[0] == "L"
    ]
    assert numberings == [
        "ListNumbering=Decimal",
        "ListNumbering=Disc",
        "ListNumbering=Description",
    ]


def test_a_figure_and_its_caption_stand_in_an_element_of_their_own():
    assert tags(samples.figures())[3:] == [
        "    Sect",
        "      Figure Alt=A red (bright) square BBox=set O=Layout Placement=Block",
        "        (picture)",
        "      Caption",
        "        'Red'",
    ]


def test_a_call_in_a_label_is_no_label():
    term = paragraph("2008", NoteReference("n", "1"), origin="term")
    terms = Definition(term, (paragraph("Flood", origin="detail"),), "d")
    shown = document(
        section(Definitions(Role.TIMELINE, (terms,), "terms")),
        notes=(samples.note("n", "1", "About."),),
    )
    lines = tags(shown)
    assert lines[lines.index("        Lbl") :][:3] == [
        "        Lbl",
        "          '2008'",
        "          Span",
    ]


def test_every_element_is_of_a_namespace_and_quotes_of_that_of_pdf_1_7():
    root = read(sound(PDF_2_0)).root
    assert root is not None
    tags = [tag for tag, _ in walk(root)]
    quotes = {tag.namespace for tag in tags if tag.type == "BlockQuote"}
    others = {tag.namespace for tag in tags if tag.type != "BlockQuote"}
    # ISO 32000-2, 14.8.6: BlockQuote is no type of PDF 2.0 any more.
    assert quotes == {"http://iso.org/pdf/ssn"}
    assert others == {"http://iso.org/pdf2/ssn"}


def test_a_note_and_all_its_calls_refer_to_each_other():
    around = Link((NoteReference("n", "1"),), "https://a.org/")
    shown = document(
        paragraph("One", NoteReference("n", "1"), origin="one"),
        paragraph("Two", around, origin="two"),
        notes=(samples.note("n", "1", "Said once."),),
    )
    pdf = pikepdf.open(BytesIO(written(shown)))
    note = element(pdf, "/FENote")
    calls = [each for each in elements(pdf, "/Lbl") if "/Ref" in each]
    assert len(calls) == 2
    assert {each.objgen for each in note.Ref} == {call.objgen for call in calls}
    assert all(call.Ref[0].objgen == note.objgen for call in calls)
    assert verify(written(shown), shown) == []


def test_bookmarks_and_links_lead_to_a_page_and_to_an_element():
    pdf = opened()
    flow = pdf.Root.Outlines.First.First
    heading = next(elements(pdf, "/H2"))
    assert flow.Title == "Flow"
    assert flow.A.D[0].objgen == pdf.pages[0].obj.objgen
    assert flow.A.SD[0].objgen == heading.objgen
    inner = next(link for link in pdf.pages[0].obj.Annots if link.A.S == "/GoTo")
    assert inner.A.SD[0].objgen == heading.objgen


# The file


def test_the_header_says_2_and_nothing_is_told_twice():
    assert sound(PDF_2_0).startswith(b"%PDF-2.0\n")
    assert "/Info" not in opened().trailer


@pytest.mark.parametrize(
    ("source", "claims"),
    [
        (SOURCE, {"part": "4", "rev": "2020", "conformance": "F"}),
        (b"", {"part": "4", "rev": "2020"}),
    ],
    ids=["with source", "without"],
)
def test_a_file_claims_f_only_with_its_source(source, claims):
    data = written(samples.lists(), source)
    found = re.findall(rb"<pdfaid:(\w+)>(\w+)<", data)
    assert {key.decode(): value.decode() for key, value in found} == claims


def test_the_source_is_attached_whole_and_explained():
    pdf = opened()
    (associated,) = pdf.Root.AF
    stream = associated.EF.F
    assert (associated.F, associated.UF) == ("factsheet.json", "factsheet.json")
    assert associated.AFRelationship == "/Source"
    assert associated.Desc == f"{META.title} (JSON)"
    assert stream.read_bytes() == SOURCE
    assert stream.Params.Size == len(SOURCE)
    assert bytes(stream.Params.CheckSum) == md5(SOURCE).digest()
    assert pdf.attachments["factsheet.json"].get_file().read_bytes() == SOURCE


def test_the_slash_of_the_media_type_is_spelled_out():
    # A bare slash would end the name, and the file could not be read.
    assert b"/Subtype/application#2Fjson/" in sound(PDF_2_0)


def test_a_sheet_without_source_carries_nothing():
    shown = samples.lists()
    pdf = pikepdf.open(BytesIO(written(shown, b"")))
    assert not {"/AF", "/Names"} & set(pdf.Root.keys())
    assert verify(written(shown, b""), shown) == []


def test_a_source_that_cannot_be_read_is_a_finding():
    shown = samples.lists()
    found = verify(written(shown, b'{"title'), shown)
    assert [each.code for each in found] == ["attachment"]
    assert "cannot be read" in found[0].message


def test_identifiers_tell_the_editions_apart():
    one, other = opened(PDF_1_7).trailer.ID, opened(PDF_2_0).trailer.ID
    assert bytes(one[0]) == bytes(other[0])
    assert bytes(one[1]) != bytes(other[1])
    instance = re.compile(rb"InstanceID>uuid:([0-9a-f-]+)<")
    stated = instance.search(sound(PDF_2_0))
    assert stated is not None
    assert stated[1].replace(b"-", b"").decode() == bytes(other[1]).hex()


def test_both_editions_paint_the_same_but_for_the_names_of_tags():
    for first, second in zip(opened(PDF_1_7).pages, opened(PDF_2_0).pages, strict=True):
        painted = [
            re.sub(rb"/\w+(<</MCID)", rb"/Tag\1", page.obj.Contents.read_bytes())
            for page in (first, second)
        ]
        assert painted[0] == painted[1]
