"""Typed facts that prose states, recognised by patterns of language, never by lists.

What comes out is offered to an editor with the words that it came from; the prose stays
as it was. To miss a fact is better than to find a false one.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.facts.dates import Mention, mentions
from pipeline.facts.events import events
from pipeline.facts.fact import Fact, Finding, Kind, Passage, Value
from pipeline.facts.memberships import memberships
from pipeline.facts.missions import missions
from pipeline.facts.officials import officials
from pipeline.facts.phones import phones
from pipeline.facts.sentences import Sentence, sentences

__all__ = ["Fact", "Kind", "Passage", "Value", "find_facts"]


def find_facts(passages: Sequence[Passage], language: str) -> tuple[Fact, ...]:
    """Return what `passages` in `language` (BCP 47) state, by place.

    Dates are read in every language that has names for months, phone numbers where the
    language names a region or a number its country. Sentences are read in English only.
    """
    found: list[Fact] = []
    told: list[Fact] = []
    spoken: list[tuple[Passage, Sentence]] = []
    reads_sentences = language.partition("-")[0] == "en"
    for passage in passages:
        dated = mentions(passage.text, language)
        found += _facts(passage, _dates(dated))
        found += _facts(passage, phones(passage.text, language))
        if reads_sentences:
            inside = tuple(sentences(passage.text))
            told += _facts(passage, events(passage.text, inside, dated))
            found += _facts(passage, missions(inside, language))
            found += _facts(passage, officials(inside))
            spoken += [(passage, each) for each in inside]
    members = tuple(_memberships(spoken))
    found += [*members, *_others(told, members)]
    places = {id(each): at for at, each in enumerate(passages)}
    order = {each.origin: places[id(each)] for each in reversed(passages)}
    return tuple(sorted(found, key=lambda fact: (order[fact.origin], fact.start)))


def _facts(passage: Passage, findings: Iterator[Finding]) -> Iterator[Fact]:
    for each in findings:
        words = passage.text[each.start : each.end]
        yield Fact(
            each.kind, each.value, words, passage.origin,
            each.start, each.end, each.confidence,
        )  # fmt: skip


def _others(told: Sequence[Fact], members: Sequence[Fact]) -> Iterator[Fact]:
    """Yield the events that are not the beginning of a membership."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for each in members:
        taken.setdefault(each.origin, []).append((each.start, each.end))
    for event in told:
        spans = taken.get(event.origin, [])
        at = bisect_right(spans, event.start, key=lambda span: span[0])
        if not at or spans[at - 1][1] <= event.start:
            yield event


def _dates(dated: Sequence[Mention]) -> Iterator[Finding]:
    for each in dated:
        if each.edtf:
            yield Finding(Kind.DATE, each.edtf, each.start, each.end, 0.95)


def _memberships(spoken: Sequence[tuple[Passage, Sentence]]) -> Iterator[Fact]:
    """Yield memberships of the one that most of them are stated of."""
    found = memberships([sentence for _, sentence in spoken])
    for at, findings in groupby(found, key=lambda pair: pair[0]):
        yield from _facts(spoken[at][0], (finding for _, finding in findings))
