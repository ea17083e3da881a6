"""The plain-text importer: the stages of reading a text, in their order."""

import re
from collections.abc import Iterable
from itertools import islice

from pipeline.importers.manuscript import Guess, LeftOut, Manuscript, Stretch
from pipeline.importers.markdown import read_markdown
from pipeline.importers.text.decode import Decoded, decode
from pipeline.importers.text.gather import Gathered, gather
from pipeline.importers.text.lines import Line, read_lines
from pipeline.importers.text.notes import find_notes
from pipeline.importers.text.numbered import with_numbered_headings
from pipeline.importers.text.passages import Account, passages
from pipeline.importers.text.sections import find_headings

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,200}?---[ \t]*\n")
_KEY = re.compile(r"^[A-Za-z_][\w -]*:(?:\s|$)", re.MULTILINE)
_LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?:|mailto:|/|#)[^()\s]*\)")
_STRONG = re.compile(r"(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?![*\w])")
# Fewer may stand in a text that only mentions them.
_ENOUGH = 3


class TextImporter:
    """Reads plain text of any layout; text with Markdown's marks is read as such."""

    def read(self, name: str, data: bytes) -> Manuscript:
        """Return the file as read; raise ImportRefusedError when it is no text."""
        decoded = decode(name, data)
        if is_markdown(decoded.text):
            return read_markdown(name, decoded.text)
        return _read(name, decoded)


def _read(name: str, decoded: Decoded) -> Manuscript:
    lines = read_lines(decoded.text)
    gathered = gather(lines.lines)
    units = with_numbered_headings(gathered.units)
    account = Account(list(lines.left_out), list(decoded.guesses))
    account.guesses += _wrapping(gathered, lines.lines)
    found = tuple(passages(units, find_headings(units), find_notes(units), account))
    return Manuscript(
        name,
        decoded.text,
        found,
        left_out=tuple(_apart(account.left_out)),
        guesses=tuple(account.guesses),
        marks=lines.marks,
    )


def is_markdown(text: str) -> bool:
    """Return whether a text is evidently Markdown: front matter, links or strong words.

    For what scrapers and site generators write under the name of text.
    """
    front = _FRONT_MATTER.match(text)
    if front and _KEY.search(front[0]):
        return True
    return any(_has_enough(pattern, text) for pattern in (_LINK, _STRONG))


def _has_enough(pattern: re.Pattern[str], text: str) -> bool:
    return len(list(islice(pattern.finditer(text), _ENOUGH))) == _ENOUGH


def _wrapping(gathered: Gathered, lines: tuple[Line, ...]) -> list[Guess]:
    if not gathered.measure:
        return []
    stretch = Stretch(lines[0].begin(0), lines[0].end(len(lines[0].text)))
    return [Guess("line length", str(gathered.measure), stretch, 0.9)]


def _apart(left_out: Iterable[LeftOut]) -> Iterable[LeftOut]:
    """Yield accounts in the text's order, none inside another.

    A repaired bullet is a marker and nothing else.
    """
    end = -1
    for each in sorted(left_out, key=_order):
        if each.stretch.end > end:
            end = each.stretch.end
            yield each


def _order(one: LeftOut) -> tuple[int, int, bool]:
    return one.stretch.start, -one.stretch.end, bool(one.instead)
