"""Whether a draft's masthead says what its text says, and no more unless as a guess."""

from pipeline.importers.draft import Draft
from tests.importers.corpus import FACTS, Expected, tidy

OFFERED = 0.5
"""A conclusion below this confidence is offered for an editor to settle."""


def wrong_facts(expected: Expected, draft: Draft) -> list[str]:
    """Return which facts of the masthead are not as expected."""
    return [fact for fact in FACTS if not _is_right(fact, expected, draft)]


def _is_right(fact: str, expected: Expected, draft: Draft) -> bool:
    wanted, found = getattr(expected, fact), _fact(fact, draft)
    if wanted is None:
        # The reader found nothing, so the sheet has nothing, or says it is a guess.
        return found is None or _is_offered(fact, draft)
    if found is None:
        return False
    also = expected.title_also if fact == "title" else ()
    if expected.group == "other" and fact == "kind":
        # Where the kind is the first word of the title it may stay there.
        return found.casefold() == wanted.casefold() or found == "Fact Sheet"
    return tidy(found) in {tidy(each) for each in (wanted, *also)}


def _fact(fact: str, draft: Draft) -> str | None:
    sheet = draft.sheet
    if sheet is None:
        return None
    match fact:
        case "bureau":
            return sheet.issuer.bureau
        case "agency":
            return sheet.issuer.agency
        case "kind":
            return sheet.kind if "kind" in sheet.model_fields_set else None
        case _:
            return str(getattr(sheet, fact))


def _is_offered(fact: str, draft: Draft) -> bool:
    if fact == "agency" and draft.sheet and draft.sheet.issuer.agency_inferred:
        return True
    paths = {fact, f"issuer.{fact}"}
    return any(
        guess.what in paths and guess.confidence < OFFERED for guess in draft.guesses
    )
