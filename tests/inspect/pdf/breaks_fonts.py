"""What breaks each rule of fonts and glyphs, and of the file's bytes and objects."""

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from tests.inspect.pdf.changes import Breaks, drop, element, page, put, write
from tests.render.pdf.breaking import font

CMAP = b"""/CIDInit /ProcSet findresource begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def
/CMapName /Own def /WMode 0 def %(base)s
1 begincodespacerange <0000> <ffff> endcodespacerange
1 begincidrange <0000> <00ff> %(first)d endcidrange endcmap"""


def _below(pdf: Pdf) -> Dictionary:
    return font(pdf).DescendantFonts[0]


def _collected(pdf: Pdf, ordering: str) -> None:
    put(_below(pdf), CIDSystemInfo=Dictionary(
        Registry="Adobe", Ordering=ordering, Supplement=0))  # fmt: skip


def _cmap(pdf: Pdf, base: bytes = b"", first: int = 0, **entries: object) -> None:
    """Give the first font a CMap of its own."""
    made = Stream(pdf, CMAP % {b"base": base, b"first": first})
    info = Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0)
    put(made, Type=Name.CMap, CMapName=Name.Own, CIDSystemInfo=info, **entries)
    put(font(pdf), Encoding=made)


def _simple(pdf: Pdf, shown: str = "A", **entries: object) -> Dictionary:
    """Show a letter in a font of one byte a code, with a program of this project."""
    made = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Plain"),
            FirstChar=65, LastChar=66, Widths=Array([_width(), _width()]),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=Dictionary(
                Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Plain"), Flags=32,
                FontFile2=Stream(pdf, _true_type())))
    )  # fmt: skip
    put(made, **entries)
    put(page(pdf).Resources.Font, Plain=made)
    write(pdf, f"/Artifact BMC BT /Plain 9 Tf ({shown}) Tj ET EMC")
    return made


def _symbolic(pdf: Pdf, tables: str = "mac") -> Dictionary:
    made = _simple(pdf)
    drop(made, "Encoding")
    put(made.FontDescriptor, Flags=4, FontFile2=Stream(pdf, _true_type(tables)))
    return made


def _true_type(tables: str = "windows") -> bytes:
    """Return a TrueType program of two empty glyphs: .notdef, and one for A and B."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A", 66: "A"})
    builder.setupGlyf({".notdef": Glyph(), "A": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (600, 0)})
    builder.setupHorizontalHeader()
    builder.setupPost()
    cmap = builder.font["cmap"]
    kept = []
    for platform, encoding in PLATFORMS[tables]:
        table = CmapSubtable.newSubtable(4 if platform == 3 else 0)
        table.platformID, table.platEncID, table.language = platform, encoding, 0
        table.cmap = {65: "A", 66: "A"}
        kept.append(table)
    cmap.tables = kept
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


PLATFORMS = {
    "windows": [(3, 1)], "mac": [(1, 0)], "none": [], "two": [(1, 0), (3, 1)],
    "symbols": [(1, 0), (3, 0)],
}  # fmt: skip


def _width() -> int:
    return 600


def _type_1(pdf: Pdf, listed: str, **entries: object) -> Dictionary:
    """Show a letter in a Type 1 font with a compact program of A and B."""
    made = _simple(pdf, Subtype=Name.Type1)
    program = Stream(pdf, _compact())
    put(program, **{"Subtype": Name.Type1C, **entries})
    drop(made.FontDescriptor, "FontFile2")
    put(made.FontDescriptor, FontFile3=program, CharSet=listed)
    return made


def _compact() -> bytes:
    """Return a bare CFF program of the glyphs .notdef, A and B."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.misc.psCharStrings import T2CharString

    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A", "B"])
    drawing = T2CharString(program=[600, "endchar"])
    drawings = dict.fromkeys((".notdef", "A", "B"), drawing)
    builder.setupCFF("Plain", {}, drawings, {})
    builder.setupCharacterMap({65: "A", 66: "B"})
    builder.setupHorizontalMetrics(dict.fromkeys(drawings, (600, 0)))
    builder.setupHorizontalHeader()
    builder.setupPost()
    builder.font["CFF "].cff.topDictIndex[0].Private.nominalWidthX = 0
    kept = BytesIO()
    builder.save(kept)
    from fontTools.ttLib import TTFont

    return TTFont(BytesIO(kept.getvalue())).getTableData("CFF ")


def _cid_set(pdf: Pdf, bits: bytes) -> None:
    put(_below(pdf).FontDescriptor, CIDSet=Stream(pdf, bits))


def _every_cid(pdf: Pdf) -> bytes:
    """Return a bit for each CID of the first font, from the first bit on."""
    count = len(_below(pdf).CIDToGIDMap.read_bytes()) // 2
    return int("1" * count + "0" * (-count % 8), 2).to_bytes((count + 7) // 8, "big")


def _unicode(pdf: Pdf, meaning: bytes | None) -> None:
    """Make the first code of each ToUnicode map mean something else, or nothing."""
    for each in pdf.pages[0].obj.Resources.Font.as_dict().values():
        said = each.ToUnicode.read_bytes()
        entry = rb"<0001><[0-9A-F]+>"
        new = b"" if meaning is None else b"<0001><" + meaning + b">"
        each.ToUnicode.write(re.sub(entry, new, said, count=1))


def _glyph_map(pdf: Pdf, glyph: int) -> None:
    """Let the first code of each font show a certain glyph."""
    for each in pdf.pages[0].obj.Resources.Font.as_dict().values():
        stream = each.DescendantFonts[0].CIDToGIDMap
        data = bytearray(stream.read_bytes())
        data[2:4] = glyph.to_bytes(2, "big")
        stream.write(bytes(data))


def _wide(pdf: Pdf) -> None:
    for each in pdf.pages[0].obj.Resources.Font.as_dict().values():
        each.DescendantFonts[0].W[1][0] = 3000


def _stream(pdf: Pdf, **entries: object) -> None:
    made = Stream(pdf, b"")
    put(made, **entries)
    put(pdf.Root, PieceInfo=pdf.make_indirect(made))


def _named(pdf: Pdf, kind: Object) -> None:
    put(element(pdf, "P"), S=kind)


def _encrypted(data: bytes, for_readers: bool) -> bytes:
    """Return the file encrypted; assistive technology may read it, or not."""
    allowed = pikepdf.Permissions(accessibility=for_readers)
    kept = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        secret = pikepdf.Encryption(
            owner="o", R=3, allow=allowed, aes=False, metadata=False
        )
        pdf.save(kept, encryption=secret)
    return kept.getvalue()


BREAKS: Breaks = {
    "fonts_say_what_they_are": lambda pdf: put(font(pdf), Type=Name.Face),
    "fonts_are_of_known_kinds": lambda pdf: put(font(pdf), Subtype=Name.Type9),
    "fonts_have_names": lambda pdf: drop(font(pdf), "BaseFont"),
    "simple_fonts_state_first_code": lambda pdf: drop(_simple(pdf), "FirstChar"),
    "simple_fonts_state_last_code": lambda pdf: drop(_simple(pdf), "LastChar"),
    "simple_fonts_state_widths": lambda pdf: _simple(pdf, Widths=Array([600])),
    "programs_are_of_known_kinds": lambda pdf: _type_1(
        pdf, "/A/B", Subtype=Name.Type9),
    "fonts_are_embedded": lambda pdf: drop(_below(pdf).FontDescriptor, "FontFile2"),
    "glyph_lists_are_complete": lambda pdf: _type_1(pdf, "/A"),
    "cid_sets_are_complete": lambda pdf: _cid_set(pdf, b"\x80"),
    "plain_programs_have_characters": lambda pdf: put(
        _simple(pdf).FontDescriptor, FontFile2=Stream(pdf, _true_type("none"))),
    "plain_fonts_are_latin": lambda pdf: drop(_simple(pdf), "Encoding"),
    "symbolic_fonts_have_no_encoding": lambda pdf: put(
        _symbolic(pdf), Encoding=Name.WinAnsiEncoding),
    "symbolic_programs_have_one_table": lambda pdf: _symbolic(pdf, "two"),
    "collections_agree": lambda pdf: (_cmap(pdf), _collected(pdf, "Japan1")),
    "glyph_maps_are_there": lambda pdf: drop(_below(pdf), "CIDToGIDMap"),
    "cmaps_are_embedded": lambda pdf: put(font(pdf), Encoding=Name.Elsewhere),
    "writing_modes_agree": lambda pdf: _cmap(pdf, WMode=1),
    "cmaps_build_on_predefined_ones": lambda pdf: _cmap(
        pdf, b"/Adobe-Korea1-2 usecmap", UseCMap=Name("/Adobe-Korea1-2")),
    "cids_are_small": lambda pdf: _cmap(pdf, first=65500),
    "glyphs_are_there": lambda pdf: _glyph_map(pdf, 60000),
    "widths_agree": _wide,
    "codes_have_characters": lambda pdf: _unicode(pdf, None),
    "characters_say_something": lambda pdf: _unicode(pdf, b"FEFF"),
    "private_characters_are_explained": lambda pdf: _unicode(pdf, b"E001"),
    "missing_glyph_is_not_shown": lambda pdf: _glyph_map(pdf, 0),
    "streams_are_in_the_file": lambda pdf: _stream(pdf, F="elsewhere.bin"),
    "filters_are_plain": lambda pdf: _stream(pdf, Filter=Name.OwnDecode),
    "strings_are_short": lambda pdf: put(element(pdf, "Figure"), Alt="a" * 32768),
    "names_are_short": lambda pdf: _named(pdf, Name("/" + "n" * 128)),
    "pages_are_of_sane_size": lambda pdf: put(
        page(pdf), CropBox=Array([0, 0, 2, 400])),
}  # fmt: skip

SOUND: Breaks = {
    "simple_fonts_state_first_code": _simple,
    "simple_fonts_state_last_code": _simple,
    "simple_fonts_state_widths": _simple,
    "programs_are_of_known_kinds": lambda pdf: _type_1(pdf, "/A/B"),
    "glyph_lists_are_complete": lambda pdf: _type_1(pdf, "/A/B"),
    "cid_sets_are_complete": lambda pdf: _cid_set(pdf, _every_cid(pdf)),
    "plain_programs_have_characters": _simple,
    "plain_fonts_are_latin": lambda pdf: _simple(
        pdf, Encoding=Dictionary(
            BaseEncoding=Name.WinAnsiEncoding, Differences=Array([66, Name.A]))),
    "symbolic_fonts_have_no_encoding": _symbolic,
    "symbolic_programs_have_one_table": lambda pdf: _symbolic(pdf, "symbols"),
    "collections_agree": lambda pdf: (_cmap(pdf), _collected(pdf, "Identity")),
    "cmaps_are_embedded": _cmap,
    "writing_modes_agree": lambda pdf: _cmap(pdf, WMode=0),
    "cmaps_build_on_predefined_ones": lambda pdf: _cmap(pdf, b"/Identity-H usecmap"),
    "cids_are_small": _cmap,
    "strings_are_short": lambda pdf: put(element(pdf, "Figure"), Alt="a" * 32767),
    "names_are_short": lambda pdf: _named(pdf, Name("/" + "n" * 127)),
}  # fmt: skip

Raw = Callable[[bytes], bytes]
RAW: dict[str, Raw] = {
    "header_names_version": lambda data: data.replace(b"%PDF-1.7", b"%PDF-1.8", 1),
    "header_comes_first": lambda data: b"\n" + data,
    "header_says_binary": lambda data: data.replace(b"\n%", b"\n%abcd", 1),
    "nothing_follows_the_end": lambda data: data + b"words",
    "lengths_are_exact": lambda data: re.sub(
        rb"/Length (\d)(\d+)", rb"/Length 1\2", data, count=1
    ),
    "file_has_identifier": lambda data: data.replace(b"/ID [", b"/IX [", 1),
    "names_are_utf_8": lambda data: data.replace(b"/BlockQuote", b"/Block#ffte"),
    "lets_readers_in": lambda data: _encrypted(data, for_readers=False),
    "file_is_not_encrypted": lambda data: _encrypted(data, for_readers=True),
}
"""What breaks a rule of the written bytes."""
SOUND_RAW: dict[str, Raw] = {
    "lets_readers_in": lambda data: _encrypted(data, for_readers=True),
}
