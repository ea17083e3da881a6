"""The edition: all that depends on which PDF version and which claims a file has.

The structure tree speaks PDF 2.0's names; an edition says how each of them, a
destination and the metadata are written. Layout, painting and fonts don't know it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# ISO 32000-2, 14.8.6: the structure namespaces of PDF 2.0 and of PDF 1.7.
NAMESPACE = "http://iso.org/pdf2/ssn"
OLDER_NAMESPACE = "http://iso.org/pdf/ssn"

_IDENTIFICATION = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


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
    claims_with_source: tuple[tuple[str, str], ...]
    """What a file claims besides when it carries its source along."""
    declarations: tuple[str, ...]
    """What the file declares to conform to, by address (PDF Declarations)."""
    namespaces: Mapping[str, str]
    """XMP prefix to URI, for the claims."""
    schemas: tuple[Schema, ...]
    """Extension schemas that the XMP packet describes."""
    has_info: bool
    """Whether the document information dictionary is written beside XMP."""
    carries_source: bool
    """Whether the sheet is attached as an associated file."""
    has_structure_destinations: bool
    """Whether links and bookmarks lead to an element, not to its page alone."""
    has_note_references: bool
    """Whether notes and their calls name each other with Ref."""
    figure_frame: str | None
    """Type of an element around a figure and its caption, where they need one."""
    term_numbering: str
    """ListNumbering of a list whose labels are terms."""
    note_attributes: str
    """Entries of a footnote's attribute object."""
    tags: Mapping[str, str]
    """Names of ours and of PDF 2.0 that this version writes in another way."""
    fallbacks: Mapping[str, str]
    """Older types for readers that do not know the types of PDF 2.0."""
    tag_namespace: str | None
    """Namespace of the structure types; None where they have none."""
    older_tags: frozenset[str] = frozenset()
    """Types that PDF 2.0 has only in the namespace of PDF 1.7."""

    def tag(self, name: str) -> str:
        """Return how the structure type `name` is written."""
        return self.tags.get(name, name)

    def call(self, around: str) -> str:
        """Return the structure type of a note's call inside the type `around`."""
        tag = self.tag("Cite")
        # ISO/TS 32005, table 5: neither Lbl nor LBody holds a Lbl.
        return "Span" if tag == "Lbl" and around in ("Lbl", "LBody") else tag

    def namespace(self, tag: str) -> str | None:
        """Return the namespace of a structure type as written (14.8.6)."""
        return OLDER_NAMESPACE if tag in self.older_tags else self.tag_namespace

    def destination(self, page: str, top: str, element: str) -> str:
        """Return the entry of a link or bookmark that goes to `top` (pt) of a page."""
        goal = f"/D[{page}/XYZ null {top} null]"
        if self.has_structure_destinations:
            # ISO 14289-2, 8.8. Readers that know no SD still find the page in D.
            goal += f"/SD[{element}/XYZ null {top} null]"
        return f"/A<</S/GoTo{goal}>>"

    def all_claims(self, has_source: bool) -> tuple[tuple[str, str], ...]:
        """Return the claims of a file with or without its source attached."""
        return self.claims + (self.claims_with_source if has_source else ())


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
    claims_with_source=(),
    declarations=(),
    namespaces=MappingProxyType(_IDENTIFICATION),
    schemas=(_UA_SCHEMA,),
    has_info=True,
    carries_source=False,
    has_structure_destinations=False,
    has_note_references=False,
    figure_frame=None,
    term_numbering="None",
    note_attributes="",
    tags=MappingProxyType(
        {
            "FENote": "Note",
            "Cite": "Reference",
            "Em": "Span",
            "Strong": "Span",
            "Aside": "Div",
        }
    ),
    fallbacks=MappingProxyType({}),
    tag_namespace=None,
)
"""PDF 1.7 that claims PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

PDF_2_0 = Edition(
    version=(2, 0),
    claims=(
        ("pdfaid:part", "4"),
        ("pdfaid:rev", "2020"),
        ("pdfuaid:part", "2"),
        ("pdfuaid:rev", "2024"),
    ),
    claims_with_source=(("pdfaid:conformance", "F"),),
    declarations=(
        "http://pdfa.org/declarations/wtpdf#accessibility1.0",
        "http://pdfa.org/declarations/wtpdf#reuse1.0",
    ),
    namespaces=MappingProxyType(
        {**_IDENTIFICATION, "pdfd": "http://pdfa.org/declarations/"}
    ),
    schemas=(),
    has_info=False,
    carries_source=True,
    has_structure_destinations=True,
    has_note_references=True,
    figure_frame="Sect",
    term_numbering="Description",
    note_attributes="/O/FENote/NoteType/Footnote",
    tags=MappingProxyType({"Cite": "Lbl"}),
    fallbacks=MappingProxyType(
        {"Aside": "Div", "Em": "Span", "FENote": "Note", "Strong": "Span"}
    ),
    tag_namespace=NAMESPACE,
    older_tags=frozenset({"BlockQuote"}),
)
"""PDF 2.0 that claims PDF/UA-2 (ISO 14289-2), PDF/A-4 (ISO 19005-4) and WTPDF 1.0."""


def edition_of(data: bytes) -> Edition:
    """Return the edition that a file's header speaks of."""
    return PDF_2_0 if data.startswith(b"%PDF-2.") else PDF_1_7
