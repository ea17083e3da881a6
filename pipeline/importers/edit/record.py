"""Typed facts that the prose states, for the record: offered, never printed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from pipeline.facts import Fact, find_facts
from pipeline.facts import Passage as Stated
from schemas.blocks import Event, Membership, Mission, Official
from schemas.factsheet import FactSheet, Record
from schemas.richtext import plain
from schemas.texts import rich_texts

# Facts less sure than this cost an editor more time than they save; those whose date is
# marked as doubtful say so themselves.
_SURE, _DOUBTED = 0.75, 0.5
# Thirty pages: a longer text is a book, and thousands of facts serve nobody.
MOST_READ = 100_000
Found = Sequence[tuple[str, Fact]]
"""Model paths in the record, and the fact that stands there."""


def with_record(sheet: FactSheet) -> tuple[FactSheet, Found]:
    """Return the sheet with what its sentences state, and where each fact stands."""
    stated = _stated(sheet)
    facts = [
        fact
        for fact in find_facts(stated, sheet.language)
        if _is_sure(fact) and fact.origin.startswith("sections")
    ]
    named: Mapping[str, type] = {
        "events": Event, "memberships": Membership, "officials": Official,
        "missions": Mission,
    }  # fmt: skip
    if sheet.issued is None:
        # Who holds an office is known for a day only.
        named = {name: kind for name, kind in named.items() if name != "officials"}
    kept = {name: _of(kind, facts) for name, kind in named.items()}
    record = Record(
        **{name: tuple(fact.value for fact in each) for name, each in kept.items()},  # type: ignore[arg-type]
        officials_as_of=sheet.issued if kept.get("officials") else None,
    )
    found = [
        (f"record.{name}[{index}]", fact)
        for name, each in kept.items()
        for index, fact in enumerate(each)
    ]
    return sheet.model_copy(update={"record": record}), found


def is_read_whole(sheet: FactSheet) -> bool:
    """Return whether facts were looked for in all of the sheet."""
    lengths = (len(plain(runs)) for _, runs in rich_texts(sheet))
    return all(whole <= MOST_READ for whole in accumulate(lengths))


def _stated(sheet: FactSheet) -> list[Stated]:
    """Return the texts of a sheet up to `MOST_READ` characters."""
    stated, length = [], 0
    for origin, runs in rich_texts(sheet):
        text = plain(runs)
        length += len(text)
        if length > MOST_READ:
            break
        stated.append(Stated(text, origin))
    return stated


def _is_sure(fact: Fact) -> bool:
    match fact.value:
        case Event(date=str(day)) | Membership(since=str(day)) if day.startswith("?"):
            return fact.confidence >= _DOUBTED
        case _:
            return fact.confidence >= _SURE


def _of(kind: type, facts: Sequence[Fact]) -> list[Fact]:
    return list(_unlike(fact for fact in facts if isinstance(fact.value, kind)))


def _unlike(facts: Iterator[Fact]) -> Iterator[Fact]:
    """Yield facts whose value was not there before."""
    seen = set[object]()
    for fact in facts:
        if fact.value not in seen:
            seen.add(fact.value)
            yield fact
