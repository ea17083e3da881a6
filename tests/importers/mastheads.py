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
    also = expected.title_also if fact == "title" else ()
    if fact == "kind" and (expected.title or "").startswith(wanted):
        # A kind that starts the title may stay there.
        return found in {None, wanted}
    return tidy(found or "") in {tidy(each) for each in (wanted, *also)}


def _fact(fact: str, draft: Draft) -> str | None:
    sheet = draft.sheet
    if sheet is None:
        return None
    match fact:
        case "bureau":
            return sheet.issuer.bureau
        case "agency":
            return sheet.issuer.agency
        case "issued":
            return str(sheet.issued) if sheet.issued else None
        case "kind":
            return sheet.kind
        case _:
            return sheet.title


def _is_offered(fact: str, draft: Draft) -> bool:
    if fact == "agency" and draft.sheet and draft.sheet.issuer.agency_inferred:
        return True
    paths = {fact, f"issuer.{fact}"}
    return any(
        guess.what in paths and guess.confidence < OFFERED for guess in draft.guesses
    )
