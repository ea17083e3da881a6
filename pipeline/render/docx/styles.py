"""The theme as Word styles: one record for each style of the masthead and the text."""

from dataclasses import replace

from pipeline.render.docx import roles
from pipeline.render.docx.look import Look
from pipeline.render.docx.records import CharacterStyle, Frame, ParagraphStyle
from pipeline.render.docx.styles_apart import box_styles, table_styles
from pipeline.render.docx.styles_lists import list_styles
from pipeline.tree import Role


def paragraph_styles(look: Look) -> list[ParagraphStyle]:
    """Return every paragraph style; the first is the default."""
    return [
        ParagraphStyle("Normal", look.texts[Role.BODY]),
        *_masthead(look),
        *_headings(look),
        *_text(look),
        *list_styles(look),
        *box_styles(look),
        *table_styles(look),
        *_closing(look),
        *_furniture(look),
    ]


def character_styles(look: Look) -> list[CharacterStyle]:
    """Return every character style."""
    link = look.colors.link
    return [
        CharacterStyle("Strong", bold=True),
        CharacterStyle("Emphasis", italic=True),
        CharacterStyle("Strong Emphasis", bold=True, italic=True),
        CharacterStyle("Hyperlink", False, False, link, True),
        CharacterStyle("Hyperlink Strong", True, False, link, True),
        CharacterStyle("Hyperlink Emphasis", False, True, link, True),
        CharacterStyle("Hyperlink Strong Emphasis", True, True, link, True),
        CharacterStyle("footnote reference", raised=True),
        CharacterStyle("Running Title", bold=True, color=look.colors.heading),
    ]


def _masthead(look: Look) -> list[ParagraphStyle]:
    band = look.band()
    title = look.style(Role.TITLE, band)
    on_band = replace(title.text, color=look.colors.band_text)
    lines = [
        replace(look.style(role, band), before=0)
        for role in (Role.AGENCY, Role.BUREAU, Role.NUMBER, Role.DATE)
    ]
    kind = replace(look.style(Role.KIND, band), before=5)
    standfirst = Frame(right=look.measures.indent)
    return [
        ParagraphStyle(roles.EMBLEM, on_band, band, after=8, is_shown=False),
        replace(title, text=on_band, after=8, outline=0, following="Agency"),
        *lines,
        kind,
        replace(
            look.style(Role.STANDFIRST, standfirst),
            before=look.space.section,
            after=look.space.block,
        ),
    ]


def _headings(look: Look) -> list[ParagraphStyle]:
    heading = look.style(Role.HEADING, look.ruled())
    return [
        replace(heading, after=2, outline=1, following="Body Text"),
        replace(look.style(Role.SUBHEADING), outline=2, following="Body Text"),
    ]


def _text(look: Look) -> list[ParagraphStyle]:
    body = look.style(Role.BODY)
    # What leads to a list or a table stays with it.
    leading = replace(
        body, text=replace(body.text, keeps_with_next=True), based_on=body.name,
        following=body.name,
    )  # fmt: skip
    opening = replace(
        leading, name=roles.SECTION_OPENING, frame=look.ruled(look.measures.indent),
        before=look.space.section,
    )  # fmt: skip
    term = look.style(Role.TERM)
    detail = look.style(Role.DETAIL)
    return [
        body,
        opening,
        replace(leading, name=roles.LIST_INTRODUCTION),
        replace(leading, name=roles.TEXT_RESUMED, before=look.space.block),
        replace(leading, name=roles.TABLE_INTRODUCTION, after=look.space.block),
        replace(term, before=look.space.paragraph, following="Detail"),
        replace(detail, before=0, following="Term"),
    ]


def _closing(look: Look) -> list[ParagraphStyle]:
    colophon = look.style(Role.COLOPHON_TEXT, look.ruled())
    kept = replace(colophon.text, keeps_with_next=True, keeps_together=True)
    colophon = replace(colophon, text=kept)
    opening = replace(
        colophon, name=roles.COLOPHON_OPENING,
        before=look.space.section + look.space.block, based_on=colophon.name,
        following=colophon.name,
    )  # fmt: skip
    inset = look.space.indent
    note = look.style(Role.NOTE, Frame(left=inset))
    return [colophon, opening, replace(note, before=0, after=2, hanging=inset)]


def _furniture(look: Look) -> list[ParagraphStyle]:
    fine = look.texts[Role.COLOPHON_TEXT]
    edge = look.measures.full
    head = ParagraphStyle(
        "header", fine, look.running_head(), after=look.below_running_head(),
        right_tab=edge, is_shown=False,
    )  # fmt: skip
    # Empty, and small enough not to push the letterhead down.
    nothing = replace(fine, size=2, leading=2)
    first = ParagraphStyle(roles.FIRST_HEADER, nothing, is_shown=False)
    foot = ParagraphStyle("footer", fine, look.ruled(), right_tab=edge, is_shown=False)
    return [head, first, foot]
