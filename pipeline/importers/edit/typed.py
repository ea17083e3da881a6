"""Paragraphs that start by a bullet somebody typed to items of a list.

For Word files and pages whose writers did not use the lists of their system.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.manuscript import Item, Paragraph, Passage, Reason, Stretch
from schemas.richtext import TextRun

# Signs that start nothing else, and the blanks behind them.
_BULLET = re.compile(r"([•‣⁃▪▫■□●○◦◆►▶➢➤✓✔❖])\s*(?=\S)")
# One sign alone may be an ornament.
_FEWEST = 2


def with_items(passages: Sequence[Passage], ledger: Ledger) -> list[Passage]:
    """Return the passages with typed lists as lists; their signs are left out."""
    made: list[Passage] = []
    for sign, group in groupby(passages, _sign):
        same = list(group)
        made += _items(same, ledger) if sign and len(same) >= _FEWEST else same
    return made


def _sign(passage: Passage) -> str:
    """Return the bullet that a paragraph starts by; nothing where it has none."""
    match passage:
        case Paragraph(words) if words.runs and isinstance(words.runs[0], TextRun):
            found = _BULLET.match(words.runs[0].text)
            return found[1] if found else ""
        case _:
            return ""


def _items(passages: Sequence[Passage], ledger: Ledger) -> Iterator[Passage]:
    for passage in passages:
        assert isinstance(passage, Paragraph)
        first, *rest = passage.words.runs
        assert isinstance(first, TextRun)
        text = _BULLET.sub("", first.text, count=1)
        start = passage.words.stretch.start
        ledger.cut(Stretch(start, start + 1), Reason.MARKER)
        runs = (_with_text(first, text), *rest)
        yield Item(replace(passage.words, runs=runs), 1)


def _with_text(run: TextRun, text: str) -> TextRun:
    return run.model_copy(update={"text": text})
