"""Markers that a file paints apart from their items, put before the words they mark."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.importers.pdf.groups import BULLETS
from pipeline.importers.pdf.lines import Line
from pipeline.importers.scribe import Piece

# How far, in pt, a marker stands before its words at most.
_NEAR = 40.0


def with_markers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines` with lone markers joined to the line that stands beside them.

    Makers that draw all words of a page first and its markers after.
    """
    marked: dict[int, Line] = {}
    joined: set[int] = set()
    for marker in lines:
        if marker.text.strip() in BULLETS and (line := _beside(marker, lines)):
            marked[id(line)] = marker
            joined.add(id(marker))
    return tuple(
        _after(marked[id(line)], line) if id(line) in marked else line
        for line in lines
        if id(line) not in joined
    )


def _beside(marker: Line, lines: Sequence[Line]) -> Line | None:
    beside = [
        line
        for line in lines
        if line.page == marker.page
        and 0 < line.left - marker.left < _NEAR
        and abs(line.base - marker.base) < line.size * 0.7
    ]
    return min(beside, key=lambda line: line.left, default=None)


def _after(marker: Line, line: Line) -> Line:
    pieces = (Piece(marker.text.strip() + " "), *line.pieces)
    return replace(line, pieces=pieces, left=marker.left)
