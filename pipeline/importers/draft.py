"""What an import gives: a draft of a sheet, and everything that an editor must know."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.diagnostics import Diagnostic
from schemas.factsheet import FactSheet


@dataclass(frozen=True, slots=True)
class Guessed:
    """Something concluded, from which words, where, and how surely (0 to 1)."""

    what: str
    """A model path such as `issued`, or a kind of block such as `heading`."""
    value: str
    words: str
    place: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Left:
    """Words of the file that are not in the sheet as they were."""

    words: str
    place: str
    reason: str
    instead: str = ""
    """What the sheet prints in their place."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft sheet and the account of how it was made."""

    name: str
    """Of the source, without folder and ending: `u-s-relations-with-kosovo`."""
    sheet: FactSheet | None
    """None where the report holds an error."""
    source: str
    """The sheet as Markdown, with remarks at what was guessed."""
    guesses: tuple[Guessed, ...] = ()
    left_out: tuple[Left, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Files that go beside the source, by name."""
    report: tuple[Diagnostic, ...] = ()
