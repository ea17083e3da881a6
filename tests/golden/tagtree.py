"""The tag tree of a finished PDF as indented text, read from the bytes alone.

Knows ISO 32000 and nothing of how our files are written: an eye of its own.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

# Of each text so many characters are shown; the words are held elsewhere.
SHOWN = 44
_BFCHAR = re.compile(rb"<([0-9A-F]+)>\s*<([0-9A-F]+)>")


def tag_tree(data: bytes) -> str:
    """Return one line per element: type, alternative, language, start of its text."""
    pdf = pikepdf.open(BytesIO(data))
    said = {
        (page.obj.objgen, mcid): text
        for page in pdf.pages
        for mcid, text in _marked(page).items()
    }
    return "\n".join(_lines(pdf.Root.StructTreeRoot.K, said, 0)) + "\n"


def _lines(
    element: pikepdf.Object, said: dict[tuple[object, int], str], depth: int
) -> Iterator[str]:
    shown = [f"{'  ' * depth}{str(element.S)[1:]}"]
    for key in ("/Alt", "/Lang", "/E"):
        if key in element:
            shown.append(f"{key[1:]}={str(element[key])!r}")
    shown += _attributes(element)
    text = "".join(_own(element, said))
    shown += [repr(text[:SHOWN] + ("…" if len(text) > SHOWN else ""))] if text else []
    yield " ".join(shown)
    for kid in _listed(element.get("/K")):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _lines(kid, said, depth + 1)


def _attributes(element: pikepdf.Object) -> Iterator[str]:
    for owner in _listed(element.get("/A")):
        for key, value in sorted(owner.items()):
            if key not in ("/O", "/BBox", "/Placement"):
                yield f"{key[1:]}={str(value).lstrip('/')}"


def _own(element: pikepdf.Object, said: dict[tuple[object, int], str]) -> Iterator[str]:
    """Yield the texts of marked content right below `element`, on whatever page."""
    for kid in _listed(element.get("/K")):
        if isinstance(kid, int):
            yield said[element.Pg.objgen, kid]
        elif "/MCID" in kid:
            page = kid.Pg if "/Pg" in kid else element.Pg
            yield said[page.objgen, int(kid.MCID)]


def _listed(value: object) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of each marked-content sequence of `page` by its MCID."""
    fonts = {
        name: _characters(font)
        for name, font in page.Resources.get("/Font", {}).items()
    }
    said: dict[int, str] = {}
    open_marks: list[int | None] = []
    codes: dict[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                open_marks.append(_mcid(operands))
            case "EMC":
                open_marks.pop()
            case "Tf":
                codes = fonts[str(operands[0])]
            case "Tj" | "TJ":
                mcid = next((m for m in reversed(open_marks) if m is not None), None)
                if mcid is not None:
                    said[mcid] = said.get(mcid, "") + _text(operands[0], codes)
    marks = (m for m in _mcids(page) if m not in said)
    return said | dict.fromkeys(marks, "")


def _mcids(page: pikepdf.Page) -> Iterator[int]:
    for operands, operator in pikepdf.parse_content_stream(page):
        mcid = _mcid(operands) if str(operator) == "BDC" else None
        if mcid is not None:
            yield mcid


def _mcid(operands: object) -> int | None:
    properties = list(operands)[-1]
    if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
        return int(properties.MCID)
    return None


def _characters(font: pikepdf.Object) -> dict[bytes, str]:
    cmap = font.ToUnicode.read_bytes()
    inside = b"".join(re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL))
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _BFCHAR.findall(inside)
    }


def _text(shown: pikepdf.Object, codes: dict[bytes, str]) -> str:
    pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
    strings = (bytes(each) for each in pieces if isinstance(each, pikepdf.String))
    joined = b"".join(strings)
    text = "".join(codes[joined[at : at + 2]] for at in range(0, len(joined), 2))
    return text.replace("\u00ad", "")
