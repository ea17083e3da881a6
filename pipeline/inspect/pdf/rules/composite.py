"""Composite fonts: their CMaps and character collections, and the glyph of each CID."""

from collections.abc import Iterator

from pipeline.inspect.pdf.cmaps import CMap, read_cmap
from pipeline.inspect.pdf.fonts import IDENTITY, Font
from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.predefined_cmaps import COLLECTIONS, PREDEFINED
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import in_font
from pipeline.inspect.pdf.streams import content
from pipeline.inspect.pdf.values import entry, is_stream, name, text, whole


@rule("UA1:7.21.3.1-1", "A2:6.2.11.3.1-1", "UA2:8.4.5.3.1-1")
def collections_agree(file: File) -> Iterator[Break]:
    """A composite font and its CMap, unless Identity, have the same CIDSystemInfo."""
    for font in file.fonts:
        if not font.is_composite or font.encoding in IDENTITY:
            continue
        wanted = _collection(font)
        info = entry(font.bottom, "/CIDSystemInfo")
        own = tuple(text(entry(info, key)) for key in ("/Registry", "/Ordering"))
        supplement = whole(entry(info, "/Supplement"))
        if (
            wanted is None
            or own != wanted[:2]
            or supplement is None
            or supplement > wanted[2]
        ):
            yield in_font(font, "and its CMap are of different character collections")


def _collection(font: Font) -> tuple[str, str, int] | None:
    if isinstance(font.encoding, CMap):
        info = entry(font.value, "/Encoding", "/CIDSystemInfo")
        registry, ordering = (
            text(entry(info, key)) for key in ("/Registry", "/Ordering")
        )
        supplement = whole(entry(info, "/Supplement"))
        if registry is None or ordering is None or supplement is None:
            return font.encoding.collection
        return registry, ordering, supplement
    return COLLECTIONS.get(font.encoding or "")


@rule("UA1:7.21.3.2-1", "A2:6.2.11.3.2-1", "UA2:8.4.5.3.2-1")
def glyph_maps_are_there(file: File) -> Iterator[Break]:
    """An embedded CIDFontType2 has a CIDToGIDMap: a stream, or Identity."""
    for font in file.fonts:
        if name(entry(font.bottom, "/Subtype")) != "CIDFontType2" or font.file is None:
            continue
        stated = entry(font.bottom, "/CIDToGIDMap")
        if not is_stream(stated) and name(stated) != "Identity":
            yield in_font(font, "has no CIDToGIDMap")


@rule("UA1:7.21.3.3-1", "A2:6.2.11.3.3-1", "UA2:8.4.5.4-1")
def cmaps_are_embedded(file: File) -> Iterator[Break]:
    """A CMap that ISO 32000-1 does not predefine is embedded."""
    for font in file.fonts:
        used = font.encoding if font.is_composite else None
        if isinstance(used, CMap):
            used = name(entry(font.value, "/Encoding", "/UseCMap"))
        if used is not None and used not in PREDEFINED:
            yield in_font(font, f"uses the CMap `{used}`, which is not embedded")


@rule("UA1:7.21.3.3-2", "A2:6.2.11.3.3-2", "UA2:8.4.5.4-2")
def writing_modes_agree(file: File) -> Iterator[Break]:
    """The WMode of an embedded CMap is the same in its dictionary and its stream."""
    for font in file.fonts:
        if isinstance(font.encoding, CMap):
            stated = whole(entry(font.value, "/Encoding", "/WMode")) or 0
            if stated != font.encoding.mode:
                yield in_font(font, "has a CMap of two writing modes (WMode)")


@rule("UA1:7.21.3.3-3", "A2:6.2.11.3.3-3", "UA2:8.4.5.4-3")
def cmaps_build_on_predefined_ones(file: File) -> Iterator[Break]:
    """An embedded CMap builds only on CMaps that ISO 32000-1 predefines."""
    for font in file.fonts:
        if isinstance(font.encoding, CMap):
            base = _base(font)
            if base is not None and base not in PREDEFINED:
                yield in_font(font, f"has a CMap that builds on `{base}`")


def _base(font: Font) -> str | None:
    stated = entry(font.value, "/Encoding", "/UseCMap")
    if is_stream(stated):
        return name(entry(stated, "/CMapName"))
    if isinstance(font.encoding, CMap) and font.encoding.base:
        return font.encoding.base
    return name(stated)


@rule("A2:6.1.13-10")
def cids_are_small(file: File) -> Iterator[Break]:
    """No CID of a CMap is greater than 65535."""
    for font in file.fonts:
        stated = entry(font.value, "/Encoding")
        if is_stream(stated):
            cids = read_cmap(content(stated)).cids
            if cids and max(cids.values()) > 65535:
                yield in_font(font, "has a CMap with CIDs beyond 65535")
