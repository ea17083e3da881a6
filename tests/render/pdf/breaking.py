"""A sound file of each edition, and what it takes to break one."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Pdf

from pipeline.render.pdf import write
from pipeline.render.pdf.edition import PDF_1_7, PDF_2_0, Edition
from pipeline.render.pdf.verify import verify
from pipeline.tree import Document
from tests.render.pdf import samples
from tests.render.pdf.handmade import set_by_hand

EDITIONS = [pytest.param(PDF_1_7, id="pdf17"), pytest.param(PDF_2_0, id="pdf2")]
SOURCE = b'{"title": "Rivers & Lakes"}'


@cache
def everything() -> Document:
    """Return a document with every kind of block and inline."""
    return samples.everything()


def sound(edition: Edition) -> bytes:
    """Return a file of it in that edition."""
    return _written()[edition.version]


@cache
def _written() -> dict[tuple[int, int], bytes]:
    pages = set_by_hand(everything(), height=400)
    return {
        edition.version: write(everything(), pages, edition, SOURCE)
        for edition in (PDF_1_7, PDF_2_0)
    }


def codes(data: bytes, shown: Document | None = None) -> set[str]:
    """Return the codes of all that is wrong with a file."""
    return {finding.code for finding in verify(data, shown or everything())}


def broken(edition: Edition, change: Callable[[Pdf], object]) -> bytes:
    """Return the sound file after `change`."""
    with pikepdf.open(BytesIO(sound(edition))) as pdf:
        change(pdf)
        kept = BytesIO()
        pdf.save(
            kept,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return kept.getvalue()


def elements(pdf: Pdf, kind: str) -> Iterator[Dictionary]:
    """Yield the structure elements of a type, in the order of their numbers."""
    for each in pdf.objects:
        if isinstance(each, Dictionary) and each.get("/S") == kind and "/P" in each:
            yield each


def element(pdf: Pdf, kind: str) -> Dictionary:
    """Return the first structure element of a type."""
    return next(elements(pdf, kind))


def link(pdf: Pdf) -> Dictionary:
    """Return the first link that leads out of the file."""
    return pdf.pages[0].obj.Annots[0]


def inner_link(pdf: Pdf) -> Dictionary:
    """Return the first link that leads to a place in the file."""
    return next(each for each in pdf.pages[0].obj.Annots if each.A.S == "/GoTo")


def bookmark(pdf: Pdf) -> Dictionary:
    """Return the bookmark of the title."""
    return pdf.Root.Outlines.First


def font(pdf: Pdf) -> Dictionary:
    """Return the first font."""
    return next(iter(pdf.pages[0].obj.Resources.Font.as_dict().values()))


def metadata(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Write other words into the XMP packet."""
    packet = pdf.Root.Metadata.read_bytes()
    assert old in packet
    pdf.Root.Metadata.write(packet.replace(old, new, 1))


def rewrite(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Write other operators into the first page."""
    stream = pdf.pages[0].obj.Contents
    content = stream.read_bytes()
    assert old in content
    stream.write(content.replace(old, new, 1))
