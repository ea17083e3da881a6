"""Markdown of any maker becomes passages."""

import pytest

from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.markdown import MarkdownImporter
from tests.importers.manuscripts import all_words, told, unaccounted

FOREIGN = """---
title: "A Title"
date: 2024-04-04
tags: [a, b]
---
*Lead*

## Part

Words with `code`[^1] and <b>more</b>.

- one
- two
  1. deep

| a | b |
|---|---|
| 1 | 2 |

[^1]: A note that
  goes on.
"""


def test_markdown_is_read_as_the_page_it_stands_for() -> None:
    read = MarkdownImporter().read("x.md", FOREIGN.encode())
    assert told(read) == [
        "h1 A Title", "p Lead", "h2 Part", "p Words with code and more.", "- one",
        "- two", "  1. deep", "table 1: a | b / 1 | 2",
        "[^note-1] A note that goes on.",
    ]  # fmt: skip
    assert unaccounted(read) == ""


def test_places_are_lines_of_the_file() -> None:
    read = MarkdownImporter().read("x.md", FOREIGN.encode())
    places = {
        each: read.place(all_words(passage)[0].stretch.start)
        for each, passage in zip(told(read), read.passages, strict=True)
    }
    assert places["h1 A Title"] == "the front matter"
    assert places["h2 Part"] == "line 8"
    assert places["- two"] == "line 13"


def test_front_matter_gives_hints_and_is_accounted_for() -> None:
    read = MarkdownImporter().read("x.md", FOREIGN.encode())
    assert (read.hints.title, read.hints.issued) == ("A Title", "2024-04-04")
    assert "tags: ['a', 'b']" in read.text


@pytest.mark.parametrize("front", ["a: [", "- a\n- b", "x: &a [*a]", "'"])
def test_damaged_front_matter_is_left_out_whole(front: str) -> None:
    read = MarkdownImporter().read("x.md", f"---\n{front}\n---\n\nText\n".encode())
    assert told(read) == ["p Text"]
    assert unaccounted(read) == ""


def test_a_sheet_of_ours_is_refused_with_a_hint() -> None:
    sheet = b"---\ntitle: T\nissuer: {agency: A}\nissued: 2024-01-01\n---\n\nText.\n"
    with pytest.raises(ImportRefusedError, match="fact sheet already"):
        MarkdownImporter().read("x.md", sheet)


def test_an_unknown_footnote_stays_text() -> None:
    assert told(MarkdownImporter().read("x.md", b"Fact[^9].")) == ["p Fact[^9]."]
