"""Saves a last page that would carry a few lines only, by setting the text closer."""

from dataclasses import replace

from pipeline.layout.fill import fill
from pipeline.layout.foot import Notes
from pipeline.layout.geometry import Geometry
from pipeline.layout.plan import PagePlan
from pipeline.layout.strips import Strip
from schemas.theme import Spacing

# A last page filled less than this share is worth avoiding; white space may shrink so.
STUB_SHARE, CLOSER = 0.15, 0.75


def fill_well(
    strips: list[Strip], plan: Geometry, start: float, spacing: Spacing, notes: Notes
) -> list[PagePlan]:
    """Return pages as `fill` does, one fewer where closer spacing saves the last."""
    pages = fill(strips, plan, start, spacing, notes)
    if len(pages) == 1 or not _is_stub(pages[-1], plan):
        return pages
    closer = [replace(strip, before=strip.before * CLOSER) for strip in strips]
    sections = spacing.model_copy(update={"section": spacing.section * CLOSER})
    saved = fill(closer, plan, start, sections, notes)
    return saved if len(saved) < len(pages) else pages


def _is_stub(page: PagePlan, plan: Geometry) -> bool:
    ends = [each.depth + each.strip.height for each in (*page.main, *page.hung)]
    limit = plan.top + (plan.bottom - plan.top) * STUB_SHARE
    return not page.notes and max(ends, default=0.0) < limit
