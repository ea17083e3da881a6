"""Verification finds bytes that break a rule, in files of both editions."""

from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from pipeline.render.pdf.edition import PDF_1_7, PDF_2_0
from pipeline.render.pdf.verify.rules import SECOND_PARTS
from tests.render.pdf.breaking import (
    EDITIONS,
    bookmark,
    broken,
    codes,
    element,
    font,
    inner_link,
    link,
    metadata,
    rewrite,
    sound,
)


def swap_kids(pdf: Pdf) -> None:
    kids = element(pdf, "/TR").K
    kids[0], kids[1] = kids[1], kids[0]


def swap_parents(pdf: Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[1][0], nums[1][1] = nums[1][1], nums[1][0]


def drop_element(pdf: Pdf) -> None:
    del element(pdf, "/BlockQuote").K


def wrong_width(pdf: Pdf) -> None:
    font(pdf).DescendantFonts[0].W[1][0] = 9


def no_unicode(pdf: Pdf) -> None:
    cmap = font(pdf).ToUnicode
    cmap.write(cmap.read_bytes().replace(b"<0001>", b"<7001>"))


def glyph_zero(pdf: Pdf) -> None:
    table = font(pdf).DescendantFonts[0].CIDToGIDMap
    table.write(b"\0\0\0\0" + table.read_bytes()[4:])


def other_page(pdf: Pdf) -> None:
    bookmark(pdf).A.D[0] = pdf.pages[1].obj


def other_page_linked(pdf: Pdf) -> None:
    inner_link(pdf).A.D[0] = pdf.pages[1].obj


def swap_link_parents(pdf: Pdf) -> None:
    one, other = pdf.pages[0].obj.Annots[:2]
    one.StructParent, other.StructParent = other.StructParent, one.StructParent


def swap_page_parents(pdf: Pdf) -> None:
    one, other = pdf.pages[0].obj, pdf.pages[1].obj
    one.StructParents, other.StructParents = other.StructParents, one.StructParents


def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


BREAKAGES: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "tag renamed": (
        lambda pdf: element(pdf, "/H2").__setitem__("/S", Name.P),
        "structure",
    ),
    "tag emptied": (drop_element, "structure"),
    "tags in a circle": (
        lambda pdf: element(pdf, "/L").K.append(element(pdf, "/L")),
        "unreadable",
    ),
    "cells swapped": (swap_kids, "words"),
    "alt lost": (lambda pdf: element(pdf, "/Figure").__delitem__("/Alt"), "UA1:7.3-1"),
    "box of a figure lost": (
        lambda pdf: element(pdf, "/Figure").A.__delitem__("/BBox"),
        "structure",
    ),
    "scope lost": (lambda pdf: element(pdf, "/TH").__delitem__("/A"), "UA1:7.5-1"),
    "numbering lost": (lambda pdf: element(pdf, "/L").__delitem__("/A"), "structure"),
    "parent wrong": (
        lambda pdf: element(pdf, "/H2").__setitem__("/P", element(pdf, "/L")),
        "UA1:7.1-12",
    ),
    "parent tree swapped": (swap_parents, "parent-tree"),
    "link without words": (
        lambda pdf: link(pdf).__delitem__("/Contents"),
        "UA1:7.18.5-2",
    ),
    "link unprinted": (lambda pdf: link(pdf).__setitem__("/F", 0), "A2:6.3.2-2"),
    "link elsewhere": (
        lambda pdf: link(pdf).A.__setitem__("/URI", String("https://b.org/")),
        "structure",
    ),
    "link launches": (
        lambda pdf: link(pdf).A.__setitem__("/S", Name.Launch),
        "A2:6.5.1-1",
    ),
    "link outside the tags": (
        lambda pdf: pdf.pages[0].obj.Annots.append(
            pdf.make_indirect(Dictionary(Subtype=Name.Link, F=4))
        ),
        "UA1:7.18.5-1",
    ),
    "no tab order": (lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"), "UA1:7.18.3-1"),
    "not marked": (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), "UA1:6.2-1"),
    "no language": (lambda pdf: pdf.Root.__delitem__("/Lang"), "UA1:7.2-34"),
    "file name shown": (
        lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
        "UA1:7.1-10",
    ),
    "no tree": (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "UA1:7.1-11"),
    "no intent": (
        lambda pdf: pdf.Root.__setitem__("/OutputIntents", Array()),
        "A2:6.2.4.3-2",
    ),
    "no metadata": (lambda pdf: pdf.Root.__delitem__("/Metadata"), "UA1:7.1-8"),
    "other title": (
        lambda pdf: metadata(pdf, b">Rivers &amp;", b">Brooks &amp;"),
        "UA1:7.1-9",
    ),
    "further claim": (
        lambda pdf: metadata(
            pdf, b"<dc:format>", b"<pdfaid:corr>2</pdfaid:corr><dc:format>"
        ),
        "claims",
    ),
    "hidden claim": (
        lambda pdf: metadata(
            pdf,
            b"</rdf:RDF>",
            b'<rdf:Description xmlns:x="http://www.npes.org/pdfx/ns/id/" '
            b'x:GTS_PDFXVersion="PDF/X-4"/></rdf:RDF>',
        ),
        "claims",
    ),
    "types explained away": (
        lambda pdf: pdf.Root.StructTreeRoot.__setitem__(
            "/RoleMap", Dictionary(H2=Name.P)
        ),
        "UA1:7.1-5",
    ),
    "bookmark renamed": (
        lambda pdf: bookmark(pdf).__setitem__("/Title", String("Else")),
        "outline",
    ),
    "bookmark lost": (lambda pdf: bookmark(pdf).__delitem__("/First"), "outline"),
    "bookmarks in a circle": (
        lambda pdf: bookmark(pdf).__setitem__("/First", bookmark(pdf)),
        "outline",
    ),
    "bookmark to another page": (other_page, "structure"),
    "link to another page": (other_page_linked, "structure"),
    "link to nowhere": (lambda pdf: inner_link(pdf).A.__delitem__("/D"), "structure"),
    "link without an action": (
        lambda pdf: inner_link(pdf).__delitem__("/A"),
        "A2:6.5.1-1",
    ),
    "links' parents swapped": (swap_link_parents, "parent-tree"),
    "pages' parents swapped": (swap_page_parents, "parent-tree"),
    "file with an action": (
        lambda pdf: pdf.Root.__setitem__("/AA", Dictionary()),
        "A2:6.5.2-2",
    ),
    "script": (script, "A2:6.5.2-2"),
    "font not embedded": (
        lambda pdf: (
            font(pdf).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2")
        ),
        "UA1:7.21.4.1-1",
    ),
    "width wrong": (wrong_width, "UA1:7.21.5-1"),
    "character unknown": (no_unicode, "UA1:7.21.7-1"),
    "notdef shown": (glyph_zero, "UA1:7.21.8-1"),
    "untagged text": (
        lambda pdf: rewrite(pdf, b"/P<</MCID", b"/P<</XMCID"),
        "UA1:7.1-3",
    ),
    "loose shape": (
        lambda pdf: rewrite(pdf, b"EMC", b"EMC\n0 0 9 9 re f"),
        "UA1:7.1-3",
    ),
    "unknown operator": (lambda pdf: rewrite(pdf, b"BT", b"BI BT"), "content"),
    "artifact inside": (
        lambda pdf: rewrite(pdf, b"0>>BDC", b"0>>BDC\n/Artifact<<>>BDC\nEMC"),
        "UA1:7.1-1",
    ),
    "tagged text inside": (
        lambda pdf: rewrite(pdf, b"BDC", b"BDC\n/P<</MCID 99>>BDC\nEMC"),
        "UA1:7.1-2",
    ),
}


@pytest.mark.parametrize(("change", "code"), BREAKAGES.values(), ids=BREAKAGES)
def test_a_broken_file_is_found(change, code):
    assert code in codes(broken(PDF_1_7, change))


@pytest.mark.parametrize(("change", "code"), BREAKAGES.values(), ids=BREAKAGES)
def test_a_broken_file_of_pdf_2_breaks_a_rule_of_its_own_standards(change, code):
    assert SECOND_PARTS.get(code, code) in codes(broken(PDF_2_0, change))


ONLY_IN_1_7: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "note ID lost": (lambda pdf: element(pdf, "/Note").__delitem__("/ID"), "UA1:7.9-1"),
    "other claim": (
        lambda pdf: metadata(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>2"),
        "UA1:5-2",
    ),
    "declaration": (
        lambda pdf: metadata(
            pdf,
            b"</rdf:RDF>",
            b'<d:conformsTo xmlns:d="http://pdfa.org/declarations/"/></rdf:RDF>',
        ),
        "WT:6.1.3-1",
    ),
    "information apart from XMP": (
        lambda pdf: pdf.trailer.Info.__setitem__("/Title", String("Else")),
        "metadata",
    ),
    "attachment": (
        lambda pdf: pdf.attachments.__setitem__("a.txt", b"words"),
        "A2:6.8-5",
    ),
}


@pytest.mark.parametrize(("change", "code"), ONLY_IN_1_7.values(), ids=ONLY_IN_1_7)
def test_a_broken_file_of_pdf_1_7_is_found(change, code):
    assert code in codes(broken(PDF_1_7, change))


@pytest.mark.parametrize("edition", EDITIONS)
def test_saving_again_breaks_nothing(edition):
    assert codes(broken(edition, lambda pdf: None)) == set()


def test_what_is_no_pdf_is_a_finding():
    assert codes(b"%PDF-1.7\nnothing") == {"unreadable"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_file_cut_short_is_a_finding(edition):
    assert codes(sound(edition)[:-2000])


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_file_under_the_header_of_the_other_edition_is_no_good_file(edition):
    headers = [b"%PDF-1.7", b"%PDF-2.0"]
    own, other = headers if edition is PDF_1_7 else headers[::-1]
    assert "claims" in codes(sound(edition).replace(own, other, 1))
