"""Facts are looked for in what a sheet says, up to a length that serves somebody."""

from pipeline.importers import import_bytes
from pipeline.importers.edit.record import MOST_READ

STATED = "Ruritania joined the World Bank in 2009. "


def test_what_is_stated_stands_in_the_record() -> None:
    draft = import_bytes("x.txt", f"Rivers\n\n{STATED}\n".encode())
    assert draft.sheet is not None
    assert len(draft.sheet.record.events) + len(draft.sheet.record.memberships) == 1
    assert draft.report == ()


def test_a_text_too_long_for_that_is_told_of() -> None:
    paragraph = "Nothing of note is said here, and it is said at some length. " * 20
    text = f"Rivers\n\n{paragraph}\n\n" * (MOST_READ // len(paragraph) + 1)
    draft = import_bytes("x.txt", f"{text}{STATED}\n".encode())
    assert draft.sheet is not None
    assert draft.sheet.record.memberships == ()
    (told,) = draft.report
    assert "first 100,000 characters" in told.message
