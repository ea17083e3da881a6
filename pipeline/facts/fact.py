"""What goes into finding facts and what comes out of it."""

from dataclasses import dataclass
from enum import Enum

from schemas.blocks import Event, Membership, Mission, Official


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of plain text, such as a paragraph, and what its place is called."""

    text: str
    origin: str


class Kind(Enum):
    """What a fact is about."""

    DATE = "date"
    EVENT = "event"
    MEMBERSHIP = "membership"
    MISSION = "mission"
    OFFICIAL = "official"
    PHONE = "phone"


Value = str | Event | Membership | Mission | Official
"""A date is EDTF (2012-09), a phone number stands as it is written."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact at characters `start` to before `end` of the text that was looked at."""

    kind: Kind
    value: Value
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact, and the exact words of a passage that state it."""

    kind: Kind
    value: Value
    words: str
    origin: str
    """That of the passage."""
    start: int
    """In the passage's text, as `end` is."""
    end: int
    confidence: float
    """From 0 to 1: how sure it is that the words say this."""
