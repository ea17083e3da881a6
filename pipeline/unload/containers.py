"""Tables, figures, callouts, resources: `::: name Title` where they need it."""

import re

from pipeline.unload.escapes import Around, escaped
from pipeline.unload.inline import spell_runs
from pipeline.unload.lists import spell_item, spell_prose
from pipeline.unload.places import CELL, PARAGRAPH, TITLE, VALUE
from schemas.blocks import Callout, Cell, Figure, ListItem, Resources, Table
from schemas.richtext import RichText
from schemas.values import Alignment

END = ":::"
# A table no wider and no longer than this is written with its bars in line.
_WIDEST, _LONGEST = 100, 40
_RULES = {
    Alignment.START: ("", ""),
    Alignment.CENTER: (":", ":"),
    Alignment.END: ("", ":"),
}


def opening(
    name: str, title: RichText | None, origin: str, attributes: str = ""
) -> str:
    """Return the first line of a container."""
    words = f" {spell_runs(title, TITLE, origin)}" if title else ""
    return f"::: {name}{words}{attributes}"


def spell_callout(block: Callout, origin: str) -> list[str]:
    """Return the lines of a callout."""
    first = opening("callout", block.title, f"{origin}.title")
    return [first, *spell_prose(block.blocks, origin), END]


def spell_resources(block: Resources, origin: str) -> list[str]:
    """Return the lines of resources: an introduction, a list."""
    lines = [opening("resources", None, origin)]
    if block.intro:
        lines += spell_runs(block.intro, PARAGRAPH, f"{origin}.intro").split("\n")
        lines.append("")
    for index, item in enumerate(block.items):
        place = f"{origin}.items[{index}]"
        lines += spell_item(ListItem(text=item.text), place, "- ")
    return [*lines, END]


def spell_figure(block: Figure, origin: str) -> list[str]:
    """Return the lines of a picture, in a container if it has a caption."""
    picture = f"![{_alternative(block.alt or '')}]({_file(block.image)})"
    if block.decorative:
        picture += "{decorative}"
    if block.caption is None:
        return [picture]
    return [opening("figure", block.caption, f"{origin}.caption"), picture, END]


def _alternative(words: str) -> str:
    around = Around(VALUE, "\n", "\n", True, True, True)
    return escaped(words, around)


def _file(name: str) -> str:
    """Return a file's name as a link's address (CommonMark 6.3)."""
    name = re.sub(r"([\\<>]|&(?=#?\w+;))", r"\\\1", name)
    return f"<{name}>" if re.search(r"[\s()]|^<", name) else name


def spell_table(block: Table, origin: str) -> list[str]:
    """Return the lines of a table, in a container if it says more than cells."""
    lines = spell_rows(block, origin)
    if not is_contained(block):
        return lines
    for index, note in enumerate(block.notes):
        words = spell_runs(note, PARAGRAPH, f"{origin}.notes[{index}]")
        lines += ["", *words.split("\n")]
    return [table_opening(block, origin), *lines, END]


def is_contained(block: Table) -> bool:
    """Return whether a table needs `:::` lines."""
    return bool(block.caption or block.notes or block.row_headers)


def table_opening(block: Table, origin: str) -> str:
    """Return the first line of the container of a table."""
    attributes = " {row-headers}" if block.row_headers else ""
    return opening("table", block.caption, f"{origin}.caption", attributes)


def spell_rows(block: Table, origin: str) -> list[str]:
    """Return the rows of a table, their bars in line where that is readable."""
    header = [
        spell_cell(cell, f"{origin}.header[{column}]")
        for column, cell in enumerate(block.header)
    ]
    rows = [
        [spell_cell(cell, f"{origin}.rows[{row}][{column}]")
         for column, cell in enumerate(cells)]
        for row, cells in enumerate(block.rows)
    ]  # fmt: skip
    widths = [
        max(3, *(len(cells[column]) for cells in (header, *rows)))
        for column in range(len(header))
    ]
    if sum(widths) + 3 * len(widths) > _WIDEST or len(rows) > _LONGEST:
        widths = [0] * len(header)
    return [row_line(header, widths), _rule(block, widths),
            *(row_line(row, widths) for row in rows)]  # fmt: skip


def spell_cell(cell: Cell, origin: str) -> str:
    """Return the words of a cell."""
    return spell_runs(cell.text, CELL, f"{origin}.text") if cell.text else ""


def row_line(cells: list[str], widths: list[int]) -> str:
    """Return a row of cells, each padded to its column."""
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "".join(f"| {cell} " if cell else "| " for cell in padded) + "|"


def _rule(block: Table, widths: list[int]) -> str:
    marks = []
    # One colon says that the others are meant to be at the start.
    is_start = set(block.alignments) == {Alignment.START}
    for column, width in enumerate(widths):
        left, right = (":" if is_start else ""), ""
        if block.alignments and not is_start:
            left, right = _RULES[block.alignments[column]]
        room = width + 2 if width else 3
        marks.append(left + "-" * (room - len(left + right)) + right)
    return f"|{'|'.join(marks)}|"
