"""Facts of single passages in the plainest form, for tests to compare."""

from pipeline.facts import Fact, Kind, Passage, find_facts


def found(text: str, kind: Kind, language: str = "en-US") -> list[Fact]:
    """Return the facts of one kind that `text` states."""
    facts = find_facts([Passage(text, "p")], language)
    return [each for each in facts if each.kind is kind]


def events(text: str) -> list[tuple[str, str]]:
    """Return date and words of each event."""
    return [
        (each.value.date, each.value.text[0].text) for each in found(text, Kind.EVENT)
    ]


def members(*texts: str) -> list[tuple[str, str | None, bool]]:
    """Return organization, year and whether it is a member."""
    facts = find_facts([Passage(text, text) for text in texts], "en-US")
    return [
        (each.value.organization, each.value.since, each.value.member)
        for each in facts
        if each.kind is Kind.MEMBERSHIP
    ]
