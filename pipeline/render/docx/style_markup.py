"""Style records to `styles.xml`. Children stand in the schema's strict order."""

from pipeline.render.docx.look import Look
from pipeline.render.docx.markup import DECLARATION, WORD, half_points, quoted, twips
from pipeline.render.docx.palette import Palette
from pipeline.render.docx.records import CharacterStyle, Frame, Line, ParagraphStyle
from pipeline.render.docx.roles import style_id
from pipeline.render.docx.styles import character_styles, paragraph_styles
from pipeline.render.docx.table_style import table_style
from pipeline.styles import Adjust, Family, TextStyle

# Styles that Word knows by name; all others say that they are ours.
_BUILT_IN = {
    "Normal", "heading 1", "heading 2", "heading 3", "Date", "Body Text", "Quote",
    "caption", "header", "footer", "footnote text", "footnote reference", "Strong",
    "Emphasis", "Hyperlink", "List Bullet", "List Bullet 2", "List Bullet 3",
    "List Number", "List Number 2", "List Number 3", "List Continue",
    "List Continue 2", "List Continue 3",
}  # fmt: skip

# Families by the theme fonts of parts.theme_part.
_FONTS = {Family.TEXT: "minor", Family.LABEL: "major"}
_JUSTIFICATION = {Adjust.END: "right", Adjust.CENTER: "center", Adjust.BOTH: "both"}

# Word has a gallery of its own styles; this keeps it to those the file defines.
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def styles_part(look: Look, palette: Palette, lang: str) -> str:
    """Return `styles.xml`."""
    paragraphs = paragraph_styles(look)
    parts = [
        _defaults(look, lang),
        _LATENT,
        *(_paragraph(each, palette) for each in paragraphs),
        _DEFAULT_FONT,
        *(_character(each, palette) for each in character_styles(look)),
        table_style(look, palette),
        _NO_LIST,
    ]
    body = "".join(parts)
    return f'{DECLARATION}<w:styles xmlns:w="{WORD}">{body}</w:styles>'


_DEFAULT_FONT = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
)


def _defaults(look: Look, lang: str) -> str:
    fonts = _fonts("minor")
    tag = quoted(lang)
    language = f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="ar-SA"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{language}</w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _paragraph(style: ParagraphStyle, palette: Palette) -> str:
    is_default = style.name == "Normal"
    based_on = "" if is_default else _value("basedOn", style_id(style.based_on))
    following = _value("next", style_id(style.following)) if style.following else ""
    # 9 is the rank of headings, 1 of Normal; the rest stand by name after them.
    rank = 1 if is_default else 9 if style.outline is not None else 10
    shown = "<w:qFormat/>" if style.is_shown else ""
    return (
        f"{_head('paragraph', style.name)}{based_on}{following}"
        f"{_value('uiPriority', rank)}{shown}"
        f"<w:pPr>{_paragraph_properties(style, palette)}</w:pPr>"
        f"<w:rPr>{_text_properties(style.text, palette)}</w:rPr></w:style>"
    )


def _head(kind: str, name: str) -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    custom = "" if name in _BUILT_IN else ' w:customStyle="1"'
    start = f'<w:style w:type="{kind}"{default}{custom} w:styleId="{style_id(name)}">'
    return start + _value("name", name)


def _value(element: str, value: object) -> str:
    return f'<w:{element} w:val="{value}"/>'


def _paragraph_properties(style: ParagraphStyle, palette: Palette) -> str:
    text = style.text
    parts = [
        "<w:keepNext/>" if text.keeps_with_next else "",
        "<w:keepLines/>" if text.keeps_together else "",
        _numbering(style),
        _borders(style.frame, palette),
        _right_tab(style.right_tab),
        _spacing(style),
        _indent(style),
        _value("jc", _JUSTIFICATION[text.adjust])
        if text.adjust in _JUSTIFICATION
        else "",
        _value("outlineLvl", style.outline) if style.outline is not None else "",
    ]
    return "".join(parts)


def _numbering(style: ParagraphStyle) -> str:
    if style.numbering is None:
        return ""
    level = _value("ilvl", style.numbering.level) if style.numbering.level else ""
    return f"<w:numPr>{level}{_value('numId', style.numbering.number)}</w:numPr>"


def _borders(frame: Frame, palette: Palette) -> str:
    lines = "".join(_line(line, palette) for line in frame.lines)
    borders = f"<w:pBdr>{lines}</w:pBdr>" if lines else ""
    return borders + (f"<w:shd {palette.fill(frame.fill)}/>" if frame.fill else "")


def _line(line: Line, palette: Palette) -> str:
    # Widths in eighths of a point, distances in points: 17.3.1.24.
    return (
        f'<w:{line.side.value} w:val="single" w:sz="{round(line.width * 8)}" '
        f'w:space="{round(line.space)}" {palette.line(line.color)}/>'
    )


def _right_tab(position: float | None) -> str:
    if position is None:
        return ""
    return f'<w:tabs><w:tab w:val="right" w:pos="{twips(position)}"/></w:tabs>'


def _spacing(style: ParagraphStyle) -> str:
    before, after = twips(style.before), twips(style.after)
    # At least, not exactly: a picture or a raised letter must not be cut off.
    return (
        f'<w:spacing w:before="{before}" w:after="{after}" '
        f'w:line="{twips(style.text.leading)}" w:lineRule="atLeast"/>'
    )


def _indent(style: ParagraphStyle) -> str:
    # Zeros too: the style it is based on may be indented.
    hanging = f' w:hanging="{twips(style.hanging)}"' if style.hanging else ""
    left, right = twips(style.frame.left), twips(style.frame.right)
    return f'<w:ind w:left="{left}" w:right="{right}"{hanging}/>'


def _fonts(family: str) -> str:
    return (
        f'<w:rFonts w:asciiTheme="{family}HAnsi" w:eastAsiaTheme="{family}EastAsia" '
        f'w:hAnsiTheme="{family}HAnsi" w:cstheme="{family}Bidi"/>'
    )


def _text_properties(text: TextStyle, palette: Palette) -> str:
    size = half_points(text.size)
    # Tracking in twentieths of a point, from a share of the size.
    tracking = round(text.tracking * text.size * 20)
    return "".join(
        (
            _fonts(_FONTS[text.family]),
            "<w:b/><w:bCs/>" if text.weight >= 600 else "",
            "<w:i/><w:iCs/>" if text.italic else "",
            "<w:smallCaps/>" if text.small_caps else "",
            f"<w:color {palette.color(text.color)}/>",
            _value("spacing", tracking) if tracking else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
        )
    )


def _character(style: CharacterStyle, palette: Palette) -> str:
    return "".join(
        (
            _head("character", style.name),
            _value("basedOn", "DefaultParagraphFont"),
            _value("uiPriority", 20),
            "<w:qFormat/><w:rPr>",
            "<w:b/><w:bCs/>" if style.bold else "",
            "<w:i/><w:iCs/>" if style.italic else "",
            f"<w:color {palette.color(style.color)}/>" if style.color else "",
            _value("u", "single") if style.underlined else "",
            _value("vertAlign", "superscript") if style.raised else "",
            "</w:rPr></w:style>",
        )
    )
