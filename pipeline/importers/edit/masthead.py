"""Reads the lines above a text: title, who issued it, what it is, when and where.

They stand in any order, and some are missing. What is recognised leaves the body for
its field; what is not stays where it stood.
"""

from collections.abc import Container, Mapping, Sequence

from pipeline.importers.edit.fields import Masthead
from pipeline.importers.edit.headline import choose_title
from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.phrases import is_trail
from pipeline.importers.edit.reading import Reading
from pipeline.importers.edit.shapes import is_line, is_prose
from pipeline.importers.edit.sorts import Sort, sort_of
from pipeline.importers.leaves import leaves, stretches, text_of
from pipeline.importers.manuscript import (
    Heading,
    Item,
    Manuscript,
    Paragraph,
    Passage,
    Reason,
    Stretch,
)

# Fields stand within so many lines below a title; a text of lines only starts there.
_BELOW = 8
# So many items of a list above a title are a menu.
_A_MENU = 3


def read_masthead(
    manuscript: Manuscript, passages: Sequence[Passage], language: str, ledger: Ledger
) -> tuple[Masthead, list[Passage]]:
    """Return the masthead, and the passages without the lines that it was read from."""
    sorts = _sorts(passages, language)
    guessed = {each.stretch for each in ledger.guesses if each.what == "heading"}
    passages = _with_plain_fields(passages, sorts, guessed)
    plain = {next(stretches(each)) for each in passages if isinstance(each, Paragraph)}
    ledger.guesses = [
        each
        for each in ledger.guesses
        if each.what != "heading" or each.stretch not in plain
    ]
    reading = Reading(manuscript, passages, sorts, language, ledger)
    if reading.take_labelled():
        reading.take_fields(range(len(sorts)))
        return reading.masthead, reading.kept()
    choice = choose_title(passages, sorts, manuscript.hints.title, guessed)
    if choice is None:
        reading.take_fields(_below(passages, sorts, -1))
        return reading.masthead, reading.kept()
    reading.take_title(choice)
    reading.take_fields(range(choice.index))
    reading.take_fields(_below(passages, sorts, choice.index))
    _set_trail_aside(reading, choice.index)
    if _has_banner(reading, choice.index):
        # What is left above the title belongs to the banner too.
        reading.leave(range(choice.index), Reason.CHROME)
    return reading.masthead, reading.kept()


def _with_plain_fields(
    passages: Sequence[Passage],
    sorts: Mapping[int, Sort | None],
    guessed: Container[Stretch],
) -> list[Passage]:
    """Return the passages with lines that name a body or a day as lines.

    Where all empty lines are lost, they have the form and the place of headings.
    """
    fields = (Sort.AGENCY, Sort.BUREAU, Sort.DATE, Sort.NUMBER)
    return [
        Paragraph(each.words)
        if isinstance(each, Heading)
        and sorts.get(at) in fields
        and each.words.stretch in guessed
        else each
        for at, each in enumerate(passages)
    ]


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


def _below(
    passages: Sequence[Passage], sorts: Mapping[int, Sort | None], title: int
) -> Sequence[int]:
    """Return the lines below the title that fields may stand on."""
    end = title + 1
    while end in sorts and end <= title + _BELOW:
        passage = passages[end]
        is_section = isinstance(passage, Heading) and not sorts[end]
        if is_section or not (sorts[end] or is_line(passage)):
            break
        end += 1
    return range(title + 1, end)


def _set_trail_aside(reading: Reading, title: int) -> None:
    said = reading.masthead.value("title") or ""
    for index in range(max(title - 1, 0), min(title + 2, len(reading.passages))):
        passage = reading.passages[index]
        has_words = isinstance(passage, Paragraph | Heading)
        if has_words and is_trail(text_of(passage), said):
            reading.leave((index,), Reason.CHROME)


def _has_banner(reading: Reading, title: int) -> bool:
    """Return whether a page set a banner or a menu above the title."""
    top = next(leaves(reading.passages[title])).stretch.start
    by_editor = reading.ledger.left_out[len(reading.manuscript.left_out) :]
    is_marked = any(
        each.reason is Reason.CHROME and each.stretch.start < top for each in by_editor
    )
    items = sum(isinstance(reading.passages[at], Item) for at in range(title))
    return is_marked or items >= _A_MENU
