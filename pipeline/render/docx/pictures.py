"""Pictures, in line with the text, each with its words or marked as decorative."""

from pipeline.render.docx.markup import (
    DECORATIVE,
    DRAWING,
    EMU_PER_POINT,
    PICTURE,
    quoted,
)
from pipeline.render.docx.story import Story
from pipeline.tree import Picture

# A picture is not blown up: at this many pixels an inch it is as large as it gets.
_PIXELS_PER_INCH = 144
_TALLEST = 420.0

# [MS-ODRAWXML] 2.35: the extension that tells readers to pass a picture by.
_DECORATIVE_ID = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_IS_DECORATIVE = (
    f'<a:extLst xmlns:a="{DRAWING}"><a:ext uri="{_DECORATIVE_ID}">'
    f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
)


def write_picture(
    picture: Picture,
    alt: str | None,
    widest: float,
    story: Story,
    tallest: float = _TALLEST,
) -> str:
    """Return a run with the picture, at most `widest` by `tallest` pt."""
    number, relationship = story.picture(picture)
    width, height = _size(picture, widest, tallest)
    extent = f'cx="{width}" cy="{height}"'
    name = f'id="{number}" name="Picture {number}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/>{_properties(name, alt)}"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" '
        f'noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{DRAWING}">'
        f'<a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _properties(name: str, alt: str | None) -> str:
    if alt is None:
        return f"<wp:docPr {name}>{_IS_DECORATIVE}</wp:docPr>"
    return f'<wp:docPr {name} descr="{quoted(alt)}"/>'


def _size(picture: Picture, widest: float, tallest: float) -> tuple[int, int]:
    scale = min(
        72 / _PIXELS_PER_INCH, widest / picture.width_px, tallest / picture.height_px
    )
    sides = (picture.width_px * scale, picture.height_px * scale)
    width, height = (max(round(side * EMU_PER_POINT), 1) for side in sides)
    return width, height
