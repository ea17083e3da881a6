"""Forced line ends to passages, where each line says something of its own.

For letterheads and lists of pages that a writer set as one paragraph, by `<br>` or by
Shift and Enter; the line ends of an address or a verse stay.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.importers.edit.regions import announces_reading
from pipeline.importers.edit.shapes import is_line, is_prose
from pipeline.importers.edit.sorts import sort_of
from pipeline.importers.leaves import text_of
from pipeline.importers.manuscript import Manuscript, Paragraph, Passage, Stretch, Words
from schemas.richtext import (
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    Run,
    StrongRun,
    TextRun,
)

_Held = StrongRun | EmphasisRun | ForeignRun | LinkRun


def with_lines(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Return the passages with letterheads and further reading parted into lines."""
    parted: list[Passage] = []
    language = manuscript.hints.language or "en"
    is_above = True
    for passage in manuscript.passages:
        lines = list(_lines(passage, manuscript.text))
        is_head = is_above and any(sort_of(line, language) for line in lines)
        is_listed = bool(parted) and announces_reading(parted[-1])
        if len(lines) > 1 and all(map(is_line, lines)) and (is_head or is_listed):
            parted += _bare(lines) if is_head else lines
        else:
            parted.append(passage)
        is_above = is_above and not (len(lines) < 2 and is_prose(passage))
    return tuple(parted)


def _bare(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the lines of a letterhead without the type that its fields are set in."""
    for line in lines:
        match [run for run in line.words.runs if run != TextRun(text=" ")]:
            case [StrongRun(runs=runs) | EmphasisRun(runs=runs)]:
                yield Paragraph(replace(line.words, runs=runs))
            case _:
                yield line


def _lines(passage: Passage, text: str) -> Iterator[Paragraph]:
    """Yield what stands between the line ends; nothing where the text has others."""
    if not isinstance(passage, Paragraph):
        return
    runs = _parted(passage.words.runs)
    start, end = passage.words.stretch.start, passage.words.stretch.end
    pieces = text[start:end].split("\n")
    if len(pieces) != len(runs):
        return
    for piece, said in zip(pieces, runs, strict=True):
        line = Paragraph(Words(said, Stretch(start, start + len(piece))))
        start += len(piece) + 1
        if not text_of(line):
            return
        yield line


def _parted(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """Return the runs of each line; marks that span a line end stand in both."""
    lines: list[tuple[Run, ...]] = [()]
    for run in runs:
        match run:
            case BreakRun():
                lines.append(())
            case StrongRun() | EmphasisRun() | ForeignRun() | LinkRun():
                first, *others = _parted(run.runs)
                lines[-1] += _held(run, first)
                lines += [_held(run, each) for each in others]
            case _:
                lines[-1] += (run,)
    return lines


def _held(run: _Held, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return (run.model_copy(update={"runs": runs}),) if runs else ()
