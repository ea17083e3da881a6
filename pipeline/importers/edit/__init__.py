"""A manuscript to a draft sheet: the stages of editing, in their order.

Nothing is made up: a fact that the text does not state stays unstated, and each stretch
of the text is in the sheet or in the account.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.diagnostics import Diagnostic, Location, error
from pipeline.importers.edit.abbreviations import with_abbreviations
from pipeline.importers.edit.breaks import with_lines
from pipeline.importers.edit.edited import Edited
from pipeline.importers.edit.elements import elements_of
from pipeline.importers.edit.fields import Masthead
from pipeline.importers.edit.ledger import Ledger, outermost
from pipeline.importers.edit.masthead import read_masthead
from pipeline.importers.edit.notes import settle_notes
from pipeline.importers.edit.record import with_record
from pipeline.importers.edit.scraps import (
    without_scraps,
    without_strange_tail,
    without_trailer,
)
from pipeline.importers.edit.sections import sections_of
from pipeline.importers.edit.standfirst import take_standfirst
from pipeline.importers.edit.stated import fill_from_hints
from pipeline.importers.edit.tables import with_captions
from pipeline.importers.edit.typed import with_items
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.language import letters_of, tell_language
from pipeline.importers.leaves import stretches, text_of
from pipeline.importers.manuscript import Footnote, Manuscript, Passage, Words
from pipeline.labels import script_of
from schemas.blocks import Section
from schemas.factsheet import FactSheet, Issuer, Note

__all__ = ["Edited", "edit"]

_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})


def edit(manuscript: Manuscript) -> Edited:
    """Return the manuscript as a sheet, with the account of how it came about.

    Raises ImportRefusedError where it holds no text to make a sheet of.
    """
    ledger = Ledger(list(manuscript.left_out), list(manuscript.guesses))
    manuscript = replace(manuscript, passages=with_lines(manuscript))
    passages = with_items(without_scraps(manuscript.passages, ledger), ledger)
    language = _language(manuscript, passages, ledger)
    passages = without_strange_tail(passages, letters_of(language), ledger)
    masthead, passages = _masthead(manuscript, passages, language, ledger)
    standfirst, passages = take_standfirst(passages, ledger)
    added = fill_from_hints(masthead, manuscript, language, ledger)
    passages = with_captions(with_abbreviations(passages, ledger))
    passages, notes = settle_notes(passages, ledger)
    sections = sections_of(elements_of(passages, ledger), ledger)
    sheet = _sheet(masthead, language, standfirst, sections, notes)
    sheet, facts = with_record(sheet)
    above = [each for one in masthead.fields.values() for each in one.stretches]
    gone = {each.stretch for each in ledger.left_out} | set(above)
    return Edited(
        sheet=sheet,
        left_out=outermost(ledger.left_out),
        # That a line is a heading says nothing where it became something else.
        guesses=tuple(
            each
            for each in ledger.guesses
            if each.what != "heading" or each.stretch not in gone
        ),
        masthead=(*above, *([standfirst.stretch] if standfirst else [])),
        added=added,
        facts=tuple(facts),
    )


def _language(
    manuscript: Manuscript, passages: Sequence[Passage], ledger: Ledger
) -> str:
    text = " ".join(text_of(each) for each in passages)
    told = tell_language(text, manuscript.hints.language)
    is_reversed = script_of(told.tag) in _RIGHT_TO_LEFT
    value = f"{told.tag}, written from right to left" if is_reversed else told.tag
    where = next((one for each in passages for one in stretches(each)), None)
    if where:
        ledger.guess("language", value, where, told.confidence)
    return told.tag


def _masthead(
    manuscript: Manuscript, passages: list[Passage], language: str, ledger: Ledger
) -> tuple[Masthead, list[Passage]]:
    """Read the masthead, and what repeats its title below the text.

    A text that is a masthead and nothing else stays the body: a sheet needs one.
    """
    trial = Ledger(list(ledger.left_out), list(ledger.guesses))
    masthead, kept = read_masthead(manuscript, passages, language, trial)
    kept = without_trailer(kept, masthead.value("title") or "", trial)
    if any(_says_something(each) for each in kept):
        ledger.left_out, ledger.guesses = trial.left_out, trial.guesses
        return masthead, kept
    if not any(_says_something(each) for each in passages):
        raise ImportRefusedError(_nothing(manuscript.name))
    return Masthead(), passages


def _says_something(passage: Passage) -> bool:
    return bool(text_of(passage)) and not isinstance(passage, Footnote)


def _nothing(name: str) -> Diagnostic:
    return error(
        "import",
        "there is no text in the file",
        location=Location(name),
        hint="a scan or a picture has to be read by a program for that first",
    )


def _sheet(
    masthead: Masthead,
    language: str,
    standfirst: Words | None,
    sections: tuple[Section, ...],
    notes: tuple[Note, ...],
) -> FactSheet:
    return FactSheet(
        title=masthead.value("title") or "",
        kind=masthead.value("kind"),
        issuer=Issuer(
            agency=masthead.value("issuer.agency"),
            bureau=masthead.value("issuer.bureau"),
        ),
        issued=masthead.issued,
        place=masthead.place,
        number=masthead.value("number"),
        language=language,
        standfirst=standfirst.runs if standfirst else None,
        sections=sections,
        notes=notes,
    )
