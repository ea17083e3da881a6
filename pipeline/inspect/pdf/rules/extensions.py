"""Extension schemas of the XMP packet, which describe its other properties."""

from collections.abc import Iterator

from lxml import etree

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.xmp import EXTENSION, PROPERTY, RDF, SCHEMA

CATEGORIES = ("external", "internal")


@rule("A2:6.6.2.3.3-1")
def schemas_are_a_bag(file: File) -> Iterator[Break]:
    """pdfaExtension:schemas is a bag and written with the prefix pdfaExtension."""
    for each in file.packet.properties if file.packet else ():
        if (each.space, each.name) == (EXTENSION, "schemas") and (
            each.prefix != "pdfaExtension"
            or each.element is None
            or each.element.find(f"{RDF}Bag") is None
        ):
            yield Break("the extension schemas are no bag `pdfaExtension:schemas`")


@rule("A2:6.6.2.3.3-2")
def schema_is_named(file: File) -> Iterator[Break]:
    """Each extension schema has a text pdfaSchema:schema."""
    yield from _texts(_schemas(file), SCHEMA, "pdfaSchema", "schema")


@rule("A2:6.6.2.3.3-3")
def schema_has_namespace(file: File) -> Iterator[Break]:
    """Each extension schema has pdfaSchema:namespaceURI."""
    yield from _texts(_schemas(file), SCHEMA, "pdfaSchema", "namespaceURI")


@rule("A2:6.6.2.3.3-4")
def schema_has_prefix(file: File) -> Iterator[Break]:
    """Each extension schema has a text pdfaSchema:prefix."""
    yield from _texts(_schemas(file), SCHEMA, "pdfaSchema", "prefix")


@rule("A2:6.6.2.3.3-5")
def schema_lists_properties(file: File) -> Iterator[Break]:
    """The properties of an extension schema are a sequence pdfaSchema:property."""
    for schema in _schemas(file):
        for listed in schema.iterfind(f".//{{{SCHEMA}}}property"):
            if listed.prefix != "pdfaSchema" or listed.find(f"{RDF}Seq") is None:
                yield Break("the properties of a schema are no `pdfaSchema:property`")


@rule("A2:6.6.2.3.3-7")
def property_is_named(file: File) -> Iterator[Break]:
    """Each property of an extension schema has a text pdfaProperty:name."""
    yield from _texts(_properties(file), PROPERTY, "pdfaProperty", "name")


@rule("A2:6.6.2.3.3-8")
def property_has_type(file: File) -> Iterator[Break]:
    """Each property of an extension schema has a text pdfaProperty:valueType."""
    yield from _texts(_properties(file), PROPERTY, "pdfaProperty", "valueType")


@rule("A2:6.6.2.3.3-9")
def property_has_category(file: File) -> Iterator[Break]:
    """Each property of an extension schema is external or internal."""
    for each in _properties(file):
        prefix, value = _field(each, PROPERTY, "category")
        if prefix != "pdfaProperty" or value not in CATEGORIES:
            yield Break(f"a property is `{value}`, neither external nor internal")


@rule("A2:6.6.2.3.3-10")
def property_is_described(file: File) -> Iterator[Break]:
    """Each property of an extension schema has a text pdfaProperty:description."""
    yield from _texts(_properties(file), PROPERTY, "pdfaProperty", "description")


def _schemas(file: File) -> Iterator[etree._Element]:
    for each in file.packet.properties if file.packet else ():
        if each.space == EXTENSION and each.element is not None:
            yield from each.element.iterfind(f"*/{RDF}li")


def _properties(file: File) -> Iterator[etree._Element]:
    for schema in _schemas(file):
        yield from schema.iterfind(f".//{{{SCHEMA}}}property/*/{RDF}li")


def _texts(
    holders: Iterator[etree._Element], space: str, prefix: str, key: str
) -> Iterator[Break]:
    for each in holders:
        found, value = _field(each, space, key)
        if found != prefix or not value:
            yield Break(f"an extension schema lacks a text `{prefix}:{key}`")


def _field(item: etree._Element, space: str, key: str) -> tuple[str | None, str | None]:
    """Return prefix and text of a field, written as element or attribute."""
    holders = [item, *item.iterchildren(f"{RDF}Description")]
    for holder in holders:
        element = holder.find(f"{{{space}}}{key}")
        if element is not None:
            return element.prefix, (element.text or "").strip()
        value = holder.get(f"{{{space}}}{key}")
        if value is not None:
            prefixes = {uri: prefix for prefix, uri in holder.nsmap.items()}
            return prefixes.get(space), str(value)
    return None, None
