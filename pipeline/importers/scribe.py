"""Writes a manuscript while a reader walks a file of marked-up text.

White space folds as in HTML: a run of blanks is one blank, and none stands at the start
or end of a passage. Characters that print nothing leave the text and are accounted for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pydantic import ValidationError

from pipeline.importers.links import linked
from pipeline.importers.manuscript import (
    Guess,
    Hints,
    LeftOut,
    Manuscript,
    Mark,
    Passage,
    Reason,
    Stretch,
    Words,
)
from schemas import flat
from schemas.richtext import AbbreviationRun, BreakRun, NoteRun, Run, TextRun
from schemas.values import has_words


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Marks an abbreviation."""

    expansion: str


Dress = flat.Mark | Abbreviation


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of running text in its marks, the outermost first."""

    text: str
    dress: tuple[Dress, ...] = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A forced line end."""

    dress: tuple[Dress, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A call to the footnote `note`; `label` is what the file prints for it."""

    note: str
    label: str
    dress: tuple[Dress, ...] = ()


Inline = Piece | Break | Call
NOTHING = Words((), Stretch(0, 0))
"""What an empty cell says."""

_BLANKS = re.compile(r"[ \t\n\r\f]+")
# Format signs and what the model refuses: C0 and C1 controls, soft hyphen, zero-width
# space, word joiner, bidi embeddings, byte order mark, private use, noncharacters.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)


class Scribe:
    """Gathers the text, the passages and the account of one manuscript."""

    def __init__(self, name: str) -> None:
        """Start the manuscript of the file `name`."""
        self._name = name
        self.passages: list[Passage] = []
        self._text: list[str] = []
        self._length = 0
        self._left_out: list[LeftOut] = []
        self._guesses: list[Guess] = []
        self._marks: list[Mark] = []

    def at(self, place: str) -> None:
        """Say that what is written from here on stands at `place` of the file."""
        if not self._marks or self._marks[-1].place != place:
            self._marks.append(Mark(self._length, place))

    def write(self, inline: Iterable[Inline]) -> Words | None:
        """Return the words of one passage; None where nothing in it is seen."""
        folded = list(_folded(inline))
        seen = "".join(each.text for each in folded if isinstance(each, Piece))
        if not has_words(UNSEEN.sub("", seen)):
            self.leave_out(seen, Reason.CONTROL)
            return None
        start = self._length
        kept = [self._put(each) for each in folded]
        stretch = Stretch(start, self._length)
        self._append("\n")
        return Words(tuple(_nested(kept)), stretch)

    def _put(self, each: Inline) -> Inline:
        match each:
            case Piece(text):
                for found in UNSEEN.finditer(text):
                    where = self._length + found.start()
                    self._account(where, where + 1, Reason.CONTROL)
                self._append(text)
                return replace(each, text=UNSEEN.sub("", text))
            case Break():
                self._append("\n")
            case Call(_, label):
                self._account(self._length, self._length + len(label), Reason.MARKER)
                self._append(label)
        return each

    def leave_out(self, text: str, reason: Reason, instead: str = "") -> None:
        """Account for `text` that no passage holds."""
        text = " ".join(text.split())
        if text:
            self._account(self._length, self._length + len(text), reason, instead)
            self._append(text + "\n")

    def here(self) -> Stretch:
        """Return the empty stretch at the end of what is written."""
        return Stretch(self._length, self._length)

    def guess(self, what: str, value: str, words: Words, confidence: float) -> None:
        """Record a conclusion drawn from `words`."""
        self._guesses.append(Guess(what, value, words.stretch, confidence))

    def finished(
        self, hints: Hints, pictures: Mapping[str, bytes] | None = None
    ) -> Manuscript:
        """Return what was written, and the pictures that it names."""
        return Manuscript(
            name=self._name,
            text="".join(self._text),
            passages=tuple(self.passages),
            hints=hints,
            left_out=tuple(self._left_out),
            guesses=tuple(self._guesses),
            marks=tuple(self._marks),
            pictures=pictures or {},
        )

    def _append(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)

    def _account(self, start: int, end: int, reason: Reason, instead: str = "") -> None:
        self._left_out.append(LeftOut(Stretch(start, end), reason, instead))


def _folded(inline: Iterable[Inline]) -> Iterator[Inline]:
    """Yield the parts of a passage with blanks folded, across the parts too."""
    parts: list[Inline] = []
    after_blank = True
    for each in inline:
        match each:
            case Piece(text):
                text = _BLANKS.sub(" ", text)
                text = text[1:] if after_blank and text[:1] == " " else text
                if not text:
                    continue
                after_blank = text[-1] == " "
                parts.append(replace(each, text=text))
            case Break():
                _strip_end(parts)
                after_blank = True
                if parts and not isinstance(parts[-1], Break):
                    parts.append(each)
            case Call():
                after_blank = False
                parts.append(each)
    if parts and isinstance(parts[-1], Break):
        parts.pop()
    _strip_end(parts)
    yield from parts


def _strip_end(parts: list[Inline]) -> None:
    """Remove the blank before a line end."""
    if parts and isinstance(last := parts[-1], Piece) and last.text[-1] == " ":
        parts[-1:] = [replace(last, text=last.text[:-1])] if last.text != " " else []


def _nested(inline: Sequence[Inline], depth: int = 0) -> Iterator[Run]:
    """Yield runs: parts that share a mark at `depth` stand in it together."""
    for dress, group in groupby(inline, lambda each: each.dress[depth : depth + 1]):
        parts = list(group)
        if dress:
            yield from _dressed(dress[0], tuple(_nested(parts, depth + 1)))
        else:
            for each in parts:
                yield from _runs(each)


def _runs(each: Inline) -> tuple[Run, ...]:
    match each:
        case Piece(text, dress):
            is_link = any(isinstance(mark, flat.Link | Abbreviation) for mark in dress)
            return (TextRun(text=text),) if is_link else linked(text)
        case Break():
            return (BreakRun(),)
        case Call(note):
            return (NoteRun(note=note),)


def _dressed(dress: Dress, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return `runs` in their mark, or bare where the model knows no such marks."""
    try:
        if isinstance(dress, Abbreviation):
            return _abbreviated(runs, dress.expansion)
        return (flat.marked(dress, runs),)
    except ValidationError:
        return runs


def _abbreviated(runs: tuple[Run, ...], expansion: str) -> tuple[Run, ...]:
    match runs:
        case (TextRun(text=text),):
            return (AbbreviationRun(text=text, expansion=expansion),)
        case _:
            return runs
