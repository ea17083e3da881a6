"""A text of the body to runs, with every error and warning at its place."""

import re

from pipeline.markdown.inline import parse_inline
from pipeline.markdown.reading import Finding, Reading
from schemas.richtext import Run, TextRun, plain
from schemas.values import has_words


def read_runs(
    text: str, line: int, reading: Reading, start: int = 0
) -> tuple[Run, ...]:
    """Return the runs of `text`, found on the 0-based `line` after column `start`."""
    for finding in _unlike_text(text):
        reading.report(finding, text, line, start)
    return read_words(text, line, reading, start)


def read_words(
    text: str, line: int, reading: Reading, start: int = 0
) -> tuple[Run, ...]:
    """Return the runs of a text that stands where no block can start, as in a cell."""
    inline = parse_inline(text)
    for finding in inline.findings:
        reading.report(finding, text, line, start)
    if has_words(plain(inline.runs)):
        return inline.runs
    if not inline.findings:
        hint = "write at least one word; what is not seen counts as none"
        finding = Finding(0, "blank", "there are no words here", hint)
        reading.report(finding, text, line, start)
    return (TextRun(text="…"), *inline.runs)


def read_title(
    text: str, line: int, reading: Reading, start: int = 0
) -> tuple[Run, ...]:
    r"""Return the runs of a heading or title, which ends in its attributes, if any."""
    if match := re.search(r"(?<![\\\])])\{", text):
        message = "the brace that opens here is not part of attributes at the end"
        hint = "write them last, as in {#name}; `\\{` prints a brace"
        reading.report(Finding(match.start(), "attribute", message, hint), text, line)
        return (TextRun(text="…"),)
    return read_runs(text, line, reading, start)


def _unlike_text(text: str) -> list[Finding]:
    """Return errors for lines that look like a block and were read as text."""
    looks = (
        (
            r"\|",
            "table",
            "this line looks like a table row",
            "a table's second line is its rule, such as |---|---|",
        ),
        (
            r":\s",
            "definition",
            "a `: ` line stands outside a container",
            "put it between `::: timeline` (or memberships, officials, missions) "
            "and `:::`",
        ),
        (
            r"\[(?![\]^])(?:\\.|[^\]\\])*\]:\s",
            "link-reference",
            "links are not defined elsewhere",
            "write [words](address)",
        ),
    )
    return [
        Finding(match.start(), code, message, hint)
        for pattern, code, message, hint in looks
        for match in re.finditer(rf"(?m)^[ ]*{pattern}", text)
    ]
