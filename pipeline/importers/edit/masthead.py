"""Reads the lines above a text: title, who issued it, what it is, when and where.

They stand in any order, and some are missing. What is recognised leaves the body for
its field; what is not stays where it stood.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.importers.edit.days import read_day
from pipeline.importers.edit.headline import (
    LONGEST,
    Choice,
    choose_title,
    is_unnamed_body,
    split_headline,
)
from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.organisations import published_by
from pipeline.importers.edit.phrases import is_trail
from pipeline.importers.edit.shapes import is_line, is_prose
from pipeline.importers.edit.sorts import Sort, sort_of
from pipeline.importers.leaves import leaves, text_of
from pipeline.importers.manuscript import (
    Heading,
    Item,
    Manuscript,
    Paragraph,
    Passage,
    Reason,
    Stretch,
    Words,
)
from pipeline.labels import day
from schemas.richtext import TextRun

# Fields stand within so many lines below a title; a text of lines only starts there.
_BELOW = 8
# So many items of a list above a title are a menu.
_A_MENU = 3


@dataclass(frozen=True, slots=True)
class Field:
    """A printed line of the masthead and the stretches that it was read from."""

    value: str
    stretches: tuple[Stretch, ...]
    confidence: float


@dataclass(slots=True)
class Masthead:
    """What was read, by model path."""

    fields: dict[str, Field] = field(default_factory=dict)
    issued: date | None = None
    place: str | None = None

    def value(self, path: str) -> str | None:
        """Return the line at a model path; None where the text has none."""
        return self.fields[path].value if path in self.fields else None


def read_masthead(
    manuscript: Manuscript, passages: Sequence[Passage], language: str, ledger: Ledger
) -> tuple[Masthead, list[Passage]]:
    """Return the masthead, and the passages without the lines that it was read from."""
    sorts = _sorts(passages, language)
    choice = choose_title(passages, sorts, manuscript.hints.title)
    reading = _Reading(manuscript, passages, sorts, language, ledger)
    if choice:
        reading.take_title(choice)
        reading.take_fields(range(choice.index))
        reading.take_fields(reading.below(choice.index))
        reading.set_page_aside(choice.index)
    else:
        reading.take_fields(reading.below(-1))
    return reading.masthead, reading.kept()


def _sorts(passages: Sequence[Passage], language: str) -> dict[int, Sort | None]:
    """Return which field each line above the running text is."""
    sorts: dict[int, Sort | None] = {}
    for index, passage in enumerate(passages):
        sort = sort_of(passage, language)
        if sort is None and is_prose(passage):
            return sorts
        sorts[index] = sort
    # Without running text nobody knows where lines like these end.
    return dict(list(sorts.items())[:_BELOW])


class _Reading:
    """A masthead while its lines are taken from the passages."""

    def __init__(
        self,
        manuscript: Manuscript,
        passages: Sequence[Passage],
        sorts: Mapping[int, Sort | None],
        language: str,
        ledger: Ledger,
    ) -> None:
        self.manuscript = manuscript
        self.passages = passages
        self.sorts = sorts
        self.language = language
        self.ledger = ledger
        self.masthead = Masthead()
        self.taken = set[int]()
        self.rests: dict[int, Passage] = {}

    def kept(self) -> list[Passage]:
        """Return the passages that nothing was read from, and rests of others."""
        return [
            self.rests.get(at, each)
            for at, each in enumerate(self.passages)
            if at in self.rests or at not in self.taken
        ]

    def take_title(self, choice: Choice) -> None:
        """Take the title's line, the line that completes it, the body named in it."""
        index = choice.index
        line, stretch = self._line(index)
        self.taken.add(index)
        parts = split_headline(line)
        if parts and self._split(line, stretch, parts.title, parts.body):
            return
        following = index + 1
        if line.endswith(":") and self._completes(line, following):
            rest, second = self._line(following)
            self.taken.add(following)
            self._put("title", f"{line} {rest}", (stretch, second), 0.7)
        else:
            self._put("title", line, (stretch,), choice.confidence)

    def _completes(self, line: str, index: int) -> bool:
        if self.sorts.get(index, Sort.DATE) or index not in self.sorts:
            return False
        passage = self.passages[index]
        is_short = len(line) + len(text_of(passage)) < LONGEST
        return isinstance(passage, Paragraph) and is_short

    def _split(
        self, line: str, whole: Stretch, title: tuple[int, int], body: tuple[int, int]
    ) -> bool:
        """Part a title from the body named behind it, where the file has it so."""
        text = self.manuscript.text
        if text[whole.start : whole.end] != line:
            return False
        first = Stretch(whole.start + title[0], whole.start + title[1])
        second = Stretch(whole.start + body[0], whole.start + body[1])
        self._put("title", line[slice(*title)], (first,), 0.8)
        self._put("issuer.agency", line[slice(*body)], (second,), 0.8)
        self._cut_words(first.end, second.start, Reason.MARKER)
        self._cut_words(second.end, whole.end, Reason.CHROME)
        return True

    def _cut_words(self, start: int, end: int, reason: Reason) -> None:
        """Leave out what stands in a stretch, but not the blanks around it."""
        raw = self.manuscript.text[start:end]
        lead = len(raw) - len(raw.lstrip())
        bare = Stretch(start + lead, start + lead + len(raw.strip()))
        self.ledger.cut(bare, reason)

    def below(self, title: int) -> Sequence[int]:
        """Return the lines below the title that fields may stand on."""
        end = title + 1
        while end in self.sorts and end <= title + _BELOW:
            passage = self.passages[end]
            is_section = isinstance(passage, Heading) and not self.sorts[end]
            if is_section or not (self.sorts[end] or is_line(passage)):
                break
            end += 1
        return range(title + 1, end)

    def take_fields(self, lines: Sequence[int]) -> None:
        """Take the lines that are fields, the first of each sort."""
        for index in lines:
            sort = self.sorts[index]
            has_words = isinstance(self.passages[index], Paragraph | Heading)
            if index in self.taken or not has_words:
                continue
            if text_of(self.passages[index]) in self._values():
                self.taken.add(index)
                self.ledger.leave(self.passages[index], Reason.DUPLICATE)
            elif sort:
                self._take(index, sort)
            elif self._is_whose(index):
                self._take_as(index, "issuer.agency", 0.6)
            else:
                self._take_imprint(index)

    def _take_imprint(self, index: int) -> None:
        """Take the body's name of an imprint; its year stays, for it is no day."""
        line, whole = self._line(index)
        end = published_by(line)
        text = self.manuscript.text[whole.start : whole.end]
        if end is None or text != line or "issuer.agency" in self.masthead.fields:
            return
        year = Stretch(whole.start + line.rindex(" ") + 1, whole.end)
        body = Stretch(whole.start, whole.start + end)
        runs = (TextRun(text=line[-(year.end - year.start) :]),)
        self.taken.add(index)
        self.rests[index] = Paragraph(Words(runs, year))
        self._put("issuer.agency", line[:end], (body,), 0.8)
        self._cut_words(body.end, year.start, Reason.MARKER)
        self.ledger.guess("year of issue, no day", runs[0].text, year, 0.8)

    def _values(self) -> set[str]:
        return {each.value for each in self.masthead.fields.values()}

    def _is_whose(self, index: int) -> bool:
        has_issuer = self.masthead.fields.keys() & {"issuer.agency", "issuer.bureau"}
        return not has_issuer and is_unnamed_body(self.passages, index, self.sorts)

    def _take(self, index: int, sort: Sort) -> None:
        fields = self.masthead.fields
        if sort is Sort.DATE:
            self._take_day(index)
        elif sort is Sort.AGENCY and sort.value in fields:
            # A second body is part of the first, whatever it is called.
            self._take_as(index, Sort.BUREAU.value, 0.6)
        else:
            self._take_as(index, sort.value, 0.9)

    def _take_as(self, index: int, path: str, confidence: float) -> None:
        if path not in self.masthead.fields:
            line, stretch = self._line(index)
            self.taken.add(index)
            self._put(path, line, (stretch,), confidence)

    def _take_day(self, index: int) -> None:
        """Take the day of issue; what prints is in the sheet's own form."""
        line, stretch = self._line(index)
        found = read_day(line, self.language)
        if found is None or self.masthead.issued:
            return
        self.taken.add(index)
        self.masthead.issued, self.masthead.place = found.day, found.place
        printed = dateline(found.day, found.place, self.language)
        self._put("issued", printed, (stretch,), found.confidence)
        if printed != line:
            self.ledger.cut(stretch, Reason.RETOLD, printed)

    def set_page_aside(self, title: int) -> None:
        """Leave out what the page set around the title: a trail, a banner, a menu."""
        self._set_trail_aside(title)
        self._set_banner_aside(title)

    def _set_trail_aside(self, title: int) -> None:
        said = self.masthead.value("title") or ""
        for index in range(max(title - 1, 0), min(title + 2, len(self.passages))):
            passage = self.passages[index]
            is_free = index not in self.taken and isinstance(
                passage, Paragraph | Heading
            )
            if is_free and is_trail(text_of(passage), said):
                self.taken.add(index)
                self.ledger.leave(passage, Reason.CHROME)

    def _set_banner_aside(self, title: int) -> None:
        """Leave out lines above the title where a page's banner or menu stands."""
        top = next(leaves(self.passages[title])).stretch.start
        above = [self.passages[at] for at in range(title)]
        is_banner = any(
            each.reason is Reason.CHROME and each.stretch.start < top
            for each in self.ledger.left_out
        )
        if is_banner or sum(isinstance(each, Item) for each in above) >= _A_MENU:
            for index in set(range(title)) - self.taken:
                self.taken.add(index)
                self.ledger.leave(self.passages[index], Reason.CHROME)

    def _line(self, index: int) -> tuple[str, Stretch]:
        passage = self.passages[index]
        return text_of(passage), next(leaves(passage)).stretch

    def _put(
        self, path: str, value: str, stretches: tuple[Stretch, ...], sureness: float
    ) -> None:
        self.masthead.fields[path] = Field(value, stretches, sureness)
        self.ledger.guess(path, value, stretches[0], sureness)


def dateline(issued: date, place: str | None, language: str) -> str:
    """Return place and day as a sheet prints them."""
    return ", ".join(filter(None, (place, day(issued, language))))
