"""Two balanced columns of items: down the first, then down the second."""

from dataclasses import replace

from pipeline.layout.strips import (
    Ink,
    PanelInk,
    PictureInk,
    RuleInk,
    Strip,
    TextInk,
    moved,
    stacked,
)

# A higher pair of columns would have to break over pages, and its order be lost.
HIGHEST = 300.0


def in_two_columns(
    items: list[list[Strip]], shift: float, space: float
) -> Strip | None:
    """Return `items`, set for the first column, as one strip of two columns.

    The second column stands `shift` pt to the right; `space` pt part the items. None
    where the columns would be too high to stay on one page.
    """
    heights = [stacked(strips) + space for strips in items]
    split = _split(heights)
    left, right = sum(heights[:split]), sum(heights[split:])
    if max(left, right) > HIGHEST:
        return None
    inks = [*_stack(items[:split], space, 0), *_stack(items[split:], space, shift)]
    first = next((strips[0] for strips in items if strips), None)
    return Strip(
        max(left, right) - space,
        tuple(inks),
        baseline=first.baseline if first else None,
        notes=tuple(n for strips in items for strip in strips for n in strip.notes),
    )


def _split(heights: list[float]) -> int:
    """Return how many items the first column takes, the fuller of the two."""
    total, filled = sum(heights), 0.0
    for index, height in enumerate(heights):
        if filled >= total / 2 or filled + height / 2 > total / 2:
            return index
        filled += height
    return len(heights)


def _stack(items: list[list[Strip]], space: float, shift: float) -> list[Ink]:
    inks: list[Ink] = []
    depth = 0.0
    for strips in items:
        for index, strip in enumerate(strips):
            depth += strip.before if index else 0
            inks += [_shifted(moved(ink, depth), shift) for ink in strip.inks]
            depth += strip.height
        depth += space
    return inks


def _shifted(ink: Ink, by: float) -> Ink:
    match ink:
        case RuleInk():
            return replace(ink, x1=ink.x1 + by, x2=ink.x2 + by)
        case TextInk() | PanelInk() | PictureInk():
            return replace(ink, x=ink.x + by)
