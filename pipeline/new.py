"""A new sheet to start from: it builds as it is, and its comments teach."""

import time
from pathlib import Path

from pipeline.diagnostics import SettingsError, error
from pipeline.sheets import plain_name

_STARTER = """\
---
# Everything between the two `---` lines is about the sheet. A line that begins with #
# is a note to you and is never printed. Put "quotes" around words that hold a colon.
title: {title}
issuer:
  agency: Name of Your Agency
  # bureau: Name of Your Bureau
issued: {day}
# place: Washington, DC
# language: en-US
# standfirst: One or two sentences that say what this sheet is about.
# key_facts:
#   - label: Founded
#     value: 1849
---

The first paragraph says the most important thing. An empty line starts a new paragraph.

## A heading

Words can be **strong** or *stressed*, and [a link](https://www.example.gov/) leads
somewhere.

- A list begins each item with a hyphen.
- A numbered list begins each item with its number and a full stop.

## Another heading

| Year | Visitors |
|------|---------:|
| 2024 |    1,200 |
| 2025 |    1,350 |
"""


def start_sheet(name: str, folder: Path) -> Path:
    """Write a new sheet called `name` into `folder` and return its path.

    Raises SettingsError when the sheet is there already; nothing is overwritten.
    """
    words = name.removesuffix(".md")
    path = folder / f"{plain_name(words)}.md"
    title = words.replace("-", " ").strip()
    text = starter(title[:1].upper() + title[1:], _today())
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise SettingsError(
            error("exists", f"`{path}` exists already", hint="choose another name")
        ) from None
    return path


def starter(title: str, day: str) -> str:
    """Return the text of a new sheet."""
    # A JSON-like string is also a YAML one: no word of a title can break the sheet.
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _STARTER.format(title=quoted, day=day)


def _today() -> str:
    # The one use of the clock: it dates a new source, never a finished file.
    return time.strftime("%Y-%m-%d")
