"""Runs taken apart into characters, each with the runs around it, and put back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

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
)

CALL = "\ufffc"
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


def spans_of(runs: Iterable[Run], dress: Dress) -> Iterator[Span]:
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
                yield from spans_of(run.runs, replace(dress, strong=True))
            case EmphasisRun():
                yield from spans_of(run.runs, replace(dress, emphasis=True))
            case LinkRun():
                target = run.target or dress.target
                yield from spans_of(run.runs, replace(dress, target=target))
            case ForeignRun():
                yield from spans_of(run.runs, dress)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` with neighbours in the same dress as one."""
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


def signs_of(runs: Iterable[Run], path: Path) -> Iterator[Sign]:
    """Yield the characters of `runs`, which stand inside `path`."""
    for index, run in enumerate(runs):
        match run:
            case TextRun():
                dress = dress_of(path)
                yield from (Sign(text, path, dress) for text in run.text)
            case AbbreviationRun():
                inside = (*path, Frame((*_key(path), index), run))
                dress = dress_of(path)
                yield from (Sign(text, inside, dress) for text in run.text)
            case NoteRun():
                yield Sign(CALL, path, dress_of(path), run.note)
            case BreakRun():
                yield Sign("\n", path, dress_of(path))
            case _:
                inside = (*path, Frame((*_key(path), index), run))
                yield from signs_of(run.runs, inside)


def _key(path: Path) -> tuple[object, ...]:
    return path[-1].key if path else ()


def dress_of(path: Path) -> Dress:
    """Return what a reader of the Word file sees of the runs in `path`."""
    targets = [f.run.target for f in path if isinstance(f.run, LinkRun)]
    return Dress(
        any(isinstance(frame.run, StrongRun) for frame in path),
        any(isinstance(frame.run, EmphasisRun) for frame in path),
        targets[-1] if targets else None,
    )


def folded(signs: Sequence[Sign], depth: int) -> tuple[Run, ...]:
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
    runs = folded(inner, depth + 1)
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
