"""Words of an edited file that no sheet can hold: told before anything is aligned."""

import re
from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error
from pipeline.word import Paragraph, WordStory
from schemas.values import forbidden_character

# Ten pages; every character is held against those of the base.
_LONGEST_PARAGRAPH = 30_000
# What Markdown reads as one word.
_LONGEST_WORD = 4_000
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_SHOWN = 40


def unheld_words(story: WordStory) -> Iterator[Diagnostic]:
    """Yield what is too long, or has a character that is not allowed in documents."""
    notes = [paragraph for note in story.notes for paragraph in note.paragraphs]
    for paragraph in (*story.paragraphs, *notes):
        yield from _too_long(paragraph)
        yield from _forbidden(paragraph)


def _too_long(paragraph: Paragraph) -> Iterator[Diagnostic]:
    text, place = paragraph.text, paragraph.place
    if len(text) > _LONGEST_PARAGRAPH:
        message = f"{place} has {len(text):,} characters"
        hint = f"divide it: at most {_LONGEST_PARAGRAPH:,} are read"
        yield error("too-large", message, hint=hint)
    elif word := _LONG_WORD.search(text):
        message = f"{place}: a word has {len(word[0]):,} characters"
        hint = f"put blanks into it: a word may have {_LONGEST_WORD:,}"
        yield error("too-large", message, hint=hint)


def _forbidden(paragraph: Paragraph) -> Iterator[Diagnostic]:
    # Tabs and line ends are Word's own elements, and are read as such.
    text = paragraph.text.replace("\n", " ").replace("\t", " ")
    index = forbidden_character(text)
    if index is not None:
        before = text[max(0, index - _SHOWN) : index].strip()
        where = f"behind `{before}`" if before else "at its start"
        message = f"U+{ord(text[index]):04X} stands {where}"
        hint = "delete this character, which cannot be seen: no document may hold it"
        yield error("character", f"{paragraph.place}: {message}", hint=hint)
