"""Rows of cells side by side: how wide columns are, and a row as strips."""

from pipeline.layout.strips import Keep, Strip, moved

# A row may take this share of a page unsplit; a higher one breaks between its lines.
WHOLE_ROW_SHARE = 0.5

Widths = tuple[float, float]
"""Least and natural width of a column's content, in pt."""


def fair_widths(wanted: list[Widths], room: float) -> list[float]:
    """Return column widths that fill `room`.

    Where room is short, the widest columns give first and none falls below its least
    width, unless even those do not fit: then those with the longest words give first.
    """
    least, natural = sum(low for low, _ in wanted), sum(high for _, high in wanted)
    if natural <= room:
        spare = room - natural
        return [high + spare * high / (natural or 1) for _, high in wanted]
    if least >= room:
        level = _level([(0.0, low) for low, _ in wanted], room)
        return [min(low, level) for low, _ in wanted]
    level = _level(wanted, room)
    return [min(max(level, low), high) for low, high in wanted]


def _level(wanted: list[Widths], room: float) -> float:
    """Return the width at which columns are cut so that together they fill `room`."""
    low, high = 0.0, max(natural for _, natural in wanted)
    for _ in range(40):
        middle = (low + high) / 2
        if sum(min(max(middle, least), most) for least, most in wanted) > room:
            high = middle
        else:
            low = middle
    return low


def row_strips(cells: list[list[Strip]], pad: float, highest: float) -> list[Strip]:
    """Return cells set side by side as one strip, or as several if over `highest` pt.

    First baselines are level; `pad` pt stand above and below the text.
    """
    lines = _levelled(cells, pad)
    if not lines:
        return [Strip(2 * pad, ())]
    baseline = min(depth + (strip.baseline or 0) for depth, strip in lines)
    bottom = max(depth + strip.height for depth, strip in lines) + pad
    slabs = _slabs(lines) if bottom > highest else [lines]
    strips, top = [], 0.0
    for index, slab in enumerate(slabs):
        last = index == len(slabs) - 1
        end = bottom if last else max(depth + strip.height for depth, strip in slab)
        inks = [moved(i, depth - top) for depth, strip in slab for i in strip.inks]
        notes = tuple(name for _, strip in slab for name in strip.notes)
        strip = Strip(end - top, tuple(inks), notes=notes)
        strip.baseline = baseline if index == 0 else None
        # Two lines stay together at either end, as in a paragraph.
        if not last and index in (0, len(slabs) - 2):
            strip.keep(Keep.FIRMLY)
        strips.append(strip)
        top = end
    return strips


def _levelled(cells: list[list[Strip]], pad: float) -> list[tuple[float, Strip]]:
    """Return the lines of all cells with their depths, first baselines level."""
    deepest = max((cell[0].baseline or 0 for cell in cells if cell), default=0.0)
    lines = []
    for cell in cells:
        depth = pad + (deepest - (cell[0].baseline or 0) if cell else 0)
        for index, strip in enumerate(cell):
            depth += strip.before if index else 0
            lines.append((depth, strip))
            depth += strip.height
    return lines


def _slabs(lines: list[tuple[float, Strip]]) -> list[list[tuple[float, Strip]]]:
    """Return lines in groups between which a cut meets no line of any cell."""
    slabs: list[list[tuple[float, Strip]]] = []
    end = 0.0
    for depth, strip in sorted(lines, key=lambda line: line[0]):
        if not slabs or depth >= end - 0.01:
            slabs.append([])
        slabs[-1].append((depth, strip))
        end = max(end, depth + strip.height)
    return slabs
