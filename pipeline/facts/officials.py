"""Officials: "The U.S. Ambassador to Kosovo is Greg Delawie" and its like.

Only the present is read: who held an office in some year is history, not a contact.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.facts.fact import Finding, Kind
from pipeline.facts.names import CAPITALIZED, PERSON, PROPER
from pipeline.facts.sentences import Sentence
from schemas.blocks import Official

# Offices of states and of bodies, without the names of what they are held in.
_HEAD = (
    r"(?:Ambassador|Chargé d[’']Affaires|Consul General|Consul|High Commissioner"
    r"|High Representative|Permanent Representative|Special Representative"
    r"|Special Envoy|Deputy Chief of Mission|Chief of Mission|Head of Mission"
    r"|Head of Government|Head of State|Prime Minister|Foreign Minister"
    r"|Minister (?:of|for) (?:Foreign Affairs|External Affairs|[A-Z]\w+)|President"
    r"|Vice President|Chancellor|Chief Justice|Secretary of State|Secretary[- ]General"
    r"|Director[- ]General|Governor[- ]General|Governor|Commissioner|Mayor)"
)
_OFFICE = (
    rf"(?:(?:U\.S\.|US|U\.K\.|UK|Deputy|Acting|Honorary|{CAPITALIZED})\s){{0,2}}{_HEAD}"
    rf"(?:\s(?:to|in|at|of|for)\s(?:the\s)?(?:{PROPER}))?"
)
_IS = re.compile(
    rf"(?:^|(?<=;\s)|(?<=,\sand\s))[Tt]he\s(?P<office>{_OFFICE})\sis\s(?:(?:Mr|Ms|Mrs|Dr)"
    rf"\.?\s)?(?P<name>{PERSON})(?=[.;,)]|\sand\b|$)"
)
_APPOSED = re.compile(
    rf"(?:^|(?<=;\s))The\s(?P<office>{_OFFICE}),\s(?P<name>{PERSON}),"
    rf"\s(?:is|serves|resides)\b"
)
# An entry of a list in notes of all kinds.
_LISTED = re.compile(rf"^(?P<office>{_OFFICE})(?:\s?--\s?|:\s)(?P<name>{PERSON})$")
_SIGN = re.compile(r" is |, (?:serve|reside)s|--|: ")
_PATTERNS = ((_IS, 0.9), (_APPOSED, 0.85), (_LISTED, 0.75))
# What begins like an office holds no name.
_NO_NAME = re.compile(rf"\b(?:{_HEAD}|Embassy|United|Republic|Department|Vacant|TBD)\b")


def officials(inside: Sequence[Sentence]) -> Iterator[Finding]:
    """Yield who is said to hold which office."""
    for sentence in inside:
        # Patterns are slow, and most sentences are of other things.
        if not _SIGN.search(sentence.text):
            continue
        for pattern, confidence in _PATTERNS:
            for found in pattern.finditer(sentence.text):
                if _NO_NAME.search(found["name"]):
                    continue
                value = Official(name=found["name"], office=found["office"])
                start = sentence.start + found.start()
                end = sentence.start + found.end("name")
                yield Finding(Kind.OFFICIAL, value, start, end, confidence)
