"""Small changes of rich text that keep its words."""

from collections.abc import Collection, Iterator, Sequence

from schemas.flat import Leaf, Link, Mark, flat, nested
from schemas.richtext import (
    BreakRun,
    EmphasisRun,
    LinkStatus,
    NoteRun,
    Run,
    StrongRun,
    TextRun,
    plain,
)


def on_one_line(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return `runs` with blanks for line ends, where a sheet has one line only."""
    space = TextRun(text=" ")
    leaves = (
        Leaf(space, leaf.marks) if isinstance(leaf.run, BreakRun) else leaf
        for leaf in flat(runs)
    )
    return nested(list(leaves))


def of_heading(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return `runs` for a heading: strong already, and no place to write to."""
    unlinked = [
        Leaf(leaf.run, tuple(mark for mark in leaf.marks if not _is_derived(mark)))
        for leaf in flat(runs)
    ]
    match on_one_line(nested(unlinked)):
        case (StrongRun(runs=inner),):
            return tuple(inner)
        case bare:
            return bare


def _is_derived(mark: Mark) -> bool:
    return isinstance(mark, Link) and mark.status is LinkStatus.DERIVED


def without_calls(runs: Sequence[Run], known: Collection[str]) -> tuple[Run, ...]:
    """Return `runs` without the calls of notes that are not `known`."""
    return nested(
        [
            leaf
            for leaf in flat(runs)
            if not isinstance(leaf.run, NoteRun) or leaf.run.note in known
        ]
    )


def calls(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the names of the notes that `runs` call."""
    yield from (leaf.run.note for leaf in flat(runs) if isinstance(leaf.run, NoteRun))


def emphasised(runs: Sequence[Run]) -> tuple[Run, ...] | None:
    """Return what stands in emphasis where all of `runs` does; else None."""
    seen = [run for run in runs if plain((run,)).strip()]
    match seen:
        case [EmphasisRun(runs=inner)]:
            return tuple(inner)
        case _:
            return None
