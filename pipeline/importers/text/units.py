"""What lines are gathered into before it is known which of them are headings."""

from dataclasses import dataclass

from pipeline.importers.manuscript import LeftOut, Reason, Stretch
from pipeline.importers.text.lines import Line
from pipeline.importers.text.markers import Marker


@dataclass(frozen=True, slots=True)
class Part:
    """The columns `start` to before `end` of a line."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the words."""
        return self.line.text[self.start : self.end]

    @property
    def stretch(self) -> Stretch:
        """Return where they stand in the file's text."""
        if self.end <= self.start:
            return Stretch(self.line.begin(self.start), self.line.begin(self.start))
        return Stretch(self.line.begin(self.start), self.line.end(self.end))


def whole(line: Line) -> Part:
    """Return all of a line."""
    return Part(line, 0, len(line.text))


def left_out(part: Part, reason: Reason = Reason.MARKER) -> LeftOut:
    """Return the account of a part that stands in no passage as it was."""
    return LeftOut(part.stretch, reason)


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph or a line that stands alone."""

    parts: tuple[Part, ...]
    is_apart: bool
    """Whether an empty line stands before it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list, or a further paragraph of the item before it."""

    parts: tuple[Part, ...]
    is_apart: bool
    indent: int
    marker: Marker | None
    """None for a further paragraph."""
    mark: Part


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading that is marked as one."""

    parts: tuple[Part, ...]
    grade: int
    """The smaller, the higher."""
    marks: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A rule across the page, or the sign that a release ends with."""

    part: Part


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, and what parts them."""

    rows: tuple[tuple[Part, ...], ...]
    head_rows: int
    marks: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Void:
    """A bullet without words."""

    mark: Part


Unit = Prose | Entry | Titled | Ruling | Table | Void
