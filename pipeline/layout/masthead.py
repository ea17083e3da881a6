"""The letterhead of the first page: band, emblem, who issues what and when; title."""

from dataclasses import dataclass, replace
from typing import TypeGuard

from pipeline.layout.geometry import Column
from pipeline.layout.setter import Setter
from pipeline.layout.strips import (
    Ink,
    PanelInk,
    PictureInk,
    RuleInk,
    Shown,
    Strip,
    moved,
)
from pipeline.styles import Adjust
from pipeline.tree import Block, Document, Heading, Leaf, Paragraph, Role

# The emblem's circle, and the distance from it to the words beside it.
EMBLEM_RADIUS = 19.5
_EMBLEM_GAP, _SIDES_GAP = 11.0, 24.0
# White space: within the band, below it, and between the title and its heavy rules.
_BAND_PAD, _TITLE_ABOVE, _TITLE_BELOW = 18.0, 17.0, 5.0
_ACCENT_RULE, _HEAVY_RULE = 3.0, 2.0
# What the right-hand words may take of the band at most.
_RIGHT_SHARE = 0.4

_LEFT = (Role.AGENCY, Role.BUREAU)
_RIGHT = (Role.KIND, Role.NUMBER, Role.DATE)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The letterhead as one strip from the page's top; text starts at depth `start`."""

    strip: Strip
    start: float
    emblem: tuple[float, float] | None
    """Centre of the neutral emblem as x and depth; None where there is none."""
    rule: float
    """Depth of the rules below the title."""


def set_masthead(
    setter: Setter, document: Document
) -> tuple[Masthead, tuple[Block, ...]]:
    """Return the letterhead, and the blocks that are not part of it."""
    leaves = [leaf for leaf in document.blocks if _is_masthead(leaf)]
    right_width = _right_width(setter, leaves)
    strips: dict[Role, list[Strip]] = {}
    shown = None
    for leaf in leaves:
        strips[leaf.role] = _set(setter, leaf, right_width)
        # The emblem is heard right behind the title.
        shown = shown or setter.shown(_emblem_origin(document))
    left = _stack([strips[role] for role in _LEFT if role in strips])
    right = _stack([strips[role] for role in _RIGHT if role in strips])
    # An emblem stands for who issues the sheet, and for nobody alone.
    has_emblem = bool(left[1]) or document.emblem is not None
    tallest = max(left[1], right[1], 2 * EMBLEM_RADIUS if has_emblem else 0)
    least = setter.geometry.band if tallest else 0
    band = max(least, tallest + 2 * _BAND_PAD)
    inks = _band(setter, band)
    for stack, height in (left, right):
        inks += [moved(ink, (band - height) / 2) for ink in stack]
    emblem, picture = _emblem(setter, document, band, shown)
    inks += picture
    emblem = emblem if has_emblem else None
    title, rule = _title(strips.get(Role.TITLE, []), band + _ACCENT_RULE)
    start = rule + _HEAVY_RULE / 2 + setter.theme.spacing.rule
    strip = Strip(start, (*inks, *title))
    rest = tuple(block for block in document.blocks if not _is_masthead(block))
    return Masthead(strip, start, emblem, rule), rest


def _is_masthead(block: Block) -> TypeGuard[Leaf]:
    return isinstance(block, Heading | Paragraph) and block.role in (
        Role.TITLE, *_LEFT, *_RIGHT,
    )  # fmt: skip


def _right_width(setter: Setter, leaves: list[Leaf]) -> float:
    widths = [
        setter.widths(leaf.content, setter.style(leaf.role))[1]
        for leaf in leaves
        if leaf.role in _RIGHT
    ]
    limit = setter.geometry.whole.width * _RIGHT_SHARE
    return min(max(widths, default=0.0) + 1, limit)


def _set(setter: Setter, leaf: Leaf, right_width: float) -> list[Strip]:
    whole = setter.geometry.whole
    style = setter.style(leaf.role)
    if leaf.role is Role.TITLE:
        return setter.leaf(leaf, whole)
    if leaf.role in _RIGHT:
        column = Column(whole.right - right_width, right_width)
        return setter.leaf(leaf, column, replace(style, adjust=Adjust.END))
    indent = 2 * EMBLEM_RADIUS + _EMBLEM_GAP
    room = whole.width - indent - right_width - _SIDES_GAP
    return setter.leaf(leaf, Column(whole.x + indent, room))


def _stack(leaves: list[list[Strip]]) -> tuple[list[Ink], float]:
    inks: list[Ink] = []
    depth = 0.0
    for strip in (strip for strips in leaves for strip in strips):
        inks += [moved(ink, depth) for ink in strip.inks]
        depth += strip.height
    return inks, depth


def _band(setter: Setter, height: float) -> list[Ink]:
    colors, width = setter.theme.colors, setter.geometry.width
    return [
        PanelInk(0, 0, width, height, colors.band),
        PanelInk(0, height, width, _ACCENT_RULE, colors.accent),
    ]


def _emblem_origin(document: Document) -> str | None:
    return "issuer.emblem" if document.emblem_alt else None


def _emblem(
    setter: Setter, document: Document, band: float, shown: Shown | None
) -> tuple[tuple[float, float] | None, list[Ink]]:
    x, picture = setter.geometry.whole.x, document.emblem
    if picture is None or shown is None:
        return (x + EMBLEM_RADIUS, band / 2), []
    side = 2 * EMBLEM_RADIUS
    scale = side / max(picture.width_px, picture.height_px)
    width, height = picture.width_px * scale, picture.height_px * scale
    ink = PictureInk(
        shown, x + (side - width) / 2, (band - height) / 2, width, height, picture
    )
    return None, [ink]


def _title(strips: list[Strip], below: float) -> tuple[list[Ink], float]:
    """Return the title and the depth of the rules below it."""
    depth = below + _TITLE_ABOVE
    inks, height = _stack([strips])
    return [moved(ink, depth) for ink in inks], depth + height + _TITLE_BELOW


def title_rules(setter: Setter, depth: float, has_side: bool) -> tuple[Ink, ...]:
    """Return a heavy rule over each column, or one where the narrow one is empty."""
    plan, colors = setter.geometry, setter.theme.colors
    both = ((plan.hung, colors.accent), (plan.main, colors.heading))
    columns = both if has_side else ((plan.whole, colors.heading),)
    return tuple(
        RuleInk(column.x, column.right, depth, _HEAVY_RULE, color)
        for column, color in columns
    )
