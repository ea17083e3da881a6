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
# It stands among the first paragraphs, or it is one like others.
_FIRST = 3


def take_standfirst(
    passages: Sequence[Passage], ledger: Ledger
) -> tuple[Words | None, list[Passage]]:
    """Return the standfirst, and the passages without it."""
    for index, passage in enumerate(passages[:_FIRST]):
        if not isinstance(passage, Paragraph):
            break
        words = _pointer(passage) or _lead(passages, index)
        if words:
            ledger.guess("standfirst", text_of(passage), words.stretch, 0.9)
            return words, [*passages[:index], *passages[index + 1 :]]
    return None, list(passages)


def _pointer(passage: Paragraph) -> Words | None:
    return passage.words if _POINTER.fullmatch(text_of(passage)) else None


def _lead(passages: Sequence[Passage], index: int) -> Words | None:
    """Return the words of a paragraph in italics that upright ones follow."""
    match passages[index : index + 2]:
        case [Paragraph(words), Paragraph() as after] if index == 0:
            inner = emphasised(words.runs)
            is_lead = is_prose(after) and not emphasised(after.words.runs)
            return replace(words, runs=inner) if inner and is_lead else None
        case _:
            return None
