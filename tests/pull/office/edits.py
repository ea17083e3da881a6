"""What people do to three sheets in Word, and what each of it makes of the source.

The edits stand in one file a sheet. What the source's text becomes is written there by
hand: no code that reads Word files has a say in it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from pipeline.load import load_bytes
from pipeline.produce import read
from pipeline.render.docx import DocxRenderer
from pipeline.renderer import RenderOptions
from pipeline.settings import load_theme
from schemas.factsheet import FactSheet

_HERE = Path(__file__).parent
_SOURCES = Path(__file__).parents[3] / "sources"
_NUMBER = re.compile(r"^\d+\. ", re.MULTILINE)
SHEETS = ("kosovo", "water-data", "safe-water")


@dataclass(frozen=True, slots=True)
class Edit:
    """One act of a person, and what has to come home."""

    does: str
    act: tuple[str, ...]
    """The name of a function of `typist.py`, and the words it is to work with."""
    before: str = ""
    """What stood in the Markdown source, once."""
    after: str = ""
    """What stands there afterwards; of a comment, nothing changes."""
    found: tuple[str, ...] = ()
    """Place and kind of what pull is to name."""
    tracked: str = ""
    """Words that the list of changes nobody has settled has to quote."""
    stays: tuple[str, ...] = ()
    """Place and kind of what is there after all changes were rejected, for no program
    records that a link leads elsewhere."""
    is_alone: bool = False
    """Whether it gets in the way of another edit of the sheet."""


@cache
def edits(sheet: str) -> tuple[Edit, ...]:
    """Return the edits of a sheet."""
    found = yaml.safe_load((_HERE / f"{sheet}.yaml").read_text("utf-8"))
    return tuple(
        Edit(**{name: _frozen(value) for name, value in each.items()}) for each in found
    )


def together(sheet: str) -> tuple[Edit, ...]:
    """Return the edits that can be made one after another in one file."""
    return tuple(each for each in edits(sheet) if not each.is_alone)


def _frozen(value: str | bool | list[str]) -> str | bool | tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else value


def edited_source(sheet: str, done: Iterable[Edit]) -> FactSheet:
    """Return the sheet that loads from the source after the same edits in its text."""
    path = _SOURCES / f"{sheet}.md"
    # Numbered `1. 1. 1.`, a list needs no other numbers after an edit.
    text = _NUMBER.sub("1. ", path.read_text("utf-8"))
    for edit in done:
        if edit.before:
            assert text.count(edit.before) == 1, edit.before
            text = text.replace(edit.before, edit.after)
    loaded = load_bytes(str(path), text.encode(), path.parent)
    assert loaded.sheet, loaded.report
    return loaded.sheet


@cache
def built(sheet: str, *, is_review: bool = False) -> bytes:
    """Return the Word file as published, or as sent out for review."""
    found = read(_SOURCES / f"{sheet}.md")
    assert found.sheet, found.report
    assert found.document
    canonical = found.sheet.model_dump_json().encode()
    options = RenderOptions(source=canonical, is_review=is_review)
    return DocxRenderer().render(found.document, load_theme("bulletin"), options)
