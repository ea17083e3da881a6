"""Where things stand on a page of one paper size: columns and edges, in pt.

Depths run down from the top edge of the page.
"""

from dataclasses import dataclass

from pipeline.renderer import Paper
from schemas.theme import Theme


@dataclass(frozen=True, slots=True)
class Column:
    """A column's left edge and width."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    def moved(self, by: float) -> "Column":
        """Return the column `by` pt further to the right."""
        return Column(self.x + by, self.width)

    def indented(self, by: float) -> "Column":
        """Return the column without `by` pt at its left."""
        return Column(self.x + by, self.width - by)


@dataclass(frozen=True, slots=True)
class Geometry:
    """Edges of one paper size; `top` and `bottom` are depths that text keeps to."""

    width: float
    height: float
    top: float
    bottom: float
    band: float
    hung: Column
    main: Column
    whole: Column
    """Both columns and the gutter between them."""

    @property
    def gutter(self) -> float:
        """Distance between the columns."""
        return self.main.x - self.hung.right


def geometry(theme: Theme, paper: Paper) -> Geometry:
    """Return the page plan of `theme` on `paper`."""
    tokens = theme.a4 if paper is Paper.A4 else theme.letter
    width, height = paper.value
    whole = Column(tokens.side, width - 2 * tokens.side)
    return Geometry(
        width=width,
        height=height,
        top=tokens.top,
        bottom=height - tokens.bottom,
        band=tokens.band,
        hung=Column(tokens.side, tokens.hung),
        main=whole.indented(tokens.hung + tokens.gutter),
        whole=whole,
    )
