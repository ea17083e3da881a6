"""What editing gives: the sheet, and the account of every stretch of the manuscript."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.facts import Fact
from pipeline.importers.manuscript import Guess, LeftOut, Stretch
from schemas.factsheet import FactSheet


@dataclass(frozen=True, slots=True)
class Edited:
    """A manuscript as a sheet."""

    sheet: FactSheet
    left_out: tuple[LeftOut, ...]
    """The reader's and the editor's, by place."""
    guesses: tuple[Guess, ...]
    masthead: tuple[Stretch, ...]
    """What left the body for a field above it."""
    added: Mapping[str, str]
    """Printed words that do not stand in the text, by model path."""
    facts: tuple[tuple[str, Fact], ...] = ()
    """What the record holds, by model path, and from which words."""
