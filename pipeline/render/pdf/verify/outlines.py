"""Bookmarks read back: one for each heading, in its place, and leading to it."""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.pdf.verify.goals import Goals
from pipeline.render.pdf.verify.objects import Keys, Objects, text
from pipeline.tree import Document, Heading, leaves, plain_text

Bookmark = tuple[int, str]
"""Its depth, from 1, and its title."""
# More bookmarks than any sheet has headings: a chain that runs in a circle.
TOO_MANY = 10_000


def check_outline(document: Document, goals: Goals) -> Iterator[Diagnostic]:
    """Yield what is wrong with the bookmarks, as a whole or one by one."""
    headings = [leaf for leaf in leaves(document.blocks) if isinstance(leaf, Heading)]
    entries = list(_entries(goals.reading.objects))
    found = [(depth, text(entry.get("/Title"))) for depth, entry in entries]
    if found != list(_expected(headings)):
        yield error("outline", f"the bookmarks are {found}, not those of the headings")
        return
    for heading, (_, entry) in zip(headings, entries, strict=True):
        wrong = goals.wrong(entry.get("/A"), heading.origin)
        if wrong:
            yield error(wrong[0], f"a bookmark {wrong[1]}", origin=heading.origin)


def _expected(headings: list[Heading]) -> Iterator[Bookmark]:
    depth = 0
    for heading in headings:
        depth = min(heading.level, depth + 1)
        yield depth, " ".join(plain_text(heading.content).split())


def _entries(objects: Objects) -> Iterator[tuple[int, Keys]]:
    """Yield the bookmarks in reading order, with their depth."""
    outline = objects.dictionary(objects.catalog.get("/Outlines"))
    waiting = [(1, outline.get("/First"))]
    for _ in range(TOO_MANY):
        if not waiting:
            return
        level, reference = waiting.pop()
        entry = objects.dictionary(reference)
        if not entry:
            continue
        yield level, entry
        waiting.append((level, entry.get("/Next")))
        waiting.append((level + 1, entry.get("/First")))
