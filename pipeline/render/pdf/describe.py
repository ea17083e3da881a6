"""What a finished file says of itself: its pages, and the standards that it claims.

Read from the bytes, so that a report can say no more than the file does.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

import pikepdf

from pipeline.renderer import Facts

_UA = "{http://www.aiim.org/pdfua/ns/id/}"
_ARCHIVE = "{http://www.aiim.org/pdfa/ns/id/}"
_DECLARATIONS = "{http://pdfa.org/declarations/}"
# An address such as http://pdfa.org/declarations/wtpdf#accessibility1.0.
_DECLARED = re.compile(r"http://pdfa\.org/declarations/(\w+)/?#([a-z]+)([\d.]+)")


def describe(data: bytes) -> Facts:
    """Return the facts of a file; raise `pikepdf.PdfError` for what is no PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
        return Facts(tuple(_claims(ElementTree.fromstring(packet))), len(pdf.pages))


def _claims(packet: ElementTree.Element) -> Iterator[str]:
    """Yield the names of the standards, those for readers before those for archives."""
    part = packet.findtext(f".//{_UA}part")
    if part:
        yield f"PDF/UA-{part}"
    part = packet.findtext(f".//{_ARCHIVE}part")
    if part:
        # ISO 19005 writes its levels in capitals in the file, in small letters in text.
        level = packet.findtext(f".//{_ARCHIVE}conformance", "").lower()
        yield f"PDF/A-{part}{level}"
    for address in packet.iterfind(f".//{_DECLARATIONS}conformsTo"):
        yield _declared(address.text or "")


def _declared(address: str) -> str:
    known = _DECLARED.fullmatch(address)
    return f"{known[1].upper()} {known[3]} ({known[2]})" if known else address
