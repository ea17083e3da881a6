"""The standfirst: a sentence that a house sets below titles, or a lead in italics."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.runs import emphasised
from pipeline.importers.edit.shapes import is_prose
from pipeline.importers.leaves import text_of
from pipeline.importers.manuscript import Paragraph, Passage, Words

# The sentence that points to further pages before the text begins.
_POINTER = re.compile(
    r"(?:More|Further|Additional) information (?:about|on) .{2,120}? is available "
    r"(?:on|at|from|in) .{3,400}\."
)


def take_standfirst(
    passages: Sequence[Passage], ledger: Ledger
) -> tuple[Words | None, list[Passage]]:
    """Return the standfirst, and the passages without it.

    A text that says nothing else keeps it as its text: a sheet needs one.
    """
    words = _pointer(passages) or _lead(passages)
    if words is None or not any(map(text_of, passages[1:])):
        return None, list(passages)
    ledger.guess("standfirst", text_of(passages[0]), words.stretch, 0.9)
    return words, list(passages[1:])


def _pointer(passages: Sequence[Passage]) -> Words | None:
    match passages[:1]:
        case [Paragraph(words) as first] if _POINTER.fullmatch(text_of(first)):
            return words
        case _:
            return None


def _lead(passages: Sequence[Passage]) -> Words | None:
    """Return the words of a paragraph in italics that upright ones follow."""
    match passages[:2]:
        case [Paragraph(words), Paragraph() as after]:
            inner = emphasised(words.runs)
            is_lead = is_prose(after) and not emphasised(after.words.runs)
            return replace(words, runs=inner) if inner and is_lead else None
        case _:
            return None
