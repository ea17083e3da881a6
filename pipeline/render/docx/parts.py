"""Parts of the base package that no sheet changes: theme, settings, font table."""

from pipeline.render.docx.markup import DECLARATION, DRAWING, WORD, quoted
from pipeline.render.docx.palette import Slot, hex_value, slots
from schemas.theme import Theme

# Word 2013 and later; less than 15 opens the file in compatibility mode.
_COMPATIBILITY_MODE = 15
_WORD_SETTINGS = "http://schemas.microsoft.com/office/word"


def theme_part(theme: Theme) -> str:
    """Return `theme1.xml`: the label face is the major font, the text face minor."""
    colors = "".join(_color(slot) for slot in slots(theme.colors))
    name = quoted(theme.name)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_font("major", theme.faces.word_label)}'
        f"{_font('minor', theme.faces.word_text)}</a:fontScheme>"
        f'<a:fmtScheme name="{name}">{_FORMATS}</a:fmtScheme>'
        "</a:themeElements></a:theme>"
    )


def _color(slot: Slot) -> str:
    value = hex_value(slot.color)
    return f'<a:{slot.element}><a:srgbClr val="{value}"/></a:{slot.element}>'


def _font(kind: str, family: str) -> str:
    return (
        f'<a:{kind}Font><a:latin typeface="{quoted(family)}"/><a:ea typeface=""/>'
        f'<a:cs typeface=""/></a:{kind}Font>'
    )


# The schema wants three of each; no shape of ours draws on them.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}"
    f"</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
)


def settings_part(lang: str, *, has_notes: bool = True) -> str:
    """Return `settings.xml`; elements stand in the order of CT_Settings."""
    separators = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    notes = f"<w:footnotePr>{separators}</w:footnotePr>" if has_notes else ""
    return (
        f'{DECLARATION}<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:autoHyphenation w:val="0"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}'
        f"<w:compat>{_compatibility()}</w:compat>"
        f'<w:themeFontLang w:val="{quoted(lang)}"/>{_COLOR_MAPPING}'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _compatibility() -> str:
    values = {
        "compatibilityMode": _COMPATIBILITY_MODE,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
        "useWord2013TrackBottomHyphenation": 0,
    }
    return "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_WORD_SETTINGS}" w:val="{value}"/>'
        for name, value in values.items()
    )


_COLOR_MAPPING = (
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
    'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" '
    'w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
    'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
)


def font_table_part(theme: Theme) -> str:
    """Return `fontTable.xml`: the families a reader has to have or to replace."""
    families = sorted({theme.faces.word_text, theme.faces.word_label})
    fonts = "".join(
        f'<w:font w:name="{quoted(family)}"><w:charset w:val="00"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for family in families
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{WORD}">{fonts}</w:fonts>'
