"""The page of the Word file: one column, with headings hung to its left.

The PDF sets headings beside the text; Word has no such column without frames or layout
tables, so headings start at the margin, the text further in. Lengths in pt.
"""

from dataclasses import dataclass

from pipeline.renderer import Paper
from schemas.theme import Theme

# Of the narrow column and its gutter: leaves a line of about 75 characters, and the
# headings still stand clear of the text.
INDENT_SHARE = 0.6

# The letterhead stands higher than the text of later pages, which the running head
# pushes down to the theme's top margin.
BAND_TOP = 40.0
HEAD_TOP = 30.0
FOOT_BOTTOM = 30.0

# No table is set smaller than this.
LEAST_TABLE_SIZE = 7.5

# One line of foot needs less room than the PDF's page keeps.
FOOT_SAVING = 12.0


@dataclass(frozen=True, slots=True)
class Measures:
    """The lengths that styles, tables and pictures share, in pt."""

    width: float
    height: float
    side: float
    top: float
    bottom: float
    indent: float
    """From the margin to the text."""
    table: float
    """Size of type in tables."""
    close_table: float
    """Size of type in tables that are short of room."""

    @property
    def full(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.side

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.full - self.indent


def measures_for(theme: Theme, paper: Paper) -> Measures:
    """Return the page that `theme` has on `paper`."""
    width, height = paper.value
    page = theme.letter if paper is Paper.LETTER else theme.a4
    indent = round((page.hung + page.gutter) * INDENT_SHARE)
    table = theme.type.small.size
    return Measures(
        width, height, page.side, page.top, page.bottom - FOOT_SAVING, indent,
        table, min(max(theme.type.fine.size - 1, LEAST_TABLE_SIZE), table),
    )  # fmt: skip
