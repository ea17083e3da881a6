"""The XMP packet of a file, read as XML without entities: properties with prefixes."""

import re
from dataclasses import dataclass, field

from lxml import etree

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HEADER = re.compile(rb"<\?xpacket\s([^?]*)\?>")

UA = "http://www.aiim.org/pdfua/ns/id/"
ARCHIVE = "http://www.aiim.org/pdfa/ns/id/"
DC = "http://purl.org/dc/elements/1.1/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"


@dataclass(frozen=True, slots=True)
class Property:
    """One property of the packet."""

    space: str
    name: str
    prefix: str | None
    value: str
    """Its text; of an array, the text of its first item."""
    languages: tuple[str, ...] = ()
    """The languages of a property that is said in several."""
    element: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class Packet:
    """The metadata of a file; `fault` says why they could not be read."""

    properties: tuple[Property, ...] = ()
    header: str = ""
    fault: str | None = None
    is_utf_8: bool = True
    described: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """Namespace and name of each property that an extension schema describes."""

    def find(self, space: str, name: str) -> Property | None:
        """Return a property."""
        for each in self.properties:
            if each.space == space and each.name == name:
                return each
        return None

    def value(self, space: str, name: str) -> str | None:
        """Return the text of a property."""
        found = self.find(space, name)
        return None if found is None else found.value

    def uses(self, space: str) -> bool:
        """Whether there is any property of a namespace."""
        return any(each.space == space for each in self.properties)


def read_packet(data: bytes) -> Packet:
    """Return the properties of an XMP packet."""
    header = HEADER.search(data)
    stated = header[1].decode("latin-1") if header else ""
    is_utf_8 = not data.startswith((b"\xfe\xff", b"\xff\xfe", b"\0")) and _decodes(data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data.strip() if is_utf_8 else data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        return Packet(header=stated, fault=str(cause), is_utf_8=is_utf_8)
    found = root if root.tag == f"{RDF}RDF" else root.find(f".//{RDF}RDF")
    if found is None:
        return Packet(header=stated, fault="it holds no RDF", is_utf_8=is_utf_8)
    properties = tuple(
        each for about in found.iterchildren(f"{RDF}Description") for each in _of(about)
    )
    names = [(each.space, each.name) for each in properties]
    fault = "a property stands in it twice" if len(set(names)) < len(names) else None
    return Packet(properties, stated, fault, is_utf_8, _described(found))


def _decodes(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _of(about: etree._Element) -> list[Property]:
    prefixes = {uri: prefix for prefix, uri in about.nsmap.items()}
    found = []
    for key, value in about.attrib.items():
        space, name = _split(str(key))
        if space and not str(key).startswith((RDF, LANG)):
            found.append(Property(space, name, prefixes.get(space), str(value)))
    for element in about.iterchildren("*"):
        space, name = _split(element.tag)
        found.append(
            Property(
                space,
                name,
                element.prefix,
                _text(element),
                _languages(element),
                element,
            )
        )
    return found


def _split(tag: str) -> tuple[str, str]:
    space, closed, name = tag[1:].partition("}")
    return (space, name) if closed and tag[:1] == "{" else ("", tag)


def _text(element: etree._Element) -> str:
    first = element.find(f"*/{RDF}li")
    return ((element if first is None else first).text or "").strip()


def _languages(element: etree._Element) -> tuple[str, ...]:
    said = element.iterfind(f"{RDF}Alt/{RDF}li")
    return tuple(str(each.get(LANG)) for each in said if each.get(LANG) is not None)


def _described(root: etree._Element) -> frozenset[tuple[str, str]]:
    """Return what the extension schemas describe; ISO 19005-2, 6.6.2.3.2."""
    pairs = set()
    for schema in root.iterfind(f".//{{{EXTENSION}}}schemas/*/{RDF}li"):
        uri = _inside(schema, SCHEMA, "namespaceURI")
        for each in schema.iterfind(f".//{{{SCHEMA}}}property/*/{RDF}li"):
            if _inside(each, PROPERTY, "valueType"):
                pairs.add((uri, _inside(each, PROPERTY, "name")))
    return frozenset(pairs)


def _inside(item: etree._Element, space: str, name: str) -> str:
    """Return a field of a structure, written as element or attribute."""
    element = item.find(f".//{{{space}}}{name}")
    if element is not None:
        return (element.text or "").strip()
    for each in (item, *item.iterchildren(f"{RDF}Description")):
        value = each.get(f"{{{space}}}{name}")
        if value is not None:
            return str(value)
    return ""
