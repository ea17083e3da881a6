"""The words of a Word paragraph in their marks, as a scribe writes them."""

from collections.abc import Iterator, Mapping
from itertools import chain

from pipeline.importers.scribe import (
    Break,
    Call,
    Dress,
    Inline,
    Piece,
)
from pipeline.importers.targets import link_to, target_of
from pipeline.word import Marks, NoteCall, Paragraph, Words
from schemas.flat import Emphasis, Foreign, Strong

Names = Mapping[str, str]
"""Keys of notes to the names that the sheet calls them by."""


def inline_of(paragraph: Paragraph, notes: Names, lang: str) -> Iterator[Inline]:
    """Yield the words, line ends and calls of a paragraph; `lang` is the file's."""
    for each in paragraph.inlines:
        match each:
            case Words(text, marks):
                yield from _lines(text, _dress(marks, text, lang))
            case NoteCall(note) if note in notes:
                name = notes[note]
                yield Call(name, name.rpartition("-")[2])
            case _:
                pass


def joined(paragraphs: tuple[Paragraph, ...], notes: Names, lang: str) -> list[Inline]:
    """Return several paragraphs as one passage with line ends inside."""
    parts = (chain(inline_of(each, notes, lang), [Break()]) for each in paragraphs)
    return list(chain.from_iterable(parts))


def _lines(text: str, dress: tuple[Dress, ...]) -> Iterator[Inline]:
    for index, line in enumerate(text.split("\n")):
        if index:
            yield Break(dress)
        if line:
            yield Piece(line, dress)


def _dress(marks: Marks, text: str, lang: str) -> tuple[Dress, ...]:
    dress: list[Dress] = []
    if marks.lang and _is_foreign(marks.lang, text, lang):
        dress.append(Foreign(marks.lang))
    if marks.target:
        dress.append(link_to(target_of(marks.target, None)))
    if marks.strong:
        dress.append(Strong())
    if marks.emphasis:
        dress.append(Emphasis())
    return tuple(dress)


def _is_foreign(language: str, text: str, lang: str) -> bool:
    """Return whether words are in another language, not only in another spelling.

    Word marks what its speller took for British in an American file; numbers and signs
    carry a language too.
    """
    other = language.split("-")[0].lower() != lang.split("-")[0].lower()
    return bool(lang) and other and any(map(str.isalpha, text))
