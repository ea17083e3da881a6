"""The words of a document, for proving that every format says the same.

Two texts are equal when their words are: white space is one space, and characters
that only steer line breaking or joining (category Cf: soft hyphen, zero-width space)
are none.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.tree import Document, leaves, plain_text


@dataclass(frozen=True, slots=True)
class Passage:
    """The normalized words of one leaf, and the leaf's origin."""

    origin: str
    text: str


def passages(document: Document) -> Iterator[Passage]:
    """Yield the body's passages in reading order, without list labels and notes."""
    for leaf in leaves(document.blocks):
        yield Passage(leaf.origin, normalized(plain_text(leaf.content)))


def note_passages(document: Document) -> Iterator[Passage]:
    """Yield the passages of the notes in the order of their references."""
    for note in document.notes:
        yield Passage(note.text.origin, normalized(plain_text(note.text.content)))


@lru_cache(maxsize=4096)
def normalized(text: str) -> str:
    """Return `text` with white space folded and invisible format characters removed."""
    if not text.isascii():
        text = "".join(
            character for character in text if unicodedata.category(character) != "Cf"
        )
    return " ".join(text.split())
