"""What a masthead holds, and what is not read from a text prints as."""

from dataclasses import dataclass, field
from datetime import date

from pipeline.importers.manuscript import Stretch
from pipeline.labels import day


@dataclass(frozen=True, slots=True)
class Field:
    """A printed line of the masthead and the stretches that it was read from."""

    value: str
    stretches: tuple[Stretch, ...]
    confidence: float


@dataclass(slots=True)
class Masthead:
    """What was read, by model path."""

    fields: dict[str, Field] = field(default_factory=dict)
    issued: date | None = None
    place: str | None = None

    def value(self, path: str) -> str | None:
        """Return the line at a model path; None where the text has none."""
        return self.fields[path].value if path in self.fields else None

    @property
    def values(self) -> set[str]:
        """All lines."""
        return {each.value for each in self.fields.values()}


def dateline(issued: date, place: str | None, language: str) -> str:
    """Return place and day as a sheet prints them."""
    return ", ".join(filter(None, (place, day(issued, language))))
