"""The XMP properties that ISO 19005-2 knows without description, and their forms."""

from lxml import etree

from pipeline.inspect.pdf.xmp import ARCHIVE, DC, RDF

_XMP = "http://ns.adobe.com/xap/1.0/"
_PDF = "http://ns.adobe.com/pdf/1.3/"
_MANAGEMENT = f"{_XMP}mm/"
_RIGHTS = f"{_XMP}rights/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"

# XMP Specification of September 2005, chapter 4. None: every name of the namespace is
# let pass, for no sheet is described by the settings of a camera or of a sound.
PREDEFINED: dict[str, frozenset[str] | None] = {
    DC: frozenset(
        [
            "contributor",
            "coverage",
            "creator",
            "date",
            "description",
            "format",
            "identifier",
            "language",
            "publisher",
            "relation",
            "rights",
            "source",
            "subject",
            "title",
            "type",
        ]
    ),
    _XMP: frozenset(
        [
            "Advisory",
            "BaseURL",
            "CreateDate",
            "CreatorTool",
            "Identifier",
            "Label",
            "MetadataDate",
            "ModifyDate",
            "Nickname",
            "Rating",
            "Thumbnails",
        ]
    ),
    _RIGHTS: frozenset(
        ["Certificate", "Marked", "Owner", "UsageTerms", "WebStatement"]
    ),
    _MANAGEMENT: frozenset(
        [
            "DerivedFrom",
            "DocumentID",
            "History",
            "InstanceID",
            "ManagedFrom",
            "Manager",
            "ManageTo",
            "ManageUI",
            "ManagerVariant",
            "RenditionClass",
            "RenditionParams",
            "VersionID",
            "Versions",
            "LastURL",
            "RenditionOf",
            "SaveID",
        ]
    ),
    _PDF: frozenset(["Keywords", "PDFVersion", "Producer"]),
    _PHOTOSHOP: frozenset(
        [
            "AuthorsPosition",
            "CaptionWriter",
            "Category",
            "City",
            "Country",
            "Credit",
            "DateCreated",
            "Headline",
            "Instructions",
            "Source",
            "State",
            "SupplementalCategories",
            "TransmissionReference",
            "Urgency",
        ]
    ),
    ARCHIVE: frozenset(["part", "conformance", "amd", "corr"]),
    f"{_XMP}bj/": None,
    f"{_XMP}t/pg/": None,
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/": None,
    "http://ns.adobe.com/camera-raw-settings/1.0/": None,
    "http://ns.adobe.com/tiff/1.0/": None,
    "http://ns.adobe.com/exif/1.0/": None,
    "http://ns.adobe.com/exif/1.0/aux/": None,
}

TEXT = "a text"
BAG = "a bag"
SEQUENCE = "a sequence"
ALTERNATIVE = "said by language"
FORMS: dict[tuple[str, str], str] = {
    **{(DC, key): BAG for key in ("contributor", "language", "publisher", "relation")},
    **{(DC, key): BAG for key in ("subject", "type")},
    **{(DC, key): SEQUENCE for key in ("creator", "date")},
    **{(DC, key): ALTERNATIVE for key in ("description", "rights", "title")},
    **{(DC, key): TEXT for key in ("coverage", "format", "identifier", "source")},
    **{(_PDF, key): TEXT for key in ("Keywords", "PDFVersion", "Producer")},
    **{
        (_XMP, key): TEXT
        for key in ("CreateDate", "CreatorTool", "MetadataDate", "ModifyDate")
    },
    **{(_MANAGEMENT, key): TEXT for key in ("DocumentID", "InstanceID", "VersionID")},
    **{(ARCHIVE, key): TEXT for key in ("part", "conformance", "amd", "corr")},
}
_HOLDERS = {f"{RDF}Bag": BAG, f"{RDF}Seq": SEQUENCE, f"{RDF}Alt": ALTERNATIVE}


def form_of(element: etree._Element | None) -> str:
    """Return the form of a property; one that is written as an attribute is a text."""
    if element is None or not len(element):
        return TEXT
    return _HOLDERS.get(element[0].tag, "a structure")
