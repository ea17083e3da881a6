"""The empty Word file that every sheet starts from: built as code, kept in memory."""

from functools import lru_cache

from pipeline.render.docx.look import look_of
from pipeline.render.docx.markup import DECLARATION, RELATIONSHIPS, STORY
from pipeline.render.docx.measures import measures_for
from pipeline.render.docx.numbering import numbering_part
from pipeline.render.docx.opc import PackagePart, Relationship, package_bytes
from pipeline.render.docx.palette import Palette
from pipeline.render.docx.parts import font_table_part, settings_part, theme_part
from pipeline.render.docx.style_markup import styles_part
from pipeline.renderer import Paper
from schemas.theme import Theme

WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"

HEADER, FIRST_HEADER = "rIdHead", "rIdFirstHead"
FOOTER, FIRST_FOOTER = "rIdFoot", "rIdFirstFoot"
"""Relationships of the running matter; the section's properties name them."""


@lru_cache(maxsize=16)
def base_package(theme: Theme, paper: Paper, lang: str) -> bytes:
    """Return the package with every style, list and setting, and an empty body."""
    parts = _document_parts(theme, paper, lang)
    main = PackagePart(
        "/word/document.xml", f"{WORDPROCESSING}.document.main+xml",
        f"{DECLARATION}<w:document {STORY}><w:body/></w:document>".encode(),
        tuple(relationship for _, relationship in parts),
    )  # fmt: skip
    office = Relationship("rId1", f"{RELATIONSHIPS}/officeDocument", main.name)
    return package_bytes([main, *(part for part, _ in parts)], [office])


def _document_parts(
    theme: Theme, paper: Paper, lang: str
) -> list[tuple[PackagePart, Relationship]]:
    look, palette = look_of(theme, measures_for(theme, paper)), Palette(theme.colors)
    return [
        _part("styles", styles_part(look, palette, lang)),
        _part("numbering", numbering_part(look, palette)),
        _part("settings", settings_part(lang)),
        _part("fontTable", font_table_part(theme)),
        _part("theme", theme_part(theme), "/word/theme/theme1.xml", _THEME_TYPE),
        _running("header1", "header", HEADER),
        _running("header2", "header", FIRST_HEADER),
        _running("footer1", "footer", FOOTER),
        _running("footer2", "footer", FIRST_FOOTER),
    ]


def _part(
    kind: str, markup: str, name: str = "", content_type: str = ""
) -> tuple[PackagePart, Relationship]:
    name = name or f"/word/{kind}.xml"
    part = PackagePart(
        name, content_type or f"{WORDPROCESSING}.{kind}+xml", markup.encode()
    )
    return part, Relationship(f"rId{kind}", f"{RELATIONSHIPS}/{kind}", name)


def _running(
    name: str, kind: str, relationship: str
) -> tuple[PackagePart, Relationship]:
    root = {"header": "hdr", "footer": "ftr"}[kind]
    markup = f"{DECLARATION}<w:{root} {STORY}><w:p/></w:{root}>".encode()
    part = PackagePart(f"/word/{name}.xml", f"{WORDPROCESSING}.{kind}+xml", markup)
    return part, Relationship(relationship, f"{RELATIONSHIPS}/{kind}", part.name)
