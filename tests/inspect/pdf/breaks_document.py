"""What breaks each rule of catalog, metadata, language, layers and actions."""

from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Pdf

from pipeline.render.pdf.edition import PDF_1_7
from tests.inspect.pdf.changes import (
    Breaks,
    annotate,
    attach,
    drop,
    element,
    grown,
    page,
    put,
    reword,
    tag,
)
from tests.render.pdf.breaking import link, sound

END = b"</rdf:Description>"


def _xmp(old: str, new: str) -> Callable[[Pdf], None]:
    return lambda pdf: reword(pdf, old, new)


def _property(written: str) -> Callable[[Pdf], None]:
    """Add a property to the packet."""

    def add(pdf: Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        at = packet.rindex(END)
        pdf.Root.Metadata.write(packet[:at] + written.encode() + packet[at:])

    return add


def _prefixed(prefix: str, space: str, name: str) -> Callable[[Pdf], None]:
    return _property(f'<{prefix}:{name} xmlns:{prefix}="{space}">1</{prefix}:{name}>')


UA, A = "http://www.aiim.org/pdfua/ns/id/", "http://www.aiim.org/pdfa/ns/id/"


def _layers(pdf: Pdf, *names: str, **entries: object) -> None:
    """Give the file two layers, and a configuration of each name."""
    layers = [
        pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("a", "b")
    ]
    made = [Dictionary(Name=name, Order=Array(layers), **entries) for name in names]
    listed = Dictionary(OCGs=Array(layers), D=made[0], Configs=Array(made[1:]))
    put(pdf.Root, OCProperties=listed)


def _half_ordered(pdf: Pdf) -> None:
    _layers(pdf, "one")
    del pdf.Root.OCProperties.D.Order[1]


def _silent(pdf: Pdf) -> None:
    """Take the language from the catalog, so that nothing states one."""
    drop(pdf.Root, "Lang")


def _silent_span(key: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        _silent(pdf)
        tag(pdf, f"/Span <</{key}(words)>> BDC EMC")

    return change


def _spoken_span(key: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        _silent(pdf)
        tag(pdf, f"/Span <</{key}(words)/Lang(en)>> BDC EMC")

    return change


def _spoken(*kinds: str) -> Callable[[Pdf], None]:
    """State the language at elements instead of the catalog."""

    def change(pdf: Pdf) -> None:
        _silent(pdf)
        for kind in kinds:
            put(element(pdf, kind), Lang="en-US")

    return change


def _listed(pdf: Pdf) -> Dictionary:
    """Attach a file so that it is in the list of attachments; return what it is."""
    made = attach(pdf)
    tree = Dictionary(Names=Array(["a", made]))
    put(pdf.Root, Names=Dictionary(EmbeddedFiles=tree))
    return made


BREAKS: Breaks = {
    "is_marked": lambda pdf: put(pdf.Root.MarkInfo, Marked=False),
    "is_not_suspect": lambda pdf: put(pdf.Root.MarkInfo, Suspects=True),
    "has_metadata": lambda pdf: drop(pdf.Root, "Metadata"),
    "shows_title": lambda pdf: put(pdf.Root.ViewerPreferences, DisplayDocTitle=False),
    "has_structure": lambda pdf: drop(pdf.Root, "StructTreeRoot"),
    "presents_once": lambda pdf: put(
        pdf.Root, Names=Dictionary(AlternatePresentations=Dictionary())),
    "pages_have_no_steps": lambda pdf: put(page(pdf), PresSteps=Dictionary()),
    "requires_nothing": lambda pdf: put(pdf.Root, Requirements=Array()),
    "claims_ua": _xmp("<pdfuaid:part>1</pdfuaid:part>", ""),
    "claims_part_1": _xmp("<pdfuaid:part>1<", "<pdfuaid:part>3<"),
    "claims_part_2": _xmp("<pdfuaid:part>2<", "<pdfuaid:part>1<"),
    "claims_2024": _xmp("<pdfuaid:rev>2024<", "<pdfuaid:rev>2023<"),
    "part_has_its_prefix": lambda pdf: (
        reword(pdf, "<pdfuaid:part>1</pdfuaid:part>", ""),
        _prefixed("ua", UA, "part")(pdf)),
    "amendment_has_its_prefix": _prefixed("ua", UA, "amd"),
    "correction_has_its_prefix": _prefixed("ua", UA, "corr"),
    "revision_has_its_prefix": lambda pdf: (
        reword(pdf, "<pdfuaid:rev>2024</pdfuaid:rev>", ""),
        _prefixed("ua", UA, "rev")(pdf)),
    "has_title": _xmp("dc:title>", "dc:titel>"),
    "packet_has_no_bytes": _xmp(r'<\?xpacket begin=', '<?xpacket bytes="9" begin='),
    "packet_has_no_encoding": _xmp(
        r'<\?xpacket begin=', '<?xpacket encoding="UTF-8" begin='),
    "packet_is_well_formed": _xmp("</rdf:RDF>", ""),
    "packet_is_utf_8": lambda pdf: pdf.Root.Metadata.write(
        pdf.Root.Metadata.read_bytes().decode().encode("utf-16")),
    "properties_are_known": _property("<pdf:Mood>glad</pdf:Mood>"),
    "properties_have_their_form": _xmp(
        "(<dc:publisher>)<rdf:Bag>(.*?)</rdf:Bag>", r"\1<rdf:Seq>\2</rdf:Seq>"),
    "claims_a": lambda pdf: (
        reword(pdf, "<pdfaid:part>2</pdfaid:part>", ""),
        reword(pdf, "<pdfaid:conformance>A</pdfaid:conformance>", "")),
    "claims_a_2": _xmp("<pdfaid:part>2<", "<pdfaid:part>3<"),
    "claims_a_3": _xmp("<pdfaid:part>2<", "<pdfaid:part>4<"),
    "claims_level_a": _xmp("conformance>A<", "conformance>B<"),
    "claims_level_u": _xmp("conformance>A<", "conformance>B<"),
    "claims_level_b": _xmp("conformance>A<", "conformance>X<"),
    "a_part_has_its_prefix": lambda pdf: (
        reword(pdf, "<pdfaid:part>2</pdfaid:part>", ""),
        _prefixed("a", A, "part")(pdf)),
    "a_conformance_has_its_prefix": lambda pdf: (
        reword(pdf, "<pdfaid:conformance>A</pdfaid:conformance>", ""),
        _prefixed("a", A, "conformance")(pdf)),
    "a_amendment_has_its_prefix": _prefixed("a", A, "amd"),
    "a_correction_has_its_prefix": _prefixed("a", A, "corr"),
    "schemas_are_a_bag": _xmp(
        "(<pdfaExtension:schemas>)<rdf:Bag>(.*)</rdf:Bag>",
        r"\1<rdf:Seq>\2</rdf:Seq>"),
    "schema_is_named": _xmp("pdfaSchema:schema>", "pdfaSchema:name>"),
    "schema_has_namespace": _xmp("<pdfaSchema:namespaceURI>[^<]*</[^>]*>", ""),
    "schema_has_prefix": _xmp("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", ""),
    "schema_lists_properties": _xmp(
        "(<pdfaSchema:property>)<rdf:Seq>(.*?)</rdf:Seq>", r"\1<rdf:Bag>\2</rdf:Bag>"),
    "property_is_named": _xmp("<pdfaProperty:name>part</pdfaProperty:name>", ""),
    "property_has_type": _xmp("pdfaProperty:valueType>", "pdfaProperty:type>"),
    "property_has_category": _xmp(">internal<", ">inner<"),
    "property_is_described": _xmp("<pdfaProperty:description>[^<]*</[^>]*>", ""),
    "document_has_language": _silent,
    "outline_has_language": _silent,
    "actual_text_has_language": lambda pdf: (
        _silent(pdf), put(element(pdf, "Figure"), ActualText="R")),
    "alternative_has_language": _silent,
    "expansion_has_language": _silent,
    "annotation_has_language": _silent,
    "languages_are_well_formed": lambda pdf: put(pdf.Root, Lang="American_English"),
    "languages_are_well_formed_or_empty": lambda pdf: put(
        element(pdf, "P"), Lang="en-"),
    "span_text_has_language": _silent_span("ActualText"),
    "span_alternative_has_language": _silent_span("Alt"),
    "span_expansion_has_language": _silent_span("E"),
    "metadata_have_language": lambda pdf: (
        _silent(pdf),
        reword(pdf, '<rdf:li xml:lang="en-US">Rivers &amp; Lakes</rdf:li>', "")),
    "text_has_language": _silent,
    "configurations_have_names": lambda pdf: _layers(pdf, "one", ""),
    "configuration_names_differ": lambda pdf: _layers(pdf, "one", "one"),
    "orders_are_complete": _half_ordered,
    "configurations_do_not_act": lambda pdf: _layers(pdf, "one", AS=Array()),
    "actions_only_lead": lambda pdf: put(
        link(pdf), A=Dictionary(S=Name.JavaScript, JS="beep()")),
    "named_actions_turn_pages": lambda pdf: put(
        link(pdf), A=Dictionary(S=Name.Named, N=Name.Print)),
    "document_does_not_act": lambda pdf: put(pdf.Root, AA=Dictionary()),
    "pages_do_not_act": lambda pdf: put(page(pdf), AA=Dictionary()),
    "attachments_have_names": lambda pdf: put(attach(pdf), UF=""),
    "attachments_have_name_keys": lambda pdf: drop(attach(pdf), "UF"),
    "attachments_are_archival": attach,
    "attachments_are_described": lambda pdf: drop(_listed(pdf), "Desc"),
    "attachments_have_types": lambda pdf: put(
        attach(pdf).EF.F, Subtype=Name.plain),
    "attachments_have_relations": lambda pdf: drop(attach(pdf), "AFRelationship"),
    "attachments_are_associated": lambda pdf: (_listed(pdf), drop(pdf.Root, "AF")),
    "media_clips_say_their_type": lambda pdf: _clip(pdf, Alt=Array(["en", "A song"])),
    "media_clips_are_described": lambda pdf: _clip(pdf, CT="audio/wav"),
}  # fmt: skip


def _clip(pdf: Pdf, **entries: object) -> None:
    made = pdf.make_indirect(Dictionary(S=Name.MCD, **entries))
    action = Dictionary(S=Name.Rendition, R=Dictionary(S=Name.MR, C=made))
    annotate(pdf, "Screen", "Annot", A=action)


SOUND: Breaks = {
    "amendment_has_its_prefix": _prefixed("pdfuaid", UA, "amd"),
    "correction_has_its_prefix": _prefixed("pdfuaid", UA, "corr"),
    "a_amendment_has_its_prefix": _prefixed("pdfaid", A, "amd"),
    "a_correction_has_its_prefix": _prefixed("pdfaid", A, "corr"),
    "claims_a_3": _xmp("<pdfaid:part>2<", "<pdfaid:part>3<"),
    "claims_level_u": _xmp("conformance>A<", "conformance>U<"),
    "claims_level_b": _xmp("conformance>A<", "conformance>B<"),
    "actual_text_has_language": lambda pdf: (
        _silent(pdf), put(grown(pdf, "P"), ActualText="R", Lang="en")),
    "alternative_has_language": _spoken("Figure"),
    "expansion_has_language": _spoken("Document"),
    "span_text_has_language": _spoken_span("ActualText"),
    "span_alternative_has_language": _spoken_span("Alt"),
    "span_expansion_has_language": _spoken_span("E"),
    "metadata_have_language": _silent,
    "configurations_have_names": lambda pdf: _layers(pdf, "one", "two"),
    "configuration_names_differ": lambda pdf: _layers(pdf, "one", "two"),
    "orders_are_complete": lambda pdf: _layers(pdf, "one"),
    "configurations_do_not_act": lambda pdf: _layers(pdf, "one"),
    "named_actions_turn_pages": lambda pdf: put(
        link(pdf), A=Dictionary(S=Name.Named, N=Name.NextPage)),
    "attachments_have_names": attach,
    "attachments_have_name_keys": attach,
    "attachments_are_archival": lambda pdf: attach(pdf, sound(PDF_1_7)),
    "attachments_are_described": _listed,
    "attachments_have_types": attach,
    "attachments_have_relations": attach,
    "attachments_are_associated": attach,
    "media_clips_say_their_type": lambda pdf: _clip(pdf, CT="audio/wav"),
    "media_clips_are_described": lambda pdf: _clip(
        pdf, Alt=Array(["en", "A song"])),
}  # fmt: skip
