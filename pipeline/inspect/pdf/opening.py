"""A file opened for inspection: its parts, each read once, when a rule asks for it."""

import io
import re
from dataclasses import dataclass
from functools import cached_property

import pikepdf

from pipeline.inspect.pdf.draw import draw
from pipeline.inspect.pdf.drawn import Drawn
from pipeline.inspect.pdf.fonts import KINDS, Font, read_font
from pipeline.inspect.pdf.glyphs import Glyph, glyphs
from pipeline.inspect.pdf.pages import Page, read_pages
from pipeline.inspect.pdf.streams import content
from pipeline.inspect.pdf.tree import Tree, read_tree
from pipeline.inspect.pdf.values import (
    Value,
    entry,
    is_array,
    is_keyed,
    is_stream,
    own,
    text,
)
from pipeline.inspect.pdf.xmp import Packet, read_packet

MENDED = re.compile(r"object (\d+) \d+.*(?:stream length|expected endstream)")
# Shorter objects hold no string or name that is too long.
SHORT = 120
NAMES = re.compile(rb"/([^\x00\t\n\f\r ()<>\[\]{}/%]{100,})")
STRINGS = re.compile(rb"\((?:[^()\\]|\\.)*+\)|<[0-9a-fA-F]*+>", re.DOTALL)
ESCAPE = re.compile(rb"\\(?:[0-7]{1,3}|.)", re.DOTALL)


@dataclass
class File:
    """A PDF file of any making."""

    data: bytes
    pdf: pikepdf.Pdf

    @cached_property
    def catalog(self) -> Value:
        """The document catalog."""
        return self.pdf.trailer.get("/Root")

    @cached_property
    def language(self) -> str | None:
        """The language of the document, if its catalog states one."""
        return text(entry(self.catalog, "/Lang"))

    @cached_property
    def pages(self) -> list[Page]:
        """The pages in their order."""
        return read_pages(self.catalog)

    @cached_property
    def tree(self) -> Tree:
        """The structure tree."""
        return read_tree(self.catalog)

    @cached_property
    def drawn(self) -> Drawn:
        """What the pages show."""
        return draw(self.pages, self.tree)

    @cached_property
    def fonts(self) -> list[Font]:
        """The fonts of known kinds that any content stream chooses."""
        return [font for font in self.chosen_fonts if font.subtype in KINDS]

    @cached_property
    def chosen_fonts(self) -> list[Font]:
        """The fonts that any content stream chooses."""
        drawn = self.drawn
        return [
            read_font(used, drawn.shown.get(key, {}))
            for key, used in drawn.fonts.items()
        ]

    @cached_property
    def packet(self) -> Packet | None:
        """The metadata; None where the catalog has no such stream."""
        stream = entry(self.catalog, "/Metadata")
        return read_packet(content(stream)) if is_stream(stream) else None

    @cached_property
    def objects(self) -> list[Value]:
        """All objects of the file that have a number."""
        return list(self.pdf.objects)

    @cached_property
    def mended(self) -> list[int]:
        """The numbers of the streams whose stated length the reader had to mend."""
        for value in self.objects:
            if is_stream(value):
                entry(value, "/Length")
        said = (MENDED.search(str(each)) for each in self.pdf.get_warnings())
        return sorted({int(found[1]) for found in said if found})

    @cached_property
    def longest(self) -> list[tuple[int, int, int]]:
        """Objects with long strings or names: number, longest string, longest name."""
        return [found for each in self.written if (found := _longest(*each))]

    @cached_property
    def written(self) -> list[tuple[Value, bytes]]:
        """Objects of several parts, with how each is written (streams without data)."""
        holders = (
            (value, value.stream_dict if is_stream(value) else value)
            for value in self.objects
        )
        return [
            (value, bytes(holder.unparse(resolved=True)))
            for value, holder in holders
            if is_keyed(holder) or is_array(holder)
        ]

    @cached_property
    def _glyphs(self) -> dict[int, list[Glyph]]:
        return {id(font): list(glyphs(font)) for font in self.fonts}

    def glyphs(self, font: Font) -> list[Glyph]:
        """Return what is shown with a font, once for each way."""
        return self._glyphs[id(font)]

    @cached_property
    def page_numbers(self) -> dict[int, int]:
        """Page numbers, by the number of the page's object."""
        return {
            given: page.number for page in self.pages if (given := page.value.objgen[0])
        }


def open_file(data: bytes) -> File:
    """Return the file; raise `pikepdf.PdfError` where it cannot be read."""
    return File(data, pikepdf.open(io.BytesIO(data), suppress_warnings=True))


def _longest(value: Value, written: bytes) -> tuple[int, int, int] | None:
    """Return number, longest string and longest name, where an object has long ones."""
    if len(written) < SHORT:
        return None
    names = max((len(each) for each in NAMES.findall(written)), default=0)
    strings = 0
    if len(written) > 32767:
        strings = max((_size(each) for each in STRINGS.findall(written)), default=0)
    return own(value) or 0, strings, names


def _size(written: bytes) -> int:
    if written[:1] == b"<":
        return len(written) // 2 - 1
    return len(ESCAPE.sub(b".", written)) - 2
