"""The parts of a body in the order of a source: headings, breaks, blocks, notes."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.unload.places import UnspellableError
from schemas.blocks import Block, Section
from schemas.factsheet import FactSheet, Note
from schemas.richtext import RichText


@dataclass(frozen=True, slots=True)
class Heading:
    """The line that starts a section: `level` is 2 or 3."""

    level: int
    text: RichText
    name: str | None


@dataclass(frozen=True, slots=True)
class SectionBreak:
    """The line `---` below which no heading stands."""


Value = Heading | SectionBreak | Block | Note
V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True)
class Part(Generic[V]):
    """A part and its model path."""

    origin: str
    value: V


def parts(sheet: FactSheet) -> Iterator[Part[Value]]:
    """Yield all parts of the body, notes last."""
    for index, section in enumerate(sheet.sections):
        yield from _section(section, f"sections[{index}]", 2, is_first=index == 0)
    for index, note in enumerate(sheet.notes):
        yield Part(f"notes[{index}]", note)


def _section(
    section: Section, origin: str, level: int, *, is_first: bool
) -> Iterator[Part[Value]]:
    if section.heading:
        yield Part(origin, Heading(level, section.heading, section.name))
    elif section.name:
        raise UnspellableError(origin, "a section has a name for links, but no heading")
    elif not is_first:
        yield Part(origin, SectionBreak())
    for index, block in enumerate(section.blocks):
        yield Part(f"{origin}.blocks[{index}]", block)
    for index, inner in enumerate(section.sections):
        path = f"{origin}.sections[{index}]"
        yield from _section(inner, path, level + 1, is_first=False)
