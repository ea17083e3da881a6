"""Verification finds what makes a PDF 2.0 file less than it claims.

veraPDF is silent about several of these: one call without Ref, namespaces not listed, a
destination that leads to the wrong element.
"""

from collections.abc import Callable, Iterator

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from pipeline.render.pdf.edition import PDF_2_0
from tests.render.pdf.breaking import (
    bookmark,
    broken,
    codes,
    element,
    elements,
    inner_link,
    metadata,
)


def calls(pdf: Pdf) -> Iterator[Dictionary]:
    return (each for each in elements(pdf, "/Lbl") if "/Ref" in each)


def embedded(pdf: Pdf) -> Dictionary:
    return pdf.Root.AF[0].EF.F


def no_references(pdf: Pdf) -> None:
    del element(pdf, "/FENote").Ref
    for call in list(calls(pdf)):
        del call.Ref


def reference_to_another(pdf: Pdf) -> None:
    next(calls(pdf)).Ref = Array([element(pdf, "/H2")])


def no_namespaces(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.Namespaces
    for each in pdf.objects:
        if isinstance(each, Dictionary) and "/S" in each and "/NS" in each:
            del each.NS


def other_namespace(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.Namespaces[0].NS = String("http://iso.org/pdf/ssn")


def information(pdf: Pdf) -> None:
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String("Rivers")))


def second_attachment(pdf: Pdf) -> None:
    names = pdf.Root.Names.EmbeddedFiles.Names
    names.append(String("other.json"))
    names.append(names[1])


def no_attachment(pdf: Pdf) -> None:
    del pdf.Root.Names
    del pdf.Root.AF


BREAKAGES: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "note refers to no call": (
        lambda pdf: element(pdf, "/FENote").__delitem__("/Ref"),
        "UA2:8.2.5.14-2",
    ),
    "call refers to no note": (
        lambda pdf: next(calls(pdf)).__delitem__("/Ref"),
        "UA2:8.2.5.14-2",
    ),
    "no references at all": (no_references, "UA2:8.2.5.14-2"),
    "call refers to a heading": (reference_to_another, "UA2:8.2.5.14-2"),
    "kind of note lost": (
        lambda pdf: element(pdf, "/FENote").__delitem__("/A"),
        "structure",
    ),
    "note ID lost": (
        lambda pdf: element(pdf, "/FENote").__delitem__("/ID"),
        "UA2:8.2.5.14",
    ),
    "document of no namespace": (
        lambda pdf: element(pdf, "/Document").__delitem__("/NS"),
        "UA2:8.2.5.2-2",
    ),
    "element of no namespace": (
        lambda pdf: element(pdf, "/H2").__delitem__("/NS"),
        "UA2:8.2.4-1",
    ),
    "quote of the newer namespace": (
        lambda pdf: element(pdf, "/BlockQuote").__setitem__(
            "/NS", element(pdf, "/H2").NS
        ),
        "UA2:8.2.4-1",
    ),
    "namespaces not listed": (
        lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/Namespaces"),
        "UA2:8.2.4-1",
    ),
    "no namespaces at all": (no_namespaces, "UA2:8.2.4-1"),
    "namespace of PDF 1.7": (other_namespace, "UA2:8.2.5.2-2"),
    "older readers left alone": (
        lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/RoleMap"),
        "UA2:8.2.4-1",
    ),
    "bookmark to a page alone": (
        lambda pdf: bookmark(pdf).A.__delitem__("/SD"),
        "UA2:8.8-2",
    ),
    "bookmark to an element alone": (
        lambda pdf: bookmark(pdf).A.__delitem__("/D"),
        "structure",
    ),
    "bookmark to another element": (
        lambda pdf: bookmark(pdf).A.SD.__setitem__(0, element(pdf, "/H2")),
        "UA2:8.8-2",
    ),
    "link to a page alone": (
        lambda pdf: inner_link(pdf).A.__delitem__("/SD"),
        "UA2:8.8-2",
    ),
    "link to another element": (
        lambda pdf: inner_link(pdf).A.SD.__setitem__(0, element(pdf, "/H1")),
        "UA2:8.8-2",
    ),
    "information dictionary": (information, "A4:6.1.3-4"),
    "wrong part": (
        lambda pdf: metadata(pdf, b"<pdfaid:part>4", b"<pdfaid:part>3"),
        "A4:6.7.3-1",
    ),
    "wrong year": (
        lambda pdf: metadata(pdf, b"<pdfuaid:rev>2024", b"<pdfuaid:rev>2023"),
        "UA2:5-2",
    ),
    "claim withheld": (
        lambda pdf: metadata(pdf, b"<pdfaid:conformance>F</pdfaid:conformance>", b""),
        "A4:6.7.3-1",
    ),
    "declaration withheld": (
        lambda pdf: metadata(pdf, b"wtpdf#reuse1.0", b"wtpdf#accessibility1.0"),
        "WT:6.1.3-1",
    ),
    "claim of F without a file": (no_attachment, "claims"),
    "file that nothing is associated with": (
        lambda pdf: pdf.Root.__delitem__("/AF"),
        "A4:6.9",
    ),
    "associated file not embedded": (
        lambda pdf: pdf.Root.__delitem__("/Names"),
        "A4:6.9-5",
    ),
    "second file": (second_attachment, "A4:6.9"),
    "file of no type": (lambda pdf: embedded(pdf).__delitem__("/Subtype"), "A4:6.9-1"),
    "file without a name": (
        lambda pdf: pdf.Root.AF[0].__delitem__("/UF"),
        "A4:6.9-2",
    ),
    "file that is no source": (
        lambda pdf: pdf.Root.AF[0].__setitem__("/AFRelationship", Name.Data),
        "A4:6.9-4",
    ),
    "file not described": (
        lambda pdf: pdf.Root.AF[0].__delitem__("/Desc"),
        "UA2:8.14.1-1",
    ),
    "file without content": (
        lambda pdf: pdf.Root.AF[0].EF.__delitem__("/F"),
        "A4:6.9-5",
    ),
    "file changed": (lambda pdf: embedded(pdf).write(b'{"title": ""}'), "attachment"),
}


@pytest.mark.parametrize(("change", "code"), BREAKAGES.values(), ids=BREAKAGES)
def test_a_broken_file_of_pdf_2_is_found(change, code):
    assert code in codes(broken(PDF_2_0, change))
