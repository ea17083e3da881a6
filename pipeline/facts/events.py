"""Dated events in English prose, such as "In September 2012, the United States joined".

A date counts where a preposition makes it the time of a sentence or clause in the
past: "in 2008", "on April 19, 2013", "since 1999". Plans, conditions and statistics are
passed by; so are years that only name something ("the 1999 treaty").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.facts.dates import Mention
from pipeline.facts.fact import Finding, Kind
from pipeline.facts.sentences import Sentence
from schemas.blocks import Event
from schemas.richtext import TextRun

_YEAR = re.compile(r"(?<![\w$€£.,/–-])(?:1[789]|20|21)\d\d(?![\w%/]|[.,]\d|[–-]\d)")
_BEFORE = re.compile(
    r"\b(?P<word>[Ii]n|[Oo]n|[Ss]ince|[Ff]rom|[Bb]etween|[Bb]y|[Uu]ntil|[Tt]hrough"
    r"|[Tt]o|[Aa]s\ of|[Bb]efore|[Aa]fter|[Dd]uring|and|[Ee]ffective)\s+"
    r"(?:(?:early|mid-?|late|about|around"
    r"|the\s(?:spring|summer|fall|autumn|winter|start|beginning|middle|end)\sof)\s*)?$"
)
_INTERVALS = {"from": ("to", "through", "until"), "between": ("and",)}
# What a sentence says has happened has one of these. "United" is none.
_PAST = re.compile(
    r"\b(?:was|were|had|ha(?:s|ve)\s(?:[a-z]+\s){0,2}(?:[a-z]+ed|been|become|begun|come"
    r"|given|gone|grown|had|held|kept|led|left|made|met|paid|seen|sent|set|spoken|taken"
    r"|won)|began|became|broke|brought|built|came|chose|did|drew|fell"
    r"|fought|found|gave|grew|held|laid|led|left|lost|made|met|paid|put|ran|rose|sent|saw"
    r"|set|sold|spoke|spent|split|stood|swore|threw|took|went|withdrew|won|wrote"
    r"|(?!need|indeed|speed|seed|exceed|proceed|succeed)[a-z]{2,}ed)\b"
)
# What is planned, supposed, counted or asked.
_UNSURE = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|can|expect\w*|plan(?:s|ned|ning)|schedul\w*"
    r"|aims?|aimed|hop(?:es?|ed)|intend\w*|propos\w*|project(?:s|ed)|estimat\w*|if|If"
    r"|forecast\w*|percent|per cent|(?:m|b|tr)illion|fiscal|totaled|totalled|averaged"
    r"|approximately|(?:more than|at least|nearly|over|about|some) \d+|now"
    r"|\d{1,3},\d{3})\b|[$€£%?]"
)
_CLAUSE = re.compile(
    r";\s+|,?\s+(?=(?:which|who|whom|whose|where|when|while|until|after|before)\s)"
    r"|,\s+(?=(?:and|but|yet|then)\s)"
)
_LEAD = re.compile(r"(?:and|but|yet|then)\s+")
_SUBORDINATE = re.compile(
    r"(?:which|who|whom|whose|where|when|while|until|after|before|although|though)\b"
)
_PRONOUN = re.compile(r"(?:It|They|He|She|This|These|That|Both|His|Her|Its|Their)\b")
# "In 1989, he": the text alone does not say who.
_NAMELESS = re.compile(r"(?:In|On|Since)\s[^,]{4,30},\s(?:it|they|he|she|this|these)\b")
# "After recognizing it in 1822, ...": the date is not that of the main verb.
_OPENING = re.compile(
    r"(?:[^:]{1,40}:\s)?(?:After|Before|Following|With|Under|First|Despite|Upon|Until"
    r"|During|Because|As|When|While|Although|Though|Given|By|Due"
    r"|(?!Beginning|During|Spring)[A-Z][a-z]+ing)\b"
)
# ", signed in 2006, ...": the date is that of what was signed.
_PARTICIPLE = re.compile(
    r"(?:(?:\w+ly|first|most|last|also)\s)*(?:[a-z]+ed|begun|built|held|known|led|made"
    r"|sent|set|won|drawn|given|taken|written)\b"
)
# "The project which launched in 2023 is growing".
_RELATIVE = re.compile(r"\b(?:which|that|who)\s[a-z]+ed\s\w+\s$")
# "A law approved in 2012 opened": two verbs, and the date is that of the first.
_BARE_PARTICIPLE = re.compile(r"[a-z]ed\s\w+\s(?:\S+\s)?$")
_NEXT_VERB = re.compile(r"\s[a-z]+ed\b")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class _When:
    """A date in a sentence: `edtf` is empty where it is not the time of an event."""

    start: int
    end: int
    edtf: str
    confidence: float


def events(
    text: str, inside: Sequence[Sentence], dated: Sequence[Mention]
) -> Iterator[Finding]:
    """Yield the events that the sentences of `text` tell, whose dates are `dated`."""
    at = 0
    for sentence in inside:
        end = sentence.start + len(sentence.text)
        mine = []
        while at < len(dated) and dated[at].start < end:
            mine.append(_moved(dated[at], -sentence.start))
            at += 1
        if len(sentence.text) <= _LONGEST and (mine or _YEAR.search(sentence.text)):
            yield from _in_sentence(sentence, mine)


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)


def _in_sentence(sentence: Sentence, dated: Sequence[Mention]) -> Iterator[Finding]:
    text = sentence.text
    times = _times(text, _all_dates(text, dated))
    clauses = [(0, len(text))] if len(times) == 1 else _clauses(text)
    for start, end in clauses:
        within = [each for each in times if start <= each.start < end]
        # Of two dates in one clause nobody knows which is that of its verb.
        if len(within) != 1 or not within[0].edtf:
            continue
        if not _is_aside(text[start:end], within[0], start):
            yield from _event(sentence, start, end, within[0])


def _is_aside(clause: str, when: _When, start: int) -> bool:
    """Say whether the date belongs to a phrase of its own and not to the main verb."""
    before, after = clause[: when.start - start], clause[when.end - start :]
    if _RELATIVE.search(before) or ("," not in before and _OPENING.match(before)):
        return True
    if _BARE_PARTICIPLE.search(before) and _NEXT_VERB.match(after):
        return True
    opened = before.rpartition(", ")[2] if ", " in before else before
    lead = _LEAD.match(opened)
    is_open = len(after.strip(" .,;")) > 0
    phrase = opened[lead.end() :] if lead else opened
    return bool(_PARTICIPLE.match(phrase)) and (is_open or not lead)


def _all_dates(text: str, dated: Sequence[Mention]) -> list[Mention]:
    """Return `dated` and the years that stand alone, by place."""
    taken = {at for each in dated for at in range(each.start, each.end)}
    years = [
        Mention(*found.span(), found[0])
        for found in _YEAR.finditer(text)
        if found.start() not in taken
    ]
    return sorted([*dated, *years], key=lambda each: each.start)


def _times(text: str, dates: Sequence[Mention]) -> list[_When]:
    """Return what the prepositions before `dates` make of them."""
    times: list[_When] = []
    opened: Mention | None = None
    ways = ""
    for each in dates:
        found = _BEFORE.search(text, max(each.start - 40, 0), each.start)
        word = " ".join(found["word"].lower().split()) if found else ""
        if opened and word in _INTERVALS[ways] and opened.end + 12 >= each.start:
            times.append(_interval(opened, each))
            opened = None
            continue
        opened, ways = (each, word) if word in _INTERVALS else (None, "")
        if found and not opened:
            times.append(_time(text, each, word, times))
    return times


def _interval(first: Mention, last: Mention) -> _When:
    in_order = first.edtf and last.edtf and first.edtf[:4] <= last.edtf[:4]
    edtf = f"{first.edtf}/{last.edtf}" if in_order else ""
    return _When(first.start, last.end, edtf, 0.75)


def _time(text: str, date: Mention, word: str, before: Sequence[_When]) -> _When:
    is_day = len(date.edtf) == 10 or date.month_day is not None
    edtf, confidence = "", 0.0
    if date.month_day and word == "on" and before and "/" not in before[-1].edtf:
        edtf, confidence = _in_same_year(date.month_day, before[-1].edtf), 0.5
    elif date.edtf and word == "since":
        edtf, confidence = f"{date.edtf}/..", 0.8
    elif date.edtf and word == ("on" if is_day else "in"):
        opening = text[: date.start].split(",")[0]
        is_since = opening.startswith("Since ") and "," not in text[: date.start]
        edtf = f"{date.edtf}/.." if is_since else date.edtf
        confidence = {10: 0.9, 7: 0.85}.get(len(date.edtf), 0.8)
    return _When(date.start, date.end, edtf, confidence)


def _in_same_year(month_day: tuple[int, int], before: str) -> str:
    """Return a day in the year that the sentence named last, marked as uncertain."""
    if not before or before.startswith("?"):
        return ""
    day = f"{before[:4]}-{month_day[0]:02}-{month_day[1]:02}"
    return f"?{day}" if day[: len(before)] >= before else ""


def _clauses(text: str) -> list[tuple[int, int]]:
    cuts = [found.span() for found in _CLAUSE.finditer(text)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    found: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        # "Amity, Economic Relations, and Consular Rights": a list is no new clause.
        if found and not _PAST.search(text, start, end):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _event(sentence: Sentence, start: int, end: int, when: _When) -> Iterator[Finding]:
    clause = sentence.text[start:end]
    if start and _SUBORDINATE.match(clause):
        return
    lead = _LEAD.match(clause)
    start += lead.end() if lead else 0
    words = sentence.text[start:end]
    if not _PAST.search(words) or _UNSURE.search(words):
        return
    is_partial = start > 0 or bool(_PRONOUN.match(words) or _NAMELESS.match(words))
    confidence = min(when.confidence, 0.6) if is_partial else when.confidence
    value = Event(date=when.edtf, text=(TextRun(text=words),))
    yield Finding(
        Kind.EVENT, value, sentence.start + start, sentence.start + end, confidence
    )
