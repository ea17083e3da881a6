"""Lists that would not print as they are written: their numbers and their indents.

Only the first number of a list counts in Markdown, and how far a list is indented
decides where it stands: both change in silence what an author sees in the source.
"""

from pipeline.diagnostics import Severity
from pipeline.markdown.nodes import Node
from pipeline.markdown.reading import Finding, Reading

# A list that starts here is a sentence that starts with a year.
YEAR_LIKE = 1000

_LISTS = ("bullet_list", "ordered_list")
_HINT = "three blanks under `1. `, two under `- `"


def check_numbers(node: Node, reading: Reading) -> None:
    """Refuse numbers that would print as others; warn of a year that became one."""
    written = [int(item.token.info) for item in node.children]
    first = written[0]
    if first >= YEAR_LIKE and len(set(written)) == 1:
        message = f"`{first}.` starts a numbered list here"
        hint = f"write `{first}\\.` where it is part of a sentence"
        found = Finding(0, "list-number", message, hint, Severity.WARNING)
        line = node.children[0].line
        reading.report(found, reading.lines[line].strip(), line)
    if len(set(written)) == 1:
        return
    for index, number in enumerate(written):
        if number != first + index:
            message = f"`{number}.` would print as `{first + index}.`"
            hint = (
                f"write `{number}\\.` where it is part of a sentence; "
                "number a list 1. 2. 3. or 1. 1. 1."
            )
            reading.refuse(node.children[index].line, "list-number", message, hint)
            return


def check_indents(node: Node, reading: Reading) -> None:
    """Refuse a list, or an item, that is indented but stands in no item above it."""
    above = [item.line for item in (node.previous,) if item and item.kind in _LISTS]
    if any(_is_deeper(node.line, line, reading) for line in above):
        message = "this list is indented, yet too little to stand in an item"
        hint = f"indent it to below the words of the item: {_HINT}"
        reading.refuse(node.line, "list-indent", message, hint)
    first = node.children[0].line
    for item in node.children[1:]:
        if _is_deeper(item.line, first, reading):
            message = "this item is indented, yet too little to stand in the one above"
            hint = f"indent it to below the words of that item: {_HINT}"
            reading.refuse(item.line, "list-indent", message, hint)


def _is_deeper(line: int, other: int, reading: Reading) -> bool:
    return reading.indent(line) > reading.indent(other)
