"""What a line above a text is, by its own form."""

from enum import Enum

from pipeline.importers.edit.days import read_day
from pipeline.importers.edit.kinds import is_kind, is_number
from pipeline.importers.edit.organisations import rank_of
from pipeline.importers.leaves import text_of
from pipeline.importers.manuscript import Heading, Paragraph, Passage


class Sort(Enum):
    """The fields of a masthead, by their model paths."""

    KIND = "kind"
    NUMBER = "number"
    AGENCY = "issuer.agency"
    BUREAU = "issuer.bureau"
    DATE = "issued"


def sort_of(passage: Passage, language: str) -> Sort | None:
    """Return which field a line is; None where its form shows none."""
    if not isinstance(passage, Paragraph | Heading):
        return None
    text = text_of(passage)
    if is_kind(text):
        return Sort.KIND
    if read_day(text, language):
        return Sort.DATE
    if is_number(text):
        return Sort.NUMBER
    rank = rank_of(text)
    return Sort(rank.value) if rank else None
