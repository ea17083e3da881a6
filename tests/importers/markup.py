"""Texts that are markup, as the words that a reader of the page sees.

Told by the library that the importers use as well, but by its own printed pages.
"""

import re

import yaml
from lxml import html
from markdown_it import MarkdownIt

FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)


def as_read(raw: str) -> str:
    """Return front matter as a line for each key, then the words of the body.

    A title stands without its key, since it is what it says.
    """
    front = FRONT.match(raw)
    keys = yaml.load(front[1], yaml.BaseLoader) if front else {}
    lines = [
        value if key == "title" else f"{key}: {value}" for key, value in keys.items()
    ]
    page = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(raw[front.end() if front else 0 :])
    )
    return "\n".join([*lines, _words(page)])


def _words(page: str) -> str:
    body = html.fromstring(f"<div>{page}</div>")
    for cell in body.iter("td", "th", "br"):
        cell.tail = f"\n{cell.tail or ''}"
    return str(body.text_content())
