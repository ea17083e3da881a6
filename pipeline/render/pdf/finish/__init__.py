"""From painted pages to a finished file: everything around the page streams."""

from pipeline.layout.pages import Pages
from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.finish.attachment import write_attachment
from pipeline.render.pdf.finish.file import Entry, File
from pipeline.render.pdf.finish.fonts import write_font
from pipeline.render.pdf.finish.links import (
    Annotation,
    Places,
    reserve_links,
    write_links,
)
from pipeline.render.pdf.finish.metadata import ids, info, xmp
from pipeline.render.pdf.finish.outline import write_outline
from pipeline.render.pdf.finish.pictures import write_picture
from pipeline.render.pdf.finish.profile import srgb_profile
from pipeline.render.pdf.finish.tags import write_tags
from pipeline.render.pdf.paint import Painted
from pipeline.render.pdf.structure import Structure
from pipeline.render.pdf.structure.elements import Target
from pipeline.render.pdf.syntax import number, stream, text
from pipeline.tree import Document, Heading, leaves


def finish(
    document: Document,
    pages: Pages,
    structure: Structure,
    painted: Painted,
    edition: Edition,
    source: bytes = b"",
) -> bytes:
    """Return the whole file; `source` is attached where the edition carries one."""
    file = File(edition.version)
    catalog, page_tree = file.reserve(), file.reserve()
    entries = [file.reserve() for _ in painted.streams]
    references = [entry.reference for entry in entries]
    annotations = reserve_links(painted.links, len(entries), file)
    common = (
        f"/Parent {page_tree.reference}/Resources {_write_resources(painted, file)}"
        f"/MediaBox[0 0 {number(pages.width)} {number(pages.height)}]"
    )
    for index, entry in enumerate(entries):
        content = file.add_stream("", painted.streams[index])
        links = _links_of(index, annotations)
        entry.body = _page(common, index, content, links).encode("ascii")
    page_tree.body = (
        f"<</Type/Pages/Count {len(entries)}/Kids[{' '.join(references)}]>>".encode()
    )
    tags = write_tags(structure.root, painted, references, annotations, edition, file)
    places = Places(edition, references, _tops(pages, painted), tags.elements)
    write_links(annotations, places)
    headings = (leaf for leaf in leaves(document.blocks) if isinstance(leaf, Heading))
    outline = write_outline(headings, places, file)
    parts = (
        f"/Pages {page_tree.reference}/StructTreeRoot {tags.reference}"
        f"/Outlines {outline}"
    )
    attached = source if edition.carries_source else b""
    if attached:
        parts += write_attachment(attached, document.meta, file)
    return _close(document, edition, catalog, parts, bool(attached), file)


def _tops(pages: Pages, painted: Painted) -> dict[str, tuple[int, float]]:
    """Return where each leaf begins; for headings, where the layout wants a reader."""
    wanted = {origin: (at.page, at.y) for origin, at in pages.destinations.items()}
    return {**painted.tops, **wanted}


def _write_resources(painted: Painted, file: File) -> str:
    fonts = "".join(
        f"/{font.name} {write_font(font, file)}" for font in painted.fonts.values()
    )
    pictures = "".join(
        f"/{name} {write_picture(picture, file)}"
        for picture, name in painted.pictures.items()
    )
    images = f"/XObject<<{pictures}>>" if pictures else ""
    return file.add(f"<</Font<<{fonts}>>{images}>>")


def _links_of(page: int, annotations: dict[Target, list[Annotation]]) -> list[str]:
    return [
        each.entry.reference
        for written in annotations.values()
        for each in written
        if each.page == page
    ]


def _page(common: str, index: int, content: str, links: list[str]) -> str:
    # ISO 14289-1, 7.18.3: annotations are visited in the order of the structure.
    annotations = f"/Annots[{' '.join(links)}]" if links else ""
    return (
        f"<</Type/Page{common}/Contents {content}/StructParents {index}/Tabs/S"
        f"{annotations}>>"
    )


def _close(
    document: Document,
    edition: Edition,
    catalog: Entry,
    parts: str,
    has_source: bool,
    file: File,
) -> bytes:
    meta = document.meta
    metadata = file.reserve()
    body = (
        f"<</Type/Catalog{parts}/Lang{text(meta.lang)}/MarkInfo<</Marked true>>"
        "/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines"
        f"/OutputIntents[{_write_intent(file)}]/Metadata {metadata.reference}>>"
    )
    catalog.body = body.encode("ascii")
    information = file.reserve() if edition.has_info else None
    if information:
        information.body = info(meta).encode("ascii")
    identifiers = ids(meta, file.digest())
    # ISO 19005-2, 6.6.2: readable without unpacking.
    packet = xmp(meta, edition, identifiers, has_source)
    metadata.body = stream("/Type/Metadata/Subtype/XML", packet)
    return file.finish(
        catalog, information, (identifiers.document, identifiers.instance)
    )


def _write_intent(file: File) -> str:
    """Write the output intent that gives device colours a meaning (6.2.3, 6.2.4.3)."""
    profile = file.add_stream("/N 3", srgb_profile())
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile}>>"
    )
