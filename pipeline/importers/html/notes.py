"""Footnotes of a page: raised links to a place below, and the texts found there."""

import re

from lxml.html import HtmlElement

# A call prints a number, a letter or a sign, perhaps in brackets.
_LABEL = re.compile(r"[\[(]?(\d{1,3}|[a-zA-Z]|[*†‡§¶]{1,3})[\])]?")
_TEXTS = frozenset({"li", "p", "div", "dd", "td", "aside", "section"})


def find_notes(main: HtmlElement) -> dict[str, str]:
    """Return the footnotes of a page: ids of their elements to names for the sheet."""
    texts = {each.get("id", ""): each for each in main.iter(*_TEXTS)}
    notes: dict[str, str] = {}
    for link in main.iter("a"):
        target = called(link)
        if target and target not in notes and _says_more(texts.get(target)):
            notes[target] = f"note-{len(notes) + 1}"
    return notes


def called(link: HtmlElement) -> str | None:
    """Return the id that a footnote's call leads to; None for any other link."""
    href = link.get("href") or ""
    if not href.startswith("#") or not _LABEL.fullmatch(link.text_content().strip()):
        return None
    parent = link.getparent()
    is_raised = link.find("sup") is not None or (
        parent is not None and parent.tag == "sup"
    )
    return href[1:] if is_raised or link.get("role") == "doc-noteref" else None


def is_way_back(link: HtmlElement) -> bool:
    """Return whether a link in a footnote only leads back to its call."""
    href = link.get("href") or ""
    words = link.text_content().strip()
    return href.startswith("#") and (
        not any(map(str.isalpha, words)) or link.get("role") == "doc-backlink"
    )


def _says_more(element: HtmlElement | None) -> bool:
    return element is not None and any(map(str.isalpha, element.text_content()))
