"""What a file that claims PDF/UA-1 and PDF/A-2a must have, apart from its content.

One function for each part of the file; every finding carries the rule's id in the
veraPDF profiles: `UA1:` for ISO 14289-1, `A2:` for ISO 19005-2.
"""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.finish.metadata import author
from pipeline.render.pdf.verify.content import Problem
from pipeline.render.pdf.verify.reading import Reading, Run, Tag
from pipeline.tree import Document, Meta

# ISO 32000-1, 14.8.4.3: what tables and lists may hold.
KIDS = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
}
ACTIONS = {"/URI", "/GoTo"}
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def check_claims(
    data: bytes, reading: Reading, document: Document, edition: Edition
) -> Iterator[Problem]:
    """Yield every rule that the file breaks."""
    yield from _check_syntax(data, reading, edition)
    yield from _check_catalog(reading, document.meta)
    yield from _check_metadata(reading, document.meta, edition)
    yield from _check_pages(reading)
    if reading.root is not None:
        yield from _check_tags(reading.root)


def _check_syntax(data: bytes, reading: Reading, edition: Edition) -> Iterator[Problem]:
    major, minor = edition.version
    lines = data[:80].split(b"\n")
    if lines[0] != b"%%PDF-%d.%d" % (major, minor):
        yield "A2:6.1.2-1", f"the file does not begin with %PDF-{major}.{minor}"
    if len(lines) < 2 or not re.match(rb"%[\x80-\xff]{4}", lines[1]):
        yield "A2:6.1.2-2", "the second line does not say that the file is binary"
    if not data.endswith(b"%%EOF\n"):
        yield "A2:6.1.3-3", "the file goes on after its end"
    trailer = reading.pdf.trailer
    if len(trailer.get("/ID", ())) != 2:
        yield "A2:6.1.3-1", "the file has no identifier"
    if "/Encrypt" in trailer:
        yield "A2:6.1.3-2", "the file is encrypted"


def _check_catalog(reading: Reading, meta: Meta) -> Iterator[Problem]:
    root: dict[str, Any] = dict(reading.pdf.Root.items())
    mark_info: Any = root.get("/MarkInfo", {})
    if mark_info.get("/Marked") is not True or "/Suspects" in mark_info:
        yield "UA1:6.2-1", "the file does not say that it is tagged"
    if root.get("/Lang") != meta.lang or not LANGUAGE.fullmatch(meta.lang):
        yield "UA1:7.2-34", f"the language is `{root.get('/Lang')}`, not `{meta.lang}`"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "UA1:7.1-10", "the window would not show the title"
    if _has_stray_action(root):
        yield "A2:6.5.2-2", "the file acts by itself or carries other files"
    yield from _check_intent(root.get("/OutputIntents", ()))


def _has_stray_action(root: dict[str, Any]) -> bool:
    names = root.get("/Names", {})
    return any(key in root for key in ("/OpenAction", "/AA", "/AcroForm")) or any(
        key in names for key in ("/JavaScript", "/EmbeddedFiles")
    )


def _check_intent(intents: Any) -> Iterator[Problem]:
    profiles = [
        intent.get("/DestOutputProfile")
        for intent in intents
        if intent.get("/S") == "/GTS_PDFA1"
    ]
    if len(profiles) != 1 or profiles[0] is None:
        yield "A2:6.2.4.3-2", "device colours have no output intent"
        return
    profile = profiles[0].read_bytes()
    if profile[12:20] != b"mntrRGB " or profile[8] >= 5 or profiles[0].get("/N") != 3:
        yield "A2:6.2.3-1", "the output profile is no RGB display profile"


def _check_metadata(
    reading: Reading, meta: Meta, edition: Edition
) -> Iterator[Problem]:
    stream = reading.pdf.Root.get("/Metadata")
    if stream is None or stream.get("/Subtype") != "/XML" or "/Filter" in stream:
        yield "UA1:7.1-8", "the file has no plain XMP metadata"
        return
    packet = stream.read_raw_bytes()
    if re.match(rb"<\?xpacket [^>]*(bytes|encoding)=", packet):
        yield "A2:6.6.2.1-2", "the XMP packet states bytes or encoding"
    try:
        properties = _properties(packet)
    except (ElementTree.ParseError, AttributeError) as cause:
        yield "A2:6.6.2.1-4", f"the XMP packet is not well formed: {cause}"
        return
    for name, value in _expected_properties(edition, meta).items():
        if properties.get(name) != value:
            yield _rule_of(name), f"{name} is `{properties.get(name)}`, not `{value}`"
    if edition.has_info:
        yield from _check_info(reading.pdf.trailer.get("/Info", {}), properties)


def _properties(packet: bytes) -> dict[str, str]:
    """Return the properties of an XMP packet; of an array, its first value."""
    names = dict(re.findall(r'xmlns:(\w+)="([^"]+)"', packet.decode()))
    prefixes = {uri: prefix for prefix, uri in names.items()}
    found = ElementTree.fromstring(packet).find(f"{RDF}RDF/{RDF}Description")
    properties: dict[str, str] = {}
    for element in found if found is not None else ():
        uri, _, name = element.tag[1:].partition("}")
        first = element.find(f"*/{RDF}li")
        value = element.text if first is None else first.text
        properties[f"{prefixes[uri]}:{name}"] = value or ""
    return properties


def _expected_properties(edition: Edition, meta: Meta) -> dict[str, str]:
    return {**dict(edition.claims), "dc:title": meta.title, "dc:creator": author(meta)}


def _rule_of(name: str) -> str:
    rules = {"pdfuaid": "UA1:5-2", "pdfaid": "A2:6.6.4-1", "dc": "UA1:7.1-9"}
    return rules[name.split(":")[0]]


def _check_info(info: Any, properties: dict[str, str]) -> Iterator[Problem]:
    for key, name in (
        ("/Title", "dc:title"),
        ("/Author", "dc:creator"),
        ("/Subject", "dc:description"),
        ("/Keywords", "pdf:Keywords"),
        ("/Producer", "pdf:Producer"),
        ("/Creator", "xmp:CreatorTool"),
    ):
        if str(info.get(key, "")) != properties.get(name, ""):
            yield "metadata", f"{key[1:]} and {name} differ"
    for key, name in (
        ("/CreationDate", "xmp:CreateDate"),
        ("/ModDate", "xmp:ModifyDate"),
    ):
        digits = re.sub(r"\D", "", properties.get(name, ""))
        if re.sub(r"\D", "", str(info.get(key, ""))) != digits:
            yield "metadata", f"{key[1:]} and {name} differ"


def _check_pages(reading: Reading) -> Iterator[Problem]:
    for number, page in enumerate(reading.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield "UA1:7.18.3-1", f"page {number}: links have no order"
        if int(page.get("/StructParents", -1)) not in reading.parents:
            yield "parent-tree", f"page {number} is not in the parent tree"
        if "/AA" in page or "/Trans" in page:
            yield "A2:6.5.2-1", f"page {number} acts by itself"
        for annotation in page.get("/Annots", ()):
            yield from _check_annotation(dict(annotation.items()), number)


def _check_annotation(keys: dict[str, Any], page: int) -> Iterator[Problem]:
    if keys.get("/Subtype") != "/Link":
        yield "A2:6.3.1-1", f"page {page}: an annotation is no link"
    action = keys.get("/A", {})
    if action.get("/S") not in ACTIONS or "/Next" in action:
        yield "A2:6.5.1-1", f"page {page}: a link does more than lead somewhere"


def _check_tags(root: Tag) -> Iterator[Problem]:
    level = 0
    ids: set[str] = set()
    for tag, parent in _walk(root, None):
        yield from _check_place(tag, parent)
        heading = re.fullmatch(r"H([1-6])", tag.type)
        if heading:
            if int(heading[1]) > level + 1:
                yield "UA1:7.4.2-1", f"{tag.type} follows a heading of level {level}"
            level = int(heading[1])
        match tag.type:
            case "Note":
                if tag.texts.get("ID", "") in ids | {""}:
                    yield "UA1:7.9-1", "a note has no ID of its own"
                ids.add(tag.texts.get("ID", ""))
            case "Figure" if not tag.texts.get("Alt", "").strip():
                yield "UA1:7.3-1", "a figure has no alternative text"
            case "TH" if tag.attributes.get("Scope") not in ("Column", "Row"):
                yield "UA1:7.5-1", "a header cell does not say what it heads"
            case "Table":
                yield from _check_table(tag)
            case _:
                pass
        if not LANGUAGE.fullmatch(tag.texts.get("Lang", "en")):
            yield "UA1:7.2-29", f"`{tag.texts['Lang']}` is no language tag"


def _check_place(tag: Tag, parent: Tag | None) -> Iterator[Problem]:
    allowed = KIDS.get(tag.type)
    kids = [kid for kid in tag.kids if isinstance(kid, Tag | Run)]
    for kid in kids if allowed is not None else ():
        kind = kid.type if isinstance(kid, Tag) else "content"
        if allowed is not None and kind not in allowed:
            yield "UA1:7.2-3", f"a {tag.type} holds {kind}"
    above = PARENTS.get(tag.type)
    if above is not None and (parent is None or parent.type not in above):
        yield (
            "UA1:7.2-4",
            f"a {tag.type} stands in {parent.type if parent else 'nothing'}",
        )


def _check_table(table: Tag) -> Iterator[Problem]:
    rows = [tag for tag, _ in _walk(table, None) if tag.type == "TR"]
    if len({len(row.kids) for row in rows}) > 1:
        yield "UA1:7.2-42", "rows of a table have different numbers of cells"


def _walk(tag: Tag, parent: Tag | None) -> Iterator[tuple[Tag, Tag | None]]:
    yield tag, parent
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _walk(kid, tag)
