"""Rich text laid flat: each word-bearing run with the marks around it, and back.

Marks nest in a model; comparing and merging go word by word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    LinkStatus,
    NoteRun,
    Run,
    StrongRun,
    TextRun,
    canonical,
)


@dataclass(frozen=True, slots=True)
class Strong:
    """Marks words of strong importance."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Marks stressed words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Marks words that lead to `target`; None where it is lost."""

    target: str | None
    status: LinkStatus


@dataclass(frozen=True, slots=True)
class Foreign:
    """Marks words in another language."""

    lang: str


Mark = Strong | Emphasis | Link | Foreign


@dataclass(frozen=True, slots=True)
class Leaf:
    """A run that holds no others, in its marks, the outermost first."""

    run: TextRun | AbbreviationRun | NoteRun | BreakRun
    marks: tuple[Mark, ...] = ()


def flat(runs: Iterable[Run], marks: tuple[Mark, ...] = ()) -> Iterator[Leaf]:
    """Yield the leaves of `runs` in reading order."""
    for run in runs:
        match run:
            case StrongRun():
                yield from flat(run.runs, (*marks, Strong()))
            case EmphasisRun():
                yield from flat(run.runs, (*marks, Emphasis()))
            case LinkRun():
                yield from flat(run.runs, (*marks, Link(run.target, run.status)))
            case ForeignRun():
                yield from flat(run.runs, (*marks, Foreign(run.lang)))
            case _:
                yield Leaf(run, marks)


def nested(leaves: Sequence[Leaf]) -> tuple[Run, ...]:
    """Return leaves as runs: neighbours that share a mark stand in it together."""
    return canonical(_nested(leaves, 0))


def _nested(leaves: Sequence[Leaf], depth: int) -> Iterator[Run]:
    for marks, group in groupby(leaves, lambda leaf: leaf.marks[depth : depth + 1]):
        if marks:
            yield marked(marks[0], tuple(_nested(list(group), depth + 1)))
        else:
            yield from (leaf.run for leaf in group)


def marked(mark: Mark, runs: tuple[Run, ...]) -> Run:
    """Return `runs` in their mark; raise ValidationError where they cannot bear it."""
    match mark:
        case Strong():
            return StrongRun(runs=runs)
        case Emphasis():
            return EmphasisRun(runs=runs)
        case Foreign(lang):
            return ForeignRun(lang=lang, runs=runs)
        case Link(target, status):
            return LinkRun(runs=runs, target=target, status=status)
