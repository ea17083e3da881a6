"""What a file says of itself outside its text, where its text does not say it."""

import re
from dataclasses import replace
from pathlib import PurePath

from pipeline.importers.edit.days import read_day
from pipeline.importers.edit.fields import Field, Masthead, dateline
from pipeline.importers.edit.headline import LONGEST
from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.organisations import rank_of
from pipeline.importers.manuscript import Manuscript, Reason, Stretch

_NOWHERE = Stretch(0, 0)
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T\s].*", re.DOTALL)


def fill_from_hints(
    masthead: Masthead, manuscript: Manuscript, language: str, ledger: Ledger
) -> dict[str, str]:
    """Fill title, day and agency where nothing in the text says them.

    Returns the printed words that do not stand in the text, by model path.
    """
    hints = manuscript.hints
    added: dict[str, str] = {}
    if not masthead.value("title"):
        said = _line(hints.title)
        title = said if said and len(said) <= LONGEST else _named(manuscript.name)
        added["title"] = title
    if hints.agency and rank_of(_line(hints.agency)) and not _has_issuer(masthead):
        added["issuer.agency"] = _line(hints.agency)
    for path, value in added.items():
        masthead.fields[path] = Field(value, (), 0.4)
        ledger.guess(path, value, _NOWHERE, 0.4)
    return added | _day(masthead, manuscript, language, ledger)


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _has_issuer(masthead: Masthead) -> bool:
    return bool(masthead.value("issuer.agency") or masthead.value("issuer.bureau"))


def _named(file: str) -> str:
    """Return a title of the words in a file's name."""
    stem = PurePath(file).stem
    words = " ".join(re.sub(r"[-_+.]+|%20", " ", stem).split())[:LONGEST] or "Untitled"
    return words[:1].upper() + words[1:]


def _day(
    masthead: Masthead, manuscript: Manuscript, language: str, ledger: Ledger
) -> dict[str, str]:
    """Fill the day; words of the text that state it are told to be set elsewhere."""
    stated = _line(manuscript.hints.issued)
    found = read_day(_STAMP.sub(r"\1", stated), language) if stated else None
    if masthead.issued or found is None:
        return {}
    masthead.issued = found.day
    printed = dateline(found.day, None, language)
    masthead.fields["issued"] = Field(printed, (), 0.7)
    for index, left in enumerate(ledger.left_out):
        words = manuscript.text[left.stretch.start : left.stretch.end]
        if left.reason is Reason.CHROME and stated in words and len(words) < 80:
            told = replace(left, reason=Reason.RETOLD, instead=printed)
            ledger.left_out[index] = told
            ledger.guess("issued", found.day.isoformat(), left.stretch, 0.7)
            return {}
    ledger.guess("issued", found.day.isoformat(), _NOWHERE, 0.7)
    return {"issued": printed}
