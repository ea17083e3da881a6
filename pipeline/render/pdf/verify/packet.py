"""The XMP packet read back: it says what the sheet says and claims no more, no less."""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.finish.metadata import author
from pipeline.render.pdf.verify.attachments import has_attachment
from pipeline.render.pdf.verify.content import Problem
from pipeline.render.pdf.verify.objects import Keys, text
from pipeline.render.pdf.verify.reading import Reading
from pipeline.tree import Meta

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DECLARATIONS = "http://pdfa.org/declarations/"
# Whoever writes a property of these namespaces claims a standard: PDF/A, PDF/UA, PDF/X,
# PDF/VT, PDF/E.
CLAIMING = {
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://www.npes.org/pdfx/ns/id/",
    "http://www.npes.org/pdfvt/ns/id/",
    "http://www.aiim.org/pdfe/ns/id/",
}


def check_metadata(reading: Reading, meta: Meta, edition: Edition) -> Iterator[Problem]:
    """Yield what is wrong with the XMP packet and the information dictionary."""
    objects = reading.objects
    reference = objects.catalog.get("/Metadata")
    stream = objects.dictionary(reference)
    if stream.get("/Subtype") != "/XML" or "/Filter" in stream:
        yield "UA1:7.1-8", "the file has no plain XMP metadata"
        return
    packet = objects.content(reference)
    if re.match(rb"<\?xpacket [^>]*(bytes|encoding)=", packet):
        yield "A2:6.6.2.1-2", "the XMP packet states bytes or encoding"
    try:
        tree = ElementTree.fromstring(packet)
    except ElementTree.ParseError as cause:
        yield "A2:6.6.2.1-4", f"the XMP packet is not well formed: {cause}"
        return
    names = dict(re.findall(r'xmlns:(\w+)="([^"]+)"', packet.decode()))
    properties = _properties(tree, {uri: prefix for prefix, uri in names.items()})
    claims = dict(edition.all_claims(has_attachment(objects)))
    yield from _check_claims(claims, properties, names)
    yield from _check_declarations(tree, edition)
    yield from _check_words(meta, properties)
    if not edition.has_info:
        if "/Info" in objects.trailer:
            yield "A4:6.1.3-4", "the file has an information dictionary"
        return
    yield from _check_info(objects.dictionary(objects.trailer.get("/Info")), properties)


def _properties(
    tree: ElementTree.Element, prefixes: Mapping[str, str]
) -> dict[str, str]:
    """Return the properties of an XMP packet; of an array, its first value."""
    properties: dict[str, str] = {}
    for description in tree.iter(f"{RDF}Description"):
        for key, value in description.attrib.items():
            properties[_named(key, prefixes)] = value
        for element in description:
            first = element.find(f"*/{RDF}li")
            words = element.text if first is None else first.text
            properties[_named(element.tag, prefixes)] = words or ""
    return properties


def _named(tag: str, prefixes: Mapping[str, str]) -> str:
    uri, _, name = tag[1:].partition("}")
    return f"{prefixes.get(uri, '')}:{name}"


def _check_claims(
    claims: Mapping[str, str], properties: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[Problem]:
    for name, value in claims.items():
        if properties.get(name) != value:
            rule = "UA1:5-2" if name.startswith("pdfuaid") else "A2:6.6.4-1"
            yield rule, f"{name} is `{properties.get(name)}`, not `{value}`"
    for name, value in properties.items():
        if names.get(name.partition(":")[0]) in CLAIMING and name not in claims:
            yield "claims", f"{name} claims `{value}`, which the file does not keep"


def _check_declarations(
    tree: ElementTree.Element, edition: Edition
) -> Iterator[Problem]:
    found = tuple(
        element.text for element in tree.iter(f"{{{DECLARATIONS}}}conformsTo")
    )
    if found != edition.declarations:
        yield "WT:6.1.3-1", f"the file declares {found}, not {edition.declarations}"


def _check_words(meta: Meta, properties: Mapping[str, str]) -> Iterator[Problem]:
    for name, value in (
        ("dc:title", meta.title),
        ("dc:creator", author(meta)),
        ("dc:description", meta.summary),
    ):
        if properties.get(name) != value:
            yield "UA1:7.1-9", f"{name} is `{properties.get(name)}`, not `{value}`"


def _check_info(info: Keys, properties: Mapping[str, str]) -> Iterator[Problem]:
    for key, name in (
        ("/Title", "dc:title"),
        ("/Author", "dc:creator"),
        ("/Subject", "dc:description"),
        ("/Keywords", "pdf:Keywords"),
        ("/Producer", "pdf:Producer"),
        ("/Creator", "xmp:CreatorTool"),
    ):
        if text(info.get(key)) != properties.get(name, ""):
            yield "metadata", f"{key[1:]} and {name} differ"
    for key, name in (
        ("/CreationDate", "xmp:CreateDate"),
        ("/ModDate", "xmp:ModifyDate"),
    ):
        digits = re.sub(r"\D", "", properties.get(name, ""))
        if re.sub(r"\D", "", text(info.get(key))) != digits:
            yield "metadata", f"{key[1:]} and {name} differ"
