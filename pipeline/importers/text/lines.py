"""Text to lines as they read, each knowing where its characters stand in the text.

Characters that print nothing leave their line and damaged words are repaired; each such
change is recorded. Empty lines are counted only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.importers.manuscript import LeftOut, Mark, Reason, Stretch
from pipeline.importers.scribe import UNSEEN
from pipeline.importers.text.repair import repairs
from schemas.values import has_words

_LINE = re.compile("[^\n\x0b\x85\u2028\u2029]+")
# A mark of a heading inside a line, behind blanks: its line end was lost when a page
# was turned into text.
_LOST_LINE_END = re.compile(r"(?<=\S)\s{2,}(?=#{2,6}[^\s#])")
# In a file of one or two lines, wide gaps are what is left of its line ends.
_GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)")
_ONE_LINE = 1000
# Symbol fonts of word processors keep their bullets in the private use area.
_PRIVATE_BULLET = re.compile(r"\s*([\ue000-\uf8ff])(?=\s*[^\ue000-\uf8ff]|\s*$)")
_LINE_END = re.compile("[\n\x0b\x85\u2028\u2029]")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something to read."""

    text: str
    """Without what prints nothing, and without blanks at its ends."""
    start: int
    """Where the line starts in the file's text."""
    blanks_before: int
    indent: int
    """In columns."""
    edits: tuple[LeftOut, ...] = ()
    columns: tuple[int, ...] = ()
    """Where in `text` each edit stands."""

    def begin(self, column: int) -> int:
        """Return where the character at `column` starts in the file's text."""
        return self._place(column, is_end=False)

    def end(self, column: int) -> int:
        """Return where the character before `column` ends in the file's text."""
        return self._place(column - 1, is_end=True)

    def _place(self, column: int, *, is_end: bool) -> int:
        index = bisect_right(self.columns, column) - 1
        if index < 0:
            return self.start + column + is_end
        edit, behind = self.edits[index], column - self.columns[index]
        if behind < len(edit.instead):
            return edit.stretch.end if is_end else edit.stretch.start
        return edit.stretch.end + behind - len(edit.instead) + is_end

    @property
    def is_apart(self) -> bool:
        """Whether an empty line stands before this one."""
        return self.blanks_before > 0


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text and what was changed in them."""

    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    marks: tuple[Mark, ...]


def read_lines(text: str) -> Lines:
    """Return the lines of `text` that hold something to read."""
    lines: list[Line] = []
    left_out: list[LeftOut] = []
    marks: list[Mark] = []
    number, done, ends = 1, 0, 0
    for start, end in _spans(text):
        between = text[done:start]
        number += between.count("\n")
        ends += len(_LINE_END.findall(between))
        done = end
        edits = _edits(text[start:end], start)
        line = _line(text[start:end], start, max(ends - 1, 0), edits)
        if line:
            lines.append(line)
            ends = 0
        else:
            edits = _unseen(text, start, end)
        left_out += edits
        if line or edits:
            marks.append(Mark(start, f"line {number}"))
    return Lines(tuple(lines), tuple(left_out), tuple(marks))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line, and of what once was a line."""
    lost = _LOST_LINE_END
    if len(text) > _ONE_LINE and text.strip().count("\n") < 2:
        lost = _GAP
    has_lost = bool(lost.search(text))
    for found in _LINE.finditer(text):
        start = found.start()
        for gap in lost.finditer(text, *found.span()) if has_lost else ():
            yield start, gap.start()
            start = gap.end()
        yield start, found.end()


def _edits(raw: str, start: int) -> tuple[LeftOut, ...]:
    """Return what is changed in a line: damage, private bullets, signs unseen."""
    if raw.isascii() and raw.isprintable() and "&" not in raw:
        return ()
    mended = repairs(raw)
    bullet = _PRIVATE_BULLET.match(raw)
    edits: list[LeftOut] = []

    def leave_out(first: int, last: int, reason: Reason, instead: str = "") -> None:
        edits.append(LeftOut(Stretch(start + first, start + last), reason, instead))

    done = 0
    if bullet and not mended:
        done = bullet.end(1)
        leave_out(*bullet.span(1), Reason.MARKER, "\u2022")
    for first, last, instead in [*mended, (len(raw), len(raw), "")]:
        for unseen in UNSEEN.finditer(raw, done, first):
            if not unseen[0].isspace():
                leave_out(*unseen.span(), Reason.CONTROL)
        if last > first:
            leave_out(first, last, Reason.REPAIRED, UNSEEN.sub("", instead))
        done = last
    return tuple(edits)


def _unseen(text: str, start: int, end: int) -> tuple[LeftOut, ...]:
    """Return the account of a line in which nothing is seen."""
    bare = text[start:end].strip()
    first = text.find(bare, start)
    return (LeftOut(Stretch(first, first + len(bare)), Reason.CONTROL),) if bare else ()


def _line(raw: str, start: int, blanks: int, edits: tuple[LeftOut, ...]) -> Line | None:
    """Return the line as it reads; None where there is nothing to read."""
    if not edits:
        return _unchanged(raw, start, blanks)
    pieces, columns, length, done = [], [], 0, 0
    for edit in edits:
        first, last = edit.stretch.start - start, edit.stretch.end - start
        length += first - done
        columns.append(length)
        length += len(edit.instead)
        pieces += [raw[done:first], edit.instead]
        done = last
    text = "".join([*pieces, raw[done:]]).rstrip()
    if not has_words(text):
        return None
    bare = text.lstrip()
    lead = len(text) - len(bare)
    columns = [column - lead for column in columns]
    place = start + lead
    return Line(bare, place, blanks, _indent(text[:lead]), edits, tuple(columns))


def _unchanged(raw: str, start: int, blanks: int) -> Line | None:
    text = raw.strip()
    if not has_words(text):
        return None
    lead = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
    return Line(text, start + lead, blanks, _indent(raw[:lead]))


def _indent(blanks: str) -> int:
    return len(blanks.replace("\u3000", "  ").expandtabs(4)) if blanks else 0


def columns_of(text: str) -> int:
    """Return how wide `text` stands in a fixed pitch: ideographs take two columns."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
