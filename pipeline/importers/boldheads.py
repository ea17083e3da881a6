"""Headings that writers made by hand: a short paragraph of bold words over text.

For pages, Word files and Markdown whose writers did not know, or could not use, the
headings of their system.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from pipeline.importers.manuscript import (
    Guess,
    Heading,
    Manuscript,
    Paragraph,
    Passage,
    Stretch,
    Words,
)
from schemas.richtext import BreakRun, Run, StrongRun, TextRun, plain

_LONGEST = 100
# What ends like a sentence is emphasis, not a heading.
_ENDS = (".", "!", ";", ",", "。", "।", "۔", "…")


def promoted(manuscript: Manuscript) -> Manuscript:
    """Return the manuscript with bold paragraphs that head others made headings.

    One level below the headings above them; each is a guess in the report.
    """
    passages: list[Passage] = []
    guesses: list[Guess] = []
    level = 1
    parted = [
        part for each in manuscript.passages for part in _parted(each, manuscript)
    ]
    for passage, after in zip_longest(parted, parted[1:]):
        if isinstance(passage, Heading):
            level = passage.level
        elif (words := _bold(passage)) and _is_headed(after):
            passage = Heading(words, min(max(level + 1, 2), 3))
            guesses.append(
                Guess("heading", plain(words.runs).strip(), words.stretch, 0.7)
            )
        passages.append(passage)
    return replace(
        manuscript,
        passages=tuple(passages),
        guesses=(*manuscript.guesses, *guesses),
    )


def _parted(passage: Passage, manuscript: Manuscript) -> tuple[Passage, ...]:
    """Return a bold first line and the text below it, where one paragraph has both.

    For pages whose writers ended a heading by a forced line end. Text is a long line,
    or one that starts by a bold label; the lines of an address are neither.
    """
    if not isinstance(passage, Paragraph):
        return (passage,)
    stretch = passage.words.stretch
    first, end, below = manuscript.text[stretch.start : stretch.end].partition("\n")
    match passage.words.runs:
        case (StrongRun() as strong, BreakRun(), *rest) if plain(
            strong.runs
        ) == first.strip() and _is_text(below, rest):
            middle = stretch.start + len(first)
            return (
                Paragraph(Words((strong,), Stretch(stretch.start, middle))),
                Paragraph(Words(tuple(rest), Stretch(middle + len(end), stretch.end))),
            )
        case _:
            return (passage,)


def _is_text(below: str, runs: Sequence[Run]) -> bool:
    match runs:
        case [StrongRun(runs=label), *_] if plain(label).strip().endswith(":"):
            return True
        case _:
            return len(below.partition("\n")[0]) > _LONGEST


def _bold(passage: Passage) -> Words | None:
    """Return the words of a paragraph that is one short piece of bold type."""
    if not isinstance(passage, Paragraph):
        return None
    seen = [
        run
        for run in passage.words.runs
        if not isinstance(run, TextRun) or run.text.strip()
    ]
    match seen:
        case [StrongRun(runs=runs)]:
            words = plain(runs).strip()
            is_short = len(words) <= _LONGEST and not words.endswith(_ENDS)
            return replace(passage.words, runs=runs) if is_short else None
        case _:
            return None


def _is_headed(following: Passage | None) -> bool:
    """Return whether text follows that a heading can stand over."""
    match following:
        case None | Heading():
            return False
        case Paragraph():
            return _bold(following) is None
        case _:
            return True
