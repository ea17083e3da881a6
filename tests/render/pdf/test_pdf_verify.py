"""Verification finds what is wrong: in the pages, in the document, in the bytes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from pipeline.layout.pages import Artifact, Page, Pages, TextMark
from pipeline.render.pdf import write
from pipeline.render.pdf.edition import PDF_1_7
from pipeline.render.pdf.verify import verify
from pipeline.tree import Document, Figure, Group, Heading, Link, List, Table
from tests.render.pdf import samples
from tests.render.pdf.handmade import BODY, document, section, set_by_hand, shape


@cache
def everything() -> Document:
    return samples.everything()


@cache
def sound() -> bytes:
    return write(everything(), set_by_hand(everything()), PDF_1_7)


def codes(data: bytes, shown: Document | None = None) -> set[str]:
    return {finding.code for finding in verify(data, shown or everything())}


def test_a_sound_file_has_no_findings():
    assert codes(sound()) == set()


# Pages that do not show the document


def repainted(change: Callable[[TextMark], TextMark | None]) -> bytes:
    """Return the file when every text mark is passed through `change`."""
    pages = set_by_hand(everything())
    changed = []
    for page in pages.pages:
        marks = [
            change(mark) if isinstance(mark, TextMark) else mark for mark in page.marks
        ]
        changed.append(Page(tuple(mark for mark in marks if mark)))
    made = Pages(pages.width, pages.height, tuple(changed), pages.destinations)
    return write(everything(), made, PDF_1_7)


def test_text_painted_as_an_artifact_is_missing():
    data = repainted(
        lambda mark: (
            replace(mark, artifact=Artifact.LAYOUT) if mark.origin == "said" else mark
        )
    )
    assert "words" in codes(data)


def test_text_not_painted_is_missing():
    data = repainted(lambda mark: None if mark.origin == "beware" else mark)
    assert "words" in codes(data)


def test_a_label_not_painted_is_missing():
    data = repainted(lambda mark: None if mark.part == "label" else mark)
    assert "structure" in codes(data)


def test_a_repeated_header_painted_as_content_stands_twice():
    pages = set_by_hand(everything())
    header = next(
        mark
        for mark in pages.pages[0].marks
        if getattr(mark, "origin", None) == "head[0]"
    )
    twice = replace(
        pages, pages=(Page((*pages.pages[0].marks, header)), *pages.pages[1:])
    )
    assert "words" in codes(write(everything(), twice, PDF_1_7))


def test_another_word_is_found():
    def change(mark: TextMark) -> TextMark:
        if mark.origin != "beware":
            return mark
        line = mark.lines[0]
        piece = replace(line.pieces[0], words=(shape(BODY, "Beware!"),))
        return replace(mark, lines=(replace(line, pieces=(piece,)),))

    found = verify(repainted(change), everything())
    assert [(each.code, each.origin) for each in found] == [("words", "beware")] * 2


def test_two_paragraphs_that_change_places_are_found():
    other = {"said": "beware", "beware": "said"}
    data = repainted(
        lambda mark: replace(mark, origin=other.get(mark.origin, mark.origin))
    )
    assert "words" in codes(data)


# Documents that the file does not show


def edited(change: Callable[[object], object]) -> Document:
    """Return the sample with every block and inline passed through `change`."""

    def through(node: object) -> object:
        if isinstance(node, tuple):
            return tuple(through(each) for each in node)
        if hasattr(node, "__dataclass_fields__"):
            fields = {name: getattr(node, name) for name in node.__dataclass_fields__}
            return change(
                type(node)(**{key: through(each) for key, each in fields.items()})
            )
        return node

    return replace(everything(), blocks=through(everything().blocks))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (Heading, lambda each: replace(each, level=min(each.level + 1, 3))),
        (Figure, lambda each: replace(each, alt=each.alt and "A blue square")),
        (Link, lambda each: replace(each, target="https://other.org/")),
        (List, lambda each: replace(each, ordered=not each.ordered)),
        (Table, lambda each: replace(each, header=each.header[::-1])),
        (Group, lambda each: replace(each, blocks=each.blocks[::-1])),
        (samples.Foreign, lambda each: replace(each, lang="de")),
        (samples.Abbreviation, lambda each: replace(each, expansion="Else")),
        (samples.Cell, lambda each: replace(each, scope=None)),
        (samples.Strong, lambda each: each.content[0]),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_a_file_of_another_document_is_found(kind, change):
    shown = edited(lambda node: change(node) if isinstance(node, kind) else node)
    assert codes(sound(), shown) & {
        "structure",
        "words",
        "UA1:7.18.5-1",
        "UA1:7.18.5-2",
    }


def test_a_skipped_heading_level_is_found():
    inner = section(samples.paragraph("Deep.", origin="deep"))
    heading = replace(inner.blocks[0], level=3)
    skipped = document(replace(inner, blocks=(heading, *inner.blocks[1:])))
    data = write(skipped, set_by_hand(skipped), PDF_1_7)
    assert codes(data, skipped) == {"UA1:7.4.2-1"}


# Bytes that break a rule


def broken(change: Callable[[Pdf], None]) -> bytes:
    """Return the sound file after `change`."""
    with pikepdf.open(BytesIO(sound())) as pdf:
        change(pdf)
        kept = BytesIO()
        pdf.save(
            kept,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return kept.getvalue()


def elements(pdf: Pdf, kind: str) -> Iterator[Dictionary]:
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/S") == kind and "/P" in each:
            yield each


def element(pdf: Pdf, kind: str) -> Dictionary:
    return next(elements(pdf, kind))


def link(pdf: Pdf) -> Dictionary:
    return pdf.pages[0].obj.Annots[0]


def font(pdf: Pdf) -> Dictionary:
    return next(iter(pdf.pages[0].obj.Resources.Font.as_dict().values()))


def rewrite(pdf: Pdf, old: bytes, new: bytes) -> None:
    stream = pdf.pages[0].obj.Contents
    content = stream.read_bytes()
    assert old in content
    stream.write(content.replace(old, new, 1))


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


def packed_metadata(pdf: Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes().replace(
        b"<pdfuaid:part>1", b"<pdfuaid:part>2"
    )
    pdf.Root.Metadata.write(metadata)


def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


BREAKAGES: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "tag renamed": (
        lambda pdf: element(pdf, "/H2").__setitem__("/S", Name.P),
        "structure",
    ),
    "tag emptied": (drop_element, "structure"),
    "cells swapped": (swap_kids, "words"),
    "alt lost": (lambda pdf: element(pdf, "/Figure").__delitem__("/Alt"), "UA1:7.3-1"),
    "scope lost": (lambda pdf: element(pdf, "/TH").__delitem__("/A"), "UA1:7.5-1"),
    "numbering lost": (lambda pdf: element(pdf, "/L").__delitem__("/A"), "structure"),
    "note ID lost": (lambda pdf: element(pdf, "/Note").__delitem__("/ID"), "UA1:7.9-1"),
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
    "other claim": (packed_metadata, "UA1:5-2"),
    "other title": (
        lambda pdf: pdf.trailer.Info.__setitem__("/Title", String("Else")),
        "metadata",
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
    assert code in codes(broken(change))


def test_saving_again_breaks_nothing():
    assert codes(broken(lambda pdf: None)) == set()


def test_what_is_no_pdf_is_a_finding():
    assert codes(b"%PDF-1.7\nnothing") == {"unreadable"}


def test_a_file_cut_short_is_a_finding():
    assert codes(sound()[:-2000])
