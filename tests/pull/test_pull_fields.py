"""Edits of what is no running text are found: masthead, facts, contacts, dates."""

import pytest

from pipeline.pull import Kind
from pipeline.pull.model import at as part
from tests.pull.editing import kinds, pulled, replace


@pytest.mark.parametrize(
    ("old", "new", "path", "value"),
    [
        ("Rivers of the North", "Lakes of the North", "title", "Lakes of the North"),
        ("Ministry of Waters", "Ministry of Rain", "issuer.agency", "Ministry of Rain"),
        ("Office of Rivers", "Office of Rain", "issuer.bureau", "Office of Rain"),
        ("Data Sheet", "Notice", "kind", "Notice"),
        ("Edition 2", "Edition 3", "edition", 3),
        ("The sheet of 2023.", "That of 2022.", "supersedes", "That of 2022."),
        ("Longest river", "Longest", "key_facts[1].label", "Longest"),
        ("202-555-0100", "202-555-0199", "sections[3].blocks[2].missions[0].phone",
         "202-555-0199"),
        ("rivers@example.org", "lakes@example.org",
         "sections[3].blocks[2].missions[0].email", "lakes@example.org"),
        ("12 Quay", "14 Quay", "sections[3].blocks[2].missions[0].address[0]",
         "14 Quay Street"),
        ("Since 2009", "Since 2010", "sections[3].blocks[0].memberships[0].since",
         "2010"),
        ("Director of", "Head of", "sections[3].blocks[1].officials[0].office",
         "Head of the office"),
        ("1976", "April 1977", "sections[2].blocks[3].events[0].date", "1977-04"),
        ("Autumn of 2012", "Late in 2012", "sections[2].blocks[3].events[1].label",
         "Late in 2012"),
    ],
)  # fmt: skip
def test_changed_field(old: str, new: str, path: str, value: object) -> None:
    found = pulled(replace(old, new))
    assert set(kinds(found)) == {Kind.FIELD}
    assert part(found.sheet, path) == value


@pytest.mark.parametrize(
    ("new", "place", "issued"),
    [
        ("Geneva, May 3, 2024", "Geneva", "2024-05-03"),
        ("3 May 2024", None, "2024-05-03"),
        ("Port Merrin, Norland, 2024-05-03", "Port Merrin, Norland", "2024-05-03"),
        ("Geneva", "Geneva", "None"),
    ],
)
def test_changed_dateline(new: str, place: str | None, issued: str) -> None:
    found = pulled(replace("Geneva, May 2, 2024", new))
    assert kinds(found) == [Kind.FIELD]
    assert (found.sheet.place, str(found.sheet.issued)) == (place, issued)
