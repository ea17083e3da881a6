"""Two sequences of texts, the second an edit of the first: which is which.

Order is kept. Texts that occur once on both sides part the sequences into gaps; inside
a gap the pairing with the largest sum of likenesses is taken, so that of many equal
short texts those pair whose neighbours pair.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

SIMILAR = 0.6
"""Texts at least this much alike may be the same one, edited."""

# A number with its points and commas is one word.
_TOKEN = re.compile(r"\d[\d.,]*\d|\w+|\s+|[^\w\s]")
# Pairs looked at in a gap; beyond it only equal texts pair, lest a file cost minutes.
MOST_PAIRS = 100_000
# Fewer pairs than these are looked at in full at once.
_MANY_PAIRS = 2_500
# A word that stands in so few texts tells them apart.
_RARE = 5
# Tokens of one text times tokens of the other that are compared in full.
_LONGEST = 9_000_000

Pair = tuple[int, int]
Texts = tuple[Sequence[str], Sequence[str]]
Likeness = Callable[[int, int], float]
"""How well two members fit by their indexes; 0 where they are not the same one."""


def align(old: Sequence[str], new: Sequence[str], likeness: Likeness) -> dict[int, int]:
    """Return for members of `new` the member of `old` that they were."""
    ends = (len(old), len(new))
    found = _between(_equal(old, new, likeness), (0, 0), ends, (old, new), likeness)
    return {index: was for was, index in found}


def _between(
    anchors: Sequence[Pair], start: Pair, end: Pair, texts: Texts, likeness: Likeness
) -> list[Pair]:
    """Return `anchors` and the pairs in the gaps around them."""
    pairs: list[Pair] = []
    edge = start
    for anchor in (*anchors, end):
        pairs += _in_gap(edge, anchor, texts, likeness)
        if anchor is not end:
            pairs.append(anchor)
        edge = (anchor[0] + 1, anchor[1] + 1)
    return pairs


def _in_gap(start: Pair, end: Pair, texts: Texts, likeness: Likeness) -> list[Pair]:
    size = max(end[0] - start[0], 0) * max(end[1] - start[1], 0)
    if size > _MANY_PAIRS:
        anchors = _similar(start, end, texts, likeness)
        if anchors:
            return _between(anchors, start, end, texts, likeness)
    return _best(start, end, likeness) if 0 < size <= MOST_PAIRS else []


def _similar(start: Pair, end: Pair, texts: Texts, likeness: Likeness) -> list[Pair]:
    """Return a chain of texts that share rare words, and are alike."""
    old, new = texts
    places: dict[str, list[int]] = {}
    for index in range(start[0], end[0]):
        for word in words_of(old[index]):
            places.setdefault(word, []).append(index)
    found = []
    for index in range(start[1], end[1]):
        shared = Counter[int]()
        for word in words_of(new[index]):
            where = places.get(word, ())
            if len(where) <= _RARE:
                shared.update(where)
        scores = [(likeness(was, index), was) for was, _ in shared.most_common(_RARE)]
        score, was = max(scores, default=(0.0, 0))
        if score:
            found.append((was, index))
    return _longest_rising(found)


def _equal(old: Sequence[str], new: Sequence[str], likeness: Likeness) -> list[Pair]:
    """Return the longest chain of texts that occur once on both sides."""
    counts, other = Counter(old), Counter(new)
    places = {text: index for index, text in enumerate(old) if counts[text] == 1}
    found = [
        (places[text], index)
        for index, text in enumerate(new)
        if text and other[text] == 1 and text in places
        if likeness(places[text], index)
    ]
    return _longest_rising(found)


def _longest_rising(pairs: Sequence[Pair]) -> list[Pair]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (was, _) in enumerate(pairs):
        place = bisect_left(tails, was)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [was]
        ends[place : place + 1] = [index]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _best(start: Pair, end: Pair, likeness: Likeness) -> list[Pair]:
    """Return the best pairs between two anchors (Needleman and Wunsch, 1970)."""
    height, width = end[0] - start[0], end[1] - start[1]
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    scores: dict[Pair, float] = {}
    for row in range(height - 1, -1, -1):
        below, line = best[row + 1], best[row]
        for column in range(width - 1, -1, -1):
            score = likeness(start[0] + row, start[1] + column)
            value = max(below[column], line[column + 1])
            if score and below[column + 1] + score >= value:
                value = below[column + 1] + score
                scores[row, column] = value
            line[column] = value
    return _traced(best, scores, start)


def _traced(
    best: list[list[float]], scores: dict[Pair, float], start: Pair
) -> list[Pair]:
    found, row, column = [], 0, 0
    while row < len(best) - 1 and column < len(best[0]) - 1:
        if scores.get((row, column)) == best[row][column]:
            found.append((start[0] + row, start[1] + column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return found


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """Return words, white space and signs of `text`; together they are the text."""
    return tuple(_TOKEN.findall(text))


@lru_cache(maxsize=8192)
def words_of(text: str) -> Counter[str]:
    """Return the words of `text`, each with its count."""
    return Counter(token for token in tokens(text) if not token.isspace())


def ratio(one: str, other: str, least: float = SIMILAR) -> float:
    """Return how alike two texts are, from `least` to 1; 0 where they are less so."""
    if one == other:
        return 1.0
    first, second = words_of(one), words_of(other)
    counts = len(_said(one)), len(_said(other))
    size = sum(counts)
    if not size or 2 * min(counts) / size < least:
        return 0.0
    most = 2 * sum(min(count, second[word]) for word, count in first.items()) / size
    if most < least or counts[0] * counts[1] > _LONGEST:
        return most if most >= least else 0.0
    found = matcher(_said(one), _said(other)).ratio()
    return found if found >= least else 0.0


def share(part: str, whole: str) -> float:
    """Return how much of `part` stands in `whole`, in order, from 0 to 1."""
    words, around = _said(part), _said(whole)
    if not words or len(words) * len(around) > _LONGEST:
        return 0.0
    blocks = matcher(words, around).get_matching_blocks()
    return sum(block.size for block in blocks) / len(words)


@lru_cache(maxsize=8192)
def _said(text: str) -> tuple[str, ...]:
    return tuple(token for token in tokens(text) if not token.isspace())


def matcher(one: Sequence[str], other: Sequence[str]) -> "SequenceMatcher[str]":
    """Return what tells the differences of two texts given as tokens.

    In very long ones frequent tokens say nothing: it would take minutes to pair them.
    """
    is_long = len(one) * len(other) > _LONGEST
    return SequenceMatcher(None, one, other, autojunk=is_long)
