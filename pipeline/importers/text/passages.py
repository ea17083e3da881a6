"""Units to passages: rich text, levels, depths, and the account of every marker."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.importers.links import linked
from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Guess,
    Heading,
    Item,
    LeftOut,
    Paragraph,
    Passage,
    Quotation,
    Reason,
    Rule,
    Stretch,
    Words,
)
from pipeline.importers.text.depths import depths
from pipeline.importers.text.levels import Head
from pipeline.importers.text.notes import CALL, Notes, called
from pipeline.importers.text.sentences import joint
from pipeline.importers.text.units import (
    Entry,
    Part,
    Prose,
    Ruling,
    Table,
    Titled,
    Unit,
    Void,
    left_out,
)
from schemas.richtext import NoteRun, Run, TextRun, plain
from schemas.values import has_words

_BLANKS = re.compile(r"\s+")
# Single blanks of a certain width or hold are the author's; padding is not.
_KEPT = frozenset("\xa0\u202f\u2007\u2009\u200a\u2002\u2003\u3000")
# A line end may have cut an address that ends with one of these.
_BROKEN = re.compile(r"(?:https?://|www\.)\S*[-/_=&?%.]$")


@dataclass(slots=True)
class Account:
    """Gathers what is left out and what was guessed while passages are made."""

    left_out: list[LeftOut] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)


def passages(
    units: Sequence[Unit], heads: dict[int, Head], notes: Notes, account: Account
) -> Iterator[Passage]:
    """Yield the passages that the units are."""
    writer = _Writer(heads, notes, account)
    for index, (unit, depth) in enumerate(zip(units, depths(units), strict=True)):
        yield from writer.passage(index, unit, depth)


class _Writer:
    """Writes units as passages."""

    def __init__(self, heads: dict[int, Head], notes: Notes, account: Account) -> None:
        self.heads = heads
        self.notes = notes
        self.account = account

    def passage(self, index: int, unit: Unit, depth: int) -> Iterator[Passage]:
        """Yield what a unit is; a bullet without words is nothing."""
        if index in self.notes.texts:
            yield self._note(unit, *self.notes.texts[index])
            return
        match unit:
            case Prose(parts) | Titled(parts) if index in self.heads:
                yield self._heading(unit, parts, self.heads[index])
            case Prose(parts) | Titled(parts):
                yield Paragraph(self._words(parts))
            case Entry(parts, marker=marker, mark=mark):
                number = marker.number if marker else None
                words = self._words(parts, (mark,))
                if marker and marker.kind == ">":
                    yield Quotation(words)
                else:
                    yield Item(words, depth, number, is_continued=marker is None)
            case Table():
                yield self._grid(unit)
            case Ruling(part):
                yield Rule(part.stretch)
            case Void(mark):
                self._leave_out(mark)

    def _heading(
        self, unit: Prose | Titled, parts: tuple[Part, ...], head: Head
    ) -> Heading:
        marks = unit.marks if isinstance(unit, Titled) else ()
        words = self._words(parts, marks)
        if head.confidence < 1:
            value = str(head.level)
            guess = Guess("heading", value, words.stretch, head.confidence)
            self.account.guesses.append(guess)
        return Heading(words, head.level)

    def _note(self, unit: Unit, number: int, start: int) -> Passage:
        assert isinstance(unit, Prose | Entry)
        first, *others = unit.parts
        mark = unit.mark if isinstance(unit, Entry) else Part(first.line, 0, start)
        parts = (Part(first.line, first.start + start, first.end), *others)
        return Footnote(f"note-{number}", self._words(parts, (mark,)))

    def _grid(self, table: Table) -> Grid:
        for mark in table.marks:
            self._leave_out(mark)
        rows = tuple(tuple(self._words((cell,)) for cell in row) for row in table.rows)
        first, last = rows[0][0].stretch.start, rows[-1][-1].stretch.end
        confidence = 0.9 if table.marks or table.head_rows else 0.8
        guess = Guess("table", str(len(rows)), Stretch(first, last), confidence)
        self.account.guesses.append(guess)
        return Grid(rows, table.head_rows)

    def _leave_out(self, mark: Part) -> None:
        if mark.end > mark.start:
            self.account.left_out.append(left_out(mark, Reason.MARKER))

    def _words(self, parts: Sequence[Part], marks: Sequence[Part] = ()) -> Words:
        """Return the rich text of `parts`; the marks lie in its stretch."""
        for mark in marks:
            self._leave_out(mark)
        if len(parts) == 1 and not self.notes.numbers:
            return self._line(parts[0], marks)
        held = [part.stretch for part in (*parts, *marks)]
        stretch = Stretch(
            min(each.start for each in held), max(each.end for each in held)
        )
        runs = tuple(self._runs(parts))
        if not has_words(plain(runs)):
            # A cell may hold signs that print nothing.
            unseen = [part for part in parts if part.end > part.start]
            self.account.left_out += [left_out(part, Reason.CONTROL) for part in unseen]
            return Words((), stretch)
        return Words(runs, stretch)

    def _line(self, part: Part, marks: Sequence[Part]) -> Words:
        """Return the rich text of most passages: one line that calls no note."""
        text, stretch = _folded(part.text).strip(), part.stretch
        for mark in (each.stretch for each in marks):
            stretch = Stretch(
                min(stretch.start, mark.start), max(stretch.end, mark.end)
            )
        if has_words(text):
            return Words(linked(text), stretch)
        if text:
            self.account.left_out.append(left_out(part, Reason.CONTROL))
        return Words((), stretch)

    def _runs(self, parts: Sequence[Part]) -> Iterator[Run]:
        pieces = list(self._pieces(parts))
        is_broken = any(_BROKEN.search(part.text) for part in parts[:-1])
        after_text = False
        for index, piece in enumerate(pieces):
            if isinstance(piece, int):
                yield NoteRun(note=f"note-{piece}")
                continue
            text = _folded(piece)
            text = text if after_text else text.lstrip()
            text = text.rstrip() if index == len(pieces) - 1 else text
            after_text = after_text or bool(text)
            if text:
                yield from _runs(text, is_broken)

    def _pieces(self, parts: Sequence[Part]) -> Iterator[str | int]:
        """Yield the words of a passage and the numbers of the notes called there."""
        text: list[str] = []
        for index, part in enumerate(parts):
            done = part.start
            if index:
                text.append(joint(parts[index - 1].text, part.text))
            for call in self._calls(part):
                yield "".join([*text, part.line.text[done : call.start()]])
                yield called(call)
                text, done = [], call.end()
            text.append(part.line.text[done : part.end])
        yield "".join(text)

    def _calls(self, part: Part) -> Iterator[re.Match[str]]:
        if not self.notes.numbers:
            return
        for call in CALL.finditer(part.line.text, part.start, part.end):
            if called(call) in self.notes.numbers:
                self._leave_out(Part(part.line, call.start(), call.end()))
                yield call


def _runs(text: str, is_broken: bool) -> tuple[Run, ...]:
    return (TextRun(text=text),) if is_broken else linked(text)


def _folded(text: str) -> str:
    """Return `text` with each run of blanks as one; a single hard blank stays."""
    return _BLANKS.sub(lambda run: run[0] if run[0] in _KEPT else " ", text)
