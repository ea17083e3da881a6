"""Manuscripts by hand: a line of a test is a passage, told by how the line starts."""

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.importers.conserve import prove
from pipeline.importers.edit import Edited, edit
from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Heading,
    Hints,
    Item,
    Manuscript,
    Mark,
    Paragraph,
    Passage,
    Quotation,
    Rule,
    Stretch,
    Words,
)
from schemas.blocks import Section
from schemas.factsheet import FactSheet
from schemas.richtext import EmphasisRun, NoteRun, Run, TextRun, plain

PROSE = (
    "The two countries have worked together for many years, and their governments meet "
    "every spring to agree on what the ministries are to do together in the next year."
)
NO_HINTS = Hints()
_FORM = re.compile(
    r"(?P<level>#+) |(?P<in> *)(?:(?P<bullet>-)|(?P<more>\+)|(?P<number>\d+)\.) "
    r"|(?P<quote>>) |\[\^(?P<note>[\w-]+)\]: "
)
_CALL = re.compile(r"\[\^([\w-]+)\]")


def manuscript(*lines: str, name: str = "a.txt", hints: Hints = NO_HINTS) -> Manuscript:
    """Return what `lines` are: `# `, `- `, `+ `, `1. `, `> `, `| a | b`, `---`.

    The signs that tell the kind of a passage are no part of the text.
    """
    writing = _Writing()
    for is_row, group in groupby(lines, lambda line: line.startswith("| ")):
        same = list(group)
        if is_row:
            writing.grid(same)
            continue
        for line in same:
            writing.passage(line)
    return Manuscript(
        name, writing.text, tuple(writing.passages), hints=hints,
        marks=tuple(writing.marks),
    )  # fmt: skip


def edited(*lines: str, name: str = "a.txt", hints: Hints = NO_HINTS) -> Edited:
    """Return the manuscript of `lines` edited, every word proven to be kept."""
    written = manuscript(*lines, name=name, hints=hints)
    found = edit(written)
    assert prove(written, found) == []
    return found


def sheet_of(*lines: str) -> FactSheet:
    """Return the sheet that `lines` become."""
    return edited(*lines).sheet


def left_out(*lines: str) -> list[tuple[str, str]]:
    """Return reason and words of what is left out of `lines`."""
    text = manuscript(*lines).text
    return [
        (each.reason.name, text[each.stretch.start : each.stretch.end])
        for each in edited(*lines).left_out
    ]


class _Writing:
    """A manuscript while it is written."""

    def __init__(self) -> None:
        self.text = ""
        self.passages: list[Passage] = []
        self.marks: list[Mark] = []

    def passage(self, line: str) -> None:
        """Write a line as the passage that its start tells."""
        self._mark()
        if line == "---":
            self.passages.append(Rule(self._write(line)))
        else:
            form = _FORM.match(line)
            words = self._words(line[form.end() :] if form else line)
            self.passages.append(_passage(form, words))
        self.text += "\n"

    def grid(self, lines: list[str]) -> None:
        """Write rows of cells."""
        self._mark()
        rows = []
        for line in lines:
            cells = [cell.strip() for cell in line[2:].split("|")]
            rows.append(tuple(self._cell(cell) for cell in cells))
            self.text += "\n"
        self.passages.append(Grid(tuple(rows), 0))

    def _cell(self, text: str) -> Words:
        words = self._words(text)
        self.text += "\t"
        return words

    def _mark(self) -> None:
        place = f"passage {len(self.passages) + 1}"
        self.marks.append(Mark(len(self.text), place))

    def _write(self, text: str) -> Stretch:
        start = len(self.text)
        self.text += text
        return Stretch(start, len(self.text))

    def _words(self, text: str) -> Words:
        """Write words: `*all of it*` is emphasis, `[^a]` calls a note."""
        if text.startswith("*") and text.endswith("*"):
            inner = TextRun(text=text[1:-1])
            return Words((EmphasisRun(runs=(inner,)),), self._write(text[1:-1]))
        return Words(tuple(_runs(text)), self._write(_CALL.sub("", text)))


def _runs(text: str) -> Iterator[Run]:
    for index, piece in enumerate(_CALL.split(text)):
        if index % 2:
            yield NoteRun(note=piece)
        elif piece:
            yield TextRun(text=piece)


def _passage(form: re.Match[str] | None, words: Words) -> Passage:
    if form is None:
        return Paragraph(words)
    if form["level"]:
        return Heading(words, len(form["level"]))
    if form["quote"]:
        return Quotation(words)
    if form["note"]:
        return Footnote(form["note"], words)
    number = int(form["number"]) if form["number"] else None
    return Item(words, len(form["in"]) // 2 + 1, number, bool(form["more"]))


def outline(sheet: FactSheet) -> list[str]:
    """Return headings and blocks, line by line."""
    return [line for each in sheet.sections for line in _outline(each, 2)]


def _outline(section: Section, level: int) -> Iterator[str]:
    yield "#" * level + " " + plain(section.heading or ())
    for block in section.blocks:
        words = plain(block.text) if block.kind == "paragraph" else ""
        yield f"{block.kind} {words}".strip()
    for inner in section.sections:
        yield from _outline(inner, level + 1)
