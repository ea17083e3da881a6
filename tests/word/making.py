"""Word files made by hand: a body of markup, with the few parts that a reader needs."""

from collections.abc import Mapping

from tests.inspect.docx.packing import RELATIONSHIPS, WORD, packed

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" '
    f'xmlns:pic="{_DRAWING}/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>
</w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>
<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="list"><w:name w:val="List Bullet"/>
<w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/>
</w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/>
<w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">
<w:startOverride w:val="7"/></w:lvlOverride></w:num>
"""


def word(
    body: str,
    relationships: str = "",
    parts: Mapping[str, str] = {},
    **more: str,
) -> bytes:
    """Return a Word file; `more` are related parts by kind, as inner markup."""
    roots = {
        "styles": ("styles", STYLES),
        "numbering": ("numbering", NUMBERING),
        **{kind: (kind, inner) for kind, inner in more.items()},
    }
    files: dict[str, bytes] = {
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
        **{f"word/{kind}.xml": _root(*root) for kind, root in roots.items()},
        **{name: content.encode() for name, content in parts.items()},
    }
    related = "".join(
        f'<Relationship Id="k{kind}" Type="{RELATIONSHIPS}/{kind}" '
        f'Target="{kind}.xml"/>'
        for kind in roots
    )
    files["word/_rels/document.xml.rels"] = _rels(related + relationships)
    files["_rels/.rels"] = _rels(
        f'<Relationship Id="r" Type="{RELATIONSHIPS}/officeDocument" '
        'Target="word/document.xml"/>'
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>'
        "</Types>"
    ).encode()
    return packed(files)


def related(key: str, kind: str, target: str, mode: str = "Internal") -> str:
    """Return a relationship of the document."""
    return (
        f'<Relationship Id="{key}" Type="{RELATIONSHIPS}/{kind}" Target="{target}" '
        f'TargetMode="{mode}"/>'
    )


def _root(name: str, inner: str) -> bytes:
    return f"<w:{name} {NAMES}>{inner}</w:{name}>".encode()


def _rels(inner: str) -> bytes:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
    ).encode()


def p(text: str = "", properties: str = "", inner: str = "") -> str:
    """Return a paragraph."""
    run = r(text) if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def table(*rows: str, look: str = "") -> str:
    """Return a table of rows."""
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>{look}</w:tblPr>' + (
        "".join(rows) + "</w:tbl>"
    )


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells of one paragraph each."""
    inner = "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"
