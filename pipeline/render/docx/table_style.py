"""The one table style: rules above, below and between rows, a tinted header row."""

from pipeline.render.docx import roles
from pipeline.render.docx.look import HAIRLINE, Look
from pipeline.render.docx.markup import twips
from pipeline.render.docx.palette import Palette

CELL_PADDING = 5.0
"""Left and right of a cell's text, in pt; above and below it is the styles' spacing."""
CLOSE_PADDING = 2.5
"""The same in tables that are short of room."""

_NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
    '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)


def table_style(look: Look, palette: Palette) -> str:
    """Return Word's plain table style and ours, one of them for narrow columns."""
    return _NORMAL_TABLE + "".join(
        f'<w:style w:type="table" w:customStyle="1" '
        f'w:styleId="{roles.style_id(name)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/>'
        f"<w:tblPr>{_borders(look, palette)}{_margins(padding)}</w:tblPr>"
        f"{_header_row(look, palette)}</w:style>"
        for name, padding in (
            (roles.TABLE, CELL_PADDING),
            (roles.CLOSE_TABLE, CLOSE_PADDING),
        )
    )


def _borders(look: Look, palette: Palette) -> str:
    colors = look.colors
    return (
        f"<w:tblBorders>{_border('top', 1.5, colors.heading, palette)}"
        f"{_border('bottom', 0.75, colors.heading, palette)}"
        f"{_border('insideH', HAIRLINE, colors.rule, palette)}</w:tblBorders>"
    )


def _border(side: str, width: float, color: str, palette: Palette) -> str:
    size = round(width * 8)
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" {palette.line(color)}/>'


def _margins(padding: float) -> str:
    sides = {"top": 0.0, "left": padding, "bottom": 0.0, "right": padding}
    margins = "".join(
        f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>'
        for side, width in sides.items()
    )
    return f"<w:tblCellMar>{margins}</w:tblCellMar>"


def _header_row(look: Look, palette: Palette) -> str:
    line = _border("bottom", 0.75, look.colors.heading, palette)
    fill = f"<w:shd {palette.fill(look.colors.tint)}/>"
    return (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f'<w:tcBorders>{line}</w:tcBorders>{fill}<w:vAlign w:val="bottom"/>'
        "</w:tcPr></w:tblStylePr>"
    )
