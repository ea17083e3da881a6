"""Memberships: "Kosovo joined the World Bank in 2009", "is not a member of the X".

For the sections in which sheets tell what a country belongs to. A sheet has one such
country: who most of the sentences are about; "it" is whoever the sentence before is
about. Other members are passed by.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.facts.fact import Finding, Kind
from pipeline.facts.names import PROPER
from pipeline.facts.organizations import organizations
from pipeline.facts.sentences import Sentence
from schemas.blocks import Membership

_SUBJECT = rf"(?:In\s(?:[A-Z]\w+\s)?\d{{4}},\s)?(?:The\s|the\s)?(?P<who>{PROPER})"
_ADVERB = r"(?:\s(?:also|most\srecently|recently|formally|officially|currently))*"
_JOINED = re.compile(rf"{_SUBJECT}{_ADVERB}\sjoined\s")
_IS_NOT = re.compile(rf"{_SUBJECT}\sis\snot\sa\smember\sof\s")
_IS = re.compile(
    rf"{_SUBJECT}{_ADVERB}\s(?:is{_ADVERB}\sa(?:\sfull)?\smember\sof"
    rf"|became\sa(?:\sfull)?\smember\sof|belongs\sto)\s"
)
_BELONG = re.compile(
    rf"{_SUBJECT}\s(?:and\s(?:the\s)?{PROPER}\s)?(?:belongs?\sto|(?:is|are)\s(?:a\s)?"
    rf"members?\sof)\s(?:a\snumber\sof\s)?(?:the\ssame\s|many\s|several\s|other\s)*"
    rf"international\sorganizations,\sincluding\s"
)
# A list, then the year that holds for it.
_DATED = re.compile(
    r"(?P<list>[^;.]{3,300}?)\sin\s(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d)"
    r"(?:,\sand\s|,\s|\sand\s|(?=[;.]|$))"
)
_BEFORE = re.compile(r"In\s(?:[A-Z]\w+\s)?(?P<year>\d{4}),\s")
_PLAIN_END = re.compile(r"[;.]|,\s(?:which|where|but|as)\b|\sand\s(?:is|has|was)\b|$")
_PRONOUN = "It"


@dataclass(frozen=True, slots=True)
class _Stated:
    """A membership that the sentence at `at` states of `who`."""

    at: int
    who: str
    finding: Finding


def memberships(spoken: Sequence[Sentence]) -> list[tuple[int, Finding]]:
    """Return the memberships that sentences state, each with its sentence's index."""
    stated: list[_Stated] = []
    who = ""
    for at, sentence in enumerate(spoken):
        found = _matched(sentence.text)
        if found is None:
            who = _subject(sentence.text)
            continue
        who = who if found["who"] == _PRONOUN else found["who"]
        if who:
            stated += [_Stated(at, who, each) for each in _read(sentence, found)]
    counts = Counter(each.who for each in stated)
    most = counts.most_common(1)[0][0] if counts else ""
    return [(each.at, each.finding) for each in stated if each.who == most]


def _matched(text: str) -> re.Match[str] | None:
    patterns = (_BELONG, _IS_NOT, _IS, _JOINED)
    return next(filter(None, (each.match(text) for each in patterns)), None)


def _subject(text: str) -> str:
    found = re.match(rf"(?:The\s)?(?P<who>{PROPER})", text)
    return found["who"] if found else ""


def _read(sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    rest = sentence.text[found.end() :]
    before = _BEFORE.match(sentence.text)
    if found.re is _JOINED or " became " in found[0]:
        if before:
            year = before["year"]
            yield from _findings(sentence, _listed(rest), year, 0.8)
        else:
            yield from _dated(sentence, rest)
    elif found.re is _IS_NOT:
        yield from _findings(sentence, _listed(rest), None, 0.9, member=False)
    else:
        yield from _findings(sentence, _listed(rest), None, 0.8)


def _listed(rest: str) -> list[str]:
    end = _PLAIN_END.search(rest)
    return organizations(rest[: end.start()] if end else rest)


def _dated(sentence: Sentence, rest: str) -> Iterator[Finding]:
    at = 0
    while found := _DATED.match(rest, at):
        words, year = found["list"], found["year"]
        named = organizations(words)
        # "A, B in 2014" may date the second only; "A and B" and "A, B, and C" are one.
        is_one = len(named) < 2 or " and " in words
        if is_one:
            yield from _findings(sentence, named, year, 0.85)
        else:
            yield from _findings(sentence, named[:-1], f"?{year}", 0.5)
            yield from _findings(sentence, named[-1:], year, 0.85)
        at = found.end()


def _findings(
    sentence: Sentence,
    named: list[str],
    year: str | None,
    confidence: float,
    *,
    member: bool = True,
) -> Iterator[Finding]:
    for name in named:
        value = Membership(organization=name, since=year, member=member)
        end = sentence.start + len(sentence.text)
        yield Finding(Kind.MEMBERSHIP, value, sentence.start, end, confidence)
