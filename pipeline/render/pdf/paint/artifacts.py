"""Artifacts: how marks outside the reading order are announced in a page stream."""

from typing import assert_never

from pipeline.layout.pages import Artifact, Line
from pipeline.render.pdf.syntax import number

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in pt."""

# Where a line's ink reaches below its baseline, in parts of its leading.
BELOW = 0.24

LAYOUT = "/Artifact<</Type/Layout>>BDC"


def begin_text_artifact(kind: Artifact, lines: tuple[Line, ...]) -> str:
    """Return the beginning of an artifact of text (ISO 32000-1, 14.8.2.2)."""
    match kind:
        case Artifact.LAYOUT:
            return LAYOUT
        case Artifact.REPEAT:
            return "/Artifact<</Type/Pagination>>BDC"
        case Artifact.HEADER | Artifact.FOOTER:
            # ISO 14289-1, 7.8: running heads and feet say which they are.
            edge = "Top" if kind is Artifact.HEADER else "Bottom"
            return (
                f"/Artifact<</Type/Pagination/Subtype/{kind.value}"
                f"/Attached[/{edge}]/BBox[{numbers(_extent(lines))}]>>BDC"
            )
        case _:
            assert_never(kind)


def begin_background(box: Box) -> str:
    """Return the beginning of a coloured panel."""
    return f"/Artifact<</Type/Background/BBox[{numbers(box)}]>>BDC"


def numbers(box: Box) -> str:
    """Return the edges of a box as operands."""
    return " ".join(number(edge) for edge in box)


def _extent(lines: tuple[Line, ...]) -> Box:
    sized = [line for line in lines if line.pieces]
    return (
        min(line.x for line in sized),
        min(line.y - BELOW * line.height for line in sized),
        max(line.x + line.width for line in sized),
        max(line.y + line.height for line in sized),
    )
