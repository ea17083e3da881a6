"""Text to sentences. A full stop behind an abbreviation or an initial ends none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STOP = re.compile(r"(?<![.!?])[.!?]++[\"”’)\]]*\s+(?=\S)")
_LONGEST = 1500
_OPENING = '"“‘(['

# What English shortens before a name, a number or an address goes on.
_SHORTENED = re.compile(
    r"adm|amb|approx|apt|assn|ave|blvd|bldg|brig|capt|cf|co|col|corp|dept|dr|est|etc|ext"
    r"|fl|gen|gov|hon|inc|jr|lt|ltd|maj|messrs|mr|mrs|mt|no|nos|pres|prof|rd|rep|rev|rm"
    r"|sen|sgt|sr|st|ste|supt|tel|univ|viz|vol|vs|jan|feb|mar|apr|jun|jul|aug|sept?|oct"
    r"|nov|dec",
    re.IGNORECASE,
)
# Words that begin sentences and, with a capital, stand nowhere else.
_STARTERS = re.compile(
    r"A|After|All|Although|An|And|As|At|Before|Both|But|By|Despite|During|Each|For|From"
    r"|He|His|However|If|In|Its?|Many|Most|No|On|Other|Our|Several|She|Since|Some|The"
    r"|Their|There|These|They|This|Those|Through|To|Under|We|When|While|With"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, from character `start` of its passage."""

    text: str
    start: int


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of `text` in their order, less those too long to be any."""
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop):
            yield from _sentence(text, start, stop.end())
            start = stop.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end].rstrip() if end - start <= _LONGEST else ""
    if words:
        yield Sentence(words, start)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 24].split(maxsplit=1)[0]
    first = following.lstrip(_OPENING)[:1]
    if not (first.isupper() or first.isdigit()):
        return False
    if stop[0][0] != ".":
        return True
    before = text[max(start, stop.start() - 24) : stop.start()].split()
    word = before[-1].lstrip(_OPENING) if before else ""
    is_short = len(word) == 1 or "." in word or bool(_SHORTENED.fullmatch(word))
    begins = _STARTERS.fullmatch(following.strip(_OPENING + ","))
    return not is_short or bool(begins)
