"""Embassies and consulates with their address and how to reach them.

For the sentence with which sheets on foreign relations end: "Kosovo maintains an
embassy in the United States at 2175 K St. NW, Suite 300, Washington, DC, 20037 (tel.
202-380-3581)".
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.facts.fact import Finding, Kind
from pipeline.facts.names import CAPITALIZED, PROPER
from pipeline.facts.phones import phones
from pipeline.facts.sentences import Sentence
from schemas.blocks import Mission

_HOUSE = (
    r"embassy|chancery|consulate general|consulate|high commission|permanent mission"
)
_MAINTAINS = re.compile(
    rf"^(?P<the>The\s)?(?P<owner>{PROPER})[’']?s?\s(?:maintains|has|operates)\s"
    rf"(?:an|a|its)\s(?P<house>{_HOUSE})(?:\s(?:in|to)\s(?:the\s)?{PROPER}"
    rf"(?:,\s{CAPITALIZED}(?:\.[A-Z]\.)?,?)?)?\s(?:located\s)?at\s(?=\S*\d|\S+\s\S*\d)"
)
_LOCATED = re.compile(
    rf"^(?:The\s)?(?P<name>(?:U\.S\.\s|{CAPITALIZED}\s){{0,3}}(?:Embassy"
    rf"|Consulate General|Consulate|High Commission|Permanent Mission)"
    rf"\s(?:of|in|to)\s(?:the\s)?{PROPER})"
    rf"\sis\slocated\sat\s(?=\S*\d|\S+\s\S*\d)"
)
_REACH = re.compile(
    r"[\s,;(]*\b(?:tel|telephone|phone|e-?mail|fax|web(?:site)?)\b", re.IGNORECASE
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"https?://[^\s<>()\"”]+[\w/]")
# A house number, a street, and behind them a city with its state and code.
_CITY = re.compile(r",\s+(?=[A-Z][\w.’' -]*,?\s[A-Z]{2},?\s\d{5}(?:-\d{4})?$)")
_PRONOUNS = frozenset({"It", "This", "He", "She", "They", "Each", "Who", "Which"})
_LONGEST_ADDRESS = 160


def missions(inside: Sequence[Sentence], language: str) -> Iterator[Finding]:
    """Yield the missions whose address is stated; words of a name are not guessed."""
    for sentence in inside:
        for found in filter(None, (_MAINTAINS.match(sentence.text),)):
            if found["owner"].split()[0] not in _PRONOUNS:
                owner = ("the " if found["the"] else "") + found["owner"]
                house = found["house"].title()
                name = f"{house} of {owner}"
                yield from _mission(sentence, found, name, language, 0.9)
        for found in filter(None, (_LOCATED.match(sentence.text),)):
            yield from _mission(sentence, found, found["name"], language, 0.85)


def _mission(
    sentence: Sentence, found: re.Match[str], name: str, language: str, trust: float
) -> Iterator[Finding]:
    rest = sentence.text[found.end() :]
    reach = _REACH.search(rest)
    cut = reach.start() if reach else len(rest)
    address = rest[:cut].rstrip(" ,;.(")
    if len(address) > _LONGEST_ADDRESS or not any(map(str.isdigit, address)):
        return
    ways = rest[cut:]
    phone = next((str(each.value) for each in phones(ways, language)), None)
    mail, web = _MAIL.search(ways), _WEB.search(ways)
    value = Mission(
        name=name,
        address=tuple(_CITY.split(address)),
        phone=phone,
        email=mail[0] if mail else None,
        web=web[0] if web else None,
    )
    end = sentence.start + len(sentence.text)
    # Where nothing says how to reach it, the sentence may go on behind the address.
    yield Finding(
        Kind.MISSION, value, sentence.start, end, trust if reach else trust - 0.2
    )
