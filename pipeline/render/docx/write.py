"""A document to a Word file: python-docx opens the base package, the body is filled."""

from dataclasses import replace
from io import BytesIO

import docx
from docx.opc.constants import CONTENT_TYPE as MEDIA
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.parts.document import DocumentPart

from pipeline.render.docx import furniture, identity, properties
from pipeline.render.docx.base import (
    FIRST_FOOTER,
    FIRST_HEADER,
    FOOTER,
    HEADER,
    base_package,
)
from pipeline.render.docx.blocks import write_blocks, write_emblem
from pipeline.render.docx.markup import RELATIONSHIPS, STORY
from pipeline.render.docx.measures import measures_for
from pipeline.render.docx.notes import write_notes
from pipeline.render.docx.numbering import first_free_number, ordered_list
from pipeline.render.docx.save import saved
from pipeline.render.docx.story import Story, notes_of
from pipeline.renderer import RenderOptions
from pipeline.tree import Document, Figure, Picture, walk
from schemas.theme import Theme

# Media types and relationships that python-docx has no name for.
_CUSTOM_MEDIA = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_KIND = f"{RELATIONSHIPS}/custom-properties"
_XML_MEDIA = "application/xml"
_XML_KIND = f"{RELATIONSHIPS}/customXml"
_XML_PROPERTIES_MEDIA = (
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
)
_XML_PROPERTIES_KIND = f"{RELATIONSHIPS}/customXmlProps"


def write(document: Document, theme: Theme, options: RenderOptions) -> bytes:
    """Return the Word file; raise `RenderError` for what Word cannot hold."""
    base = base_package(theme, options.paper, document.meta.lang)
    main: DocumentPart = docx.Document(BytesIO(base)).part
    story = Story(
        part=main,
        measures=measures_for(theme, options.paper),
        ids=identity.ParagraphIds(document.meta.id),
        notes=notes_of(document),
        is_review=options.is_review,
    )
    _fill_body(document, main, story)
    _add_notes(document, main, story)
    _fill_running_matter(document, main)
    _add_properties(document, main.package, options.source)
    if options.source and options.carries_model:
        _embed_source(document, main, options.source)
    if options.is_review:
        _track_changes(main)
    return saved(main.package)


def _fill_body(document: Document, main: DocumentPart, story: Story) -> None:
    content = write_emblem(document, story) + write_blocks(document.blocks, story)
    section = furniture.section_properties(story.measures)
    body = parse_xml(f"<w:body {STORY}>{content}{section}</w:body>")
    main.element.replace(main.element.body, body)
    numbering = main.numbering_part.element
    for number, ordered in enumerate(story.lists, start=first_free_number()):
        numbering.append(parse_xml(ordered_list(number, ordered)))


def _add_notes(document: Document, main: DocumentPart, body: Story) -> None:
    name = PackURI("/word/footnotes.xml")
    part = Part(name, MEDIA.WML_FOOTNOTES, b"", main.package)
    # Ids of bookmarks are unique in the whole file.
    story = replace(body, part=part, _addresses={})
    markup = write_notes(document.notes, story)
    # A part of bytes is made once; its relationships come into being while writing.
    part._blob = markup.encode()
    main.relate_to(part, KIND.FOOTNOTES)


def _fill_running_matter(document: Document, main: DocumentPart) -> None:
    stories = {
        HEADER: furniture.running_head(document.running),
        FIRST_HEADER: furniture.first_head(),
        FOOTER: furniture.running_foot(document.running),
        FIRST_FOOTER: furniture.running_foot(document.running),
    }
    for relationship, markup in stories.items():
        root = main.related_parts[relationship].element
        root[:] = list(parse_xml(markup))


def _add_properties(document: Document, package: OpcPackage, source: bytes) -> None:
    meta = document.meta
    core = properties.core_properties(meta)
    _add(
        package,
        "/docProps/core.xml",
        MEDIA.OPC_CORE_PROPERTIES,
        KIND.CORE_PROPERTIES,
        core,
    )
    extended = properties.extended_properties(meta)
    _add(
        package,
        "/docProps/app.xml",
        MEDIA.OFC_EXTENDED_PROPERTIES,
        KIND.EXTENDED_PROPERTIES,
        extended,
    )
    custom = properties.custom_properties(meta, source)
    _add(package, "/docProps/custom.xml", _CUSTOM_MEDIA, _CUSTOM_KIND, custom)


def _embed_source(document: Document, main: DocumentPart, source: bytes) -> None:
    markup = identity.source_item(document.meta, source, _pictures(document))
    item = Part(
        PackURI("/customXml/item1.xml"), _XML_MEDIA, markup.encode(), main.package
    )
    about = Part(
        PackURI("/customXml/itemProps1.xml"), _XML_PROPERTIES_MEDIA,
        identity.source_properties(document.meta).encode(), main.package,
    )  # fmt: skip
    item.relate_to(about, _XML_PROPERTIES_KIND)
    main.relate_to(item, _XML_KIND)


def _pictures(document: Document) -> dict[str, Picture]:
    """Return the pictures of the body by the origin of what shows them."""
    figures = (each for each in walk(document.blocks) if isinstance(each, Figure))
    found = {figure.origin: figure.picture for figure in figures}
    if document.emblem is not None:
        found["issuer.emblem"] = document.emblem
    return found


def _track_changes(main: DocumentPart) -> None:
    """Have whoever edits the file leave a trace; CT_Settings wants it after `zoom`."""
    main.settings.element.insert(1, parse_xml(f"<w:trackRevisions {STORY}/>"))


def _add(package: OpcPackage, name: str, media: str, kind: str, markup: str) -> None:
    package.relate_to(Part(PackURI(name), media, markup.encode(), package), kind)
