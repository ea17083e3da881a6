"""The lines of one text in a source, with other words."""

from collections.abc import Sequence

from pipeline.unload.places import PARAGRAPH
from pipeline.unload.rewording import reworded
from schemas.richtext import RichText

Lines = Sequence[str]


def revised_text(
    old: RichText, new: RichText, origin: str, lines: Lines, first: str = ""
) -> list[str]:
    """Return the lines of a paragraph whose first line starts with `first`."""
    first = first or indent_of(lines[0])
    if old == new:
        return list(lines)
    raw = stripped("\n".join([lines[0][len(first) :], *lines[1:]]))
    text = reworded(raw, old, new, PARAGRAPH, origin)
    return prefixed(text, first, rest(lines, " " * len(first)))


def stripped(raw: str) -> str:
    """Return a text without the blanks around its lines."""
    return "\n".join(line.strip() for line in raw.split("\n"))


def rest(lines: Lines, usual: str) -> str:
    """Return what the lines of a text start with below its first."""
    return indent_of(lines[1]) if len(lines) > 1 else usual


def indent_of(line: str) -> str:
    """Return the blanks that a line starts with."""
    return line[: len(line) - len(line.lstrip())]


def prefixed(text: str, first: str, rest: str) -> list[str]:
    """Return the lines of a text behind what they start with."""
    return [(rest if index else first) + line
            for index, line in enumerate(text.split("\n"))]  # fmt: skip


def indented(lines: Lines, indent: str) -> list[str]:
    """Return lines further to the right; empty ones stay empty."""
    return [indent + line if line else "" for line in lines]
