"""The edition: all that depends on which PDF version and which claims a file has.

The structure tree speaks PDF 2.0's names; an edition says how each of them, a
destination and the metadata are written. Layout, painting and fonts don't know it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Schema:
    """An XMP schema that ISO 19005-2 does not predefine and so must be described."""

    title: str
    uri: str
    prefix: str
    properties: tuple[tuple[str, str, str], ...]
    """Name, value type and description of each property."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One way of writing the same document."""

    version: tuple[int, int]
    """Of PDF, in the header."""
    claims: tuple[tuple[str, str], ...]
    """XMP properties that identify the standards claimed, with their values."""
    namespaces: Mapping[str, str]
    """XMP prefix to URI, for the claims."""
    schemas: tuple[Schema, ...]
    """Extension schemas that the XMP packet describes."""
    has_info: bool
    """Whether the document information dictionary is written beside XMP."""
    term_numbering: str
    """ListNumbering of a list whose labels are terms."""
    tags: Mapping[str, str] = field(default_factory=dict)
    """Structure types of PDF 2.0 that this version writes under another name."""

    def tag(self, name: str) -> str:
        """Return how the structure type `name` is written."""
        return self.tags.get(name, name)

    def destination(self, page: str, top: str) -> str:
        """Return the entry of a link or bookmark that goes to `top` (pt) of a page."""
        return f"/A<</S/GoTo/D[{page}/XYZ null {top} null]>>"


_UA_SCHEMA = Schema(
    title="PDF/UA identification schema",
    uri="http://www.aiim.org/pdfua/ns/id/",
    prefix="pdfuaid",
    properties=(("part", "Integer", "Part of ISO 14289 that the file conforms to"),),
)

PDF_1_7 = Edition(
    version=(1, 7),
    claims=(
        ("pdfaid:part", "2"),
        ("pdfaid:conformance", "A"),
        ("pdfuaid:part", "1"),
    ),
    namespaces=MappingProxyType(
        {
            "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
            "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        }
    ),
    schemas=(_UA_SCHEMA,),
    has_info=True,
    term_numbering="None",
    tags=MappingProxyType(
        {
            "FENote": "Note",
            "Cite": "Reference",
            "Em": "Span",
            "Strong": "Span",
            "Aside": "Div",
        }
    ),
)
"""PDF 1.7 that claims PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""
