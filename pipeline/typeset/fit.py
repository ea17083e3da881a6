"""Total fit: the line breaks that make a whole paragraph look best.

After Knuth and Plass, *Breaking Paragraphs into Lines* (1981), with the break points
laid out as plain numbers. Costs add up, so the best way to each point is enough.
"""

from pipeline.typeset.points import Points

# A last line should hold two words or a sixth of the measure: else the paragraph looks
# as if it dropped one.
SHORT_LAST_LINE, SHORT_LAST_COST, LONE_WORD_COST = 1 / 6, 300.0, 900.0
# In balanced text the last line's slack counts, but less: first lines are fuller.
BALANCE = 0.7
# Spaces stretch by half and shrink by a third before a line counts as bad.
STRETCH, SHRINK = 0.5, 1 / 3
DOUBLE_HYPHEN_COST = 3000.0


def fit_ragged(points: Points, measure: float, is_balanced: bool = False) -> list[int]:
    """Return the points where lines end, evening the rag; no line exceeds `measure`.

    The last line is as long as it comes, unless the lines are to be balanced.
    """
    starts, costs = points.starts, points.costs
    best, back = [0.0], [0]
    low, last = 0, len(starts) - 1
    per_cent = 100 / measure
    for point in range(1, last):
        limit = points.ends[point] - measure - 1e-6
        while low < point - 1 and starts[low] < limit:
            low += 1
        least, source = float("inf"), low
        for start in range(low, point):
            slack = (starts[start] - limit) * per_cent
            cost = best[start] + slack * slack
            if cost < least:
                least, source = cost, start
        best.append(least + costs[point])
        back.append(source)
    evenness = per_cent * BALANCE if is_balanced else 0.0
    back.append(_last_line(points, measure, best, low, evenness))
    return _path(back)


def fit_justified(points: Points, measure: float, space: float) -> list[int]:
    """Return the points where lines end when lines are stretched to `measure`.

    `space` is the natural width of a word space.
    """
    starts, spaces = points.starts, points.spaces_after
    best, back = [0.0], [0]
    low, last = 0, len(starts) - 1
    for point in range(1, last):
        end, count = points.ends[point], points.spaces_before[point]
        limit = end - measure
        least, source = float("inf"), point - 1
        while low < point - 1 and starts[low] < limit - space * SHRINK * (
            count - spaces[low]
        ):
            low += 1
        for start in range(low, point):
            room = max(count - spaces[start], 0.25) * space
            slack = starts[start] - limit
            ratio = slack / (room * (STRETCH if slack > 0 else SHRINK))
            if ratio < -1.0001:
                continue
            badness = 10 + 100 * min(abs(ratio), 30) ** 3 + points.costs[point]
            cost = best[start] + badness * badness
            if points.hyphens[point] and points.hyphens[start]:
                cost += DOUBLE_HYPHEN_COST
            if cost < least:
                least, source = cost, start
        best.append(least)
        back.append(source)
    back.append(_last_line(points, measure, best, low))
    return _path(back)


def _last_line(
    points: Points, measure: float, best: list[float], low: int, evenness: float = 0
) -> int:
    """Return the point where the last line starts; `evenness` weighs its own slack."""
    last = len(points.starts) - 1
    end = points.ends[last]
    chosen, least = last - 1, float("inf")
    for start in range(low, last):
        width = end - points.starts[start]
        if width > measure + 1e-6:
            continue
        cost = best[start] + ((measure - width) * evenness) ** 2
        if start and not evenness:
            cost += LONE_WORD_COST * (start == last - 1)
            cost += SHORT_LAST_COST * (width < measure * SHORT_LAST_LINE)
        if cost < least:
            chosen, least = start, cost
    return chosen


def _path(back: list[int]) -> list[int]:
    path, point = [], len(back) - 1
    while point:
        path.append(point)
        point = back[point]
    return path[::-1]
