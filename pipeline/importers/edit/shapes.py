"""What lines look like: prose, short lines, program code."""

import re

from pipeline.importers.leaves import text_of
from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Heading,
    Item,
    Paragraph,
    Passage,
    Picture,
    Quotation,
    Rule,
)

# Ideographs and Hangul say in one sign what takes other scripts three.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ENDS = re.compile(r"[.!?。！？।۔؟…][\"'”’»)\]]*$")
_PROSE, _SENTENCE = 160, 50
# Signs that programs are full of and prose is not.
_CODE_SIGNS = re.compile(r"[{}();=<>\[\]$&|'\"]")
_CODE = re.compile(
    r"\)\s*\{|\}\s*\)|\}\s*;|;\s*\}|\bfunction\s*\(|=>\s*\{|<\?php|</?script\b"
    r"|\b(?:var|let|const)\s+\w+\s*=|[\w-]+\s*:\s*[^;{}]{1,40};\s*[\w-]+\s*:"
)
_CODE_SHARE = 0.08


def width(text: str) -> int:
    """Return how long `text` is, in letters of an alphabet."""
    return len(text) if text.isascii() else len(text) + 2 * len(_DENSE.findall(text))


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends as sentences do."""
    return bool(_ENDS.search(text[-6:]))


def is_prose(passage: Passage) -> bool:
    """Return whether a passage is running text, and no line of a masthead or menu."""
    match passage:
        case Heading() | Rule():
            return False
        case Grid() | Quotation() | Picture() | Footnote():
            return True
        case Paragraph() | Item():
            text = text_of(passage)
            size = width(text)
            return size >= _PROSE or (size >= _SENTENCE and ends_sentence(text))


def is_line(passage: Passage, longest: int = 120) -> bool:
    """Return whether a passage is a line that stands alone."""
    if not isinstance(passage, Paragraph | Heading):
        return False
    return width(text_of(passage)) <= longest and not is_prose(passage)


def is_code(text: str) -> bool:
    """Return whether `text` is a program's, left over from a page."""
    if not any(sign in text for sign in "{};<="):
        return False
    signs = len(_CODE_SIGNS.findall(text))
    return signs >= _CODE_SHARE * len(text) and bool(_CODE.search(text))
