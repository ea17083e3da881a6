"""Footnotes that are called become notes; others stay paragraphs where they stand."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.runs import calls, without_calls
from pipeline.importers.leaves import leaves
from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Heading,
    Item,
    Paragraph,
    Passage,
    Quotation,
    Words,
)
from schemas.factsheet import Note
from schemas.richtext import NoteRun, walk_runs


def settle_notes(
    passages: Sequence[Passage], ledger: Ledger
) -> tuple[list[Passage], tuple[Note, ...]]:
    """Return the passages with calls that lead somewhere, and the notes called."""
    called = {
        name
        for passage in passages
        if not isinstance(passage, Footnote)
        for words in leaves(passage)
        for name in calls(words.runs)
    }
    notes: dict[str, Note] = {}
    kept: list[Passage] = []
    for passage in passages:
        if isinstance(passage, Footnote):
            words = _cleared(passage.words, frozenset())
            if passage.name in called and passage.name not in notes:
                notes[passage.name] = Note(name=passage.name, text=words.runs)
                kept.append(replace(passage, words=words))
            else:
                ledger.guess("footnote that nothing calls", "", words.stretch, 0.8)
                kept.append(Paragraph(words))
        else:
            kept.append(passage)
    if called - notes.keys():
        kept = [_settled(each, frozenset(notes)) for each in kept]
    return kept, tuple(notes.values())


def _settled(passage: Passage, known: frozenset[str]) -> Passage:
    if isinstance(passage, Footnote):
        return passage
    if isinstance(passage, Grid):
        return replace(
            passage,
            rows=tuple(
                tuple(_cleared(cell, known) for cell in row) for row in passage.rows
            ),
            notes=tuple(_cleared(note, known) for note in passage.notes),
            caption=passage.caption and _cleared(passage.caption, known),
        )
    if isinstance(passage, Heading | Paragraph | Item | Quotation):
        return replace(passage, words=_cleared(passage.words, known))
    return passage


def _cleared(words: Words, known: frozenset[str]) -> Words:
    """Return words without calls of notes that are not known."""
    if all(
        not isinstance(run, NoteRun) or run.note in known
        for run in walk_runs(words.runs)
    ):
        return words
    return replace(words, runs=without_calls(words.runs, known))
