"""The fact sheet: what a press office issues, typed."""

from typing import Annotated

from pydantic import Field

from schemas.blocks import Event, Membership, Mission, Official, Section
from schemas.richtext import RichText
from schemas.values import Count, Day, Flag, Language, Line, Model, Name, Title


class Issuer(Model):
    """Who issues the sheet, as far as it says so."""

    agency: Line | None = None
    bureau: Line | None = None
    agency_inferred: Flag = False
    """The agency is known from where the sheet was published, not from its words."""
    emblem: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    """File name of the agency's own emblem; a neutral one is drawn without it."""
    emblem_alt: Line | None = None
    """What the emblem shows; without it the emblem is decorative."""


class Subject(Model):
    """What the sheet is about, with a code where a scheme has one."""

    name: Line
    code: Line | None = None
    scheme: Line | None = None


class KeyFact(Model):
    """A fact in a few words, under a label."""

    label: Line
    value: RichText


class Note(Model):
    """A footnote, called from the text by its name."""

    name: Name
    text: RichText


class Record(Model):
    """Facts that the prose states, typed for catalogues and checks. Never printed."""

    events: tuple[Event, ...] = ()
    memberships: tuple[Membership, ...] = ()
    officials_as_of: Day | None = None
    officials: tuple[Official, ...] = ()
    missions: tuple[Mission, ...] = ()


class FactSheet(Model):
    """A fact sheet: its masthead, its body, and the facts about it."""

    title: Title
    kind: Line | None = None
    """The label in the letterhead, such as Fact Sheet or Notice."""
    issuer: Issuer = Issuer()
    issued: Day | None = None
    """The day of issue; nothing stands for it where it is not known."""
    place: Line | None = None
    """Where it was issued, printed before the date."""
    number: Line | None = None
    """Release number."""
    language: Language = "en-US"
    subjects: tuple[Subject, ...] = ()
    keywords: tuple[Line, ...] = ()
    summary: Line | None = None
    """One sentence for catalogues; the standfirst serves where it is absent."""
    rights: Line | None = None
    edition: Annotated[Count, Field(ge=1)] = 1
    supersedes: Line | None = None
    """What this edition replaces; printed at the end."""
    standfirst: RichText | None = None
    key_facts: tuple[KeyFact, ...] = ()
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    notes: tuple[Note, ...] = ()
    designation: RichText | None = None
    """A note on a name or status, printed at the end."""
    disclaimer: RichText | None = None
    record: Record = Record()
