"""Metadata: the XMP packet and, equal value by value, the information dictionary."""

from dataclasses import dataclass
from hashlib import sha256

import reportlab

from pipeline.render.pdf.edition import Edition, Schema
from pipeline.render.pdf.syntax import text
from pipeline.tree import Meta

CREATOR = "Bulletin"
PRODUCER = f"ReportLab {reportlab.Version}"

# What XML would read as markup.
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}
EXTENSION_NAMESPACES = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


@dataclass(frozen=True, slots=True)
class Ids:
    """Identifiers in hexadecimal: of the document's edition, and of this very file."""

    document: str
    instance: str


def ids(meta: Meta, content: bytes) -> Ids:
    """Return the identifiers of a file whose content has that hash."""
    document = sha256(f"{meta.id}\0{meta.edition}".encode()).hexdigest()
    instance = sha256(f"{meta!r}\0".encode() + content).hexdigest()
    return Ids(document[:32], instance[:32])


def author(meta: Meta) -> str | None:
    """Return who issues the sheet, the agency before its bureau; None if unsaid."""
    return ", ".join(filter(None, (meta.agency, meta.bureau))) or None


def info(meta: Meta) -> str:
    """Return the document information dictionary; a date is that of the sheet."""
    day = pdf_date(meta)
    entries = {
        "Title": meta.title,
        "Author": author(meta),
        "Subject": meta.summary,
        "Keywords": ", ".join(meta.keywords),
        "Creator": CREATOR,
        "Producer": PRODUCER,
        "CreationDate": day,
        "ModDate": day,
    }
    filled = [f"/{key}{text(value)}" for key, value in entries.items() if value]
    return f"<<{''.join(filled)}>>"


def pdf_date(meta: Meta) -> str | None:
    """Return the day of issue as PDF writes dates (ISO 32000-1, 7.9.4), if stated."""
    return f"D:{meta.issued:%Y%m%d}000000Z" if meta.issued else None


def xmp(meta: Meta, edition: Edition, identifiers: Ids, has_source: bool) -> bytes:
    """Return the XMP packet (ISO 16684-1) with the claims of `edition`."""
    namespaces = {**NAMESPACES, **edition.namespaces}
    if edition.schemas:
        namespaces.update(EXTENSION_NAMESPACES)
    declared = "".join(f' xmlns:{key}="{uri}"' for key, uri in namespaces.items())
    properties = [
        *(_simple(name, value) for name, value in edition.all_claims(has_source)),
        *_declarations(edition.declarations),
        *_dublin_core(meta),
        *_management(meta, identifiers),
        *_extensions(edition.schemas),
    ]
    body = "\n".join(properties)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about=""{declared}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _dublin_core(meta: Meta) -> list[str]:
    found = [
        _simple("dc:format", "application/pdf"),
        _alternatives("dc:title", meta.title, meta.lang),
        _alternatives("dc:description", meta.summary, meta.lang),
        _array("dc:language", "Bag", (meta.lang,)),
        _simple("dc:identifier", meta.id),
    ]
    day = meta.issued.isoformat() if meta.issued else None
    for name, kind, value in (
        ("dc:creator", "Seq", author(meta)),
        ("dc:publisher", "Bag", meta.agency),
        ("dc:date", "Seq", day),
        ("dc:type", "Bag", meta.kind),
        ("dc:relation", "Bag", meta.supersedes),
    ):
        if value:
            found.append(_array(name, kind, (value,)))
    if meta.keywords:
        found.append(_array("dc:subject", "Bag", meta.keywords))
        found.append(_simple("pdf:Keywords", ", ".join(meta.keywords)))
    if meta.rights:
        found.append(_alternatives("dc:rights", meta.rights, meta.lang))
    return found


def _management(meta: Meta, identifiers: Ids) -> list[str]:
    # Without a day of issue there is none to tell: the clock's would be another
    # tomorrow, and ISO 19005-2, 6.6 asks for none.
    kinds = ("Create", "Modify", "Metadata") if meta.issued else ()
    return [
        _simple("pdf:Producer", PRODUCER),
        _simple("xmp:CreatorTool", CREATOR),
        *(_simple(f"xmp:{kind}Date", f"{meta.issued}T00:00:00Z") for kind in kinds),
        _simple("xmpMM:DocumentID", f"uuid:{_uuid(identifiers.document)}"),
        _simple("xmpMM:InstanceID", f"uuid:{_uuid(identifiers.instance)}"),
        _simple("xmpMM:VersionID", str(meta.edition)),
        _simple("xmpMM:RenditionClass", "default"),
    ]


def _declarations(addresses: tuple[str, ...]) -> list[str]:
    """Declare further standards, as their PDF Declarations name them."""
    if not addresses:
        return []
    items = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"{_simple('pdfd:conformsTo', address)}</rdf:li>"
        for address in addresses
    )
    return [f"<pdfd:declarations><rdf:Bag>{items}</rdf:Bag></pdfd:declarations>"]


def _extensions(schemas: tuple[Schema, ...]) -> list[str]:
    """Describe schemas that are not predefined (ISO 19005-2, 6.6.2.3.3)."""
    if not schemas:
        return []
    described = "".join(_described(schema) for schema in schemas)
    return [
        f"<pdfaExtension:schemas><rdf:Bag>{described}</rdf:Bag></pdfaExtension:schemas>"
    ]


def _described(schema: Schema) -> str:
    properties = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"{_simple('pdfaProperty:name', name)}"
        f"{_simple('pdfaProperty:valueType', value_type)}"
        f"{_simple('pdfaProperty:category', 'internal')}"
        f"{_simple('pdfaProperty:description', description)}</rdf:li>"
        for name, value_type, description in schema.properties
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"{_simple('pdfaSchema:schema', schema.title)}"
        f"{_simple('pdfaSchema:namespaceURI', schema.uri)}"
        f"{_simple('pdfaSchema:prefix', schema.prefix)}"
        f"<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>"
        "</rdf:li>"
    )


def _simple(name: str, value: str) -> str:
    return f"<{name}>{value.translate(MARKUP)}</{name}>"


def _array(name: str, kind: str, values: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{value.translate(MARKUP)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def _alternatives(name: str, value: str, lang: str) -> str:
    items = "".join(
        f'<rdf:li xml:lang="{tag}">{value.translate(MARKUP)}</rdf:li>'
        for tag in ("x-default", lang)
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def _uuid(digits: str) -> str:
    return "-".join(
        (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    )
