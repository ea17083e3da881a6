"""What the XMP packet says: the title, the standards claimed, and how it is written."""

import re
from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.predefined import FORMS, PREDEFINED, form_of
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.xmp import ARCHIVE, DC, EXTENSION, UA, Packet, Property


@rule("UA1:5-1", "UA2:5-1")
def claims_ua(file: File) -> Iterator[Break]:
    """The XMP packet has the PDF/UA identification schema."""
    if file.packet is not None and not _packet(file).uses(UA):
        yield Break("the metadata do not claim PDF/UA")


@rule("UA1:5-2")
def claims_part_1(file: File) -> Iterator[Break]:
    """pdfuaid:part is 1."""
    yield from _is(_packet(file), UA, "pdfuaid:part", "1")


@rule("UA2:5-2")
def claims_part_2(file: File) -> Iterator[Break]:
    """pdfuaid:part is 2."""
    yield from _is(_packet(file), UA, "pdfuaid:part", "2")


@rule("UA1:5-3", "UA2:5-3")
def part_has_its_prefix(file: File) -> Iterator[Break]:
    """pdfuaid:part is written with the prefix pdfuaid."""
    yield from _prefix(_packet(file), UA, "pdfuaid:part")


@rule("UA1:5-4")
def amendment_has_its_prefix(file: File) -> Iterator[Break]:
    """pdfuaid:amd, if there, is written with the prefix pdfuaid."""
    yield from _prefix(_packet(file), UA, "pdfuaid:amd")


@rule("UA1:5-5")
def correction_has_its_prefix(file: File) -> Iterator[Break]:
    """pdfuaid:corr, if there, is written with the prefix pdfuaid."""
    yield from _prefix(_packet(file), UA, "pdfuaid:corr")


@rule("UA2:5-4")
def revision_has_its_prefix(file: File) -> Iterator[Break]:
    """pdfuaid:rev is written with the prefix pdfuaid."""
    yield from _prefix(_packet(file), UA, "pdfuaid:rev")


@rule("UA2:5-5")
def claims_2024(file: File) -> Iterator[Break]:
    """pdfuaid:rev is 2024."""
    yield from _is(_packet(file), UA, "pdfuaid:rev", "2024")


@rule("UA1:7.1-9", "UA2:8.11.1-1")
def has_title(file: File) -> Iterator[Break]:
    """The XMP packet has dc:title."""
    if file.packet is not None and file.packet.find(DC, "title") is None:
        yield Break("the metadata have no title (dc:title)")


@rule("A2:6.6.2.1-2")
def packet_has_no_bytes(file: File) -> Iterator[Break]:
    """The header of the XMP packet has no attribute bytes."""
    if re.search(r"\bbytes\s*=", _packet(file).header):
        yield Break("the XMP packet states `bytes`")


@rule("A2:6.6.2.1-3")
def packet_has_no_encoding(file: File) -> Iterator[Break]:
    """The header of the XMP packet has no attribute encoding."""
    if re.search(r"\bencoding\s*=", _packet(file).header):
        yield Break("the XMP packet states `encoding`")


@rule("A2:6.6.2.1-4")
def packet_is_well_formed(file: File) -> Iterator[Break]:
    """The XMP packet is well-formed XML with RDF."""
    if _packet(file).fault is not None:
        yield Break(f"the XMP packet cannot be read: {_packet(file).fault}")


@rule("A2:6.6.2.1-5")
def packet_is_utf_8(file: File) -> Iterator[Break]:
    """The XMP packet is written in UTF-8."""
    if not _packet(file).is_utf_8:
        yield Break("the XMP packet is not in UTF-8")


@rule("A2:6.6.2.3.1-1")
def properties_are_known(file: File) -> Iterator[Break]:
    """Each XMP property is predefined or described by an extension schema."""
    for each in _packet(file).properties:
        if not _is_known(_packet(file), each):
            yield Break(f"the property {each.prefix}:{each.name} is described nowhere")


@rule("A2:6.6.2.3.1-2")
def properties_have_their_form(file: File) -> Iterator[Break]:
    """An XMP property has the form that is predefined or described for it."""
    for each in _packet(file).properties:
        wanted = FORMS.get((each.space, each.name))
        label = f"{each.prefix}:{each.name}"
        if not _is_known(_packet(file), each):
            yield Break(f"the property {label} has no form, for it is not described")
        elif wanted is not None and form_of(each.element) != wanted:
            yield Break(f"the property {label} should be {wanted}")


def _is_known(packet: Packet, found: Property) -> bool:
    known = PREDEFINED.get(found.space, frozenset())
    return (
        found.space == EXTENSION
        or known is None
        or found.name in known
        or (found.space, found.name) in packet.described
    )


@rule("A2:6.6.4-1")
def claims_a(file: File) -> Iterator[Break]:
    """The XMP packet has the PDF/A identification schema."""
    if file.packet is not None and not _packet(file).uses(ARCHIVE):
        yield Break("the metadata do not claim PDF/A")


@rule("A2:6.6.4-2")
def claims_a_2(file: File) -> Iterator[Break]:
    """pdfaid:part is 2."""
    yield from _is(_packet(file), ARCHIVE, "pdfaid:part", "2")


@rule("A3:6.6.4-2")
def claims_a_3(file: File) -> Iterator[Break]:
    """pdfaid:part is 3."""
    yield from _is(_packet(file), ARCHIVE, "pdfaid:part", "3")


@rule("A2:6.6.4-3", levels="a")
def claims_level_a(file: File) -> Iterator[Break]:
    """At level A, pdfaid:conformance is A."""
    yield from _is(_packet(file), ARCHIVE, "pdfaid:conformance", "A")


@rule("A2:6.6.4-3", levels="u")
def claims_level_u(file: File) -> Iterator[Break]:
    """At level U, pdfaid:conformance is U, or the stricter A."""
    yield from _is(_packet(file), ARCHIVE, "pdfaid:conformance", "U", "A")


@rule("A2:6.6.4-3", levels="b")
def claims_level_b(file: File) -> Iterator[Break]:
    """At level B, pdfaid:conformance is B, or the stricter U or A."""
    yield from _is(_packet(file), ARCHIVE, "pdfaid:conformance", "B", "U", "A")


@rule("A2:6.6.4-4")
def a_part_has_its_prefix(file: File) -> Iterator[Break]:
    """pdfaid:part is written with the prefix pdfaid."""
    yield from _prefix(_packet(file), ARCHIVE, "pdfaid:part")


@rule("A2:6.6.4-5")
def a_conformance_has_its_prefix(file: File) -> Iterator[Break]:
    """pdfaid:conformance is written with the prefix pdfaid."""
    yield from _prefix(_packet(file), ARCHIVE, "pdfaid:conformance")


@rule("A2:6.6.4-6")
def a_amendment_has_its_prefix(file: File) -> Iterator[Break]:
    """pdfaid:amd, if there, is written with the prefix pdfaid."""
    yield from _prefix(_packet(file), ARCHIVE, "pdfaid:amd")


@rule("A2:6.6.4-7")
def a_correction_has_its_prefix(file: File) -> Iterator[Break]:
    """pdfaid:corr, if there, is written with the prefix pdfaid."""
    yield from _prefix(_packet(file), ARCHIVE, "pdfaid:corr")


def _packet(file: File) -> Packet:
    return file.packet or Packet()


def _is(packet: Packet, space: str, label: str, *wanted: str) -> Iterator[Break]:
    stated = packet.value(space, label.partition(":")[2])
    if packet.uses(space) and stated not in wanted:
        shown = f"is `{stated}`" if stated else "is not stated"
        yield Break(f"{label} {shown}; it should be `{wanted[0]}`")


def _prefix(packet: Packet, space: str, label: str) -> Iterator[Break]:
    wanted, _, key = label.partition(":")
    found = packet.find(space, key)
    if found is not None and found.prefix != wanted:
        yield Break(f"{label} is written with the prefix `{found.prefix}`")
