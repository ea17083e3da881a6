"""Word styles of what stands apart from running text: boxes, tables, figures."""

from dataclasses import replace
from itertools import product

from pipeline.render.docx import roles
from pipeline.render.docx.look import Look
from pipeline.render.docx.records import Frame, ParagraphStyle
from pipeline.styles import Adjust
from pipeline.tree import Align, Role

_ADJUST = {
    Align.START: Adjust.START,
    Align.CENTER: Adjust.CENTER,
    Align.END: Adjust.END,
}


def box_styles(look: Look) -> list[ParagraphStyle]:
    """Return the styles of key facts, callouts, quotations and contacts."""
    return [*_facts(look), *_callout(look), *_quote(look), *_contacts(look)]


def table_styles(look: Look) -> list[ParagraphStyle]:
    """Return the styles of tables' and figures' words."""
    block = look.space.block
    caption = look.style(Role.TABLE_CAPTION, look.column())
    below = look.style(Role.FIGURE_CAPTION)
    # A figure's caption stands below it, a table's above: each stays with its own.
    figure = replace(below.text, keeps_with_next=True)
    gap = replace(look.texts[Role.TABLE_NOTE], size=2, leading=block)
    note = look.style(Role.TABLE_NOTE, look.column())
    return [
        replace(below, name="caption", is_shown=False),
        *_with_wide(replace(caption, after=4, based_on="caption"), roles.WIDE_CAPTION),
        *_cells(look),
        *_with_wide(replace(note, before=4), roles.WIDE_NOTE),
        replace(below, based_on="caption"),
        ParagraphStyle(roles.PICTURE, figure, look.column(), before=block),
        ParagraphStyle(roles.PICTURE_ALONE, below.text, look.column(), before=block),
        ParagraphStyle(roles.TABLE_GAP, gap, look.column(), is_shown=False),
    ]


def _with_wide(style: ParagraphStyle, name: str) -> list[ParagraphStyle]:
    """Return `style` and its twin for tables that reach out to the margin."""
    return [style, replace(style, name=name, frame=Frame(), based_on=style.name)]


def _facts(look: Look) -> list[ParagraphStyle]:
    panel = look.panel()
    title = look.style(Role.KEY_FACTS_TITLE, panel)
    label = look.style(Role.FACT_LABEL, panel)
    value = look.style(Role.FACT_VALUE, panel)
    return [
        replace(
            title, before=look.space.section, after=3, outline=1, based_on="heading 2",
            following=label.name,
        ),
        replace(label, before=0, following=value.name),
        replace(value, before=0, after=4, following=label.name),
    ]  # fmt: skip


def _callout(look: Look) -> list[ParagraphStyle]:
    title = look.style(Role.CALLOUT_TITLE, look.callout())
    text = look.style(Role.CALLOUT_TEXT, look.callout())
    text = replace(
        text, text=replace(text.text, keeps_with_next=True), before=0, after=text.before
    )
    opening = replace(
        text, name=roles.CALLOUT_OPENING, before=look.space.block, based_on=text.name,
        following=text.name,
    )  # fmt: skip
    title = replace(title, before=look.space.block, after=2, following=text.name)
    return [title, text, opening]


def _quote(look: Look) -> list[ParagraphStyle]:
    quote = look.style(Role.QUOTE_TEXT, look.quotation())
    continued = replace(quote, name=roles.QUOTE_CONTINUED, based_on=quote.name)
    attribution = look.style(Role.ATTRIBUTION, look.quotation())
    return [
        replace(quote, before=look.space.block),
        continued,
        replace(attribution, before=2, after=4, following="Body Text"),
    ]


def _contacts(look: Look) -> list[ParagraphStyle]:
    name = look.style(Role.CONTACT_NAME, look.contact())
    line = look.style(Role.CONTACT_LINE, look.contact())
    return [
        replace(name, before=look.space.block, following=line.name),
        replace(line, before=0),
    ]


def _cells(look: Look) -> list[ParagraphStyle]:
    found = []
    scopes = (
        ("column", Role.TABLE_HEAD),
        ("row", Role.TABLE_HEAD),
        (None, Role.TABLE_TEXT),
    )
    for (scope, role), align in product(scopes, Align):
        text = replace(look.texts[role], adjust=_ADJUST[align])
        name = roles.cell_style(scope, align)
        padding = look.space.cell
        usual = ParagraphStyle(name, text, Frame(), padding, padding)
        size = look.measures.close_table
        close = replace(text, size=size, leading=text.leading * size / text.size)
        name = roles.cell_style(scope, align, is_close=True)
        found += [usual, replace(usual, name=name, text=close, based_on=usual.name)]
    return found
