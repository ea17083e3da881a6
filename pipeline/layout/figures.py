"""Figures to strips: a picture as large as its pixels and the page allow."""

from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter
from pipeline.layout.strips import Flow, Keep, PictureInk, Strip
from pipeline.tree import Figure

# Pictures are never printed coarser than this, nor higher than this share of a page.
LEAST_PPI = 150
HIGHEST_SHARE = 0.6


def add_figure(setter: Setter, figure: Figure, column: Column, flow: Flow) -> None:
    """Append the picture and its caption, which stay together."""
    width, height = _size(setter, figure, column)
    origin = figure.origin if figure.alt is not None else None
    shown = setter.shown(origin)
    ink = PictureInk(shown, column.x, 0, width, height, figure.picture)
    flow.space(setter.theme.spacing.block)
    flow.add(Strip(height, (ink,)))
    if figure.caption is not None:
        flow.strips[-1].keep(Keep.FIRMLY)
        flow.extend(setter.leaf(figure.caption, column))
        flow.space(setter.style(figure.caption.role).space_after)
    flow.space(setter.theme.spacing.block)


def _size(setter: Setter, figure: Figure, column: Column) -> tuple[float, float]:
    picture, plan = figure.picture, setter.geometry
    scale = min(
        72 / LEAST_PPI,
        column.width / picture.width_px,
        (plan.bottom - plan.top) * HIGHEST_SHARE / picture.height_px,
    )
    return picture.width_px * scale, picture.height_px * scale
