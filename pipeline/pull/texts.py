"""Edited words back into typed runs, with what Word does not show from the base.

Where words stayed, so do the runs around them: abbreviations with their expansions,
languages, lost links, the order in which marks nest. New words take the runs that stand
on both sides of them, and the marks that Word gives them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.pull.alignment import matcher, tokens
from pipeline.pull.dress import (
    CALL,
    Dress,
    Frame,
    Path,
    Sign,
    Span,
    dress_of,
    folded,
    joined,
    signs_of,
    spans_of,
)
from schemas.richtext import (
    AbbreviationRun,
    EmphasisRun,
    LinkRun,
    Run,
    StrongRun,
    TextRun,
    canonical,
)


def read_runs(base: Sequence[Run], edited: Sequence[Span]) -> tuple[Run, ...]:
    """Return the runs of an edited text; those of the base where nothing changed."""
    if joined(spans_of(base, Dress())) == joined(edited):
        return tuple(base)
    was = list(signs_of(base, ()))
    now = [
        Sign(text, (), span.dress, span.note)
        for span in edited
        for text in (span.text if span.note is None else CALL)
    ]
    if _same(was, now):
        return tuple(base)
    return canonical(folded(list(_trimmed(_dressed(was, now))), 0))


def _same(was: Sequence[Sign], now: Sequence[Sign]) -> bool:
    return len(was) == len(now) and all(
        one.text == other.text
        and one.note == other.note
        and (one.dress == other.dress or _shows_nothing(one, other))
        for one, other in zip(was, now, strict=True)
    )


def _shows_nothing(one: Sign, other: Sign) -> bool:
    """Return whether the dresses differ only in how a blank or a call looks."""
    is_blank = one.text.isspace() or one.note is not None
    return is_blank and (one.dress.target == other.dress.target or bool(one.note))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What became of a stretch of the base, by the indexes of its characters."""

    is_equal: bool
    low: int
    high: int
    start: int
    end: int
    around: tuple[int, int]
    """The stretch of whole words of the base that it is part of."""


def _dressed(was: Sequence[Sign], now: Sequence[Sign]) -> Iterator[Sign]:
    """Yield the edited characters with the runs that stand around them."""
    old, new = "".join(s.text for s in was), "".join(s.text for s in now)
    for each in _stretches(old, new):
        if each.is_equal:
            places = range(each.start, each.end)
            for one, index in zip(was[each.low : each.high], places, strict=True):
                yield _kept(one, now[index], _neighbours(now, index))
        else:
            around = _around(was, *each.around)
            for index in range(each.start, each.end):
                yield _fresh(around, now[index], _neighbours(now, index))


def _stretches(old: str, new: str) -> Iterator[_Stretch]:
    """Yield what became of `old`, word by word, and inside words that were replaced."""
    first, second = tokens(old), tokens(new)
    starts, ends = _starts(first), _starts(second)
    for kind, low, high, start, end in matcher(first, second).get_opcodes():
        span = (starts[low], starts[high])
        whole = _Stretch(kind == "equal", *span, ends[start], ends[end], span)
        if kind == "replace":
            yield from _within(old, new, whole)
        else:
            yield whole


def _starts(pieces: Sequence[str]) -> list[int]:
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found


def _within(old: str, new: str, whole: _Stretch) -> Iterator[_Stretch]:
    """Part a replaced stretch into its equal start, its change and its equal end."""
    low, high, start, end = whole.low, whole.high, whole.start, whole.end
    most = min(high - low, end - start)
    head = 0
    while head < most and old[low + head] == new[start + head]:
        head += 1
    tail = 0
    while tail < most - head and old[high - tail - 1] == new[end - tail - 1]:
        tail += 1
    yield _Stretch(True, low, low + head, start, start + head, whole.around)
    change = (low + head, high - tail, start + head, end - tail)
    yield _Stretch(False, *change, whole.around)
    yield _Stretch(True, high - tail, high, end - tail, end, whole.around)


def _around(was: Sequence[Sign], low: int, high: int) -> Path:
    """Return the runs that hold what was replaced, or both sides of what is new."""
    within = was[low:high]
    if not within:
        within = [*was[max(low - 1, 0) : low], *was[high : high + 1]]
        if len(within) < 2:
            return ()
    found = within[0].path
    for sign in within[1:]:
        pairs = zip(found, sign.path, strict=False)
        count = 0
        for one, other in pairs:
            if one.key != other.key:
                break
            count += 1
        found = found[:count]
    return found


def _neighbours(signs: Sequence[Sign], index: int) -> Dress | None:
    """Return the dress of the words on both sides of a blank, where it is the same."""
    if not signs[index].text.isspace():
        return None
    low, high = index - 1, index + 1
    while low >= 0 and signs[low].text.isspace():
        low -= 1
    while high < len(signs) and signs[high].text.isspace():
        high += 1
    if low < 0 or high >= len(signs) or signs[low].dress != signs[high].dress:
        return None
    return signs[low].dress


def _kept(was: Sign, now: Sign, around: Dress | None) -> Sign:
    if was.dress == now.dress and was.note == now.note:
        return was
    dress = now.dress
    if _shows_nothing(was, now):
        # Programs mark a blank between marked words, or do not.
        if around is None or was.note != now.note:
            return replace(was, note=now.note)
        dress = around
    return Sign(now.text, _fitting(was.path, dress), dress, now.note)


def _fresh(around: Path, now: Sign, beside: Dress | None) -> Sign:
    inside = tuple(f for f in around if not isinstance(f.run, AbbreviationRun))
    # A blank between words of its own dress is one of them.
    if now.note or (now.text.isspace() and beside != now.dress):
        fits = dress_of(inside).target == now.dress.target
        if fits or (now.note and not dress_of(inside).target):
            return Sign(now.text, inside, now.dress, now.note)
    return Sign(now.text, _fitting(inside, now.dress), now.dress, now.note)


def _fitting(path: Path, dress: Dress) -> Path:
    """Return the runs of `path` that the dress shows, with those that it adds."""
    kept = [frame for frame in path if _shows(frame.run, dress)]
    has = dress_of(tuple(kept))
    words = (TextRun(text="…"),)
    if dress.target and has.target is None:
        link = LinkRun(runs=words, target=dress.target)
        kept.insert(0, Frame(("link", dress.target), link))
    if dress.strong and not has.strong:
        kept.append(Frame(("strong",), StrongRun(runs=words)))
    if dress.emphasis and not has.emphasis:
        kept.append(Frame(("emphasis",), EmphasisRun(runs=words)))
    return tuple(kept)


def _shows(run: Run, dress: Dress) -> bool:
    match run:
        case StrongRun():
            return dress.strong
        case EmphasisRun():
            return dress.emphasis
        case LinkRun():
            return run.target == dress.target
        case _:
            return True


def _trimmed(signs: Iterable[Sign]) -> list[Sign]:
    """Return `signs` without blanks at either end."""
    found = list(signs)
    while found and found[-1].text.isspace():
        found.pop()
    start = 0
    while start < len(found) and found[start].text.isspace():
        start += 1
    return found[start:]
