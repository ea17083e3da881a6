"""What every font program answers, whatever its format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a TrueType program from characters to glyphs."""

    platform: int
    encoding: int
    glyphs: Mapping[int, int]


def _no_width(_: int) -> float | None:
    return None


@dataclass(slots=True)
class Program:
    """An embedded font program."""

    count: int
    """How many glyphs it holds."""
    names: Mapping[str, int] = field(default_factory=dict)
    """Glyphs by name, where the program names them."""
    cids: Mapping[int, int] | None = None
    """Glyphs by CID, where the program is CID-keyed."""
    codes: Mapping[int, str] = field(default_factory=dict)
    """The program's own encoding."""
    tables: tuple[Table, ...] = ()
    width: Callable[[int], float | None] = _no_width
    """The advance of a glyph in thousandths of an em."""

    def table(self, platform: int, encoding: int) -> Table | None:
        """Return a character table of a TrueType program."""
        for each in self.tables:
            if (each.platform, each.encoding) == (platform, encoding):
                return each
        return None
