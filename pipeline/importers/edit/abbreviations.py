"""Abbreviations that a text explains itself: `Kosovo Force (KFOR)`.

For the first mention in parentheses behind the words; only where the letters are the
beginnings of those words, one after the other, is it an abbreviation of them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.manuscript import Footnote, Item, Paragraph, Passage, Words
from schemas.richtext import AbbreviationRun, Run, TextRun

_SHORT = re.compile(r"(?<=[\s”\"’])\((?P<short>[^\W\d_][^\W_&/-]*(?:[&/-]?[^\W_])*)\)")
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")
_LONGEST = 12
# Words that an abbreviation may pass over.
_SMALL_WORDS = (
    "of the and for in on to a an at by with against from de la le les des du d et "
    "pour en y del los las el para da do dos das e della delle di il per und für der "
    "die das zur van voor"
)
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(slots=True)
class _Known:
    ledger: Ledger
    seen: set[str] = field(default_factory=set)


def with_abbreviations(passages: Sequence[Passage], ledger: Ledger) -> list[Passage]:
    """Return the passages with each abbreviation that they explain marked once."""
    known = _Known(ledger)
    return [_marked(each, known) for each in passages]


def _marked(passage: Passage, known: _Known) -> Passage:
    match passage:
        case Paragraph(words) | Item(words) | Footnote(_, words):
            if not any(
                isinstance(run, TextRun) and "(" in run.text for run in words.runs
            ):
                return passage
            runs = [each for run in words.runs for each in _in_run(run, words, known)]
            return replace(passage, words=replace(words, runs=tuple(runs)))
        case _:
            return passage


def _in_run(run: Run, words: Words, known: _Known) -> Sequence[Run]:
    if not isinstance(run, TextRun) or "(" not in run.text:
        return (run,)
    parts: list[Run] = []
    done = 0
    for found in _SHORT.finditer(run.text):
        short = found["short"]
        before = run.text[max(done, found.start() - 200) : found.start()]
        expansion = None if short in known.seen else expansion_of(short, before)
        if expansion is None:
            continue
        known.seen.add(short)
        known.ledger.guess(f"abbreviation {short}", expansion, words.stretch, 0.9)
        parts.append(TextRun(text=run.text[done : found.start("short")]))
        parts.append(AbbreviationRun(text=short, expansion=expansion))
        done = found.end("short")
    return (*parts, TextRun(text=run.text[done:]))


def expansion_of(short: str, before: str) -> str | None:
    """Return the words at the end of `before` that `short` abbreviates, or None."""
    letters = re.sub(r"[^\w]", "", short)
    if letters.endswith("s") and letters[:-1].isupper():
        letters = letters[:-1]
    capitals = sum(letter.isupper() for letter in letters)
    if not 2 <= len(letters) <= _LONGEST or capitals < 2 or capitals * 2 < len(letters):
        return None
    spans = [found.span() for found in _WORD.finditer(before)]
    start = _start(before, spans, letters.casefold())
    return None if start is None else before[start:].strip(' ”"’')


def _start(before: str, spans: list[tuple[int, int]], letters: str) -> int | None:
    """Return where the words start whose beginnings spell `letters`, read backwards."""
    left = letters
    for begin, end in reversed(spans[-2 * len(letters) :]):
        word = before[begin:end]
        if re.search(r"[.;:!?()]\s", before[end : end + 2]):
            return None
        taken = _taken(word.casefold(), left)
        if taken:
            left = left[: len(left) - taken]
        elif word.casefold() not in _SMALL:
            return None
        if not left:
            return begin if word[:1].isupper() else None
    return None


def _taken(word: str, letters: str) -> int:
    """Return how many of the last `letters` are the beginning of `word`.

    One of each, but all that a word of three letters or fewer has (EU, UN), and the
    longest beginning where the rest of the words must spell the rest (KFOR, COMESA).
    """
    parts = re.split(r"[-–]", word)
    if len(parts) > 1 and letters.endswith("".join(part[:1] for part in parts)):
        return len(parts)
    for size in range(min(len(word), len(letters)), 0, -1):
        if letters.endswith(word[:size]):
            return size
    return 0
