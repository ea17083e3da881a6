"""Fonts as the file declares them, with their programs and the codes shown."""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.inspect.pdf.cmaps import CMap, read_cmap
from pipeline.inspect.pdf.drawn import Showing, Used
from pipeline.inspect.pdf.encodings import STANDARD, encoding
from pipeline.inspect.pdf.programs.cff import read_cff
from pipeline.inspect.pdf.programs.program import Program
from pipeline.inspect.pdf.programs.sfnt import read_sfnt
from pipeline.inspect.pdf.programs.type1 import read_type1
from pipeline.inspect.pdf.streams import content
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    is_keyed,
    is_stream,
    name,
    number,
    own,
    whole,
)

SYMBOLIC = 4
IDENTITY = ("Identity-H", "Identity-V")
FILES = ("/FontFile", "/FontFile2", "/FontFile3")
KINDS = ("Type1", "MMType1", "TrueType", "Type3", "Type0")
KINDS_3 = ("Type1C", "CIDFontType0C", "OpenType")
"""The kinds of programs in FontFile3."""
# What a reader of a broken font program meets; all mean the same: it is broken.
BROKEN = (ValueError, KeyError, IndexError, struct.error, OverflowError)


@dataclass
class Font:
    """A font that content chooses; composite fonts answer with their descendant."""

    value: Value
    page: int
    shown: Mapping[Showing, list[bytes]]
    bottom: Value = field(init=False)
    """The font that describes the glyphs: the descendant, or the font itself."""

    def __post_init__(self) -> None:
        """Find the font that describes the glyphs."""
        below = elements(entry(self.value, "/DescendantFonts"))
        self.bottom = below[0] if self.is_composite and below else self.value

    @cached_property
    def subtype(self) -> str | None:
        """The kind of font."""
        return name(entry(self.value, "/Subtype"))

    @cached_property
    def is_composite(self) -> bool:
        """Whether it is a Type 0 font."""
        return self.subtype == "Type0"

    @property
    def number(self) -> int | None:
        """The number of the font's object."""
        return own(self.value)

    @property
    def called(self) -> str:
        """Its name, for findings."""
        return name(entry(self.value, "/BaseFont")) or "an unnamed font"

    @cached_property
    def descriptor(self) -> Value:
        """Its font descriptor."""
        return entry(self.bottom, "/FontDescriptor")

    @cached_property
    def is_symbolic(self) -> bool:
        """Whether its descriptor says that it has characters of its own."""
        return bool((whole(entry(self.descriptor, "/Flags")) or 0) & SYMBOLIC)

    @cached_property
    def file(self) -> Value:
        """The stream of its embedded program, if it has one."""
        for key in FILES:
            found = entry(self.descriptor, key)
            is_known = name(entry(found, "/Subtype")) in KINDS_3 or key != FILES[2]
            if is_stream(found) and is_known:
                return found
        return None

    @property
    def is_shown(self) -> bool:
        """Whether anything is shown with it so that it can be seen."""
        return any(not way.is_hidden for way in self.shown)

    @cached_property
    def program(self) -> Program | None:
        """Its embedded program; None where there is none or it is broken."""
        data = content(self.file)
        try:
            return _program(data) if data else None
        except BROKEN:
            return None

    @cached_property
    def encoding(self) -> str | CMap | None:
        """The CMap of a composite font: its name, or what its stream says."""
        stated = entry(self.value, "/Encoding")
        return read_cmap(content(stated)) if is_stream(stated) else name(stated)

    @cached_property
    def to_unicode(self) -> CMap | None:
        """Its ToUnicode map."""
        stream = entry(self.value, "/ToUnicode")
        return read_cmap(content(stream)) if is_stream(stream) else None

    @cached_property
    def names(self) -> Mapping[int, str]:
        """The glyph name of each code of a simple font; ISO 32000-1, 9.6.6."""
        stated = entry(self.value, "/Encoding")
        base = name(stated) or name(entry(stated, "/BaseEncoding"))
        known = encoding(base) if base else None
        if known is None:
            known = self._own_names()
        return {**known, **self.differences}

    def _own_names(self) -> Mapping[int, str]:
        if self.program is not None and self.program.codes:
            return self.program.codes
        return {} if self.is_symbolic else STANDARD

    @cached_property
    def differences(self) -> dict[int, str]:
        """What the font's encoding puts in place of its base."""
        found: dict[int, str] = {}
        code = 0
        for each in elements(entry(self.value, "/Encoding", "/Differences")):
            label = name(each)
            if label is None:
                code = whole(each) or 0
            else:
                found[code] = label
                code += 1
        return found

    @cached_property
    def widths(self) -> Mapping[int, float]:
        """The stated width of each code, or of each CID of a composite font."""
        if self.is_composite:
            return dict(_composite_widths(self.bottom))
        first = whole(entry(self.value, "/FirstChar"))
        if first is None or "/LastChar" not in self.value:
            return {}
        stated = [number(each) for each in elements(entry(self.value, "/Widths"))]
        return {
            first + at: width for at, width in enumerate(stated) if width is not None
        }

    @cached_property
    def default_width(self) -> float | None:
        """The width of what `widths` does not state."""
        if self.is_composite:
            stated = number(entry(self.bottom, "/DW"))
            return 1000.0 if stated is None else stated
        return number(entry(self.descriptor, "/MissingWidth")) or 0.0

    @cached_property
    def glyph_map(self) -> tuple[int, ...] | None:
        """The glyph of each CID, where the font states one."""
        stated = entry(self.bottom, "/CIDToGIDMap")
        if not is_stream(stated):
            return None
        data = content(stated)
        return struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])

    def codes(self, strings: Iterable[bytes]) -> set[bytes]:
        """Return the codes of strings; none where the CMap is not in the file."""
        match self.encoding if self.is_composite else None:
            case CMap() as cmap:
                return set(cmap.split(strings))
            case "Identity-H" | "Identity-V":
                return {
                    string[at : at + 2]
                    for string in strings
                    for at in range(0, len(string) // 2 * 2, 2)
                }
            case None if not self.is_composite:
                return {bytes([code]) for code in set(b"".join(strings))}
            case _:
                return set()


def read_font(used: Used, shown: Mapping[Showing, list[bytes]]) -> Font:
    """Return a font that content chooses, with what it shows."""
    return Font(used.value, used.page, shown)


def _program(data: bytes) -> Program:
    if data[:4] in (b"\0\1\0\0", b"true", b"ttcf", b"OTTO"):
        return read_sfnt(data)
    if data[:1] == b"\1":
        return read_cff(data)
    return read_type1(data)


def _composite_widths(font: Value) -> Iterator[tuple[int, float]]:
    """Yield the widths of a CIDFont; ISO 32000-1, 9.7.4.3."""
    listed = elements(entry(font, "/W"))
    at = 0
    while at + 1 < len(listed):
        first, second = whole(listed[at]), listed[at + 1]
        if first is None:
            return
        if is_keyed(second) or number(second) is None:
            for step, each in enumerate(elements(second)):
                width = number(each)
                if width is not None:
                    yield first + step, width
            at += 2
            continue
        last, width = (
            whole(second),
            number(listed[at + 2]) if at + 2 < len(listed) else None,
        )
        if last is None or width is None or last - first > 65536:
            return
        for cid in range(first, last + 1):
            yield cid, width
        at += 3
