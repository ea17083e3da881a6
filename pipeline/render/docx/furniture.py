"""What stands around the text: page geometry, running head and foot.

All of it repeats what the body says, for screen readers pass headers and footers by.
"""

import re

from pipeline.render.docx import roles
from pipeline.render.docx.base import FIRST_FOOTER, FIRST_HEADER, FOOTER, HEADER
from pipeline.render.docx.markup import STORY, escaped, twips
from pipeline.render.docx.measures import BAND_TOP, FOOT_BOTTOM, HEAD_TOP, Measures
from pipeline.tree import RunningMatter

_TAB = "<w:r><w:tab/></w:r>"


def section_properties(measures: Measures) -> str:
    """Return `w:sectPr`: paper, margins, and which running matter stands where."""
    side = twips(measures.side)
    references = "".join(
        f'<w:{kind}Reference w:type="{page}" r:id="{relationship}"/>'
        for kind, page, relationship in (
            ("header", "default", HEADER),
            ("header", "first", FIRST_HEADER),
            ("footer", "default", FOOTER),
            ("footer", "first", FIRST_FOOTER),
        )
    )
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{twips(measures.width)}" w:h="{twips(measures.height)}"/>'
        f'<w:pgMar w:top="{twips(BAND_TOP)}" w:right="{side}" '
        f'w:bottom="{twips(measures.bottom)}" w:left="{side}" '
        f'w:header="{twips(HEAD_TOP)}" w:footer="{twips(FOOT_BOTTOM)}" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def running_head(running: RunningMatter) -> str:
    """Return the head of later pages: title, then kind and date as far as stated."""
    title = _run(running.head_start, "RunningTitle")
    end = _TAB + _run(running.head_end) if running.head_end else ""
    return _story("hdr", "header", title + end)


def first_head() -> str:
    """Return the head of the first page: empty, for the body has the letterhead."""
    return _story("hdr", roles.FIRST_HEADER, "")


def running_foot(running: RunningMatter) -> str:
    """Return the foot of every page: who issues it, which page it is."""
    label = "".join(
        _field(piece[1:-1].upper()) if piece.startswith("{") else _run(piece)
        for piece in re.split(r"(\{pages?\})", running.page_label)
        if piece
    )
    start = _run(running.foot_start) if running.foot_start else ""
    return _story("ftr", "footer", start + _TAB + label)


def _story(root: str, style: str, inner: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{roles.style_id(style)}"/></w:pPr>'
    return f"<w:{root} {STORY}><w:p>{properties}{inner}</w:p></w:{root}>"


def _run(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def _field(name: str) -> str:
    # 17.16.5.44 PAGE, 17.16.5.39 NUMPAGES: filled in whenever pages are laid out.
    code = {"PAGE": "PAGE", "PAGES": "NUMPAGES"}[name]
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
