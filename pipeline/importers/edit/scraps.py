"""Sets aside what belongs to a page and not to the text: programs, buttons, banners.

When in doubt a line stays: an editor removes one line faster than finding it again.
"""

import re
from collections.abc import Sequence

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.phrases import (
    is_chrome,
    is_copyright,
    is_end_mark,
    is_folio,
)
from pipeline.importers.edit.shapes import is_code, is_line, is_prose
from pipeline.importers.leaves import text_of
from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Heading,
    Paragraph,
    Passage,
    Picture,
    Reason,
    Rule,
)

# So many fixed lines below the text make all lines among them the page's.
_A_MENU = 3
# So many passages twice over are no accident of words.
_A_COPY = 3
# So many lines in another script below a translation are the site's, not the text's.
_LONGEST_TAIL = 3


def without_scraps(passages: Sequence[Passage], ledger: Ledger) -> list[Passage]:
    """Return the passages without programs and the fixed lines of pages.

    Fixed lines are known at the head and the foot; between prose the same words may be
    the text's own.
    """
    texts = [_text(each) for each in passages]
    marks = [_is_fixed(each) for each in texts]
    prose = [
        index
        for index, each in enumerate(passages)
        if is_prose(each) and not marks[index] and not is_code(texts[index])
    ]
    first, last = (prose[0], prose[-1]) if prose else (len(passages), -1)
    menu = _menu(marks, last + 1)
    kept: list[Passage] = []
    for index, passage in enumerate(passages):
        is_page = marks[index] and not first < index < last
        reason = _reason(passage, texts[index], is_page or index >= menu)
        if reason:
            ledger.leave(passage, reason)
        else:
            kept.append(passage)
    return _without_copy(_without_echoes(kept, ledger), ledger)


def _text(passage: Passage) -> str:
    return "" if isinstance(passage, Grid | Picture | Rule) else text_of(passage)


def _is_fixed(text: str) -> bool:
    return bool(text) and (is_chrome(text) or is_copyright(text))


def _menu(marks: Sequence[bool], start: int) -> int:
    """Return where the page's lines below the text start; behind all if nowhere."""
    fixed = [index for index in range(start, len(marks)) if marks[index]]
    return fixed[0] if len(fixed) >= _A_MENU else len(marks)


def _reason(passage: Passage, text: str, is_page: bool) -> Reason | None:
    if not text:
        return None
    if is_code(text):
        return Reason.SCRIPT
    is_page = is_page and not isinstance(passage, Footnote)
    return Reason.CHROME if is_page or is_end_mark(text) or is_folio(text) else None


def _without_echoes(passages: Sequence[Passage], ledger: Ledger) -> list[Passage]:
    """Return the passages without a paragraph that stands twice in a row.

    Copying from a page doubles a line when its button held the same words.
    """
    kept: list[Passage] = []
    for passage in passages:
        before = kept[-1] if kept else None
        is_second = isinstance(passage, Paragraph) and isinstance(before, Paragraph)
        if is_second and before and _text(passage) == _text(before):
            ledger.leave(passage, Reason.DUPLICATE)
        else:
            kept.append(passage)
    return kept


def _without_copy(passages: Sequence[Passage], ledger: Ledger) -> list[Passage]:
    """Return the passages without a second copy of all of them that follows the first.

    For texts that were pasted twice, and pages that hold one to show and one to print.
    """
    half, rest = divmod(len(passages), 2)
    texts = [_text(each) for each in passages]
    is_doubled = not rest and half >= _A_COPY and texts[:half] == texts[half:]
    if not is_doubled or not all(texts):
        return list(passages)
    for passage in passages[half:]:
        ledger.leave(passage, Reason.DUPLICATE)
    return list(passages[:half])


def without_trailer(
    passages: Sequence[Passage], title: str, ledger: Ledger
) -> list[Passage]:
    """Return the passages without the lines below the text that start by its title.

    For pages that end with links to more of their own, the title above them.
    """
    start, said = len(passages), title.casefold()
    for index in range(len(passages) - 1, 0, -1):
        # Below a heading of its own the title is what the heading announces.
        if is_prose(passages[index]) or isinstance(passages[index], Heading):
            break
        text = _text(passages[index]).casefold()
        if text == said or text.startswith(f"{said} - "):
            start = index
    for passage in passages[start:]:
        is_title = _text(passage).casefold().startswith(said)
        ledger.leave(passage, Reason.DUPLICATE if is_title else Reason.CHROME)
    return list(passages[:start])


def without_strange_tail(
    passages: Sequence[Passage], letters: re.Pattern[str], ledger: Ledger
) -> list[Passage]:
    """Return the passages without last lines that hold none of the text's `letters`.

    For translations on a site that speaks another language below them. What can be
    dialled, written to or opened stays.
    """
    end = len(passages)
    while end and _is_strange(passages[end - 1], letters):
        end -= 1
    strange = passages[end:]
    if not 0 < len(strange) <= _LONGEST_TAIL or not end:
        return list(passages)
    for passage in strange:
        ledger.leave(passage, Reason.CHROME)
    return list(passages[:end])


def _is_strange(passage: Passage, letters: re.Pattern[str]) -> bool:
    text = _text(passage)
    says_where = "@" in text or "://" in text or sum(map(str.isdigit, text)) > 4
    is_other = any(map(str.isalpha, text)) and not letters.search(text)
    return is_line(passage) and is_other and not says_where
