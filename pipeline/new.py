"""A new sheet to start from: it builds as it is, and its comments teach."""

import time
from pathlib import Path

from pipeline.diagnostics import Diagnostic, SettingsError, error
from pipeline.sheets import plain_name

# As many characters as `schemas.values.Title` takes; importing it would be slow.
MAX_TITLE = 200

_STARTER = """\
---
# Everything between the two `---` lines is about the sheet. A line that begins with #
# is a note to you and is never printed; it never stands behind a value. Put "quotes"
# around words that hold a colon and a blank, or a blank and #.
title: {title}
kind: Fact Sheet
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

    Raises SettingsError when `name` cannot name a sheet, or when the sheet is there
    already; nothing is overwritten.
    """
    words = name.removesuffix(".md")
    path = folder / f"{plain_name(words)}.md"
    refused = _refused(words, path.stem)
    if refused:
        raise SettingsError(refused)
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


def _refused(words: str, stem: str) -> Diagnostic | None:
    """Return why a sheet cannot be called `words`, or None."""
    if not any(character.isalnum() for character in words):
        hint = "name it by the words of its title, such as `visit to Rome`"
        return error("name", f"`{words}` names no sheet", hint=hint)
    if len(words) > MAX_TITLE:
        message = f"a title of {len(words):,} characters, it may have {MAX_TITLE}"
        return error("name", message, hint="shorten it; you can add words in the file")
    if stem.upper() == "README":
        message = "a README tells of its folder and is never built"
        return error("name", message, hint="choose another name")
    return None


def starter(title: str, day: str) -> str:
    """Return the text of a new sheet."""
    # A JSON-like string is also a YAML one: no word of a title can break the sheet.
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _STARTER.format(title=quoted, day=day)


def _today() -> str:
    # The one use of the clock: it dates a new source, never a finished file.
    return time.strftime("%Y-%m-%d")
