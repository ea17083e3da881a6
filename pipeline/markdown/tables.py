"""Pipe tables to data: equal rows, one header row, nothing guessed."""

import re
from collections.abc import Sequence

from pipeline.markdown.nodes import Node
from pipeline.markdown.reading import Data, Reading
from pipeline.markdown.runs import read_words

Piece = tuple[str, int]
"""The words of a cell and their column, counted from 0."""

_CELL = re.compile(r"(?:\\.|[^\\|])*")


def read_table(node: Node, origin: str, reading: Reading) -> Data | None:
    """Return the table on the lines of `node`, or None if its rows are uneven."""
    first, end = node.token.map or [node.line, node.line]
    header = _pieces(reading.lines[first])
    rule = [words for words, _ in _pieces(reading.lines[first + 1])]
    rows = [_pieces(reading.lines[line]) for line in range(first + 2, end)]
    if not rows and not node.token.meta["run-on"]:
        message = "the table has no rows below its header"
        reading.refuse(first, "table-row", message, "write one, starting with `|`")
        return None
    if not _is_even(node, header, rule, rows, reading):
        return None
    table: Data = {
        "kind": "table",
        "header": _read_row(header, first, f"{origin}.header", reading),
        "rows": tuple(
            _read_row(row, first + 2 + index, f"{origin}.rows[{index}]", reading)
            for index, row in enumerate(rows)
        ),
    }
    if any(":" in mark for mark in rule):
        table["alignments"] = tuple(_alignment(mark) for mark in rule)
    return table


def _pieces(line: str) -> list[Piece]:
    r"""Return the cells of a row; `\|` is a sign in a cell, not its end."""
    text = line.strip()
    offset = len(line) - len(line.lstrip()) + 1
    inside = text.removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    pieces, position = [], 0
    while position <= len(inside):
        match = _CELL.match(inside, position)
        raw = match[0] if match else ""
        words = raw.strip().replace("\\|", "|")
        pieces.append((words, offset + position + len(raw) - len(raw.lstrip())))
        position += len(raw) + 1
    return pieces


def _is_even(
    node: Node,
    header: list[Piece],
    rule: list[str],
    rows: list[list[Piece]],
    reading: Reading,
) -> bool:
    first, wanted = node.line, f"the header has {_cells(header)}"
    uneven = [
        (first + 2 + index, f"row {index + 1} has {_cells(row)}, {wanted}")
        for index, row in enumerate(rows)
        if len(row) != len(header)
    ]
    if len(rule) != len(header):
        message = f"the line below the header has {_cells(rule)}, {wanted}"
        uneven.insert(0, (first + 1, message))
    for line, message in uneven:
        hint = "a cell without words still needs its place: `| |`"
        reading.refuse(line, "table-cells", message, hint)
    if node.token.meta["run-on"]:
        end = node.token.map[1] if node.token.map else first
        message = "this line stands directly below a table and is not a row"
        hint = "start a row with `|`; leave a blank line below the table"
        reading.refuse(end, "table-row", message, hint)
    return not uneven and not node.token.meta["run-on"]


def _cells(row: Sequence[object]) -> str:
    return "1 cell" if len(row) == 1 else f"{len(row)} cells"


def _read_row(
    row: list[Piece], line: int, origin: str, reading: Reading
) -> tuple[Data, ...]:
    reading.note_place(origin, line)
    return tuple(_read_cell(words, line, column, reading) for words, column in row)


def _read_cell(words: str, line: int, column: int, reading: Reading) -> Data:
    if not words:
        return {}
    return {"text": read_words(words, line, reading, column)}


def _alignment(mark: str) -> str:
    if mark.startswith(":") and mark.endswith(":"):
        return "center"
    return "end" if mark.endswith(":") else "start"
