"""Which lines are headings, and of which level: by their form, place and neighbours.

A heading stands above words. A run of short lines is a list without bullets, an address
or what is left of a page's menu; only its last line may head what follows.
"""

from collections.abc import Iterator, Sequence

from pipeline.importers.text.forms import LONGEST, Form, form_of, is_caption, is_day
from pipeline.importers.text.levels import Head, heads_by_form, marked_heads
from pipeline.importers.text.lines import columns_of
from pipeline.importers.text.sentences import (
    ends_open,
    ends_sentence,
    has_label,
    leads_in,
    starts_bare,
)
from pipeline.importers.text.units import Entry, Prose, Table, Unit

_LONGEST_TITLE = 220
# A document with fewer empty lines than this share of its units sets none.
_TIGHT = 0.2


def find_headings(units: Sequence[Unit]) -> dict[int, Head]:
    """Return the headings by the index of their unit."""
    page = _Page(units)
    marked = marked_heads(units)
    heads = heads_by_form(dict(page.headings()), len(marked))
    if (title := page.title()) is not None:
        heads[title] = Head(1, 0.7)
    return {**heads, **marked}


class _Page:
    """The units of a document with what each looks like."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        apart = sum(isinstance(unit, Prose | Entry) and unit.is_apart for unit in units)
        self.is_tight = len(units) > 3 and apart < len(units) * _TIGHT
        self.forms = [self._form(index) for index in range(len(units))]
        self.dated = sum(form is Form.DATED for form in self.forms)

    def _form(self, index: int) -> Form | None:
        text = self._line(index)
        if text is None or is_caption(text):
            return None
        form = form_of(text)
        if form is Form.LABEL and not isinstance(self._after(index), Entry):
            return None
        is_alone = self.is_tight or (
            self._is_apart(index) and self._is_apart(index + 1)
        )
        return form if is_alone or (form and self._is_glued(index)) else None

    def _line(self, index: int) -> str | None:
        """Return the words of a paragraph that is one line or a broken short one."""
        unit = self.units[index] if 0 <= index < len(self.units) else None
        if not isinstance(unit, Prose) or len(unit.parts) > 2:
            return None
        if len(unit.parts) == 1:
            return unit.parts[0].text
        return " ".join(part.text for part in unit.parts)

    def _after(self, index: int) -> Unit | None:
        return self.units[index + 1] if index + 1 < len(self.units) else None

    def _is_apart(self, index: int) -> bool:
        if not 0 < index < len(self.units):
            return True
        unit = self.units[index]
        return not isinstance(unit, Prose | Entry) or unit.is_apart

    def _is_glued(self, index: int) -> bool:
        """Return whether a line heads what follows it without an empty line.

        That is prose, a list, or at least two lines of a label and a value.
        """
        if not self._is_apart(index):
            return False
        below = self._after(index)
        if isinstance(below, Entry | Table):
            return not leads_in(self._line(index) or "")
        text = self._line(index + 1)
        if text is None:
            return isinstance(below, Prose)
        if has_label(text):
            further = self._line(index + 2)
            is_group = further is not None and not self._is_apart(index + 2)
            return is_group and has_label(further or "") and ends_sentence(text)
        is_said = ends_sentence(text) or self._announces(index + 1)
        return len(text) > _TWICE * len(self._line(index) or "") and is_said

    def _announces(self, index: int) -> bool:
        """Return whether a line ends with a colon and items stand below it."""
        return leads_in(self._line(index) or "") and isinstance(
            self._after(index), Entry
        )

    def title(self) -> int | None:
        """Return the line that is evidently the title: the first, or one above a date.

        Pages print lines of their own above the title; below it stands the dateline.
        """
        if self._has_title():
            return 0
        for index in range(len(self.units)):
            text = self._line(index)
            if text is None or len(text) > LONGEST or ends_sentence(text):
                return None
            if self.forms[index] and self.forms[index + 1 : index + 2] == [None]:
                return index if self._is_dateline(index + 1) else None
        return None

    def _is_dateline(self, start: int) -> bool:
        """Return whether short lines with a date among them stand there."""
        for index in range(start, min(start + 4, len(self.units))):
            text = self._line(index)
            if text is None or len(text) > LONGEST or ends_sentence(text):
                return False
            if is_day(text):
                return True
        return False

    def _has_title(self) -> bool:
        """Return whether the first line stands above all others as a title does."""
        text = self._line(0)
        if text is None or not starts_bare(text) or columns_of(text) > _LONGEST_TITLE:
            return False
        is_alone = self._is_apart(1) or (self.is_tight and self.forms[0] is Form.TITLE)
        is_line = form_of(text) is Form.QUESTION or ends_open(text)
        below = self._line(1) or ""
        is_short = len(text) <= _SHORT_TITLE and len(below) > _LONG_PARAGRAPH
        is_named = is_line or (ends_sentence(text) and is_short)
        has_words = len(text.split()) > 1 or columns_of(text) > _SHORT_NAME
        return is_alone and is_named and has_words and len(self.units) > 1

    def headings(self) -> Iterator[tuple[int, Form]]:
        """Yield the headings of all runs of lines that look like one."""
        title = self.title()
        index = 0 if title is None else title + 1
        while index < len(self.units):
            if listed := self._announced(index):
                index = listed
                continue
            end = index
            while end < len(self.units) and self.forms[end]:
                end += 1
            if end > index:
                for at in sorted(self._of_run(index, end)):
                    if form := self.forms[at]:
                        yield at, form
            index = end + 1

    def _announced(self, start: int) -> int | None:
        """Return the end of the lines that a sentence before them announces.

        For further reading whose bullets were lost, in files that set an empty line
        between any two lines: nothing else tells such a list from headings. Where prose
        follows, the last line may head it.
        """
        before = self._line(start - 1) if start else None
        if before is None or len(before) <= _SHORT_TITLE or not leads_in(before):
            return None
        end = start
        while (text := self._line(end)) and not _is_prose(text):
            end += 1
        if end < len(self.units):
            end -= 1
        return end if end - start >= _FEWEST else None

    def _of_run(self, start: int, end: int) -> set[int]:
        """Return which lines of a run are headings."""
        found = {
            index for index in range(start, end - 2) if self.forms[index] is Form.COLON
        }
        if not self._has_content(end) and self.forms[end - 1] is not Form.COLON:
            return found | self._above_list(start, end)
        last = end - 1
        if self.forms[last] is Form.DATED and not self._is_dated(start, last):
            return found
        if self.is_tight and end - start > 1 and not self._is_clear(last):
            return found
        found.add(last)
        while last > start and self._rank(last - 1) < self._rank(last):
            last -= 1
            found.add(last)
        is_pair = end - start == 2 and self._rank(start) == self._rank(end - 1)
        if is_pair and not self.is_tight and self.forms[start] is not Form.COLON:
            found.add(start)
        return found | (self._above_list(start, end) if end - start > 4 else set())

    def _is_clear(self, last: int) -> bool:
        """Return whether the last line of a run is a heading without an empty line.

        For texts that lost all of them: it stands lower than the line above it, or has
        the capitals of a title and a long paragraph below it.
        """
        if self._rank(last - 1) != 1 or self._rank(last) > 1:
            return True
        below = self.units[last + 1] if last + 1 < len(self.units) else None
        is_long = isinstance(below, Prose) and (
            sum(len(part.text) for part in below.parts) > _LONG_PARAGRAPH
        )
        return is_long and self.forms[last] in (Form.TITLE, Form.CAPITALS)

    def _rank(self, index: int) -> int:
        """Return the rank of a line; the forms that differ by taste only are alike."""
        match self.forms[index]:
            case Form.CAPITALS:
                return 0
            case Form.DATED | Form.LABEL:
                return 2
            case _:
                return 1

    def _is_dated(self, start: int, index: int) -> bool:
        return self.dated > 1 or index > start

    def _above_list(self, start: int, end: int) -> set[int]:
        """Return the line above a list without bullets: the first after some prose."""
        before = self._line(start - 1) if start else None
        is_after_prose = start > 0 and (before is None or ends_sentence(before))
        return {start} if end - start > 3 and is_after_prose else set()

    def _has_content(self, index: int) -> bool:
        """Return whether words stand there that a heading may head."""
        unit = self.units[index] if index < len(self.units) else None
        if isinstance(unit, Entry | Table):
            return True
        if not isinstance(unit, Prose) or self.forms[index]:
            return False
        # Below a date or a figure stands what it belongs to: no section is so short.
        text = unit.parts[0].text
        return any(map(str.isalpha, text)) and not is_day(text)


def _is_prose(text: str) -> bool:
    return len(text) > LONGEST or ends_sentence(text) or leads_in(text)


_TWICE = 2
# Lines that a sentence announces are a list from so many on.
_FEWEST = 3
_SHORT_TITLE = 60
_SHORT_NAME = 6
_LONG_PARAGRAPH = 150
