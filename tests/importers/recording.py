"""Which of the facts that a reader found in the prose a sheet's record holds."""

import re

from schemas.factsheet import FactSheet
from tests.importers.comparing import Tally
from tests.importers.corpus import Expected, tidy


def record(expected: Expected, sheet: FactSheet) -> Tally:
    """Return how many memberships, officials, addresses and numbers are typed."""
    wanted = {
        *(
            f"member {_name(name)} {since or ''}"
            for name, since in expected.memberships
        ),
        *(f"official {_name(each['name'])}" for each in expected.officials),
        *(f"address {_digits(each['address'])}" for each in expected.missions),
        *(f"phone {each['phone']}" for each in expected.missions if each["phone"]),
    }
    missing = sorted(wanted - _held(sheet))
    return Tally(len(wanted) - len(missing), len(wanted), tuple(missing))


def _held(sheet: FactSheet) -> set[str]:
    held, missions = sheet.record, sheet.record.missions
    return {
        *(f"official {_name(each.name)}" for each in held.officials),
        *(f"address {_digits(' '.join(each.address))}" for each in missions),
        *(f"phone {each.phone}" for each in missions),
        *(
            f"member {_name(each.organization)} {since}"
            for each in held.memberships
            # A month is as good as its year, and no year is as good as a doubtful one.
            for since in _sinces(each.since, each.member)
        ),
    }


def _sinces(since: object, is_member: bool) -> tuple[str, ...]:
    if not is_member:
        return ("not a member",)
    told = str(since or "")
    return ("", told[:4]) if not told or told.startswith("?") else (told[:4],)


def invented(sheet: FactSheet, text: str) -> list[str]:
    """Return the names in the record that the text does not hold."""
    held = sheet.record
    names = [
        *(each.organization for each in held.memberships),
        *(each.name for each in held.officials),
        *(each.phone for each in held.missions if each.phone),
    ]
    seen = _name(text)
    return [name for name in names if _name(name) not in seen]


def _name(text: str) -> str:
    return re.sub(r"[’']", "'", tidy(text))


def _digits(text: str) -> str:
    return " ".join(re.findall(r"\d+", text))
