"""Which line is the title, and what a page's own name behind it says."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from pipeline.importers.edit.kinds import announces_kind, is_status
from pipeline.importers.edit.organisations import (
    Rank,
    body_and_kind,
    is_name,
    rank_of,
)
from pipeline.importers.edit.persons import is_byline, is_place, is_seat
from pipeline.importers.edit.phrases import leads_to
from pipeline.importers.edit.sorts import Sort
from pipeline.importers.leaves import stretches, text_of
from pipeline.importers.manuscript import Heading, Paragraph, Passage, Stretch

LONGEST = 200
"""What a title may have, in characters."""
_FEW_WORDS = 4
_MONTH = re.compile(r"[^\W\d]{3,}\.? (?:19|20)\d\d")
# `Title - Body (2024)`, `Title | Body`: what browsers show at the top of a window.
_SUFFIXED = re.compile(
    r"(?P<title>\S.*?\S)(?P<mark>\s+[-–—|]\s+)(?P<body>[^|–—]+?)(?P<year>\s+\(\d{4}\))?"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The index of the title's line and how sure it is."""

    index: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Headline:
    """A title, the body named behind it, and where each stands in the line."""

    title: tuple[int, int]
    body: tuple[int, int]


def choose_title(
    passages: Sequence[Passage],
    sorts: Mapping[int, Sort | None],
    stated: str | None,
    guessed: Container[Stretch] = (),
) -> Choice | None:
    """Return which of the lines in `sorts` is the title; None where none is.

    `stated` is the title that the file states outside its text; `guessed` are the
    headings that nothing in the file marks as such.
    """
    lines = _candidates(passages, sorts, guessed)
    return (
        _stated(passages, lines, stated)
        or _marked(passages, lines)
        or _twice(passages, lines)
        or _announced(passages, lines)
        or _above_fields(passages, lines, sorts)
        or _only_heading(passages, lines)
        or _first_line(passages, lines, sorts)
        or _first_kind(passages, sorts)
    )


def _candidates(
    passages: Sequence[Passage],
    sorts: Mapping[int, Sort | None],
    guessed: Container[Stretch],
) -> list[int]:
    """Return the lines that may be the title.

    None is a trail of pages to a line below it, nor the seat of the body above it, nor
    a field that only looks like a heading.
    """
    found = [at for at, sort in sorts.items() if _is_candidate(passages[at], sort)]
    texts = {at: text_of(passages[at]) for at in found}
    return [
        at
        for at in found
        if not (sorts[at] and next(stretches(passages[at])) in guessed)
        and not (
            sorts.get(at - 1) is Sort.AGENCY
            and is_seat(texts[at], text_of(passages[at - 1]))
        )
        and not any(leads_to(texts[at], texts[below]) for below in found if below > at)
    ]


def _twice(passages: Sequence[Passage], lines: Sequence[int]) -> Choice | None:
    """Return the last line that stands above the text twice.

    For pages whose trail of pages ends with the page's own name, which follows below.
    """
    seen = set[str]()
    for index in lines:
        if (text := text_of(passages[index])) in seen:
            return Choice(index, 0.8)
        seen.add(text)
    return None


def _announced(passages: Sequence[Passage], lines: Sequence[int]) -> Choice | None:
    """Return the line that says what the text is and then its name.

    For press offices that write `FACT SHEET: The Visit to Our Country`.
    """
    for index in lines:
        if announces_kind(text_of(passages[index])):
            return Choice(index, 0.8)
    return None


def _is_candidate(passage: Passage, sort: Sort | None) -> bool:
    if not isinstance(passage, Paragraph | Heading) or sort is Sort.DATE:
        return False
    text = text_of(passage)
    is_marked = isinstance(passage, Heading) and passage.level == 1
    is_other = is_byline(text) or is_place(text) or is_status(text)
    is_other = is_other or body_and_kind(text) is not None
    if len(text) > LONGEST or (is_other and not is_marked):
        return False
    return sort is None or is_marked


def _stated(
    passages: Sequence[Passage], lines: Sequence[int], stated: str | None
) -> Choice | None:
    """Return the line that the file's own title says, or starts with."""
    said = " ".join((stated or "").split()).casefold()
    for index in lines:
        text = text_of(passages[index]).casefold()
        if len(text) > 3 and (text == said or said.startswith(f"{text} ")):
            return Choice(index, 0.95)
    return None


def _marked(passages: Sequence[Passage], lines: Sequence[int]) -> Choice | None:
    for index in lines:
        passage = passages[index]
        if isinstance(passage, Heading) and passage.level == 1:
            return Choice(index, 0.9)
    return None


def _above_fields(
    passages: Sequence[Passage], lines: Sequence[int], sorts: Mapping[int, Sort | None]
) -> Choice | None:
    """Return the line above the last group of fields, else the one right below it."""
    fields = [index for index, sort in sorts.items() if sort]
    days = [index for index in fields if sorts[index] is Sort.DATE]
    if not fields:
        return None
    # A month is no day of issue, but stands where one does.
    days = days or [at for at in lines if _MONTH.fullmatch(text_of(passages[at]))]
    top = (days or fields)[-1]
    while sorts.get(top - 1):
        top -= 1
    above = [index for index in lines if index < top]
    if above:
        nearest = above[-1]
        is_open = Sort.AGENCY not in sorts.values() and nearest - 1 in above
        is_whose = is_open and is_unnamed_body(passages, nearest, sorts)
        return Choice(nearest - 1 if is_whose else nearest, 0.8)
    below = top
    while sorts.get(below):
        below += 1
    return Choice(below, 0.75) if below in lines else None


def is_unnamed_body(
    passages: Sequence[Passage], index: int, sorts: Mapping[int, Sort | None]
) -> bool:
    """Return whether a line is a body's name by its place only.

    Publishing systems write title, body, day: a name of few words right above the day
    is the body's, whatever the body is called.
    """
    passage, text = passages[index], text_of(passages[index])
    is_between = (
        sorts.get(index + 1) is Sort.DATE and sorts.get(index, Sort.DATE) is None
    )
    is_short = len(text.split()) <= _FEW_WORDS and is_name(text) and text[-1].isalnum()
    is_named = is_short and not is_place(text)
    return is_between and is_named and isinstance(passage, Paragraph)


def _only_heading(passages: Sequence[Passage], lines: Sequence[int]) -> Choice | None:
    """Return the first line where it is a heading that no other one is equal to."""
    if not lines or not isinstance(first := passages[lines[0]], Heading):
        return None
    others = [each.level for each in passages if isinstance(each, Heading)]
    is_alone = sum(level <= first.level for level in others) == 1
    return Choice(lines[0], 0.7) if is_alone else None


def _first_line(
    passages: Sequence[Passage], lines: Sequence[int], sorts: Mapping[int, Sort | None]
) -> Choice | None:
    """Return the very first line of a text that starts by one, without any mark."""
    first = next(iter(lines), None)
    is_first = first is not None and not any(sorts[at] is None for at in range(first))
    if first is None or not is_first or not isinstance(passages[first], Paragraph):
        return None
    return Choice(first, 0.6)


def _first_kind(
    passages: Sequence[Passage], sorts: Mapping[int, Sort | None]
) -> Choice | None:
    """Return a first line that says what the text is, where nothing else is a title.

    For notices that have no other name: `Travel Advisory`.
    """
    first = passages[0] if passages else None
    is_title = isinstance(first, Heading) and first.level == 1
    return Choice(0, 0.5) if is_title and sorts.get(0) is Sort.KIND else None


def split_headline(line: str) -> Headline | None:
    """Return where title and body stand in a line that names both."""
    found = _SUFFIXED.fullmatch(line)
    if found and rank_of(found["body"].strip()) is Rank.AGENCY:
        return Headline(found.span("title"), found.span("body"))
    return None
