"""Word files made to take time or memory, or to reach out of themselves."""

import hashlib
import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.inspect.docx.packing import BODY, packed, parts_of
from tests.word.making import p, r, related, row, table, word

_LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


def _body(markup: str) -> bytes:
    # With something that does not pack, so that no bomb is suspected.
    return word(markup, parts={"word/pad.bin": _noise(len(markup) // 20)})


def _replaced(old: bytes, new: bytes) -> bytes:
    parts = parts_of(word(p("x")))
    parts[BODY] = parts[BODY].replace(old, new)
    return packed(parts)


def _noise(count: int) -> str:
    """Return text that does not pack."""
    return hashlib.shake_128(b"noise").hexdigest(count // 2)


def large_member() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(word(p("x"))).items():
            archive.writestr(name, content)
        with archive.open("word/media/a.bin", "w", force_zip64=True) as member:
            for _ in range(300):
                member.write(bytes(1_000_000))
    return stream.getvalue()


def laughs() -> bytes:
    dtd = f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}]>'.encode()
    return _replaced(b"<w:document", dtd + b"<w:document")


def outside_entity() -> bytes:
    dtd = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return _replaced(b"<w:document", dtd + b"<w:document")


def climbing_name() -> bytes:
    return packed({**parts_of(word(p("x"))), "../../evil.xml": b"<a/>"})


def twice_named() -> bytes:
    return packed({**parts_of(word(p("x"))), "WORD/document.xml": b"<a/>"})


def cut_off() -> bytes:
    whole = word(p("x"))
    return whole[: len(whole) // 2]


def climbing_target() -> bytes:
    return word(p("x"), related("rx", "image", "../../../etc/passwd"))


def null_target() -> bytes:
    return word(p("x"), related("rx", "styles", "NULL"))


def deep_controls() -> bytes:
    open_, close = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
    return _body(open_ * 5000 + p("x") + close * 5000)


def many_paragraphs() -> bytes:
    return _body("".join(p(str(n)) for n in range(150_000)))


def much_markup() -> bytes:
    noise = _noise(24_000_000)
    pieces = (noise[at : at + 1000] for at in range(0, len(noise), 1000))
    return _body("".join(map(p, pieces)))


def long_paragraph() -> bytes:
    return _body(p("a b " * 200_000))


def open_fields() -> bytes:
    return _body(p(inner='<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 50_000))


def nested_tables() -> bytes:
    open_, close = "<w:tbl><w:tr><w:tc>", f"{p()}</w:tc></w:tr></w:tbl>"
    return _body(open_ * 60 + close * 60)


def wide_table() -> bytes:
    return _body(table(*(row(*["x"] * 60) for _ in range(500))))


def looping_styles() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/>'
        f'<w:basedOn w:val="s{(n + 1) % 50}"/></w:style>'
        for n in range(50)
    )
    body = p("x", '<w:pStyle w:val="s7"/>')
    return word(body, styles=styles)


def huge_numbers() -> bytes:
    number = "9" * 5000
    item = f'<w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="2"/></w:numPr>'
    span = f'<w:tc><w:tcPr><w:gridSpan w:val="{number}"/></w:tcPr>{p()}</w:tc>'
    outline = f'<w:outlineLvl w:val="{number}"/>'
    return _body(p("x", item) + p("y", outline) + table(f"<w:tr>{span}</w:tr>"))


def endless_comments() -> bytes:
    starts = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in range(3000))
    return word(p(inner=starts + r("x") * 3000), comments="<w:comment w:id='1'/>")


CASES: dict[str, Callable[[], bytes]] = {
    each.__name__: each
    for each in (
        large_member, laughs, outside_entity, climbing_name, twice_named, cut_off,
        climbing_target, null_target, deep_controls, many_paragraphs, much_markup,
        long_paragraph, open_fields, nested_tables, wide_table, looping_styles,
        huge_numbers, endless_comments,
    )
}  # fmt: skip
