"""Edited words back into typed runs, with what Word does not show from the base.

Where words stayed, so do the runs around them: abbreviations with their expansions,
languages, lost links, the order in which marks nest. New words take the runs that stand
on both sides of them, and the marks that Word gives them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pipeline.pull.alignment import matcher, tokens
from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    NoteRun,
    Run,
    StrongRun,
    TextRun,
    canonical,
)

_CALL = "\ufffc"
"""Stands for the call of a note in a text; its name is beside it."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What a reader of the Word file sees of a character's marks."""

    strong: bool = False
    emphasis: bool = False
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one dress; or the call of a note, with no words."""

    text: str
    dress: Dress = Dress()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A run around characters; two runs that look alike have different keys."""

    key: tuple[object, ...]
    run: Run


Path = tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """One character, or one call of a note, with the runs around it."""

    text: str
    path: Path
    dress: Dress
    note: str | None = None


def read_runs(base: Sequence[Run], edited: Sequence[Span]) -> tuple[Run, ...]:
    """Return the runs of an edited text; those of the base where nothing changed."""
    if _joined(_spans(base, Dress())) == _joined(edited):
        return tuple(base)
    was = list(_signs(base, ()))
    now = [
        Sign(text, (), span.dress, span.note)
        for span in edited
        for text in (span.text if span.note is None else _CALL)
    ]
    if _same(was, now):
        return tuple(base)
    return canonical(_folded(list(_trimmed(_dressed(was, now))), 0))


def _spans(runs: Iterable[Run], dress: Dress) -> Iterator[Span]:
    """Yield what a reader of the Word file sees of `runs`."""
    for run in runs:
        match run:
            case TextRun() | AbbreviationRun():
                yield Span(run.text, dress)
            case BreakRun():
                yield Span("\n", dress)
            case NoteRun():
                yield Span("", note=run.note)
            case StrongRun():
                yield from _spans(run.runs, replace(dress, strong=True))
            case EmphasisRun():
                yield from _spans(run.runs, replace(dress, emphasis=True))
            case LinkRun():
                target = run.target or dress.target
                yield from _spans(run.runs, replace(dress, target=target))
            case ForeignRun():
                yield from _spans(run.runs, dress)


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for each in spans:
        before = found[-1] if found else None
        if (
            before
            and before.note is None
            and each.note is None
            and (before.dress == each.dress)
        ):
            found[-1] = Span(before.text + each.text, each.dress)
        else:
            found.append(each if each.note is None else Span("", note=each.note))
    return found


def _signs(runs: Iterable[Run], path: Path) -> Iterator[Sign]:
    for index, run in enumerate(runs):
        match run:
            case TextRun():
                dress = _dress(path)
                yield from (Sign(text, path, dress) for text in run.text)
            case AbbreviationRun():
                inside = (*path, Frame((*_key(path), index), run))
                dress = _dress(path)
                yield from (Sign(text, inside, dress) for text in run.text)
            case NoteRun():
                yield Sign(_CALL, path, _dress(path), run.note)
            case BreakRun():
                yield Sign("\n", path, _dress(path))
            case _:
                inside = (*path, Frame((*_key(path), index), run))
                yield from _signs(run.runs, inside)


def _key(path: Path) -> tuple[object, ...]:
    return path[-1].key if path else ()


def _dress(path: Path) -> Dress:
    targets = [f.run.target for f in path if isinstance(f.run, LinkRun)]
    return Dress(
        any(isinstance(frame.run, StrongRun) for frame in path),
        any(isinstance(frame.run, EmphasisRun) for frame in path),
        targets[-1] if targets else None,
    )


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


def _dressed(was: Sequence[Sign], now: Sequence[Sign]) -> Iterator[Sign]:
    """Yield the edited characters with the runs that stand around them."""
    old, new = "".join(s.text for s in was), "".join(s.text for s in now)
    for kind, low, high, start, end in _changes(old, new):
        if kind == "equal":
            for one, index in zip(was[low:high], range(start, end), strict=True):
                yield _kept(one, now[index], _neighbours(now, index))
        else:
            around = _around(was, low, high)
            yield from (_fresh(around, sign) for sign in now[start:end])


def _changes(old: str, new: str) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what became of `old` by characters, word by word."""
    first, second = tokens(old), tokens(new)
    starts, ends = _starts(first), _starts(second)
    for kind, low, high, start, end in matcher(first, second).get_opcodes():
        span = (starts[low], starts[high], ends[start], ends[end])
        if kind == "replace":
            yield from _within(old, new, *span)
        else:
            yield kind, *span


def _starts(pieces: Sequence[str]) -> list[int]:
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found


def _within(
    old: str, new: str, low: int, high: int, start: int, end: int
) -> Iterator[tuple[str, int, int, int, int]]:
    """Part a replaced stretch into its equal start, its change and its equal end."""
    most = min(high - low, end - start)
    head = 0
    while head < most and old[low + head] == new[start + head]:
        head += 1
    tail = 0
    while tail < most - head and old[high - tail - 1] == new[end - tail - 1]:
        tail += 1
    if head:
        yield "equal", low, low + head, start, start + head
    yield "replace", low + head, high - tail, start + head, end - tail
    if tail:
        yield "equal", high - tail, high, end - tail, end


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


def _fresh(around: Path, now: Sign) -> Sign:
    inside = tuple(f for f in around if not isinstance(f.run, AbbreviationRun))
    if now.text.isspace() or now.note:
        fits = _dress(inside).target == now.dress.target
        if fits or (now.note and not _dress(inside).target):
            return Sign(now.text, inside, now.dress, now.note)
    return Sign(now.text, _fitting(inside, now.dress), now.dress, now.note)


def _fitting(path: Path, dress: Dress) -> Path:
    """Return the runs of `path` that the dress shows, with those that it adds."""
    kept = [frame for frame in path if _shows(frame.run, dress)]
    has = _dress(tuple(kept))
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


def _folded(signs: Sequence[Sign], depth: int) -> tuple[Run, ...]:
    """Return the runs that stand around `signs`, those below `depth` inside them."""
    found: list[Run] = []
    for key, group in groupby(signs, lambda sign: _level(sign, depth)):
        inner = list(group)
        if key is None:
            found += _plain(inner)
        else:
            found += _closed(inner[0].path[depth].run, inner, depth)
    return tuple(found)


def _level(sign: Sign, depth: int) -> tuple[object, ...] | None:
    return sign.path[depth].key if len(sign.path) > depth else None


def _closed(run: Run, inner: list[Sign], depth: int) -> tuple[Run, ...]:
    if isinstance(run, AbbreviationRun):
        words = "".join(sign.text for sign in inner)
        return (run if words == run.text else TextRun(text=words),)
    runs = _folded(inner, depth + 1)
    if isinstance(run, StrongRun | EmphasisRun | LinkRun | ForeignRun):
        if not "".join(sign.text for sign in inner).strip():
            return runs
        return (run.model_copy(update={"runs": runs}),)
    return runs


def _plain(signs: Sequence[Sign]) -> Iterator[Run]:
    for sign in signs:
        if sign.note is not None:
            yield NoteRun(note=sign.note)
        elif sign.text == "\n":
            yield BreakRun()
        else:
            yield TextRun(text=sign.text)
