"""What makes a line look like a heading where nothing marks it as one.

For documents whose styles were lost on the way to plain text.
"""

import re
from enum import Enum

from pipeline.importers.text.lines import columns_of
from pipeline.importers.text.sentences import (
    ends_open,
    ends_sentence,
    has_label,
    leads_in,
    starts_bare,
)


class Form(Enum):
    """The ways in which a line stands out; the order is that of their ranks."""

    CAPITALS = 0
    TITLE = 1
    SENTENCE = 2
    COLON = 3
    QUESTION = 4
    LABEL = 5
    """`Alabama: Over $334 million`, above a list of its parts."""
    DATED = 6
    """`Treaty of Extradition, 1939.`"""


LONGEST = 120
# Only capitals show a long line to be a heading.
_LONGEST_PLAIN = 80
# Words of fewer letters stay small in titles.
_WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")
# A line that ends so goes on somewhere.
_UNFINISHED = "&-–—+/"
_LETTER = re.compile(r"[^\W\d_]")
# Letters of the scripts that have capitals, Latin to Cyrillic, and what stands by them.
_CASED = re.compile("[A-Za-z\u00c0-\u052f\u1e00-\u1fff\\s\\d.,'’-]+")
_DATED = re.compile(r"\S.*,\s[^.,]{0,12}\d{4}(?:\s?[-–/]\s?\d{2,4})?\.")
# A day alone, written in any way: 10.11.2021, March 17, 2016, 1 نيسان/أبريل 2023.
_DAY = re.compile(
    r"(?:[^\W\d]+[.,]?\s){0,4}\D{0,4}\d{1,4}[\w\s.,/–-]{1,24}\d{1,4}\W{0,3}\w?"
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Pages lose their pictures and keep what stood below them.
_CAPTION = re.compile(
    r"(?i)(?:[^\W\d]+\s){0,2}(?:flag|map|seal|emblem|coat of arms|photo(?:graph)?|"
    r"portrait|picture|image|chart|graph|diagram|logo)s? (?:of|by|courtesy)\b"
)


def form_of(text: str) -> Form | None:
    """Return how a line stands out; None where it is words like others."""
    width = columns_of(text)
    if width > LONGEST or not starts_bare(text) or len(_LETTER.findall(text)) < 2:
        return None
    if is_dated(text):
        return Form.DATED
    if "@" in text or "://" in text or is_day(text):
        return None
    if text.endswith(("?", "？", "؟")):
        return Form.QUESTION if width <= _LONGEST_PLAIN + 20 else None
    if ends_sentence(text):
        return None
    if leads_in(text):
        return Form.COLON if is_title(text) else None
    if not ends_open(text) or text[-1] in _UNFINISHED:
        return None
    if has_label(text):
        return Form.LABEL
    if text.upper() == text != text.lower() and len(_LETTER.findall(text)) > 2:
        return Form.CAPITALS
    if is_title(text):
        return Form.TITLE
    return Form.SENTENCE if width <= _LONGEST_PLAIN else None


def is_title(text: str) -> bool:
    """Return whether most words start with a capital, as in titles."""
    words = _WORD.findall(text) or _LETTER.findall(text)[:1]
    high = sum(1 for word in words if word[0].isupper())
    if len(_CASED.sub("", text)) * 2 > len(text):
        return False
    return high > 0 and high >= len(words) * 0.7


def is_dated(text: str) -> bool:
    """Return whether the line names an event in a title's capitals, and its year."""
    return bool(text.endswith(".") and _DATED.fullmatch(text) and is_title(text))


def is_caption(text: str) -> bool:
    """Return whether the line names a picture that is gone."""
    return len(text) <= LONGEST and ends_open(text) and bool(_CAPTION.match(text))


def is_day(text: str) -> bool:
    """Return whether the line is a date and nothing else, however it is written."""
    return bool(len(text) < 40 and _YEAR.search(text) and _DAY.fullmatch(text))
