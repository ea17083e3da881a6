"""Reads plain text for tests."""

from pipeline.importers.manuscript import LeftOut, Manuscript
from pipeline.importers.text import TextImporter
from tests.importers.manuscripts import told


def read(text: str) -> Manuscript:
    return TextImporter().read("x.txt", text.encode())


def lines(text: str) -> list[str]:
    """Return what each passage is, and its words."""
    return told(read(text))


def accounts(manuscript: Manuscript) -> list[tuple[str, str, str]]:
    """Return words left out, the reason, and what stands in their place."""
    return [_account(manuscript.text, each) for each in manuscript.left_out]


def _account(text: str, out: LeftOut) -> tuple[str, str, str]:
    words = text[out.stretch.start : out.stretch.end]
    return words, out.reason.name, out.instead
