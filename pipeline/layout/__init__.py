"""Layout's table of contents: document, theme and paper in, `Pages` out.

Pure and deterministic; draws nothing. Renderers paint what comes out.
"""

from pipeline.layout.galley import set_blocks
from pipeline.layout.geometry import geometry
from pipeline.layout.marks import destinations, page_marks
from pipeline.layout.masthead import (
    EMBLEM_RADIUS,
    Masthead,
    set_masthead,
    title_rules,
)
from pipeline.layout.notes import set_notes
from pipeline.layout.pages import EmblemMark, Mark, Page, Pages, TextMark
from pipeline.layout.plan import PagePlan, Placed
from pipeline.layout.running import running_marks
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Strip
from pipeline.layout.thrift import fill_well
from pipeline.renderer import Paper, RenderError
from pipeline.tree import Document
from schemas.theme import Theme


def lay_out(document: Document, theme: Theme, paper: Paper) -> Pages:
    """Return `document` on pages of `paper`.

    Raises RenderError with every character that cannot be set (codes `missing-glyph`
    and `script`) and every table that is too wide (`table-width`), and MissingFontError
    when a family of the theme is not installed.
    """
    plan = geometry(theme, paper)
    setter = Setter(theme, plan, document.meta.lang)
    masthead, plans = _filled(setter, document)
    if any(page.hung and not page.main for page in plans):
        masthead, plans = _filled(setter.with_contacts_in_text(), document)
    plans[0].main.insert(0, Placed(masthead.strip, 0))
    pages = [
        _page(setter, document, masthead if not index else None, plans, index)
        for index in range(len(plans))
    ]
    found = destinations(plans, plan.height)
    return Pages(plan.width, plan.height, tuple(pages), found)


def _filled(setter: Setter, document: Document) -> tuple[Masthead, list[PagePlan]]:
    """Return the masthead, and what stands on each page without it."""
    plan, spacing = setter.geometry, setter.theme.spacing
    masthead, body = set_masthead(setter, document)
    strips = set_blocks(setter, body, plan.bottom - masthead.start)
    masthead.strip.inks += title_rules(setter, masthead.rule, _has_side(strips))
    notes = set_notes(setter, document.notes)
    if setter.itemiser.findings:
        raise RenderError(tuple(dict.fromkeys(setter.itemiser.findings)))
    return masthead, fill_well(strips, plan, masthead.start, spacing, notes)


def _has_side(strips: list[Strip]) -> bool:
    """Say whether anything stands in the narrow column below the title."""
    if not strips:
        return False
    opening = strips[0].opening
    return bool(strips[0].beside or (opening and (opening.hung or opening.ahead)))


def _page(
    setter: Setter,
    document: Document,
    masthead: Masthead | None,
    plans: list[PagePlan],
    index: int,
) -> Page:
    colors = setter.theme.colors
    marks = page_marks(plans[index], setter.geometry, colors)
    if masthead and masthead.emblem:
        x, depth = masthead.emblem
        y = setter.geometry.height - depth
        emblem: Mark = EmblemMark(x, y, EMBLEM_RADIUS, colors.accent)
        # After the band, which is drawn first of all.
        first_text = next(
            (i for i, mark in enumerate(marks) if isinstance(mark, TextMark)),
            len(marks),
        )
        marks.insert(first_text, emblem)
    marks += running_marks(setter, document, index, len(plans))
    return Page(tuple(marks))
