"""Sources as authors leave them: wrapped lines, remarks, spaces of their own."""

import re
import textwrap

WIDTH = 60
_START = re.compile(r"\s*(?:[-*] |[0-9]+[.)] |> )?")
_LISTS = re.compile(r"::: (?:timeline|memberships|officials|missions)")


def by_hand(source: str) -> str:
    """Return an unloaded `source` in another hand; it says the same."""
    front, _, body = source.removeprefix("---\n").partition("\n---\n")
    front = re.sub(r"(?m)^(kind|edition|issued): ", r"# About \1\n\1:   ", front)
    return f"---\n# A remark.\n{front}\n# The last one.\n---\n{_wrapped(body)}\n"


def _wrapped(body: str) -> str:
    lines: list[str] = []
    is_list = False
    for line in body.split("\n"):
        is_list = line != ":::" and (is_list or bool(_LISTS.match(line)))
        if line.startswith("#"):
            lines += ["", line]
        elif is_list or len(line) < WIDTH or not _is_prose(line):
            lines.append(line)
        else:
            lines += _lines(line)
    return "\n".join(lines)


def _is_prose(line: str) -> bool:
    start = _START.match(line)
    words = line[start.end() :] if start else line
    is_name = ">" in line and words.startswith("—")
    # Neither what a line may not start with, nor spaces that wrapping would drop.
    signs = re.search(r"(?:^|\s)(?:[^\w“„‘&\[(*—…½§]|[0-9]+[.)]\s|—\s)|\s\s|\\$", words)
    return bool(words[:1].isalpha() and not is_name and not signs)


def _lines(line: str) -> list[str]:
    start = _START.match(line)
    indent = start[0] if start else ""
    # Attributes stand on one line.
    words = re.sub(
        r"\{[^{}]*\}", lambda match: match[0].replace(" ", "\x00"), line[len(indent) :]
    )
    lines = textwrap.wrap(
        words,
        WIDTH,
        initial_indent=indent,
        subsequent_indent="> " if ">" in indent else " " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [each.replace("\x00", " ") for each in lines]
