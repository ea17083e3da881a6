"""Typed runs to inlines: the words of one block, with their marks."""

from collections.abc import Mapping
from typing import assert_never

from pipeline.tree import (
    Abbreviation,
    Content,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)
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


def compose_runs(runs: tuple[Run, ...], note_labels: Mapping[str, str]) -> Content:
    """Return `runs` as inlines; neighbouring texts are one.

    A lost link becomes its words: it leads nowhere, and says nothing else.
    """
    content: list[Inline] = []
    for run in runs:
        for inline in _compose_run(run, note_labels):
            before = content[-1] if content else None
            if isinstance(inline, Text) and isinstance(before, Text):
                content[-1] = Text(before.text + inline.text)
            else:
                content.append(inline)
    return tuple(content)


def _compose_run(run: Run, note_labels: Mapping[str, str]) -> Content:
    match run:
        case TextRun():
            return (Text(run.text),)
        case StrongRun():
            return (Strong(compose_runs(run.runs, note_labels)),)
        case EmphasisRun():
            return (Emphasis(compose_runs(run.runs, note_labels)),)
        case LinkRun():
            words = compose_runs(run.runs, note_labels)
            return (Link(words, run.target),) if run.target else words
        case AbbreviationRun():
            return (Abbreviation(run.text, run.expansion),)
        case ForeignRun():
            return (Foreign(run.lang, compose_runs(run.runs, note_labels)),)
        case NoteRun():
            return (NoteReference(run.note, note_labels[run.note]),)
        case BreakRun():
            return (LineBreak(),)
        case _:
            assert_never(run)
