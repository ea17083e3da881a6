"""Takes the fields of a masthead from the lines that they stand on."""

from collections.abc import Iterable, Mapping, Sequence

from pipeline.importers.edit.days import read_day
from pipeline.importers.edit.fields import Field, Masthead, dateline
from pipeline.importers.edit.headline import (
    LONGEST,
    Choice,
    is_unnamed_body,
    split_headline,
)
from pipeline.importers.edit.labelled import labelled
from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.organisations import (
    body_and_kind,
    published_by,
    rank_of,
)
from pipeline.importers.edit.persons import is_place
from pipeline.importers.edit.sorts import Sort
from pipeline.importers.leaves import leaves, text_of
from pipeline.importers.manuscript import (
    Heading,
    Manuscript,
    Paragraph,
    Passage,
    Reason,
    Stretch,
    Words,
)
from schemas.richtext import TextRun


class Reading:
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

    def leave(self, lines: Iterable[int], reason: Reason) -> None:
        """Leave out those of the lines that nothing was read from."""
        for index in lines:
            if index not in self.taken:
                self.taken.add(index)
                self.ledger.leave(self.passages[index], reason)

    def take_labelled(self) -> bool:
        """Take the fields of lines that name them; return whether there are any."""
        lines = {
            at: self._line(at)
            for at in self.sorts
            if isinstance(self.passages[at], Paragraph | Heading)
        }
        found = labelled({at: line for at, (line, _) in lines.items()})
        for at, (path, start) in found.items():
            line, whole = lines[at]
            if self._is_verbatim(line, whole) and len(line) - start <= LONGEST:
                self.taken.add(at)
                self._put_part(path, line, whole, (start, len(line)), 0.95)
                self._cut_words(whole.start, whole.start + start, Reason.MARKER)
        return bool(self.masthead.fields)

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
        if not self._is_verbatim(line, whole):
            return False
        first = self._put_part("title", line, whole, title)
        second = self._put_part("issuer.agency", line, whole, body)
        self._cut_words(first.end, second.start, Reason.MARKER)
        self._cut_words(second.end, whole.end, Reason.CHROME)
        return True

    def _is_verbatim(self, line: str, whole: Stretch) -> bool:
        return self.manuscript.text[whole.start : whole.end] == line

    def _put_part(
        self,
        path: str,
        line: str,
        whole: Stretch,
        part: tuple[int, int],
        sureness: float = 0.8,
    ) -> Stretch:
        """Put a part of a line that stands in the file as it reads."""
        stretch = Stretch(whole.start + part[0], whole.start + part[1])
        self._put(path, line[slice(*part)], (stretch,), sureness)
        return stretch

    def _cut_words(self, start: int, end: int, reason: Reason) -> None:
        """Leave out what stands in a stretch, but not the blanks around it."""
        raw = self.manuscript.text[start:end]
        lead = len(raw) - len(raw.lstrip())
        bare = Stretch(start + lead, start + lead + len(raw.strip()))
        self.ledger.cut(bare, reason)

    def take_fields(self, lines: Sequence[int]) -> None:
        """Take the lines that are fields, the first of each sort."""
        for index in lines:
            has_words = isinstance(self.passages[index], Paragraph | Heading)
            if index in self.taken or not has_words:
                continue
            if text_of(self.passages[index]) in self.masthead.values:
                self.leave((index,), Reason.DUPLICATE)
            elif not self._take_pair(index):
                self._take_line(index, self.sorts[index])

    def _take_line(self, index: int, sort: Sort | None) -> None:
        if sort:
            self._take(index, sort)
        elif self._is_whose(index):
            self._take_as(index, "issuer.agency", 0.6)
        else:
            self._take_imprint(index)

    def _take_pair(self, index: int) -> bool:
        """Take both fields of a line that names a body and then the kind of text.

        For files that set several lines of a letterhead on one.
        """
        line, whole = self._line(index)
        parts = body_and_kind(line)
        rank = rank_of(line[: parts[0]]) if parts else None
        if parts is None or rank is None or not self._is_verbatim(line, whole):
            return False
        if {rank.value, "kind"} & self.masthead.fields.keys():
            return False
        self.taken.add(index)
        body = self._put_part(rank.value, line, whole, (0, parts[0]))
        kind = self._put_part("kind", line, whole, (parts[1], len(line)))
        if self.manuscript.text[body.end : kind.start].strip():
            self._cut_words(body.end, kind.start, Reason.MARKER)
        return True

    def _take_imprint(self, index: int) -> None:
        """Take the body's name of an imprint; its year stays, for it is no day."""
        line, whole = self._line(index)
        end = published_by(line)
        has_agency = "issuer.agency" in self.masthead.fields
        if end is None or has_agency or not self._is_verbatim(line, whole):
            return
        first = line.rindex(" ") + 1
        year = Stretch(whole.start + first, whole.end)
        runs = (TextRun(text=line[first:]),)
        self.taken.add(index)
        self.rests[index] = Paragraph(Words(runs, year))
        body = self._put_part("issuer.agency", line, whole, (0, end))
        self._cut_words(body.end, year.start, Reason.MARKER)
        self.ledger.guess("year of issue, no day", runs[0].text, year, 0.8)

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
        town = None if found.place else self._take_town(index, stretch)
        place = found.place or town
        self.masthead.issued, self.masthead.place = found.day, place
        printed = dateline(found.day, found.place, self.language)
        self._put("issued", printed, (stretch,), found.confidence)
        if printed != line:
            self.ledger.cut(stretch, Reason.RETOLD, printed)

    def _take_town(self, index: int, day: Stretch) -> str | None:
        """Take the place of a day that stands on the line above it.

        For press offices that write the town and the day below one another.
        """
        above = index - 1
        if above not in self.sorts or above in self.taken:
            return None
        line, whole = self._line(above)
        if not is_place(line) or self.manuscript.text[whole.end : day.start].strip():
            return None
        self.taken.add(above)
        self._put("place", line, (whole,), 0.8)
        self.ledger.cut(whole, Reason.RETOLD, f"{line},")
        return line

    def _line(self, index: int) -> tuple[str, Stretch]:
        passage = self.passages[index]
        return text_of(passage), next(leaves(passage)).stretch

    def _put(
        self, path: str, value: str, stretches: tuple[Stretch, ...], sureness: float
    ) -> None:
        self.masthead.fields[path] = Field(value, stretches, sureness)
        self.ledger.guess(path, value, stretches[0], sureness)
