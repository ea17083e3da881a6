"""Finds words that a wrong encoding damaged, and says what they were.

For texts that were once read as Windows-1252 or Latin-1 though they were UTF-8, and for
character references of HTML that were left as they were written. Only the encoding is
mended: quotes, ligatures and widths stay the author's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from ftfy import fix_encoding

# The last byte of some letters is a hard blank, which editors make a plain one.
_FOREIGN = re.compile(r"(?:[^\x00-\x7f]|(?<=[\xc3\u0420]) )+")
# UTF-8 writes what is not ASCII with two bytes or more: damage is never one sign alone.
_PAIR = re.compile(r"[^\x00-\x7f]{2}|[\xc3\u0420] ")
_LONGEST = 4
"""Bytes that UTF-8 writes a character with, at most."""
_REFERENCE = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9A-Fa-f]{2,4});")
# A closing quote loses its last byte in Windows-1252, which has no character for it.
_CLOSING = "\u00e2\u20ac\ufffd"


class Repair(NamedTuple):
    """What stands from `start` to `end` was `instead`."""

    start: int
    end: int
    instead: str


def repairs(line: str) -> list[Repair]:
    """Return the damaged stretches of a line with what they were, in their order."""
    found = [] if line.isascii() else _misread(line)
    if "&" in line:
        found += _references(line)
        found.sort()
    return found


def _misread(line: str) -> list[Repair]:
    if not _PAIR.search(line) or fix_encoding(line) == line:
        return []
    parts = [
        Repair(match.start() + start, match.start() + end, instead)
        for match in _FOREIGN.finditer(line)
        for start, end, instead in _mended(match[0])
    ]
    # Damage that took a blank into a letter shows in the line as a whole only.
    mended = applied(line, parts)
    whole = fix_encoding(mended)
    if whole != mended:
        parts = list(_one_by_one(line, whole))
    return _with_closing_quotes(line, parts)


@lru_cache(maxsize=4096)
def _mended(part: str) -> tuple[Repair, ...]:
    """Return what was damaged in a run of foreign characters, one by one."""
    whole = fix_encoding(part)
    if whole == part:
        return ()
    found, done = [], 0
    while done < len(part):
        end, instead = _character(part, done)
        if instead != part[done:end]:
            found.append(Repair(done, end, instead))
        done = end
    if applied(part, found) != whole:
        return tuple(_one_by_one(part, whole))
    return tuple(found)


def _character(part: str, start: int) -> tuple[int, str]:
    """Return the end of the damage that starts here, and the character it was."""
    for end in range(start + 2, min(start + _LONGEST, len(part)) + 1):
        instead = fix_encoding(part[start:end])
        if len(instead) == 1:
            return end, instead
    return start + 1, part[start]


def applied(line: str, parts: Sequence[Repair]) -> str:
    """Return the line with its repairs."""
    pieces, done = [], 0
    for start, end, instead in parts:
        pieces += [line[done:start], instead]
        done = end
    return "".join([*pieces, line[done:]])


def _one_by_one(line: str, whole: str) -> Iterator[Repair]:
    """Yield what differs, so that each character comes from some of the line's own."""
    start = _alike(line, whole)
    size = _alike(line[start:][::-1], whole[start:][::-1])
    new = whole[start : len(whole) - size]
    old_end = len(line) - size
    last = max(old_end - len(new) + 1, start)
    yield Repair(start, last, new[:1])
    for index, sign in enumerate(new[1:], last):
        yield Repair(index, min(index + 1, old_end), sign)


def _alike(one: str, other: str) -> int:
    """Return how many characters are the same from the start on."""
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((index for index, (a, b) in pairs if a != b), shorter)


def _with_closing_quotes(line: str, parts: list[Repair]) -> list[Repair]:
    """Put a closing quote where one was opened and what was lost can only be it."""
    is_open = False
    mended = []
    for part in parts:
        if is_open and line[part.start : part.end] == _CLOSING:
            part = part._replace(instead="\u201d")
        is_open = (is_open or "\u201c" in part.instead) and "\u201d" not in part.instead
        mended.append(part)
    return mended


def _references(line: str) -> list[Repair]:
    """Return the references of a line; one with tags is a lesson in HTML."""
    if "</" in line:
        return []
    found = [
        Repair(*match.span(), unescape(match[0])) for match in _REFERENCE.finditer(line)
    ]
    return [
        each for each in found if each.instead.isprintable() or each.instead == "\xa0"
    ]
