"""Bookmarks: the headings as a tree, the title at its root."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.render.pdf.finish.file import Entry, File
from pipeline.render.pdf.finish.links import Places
from pipeline.render.pdf.syntax import text
from pipeline.tree import Heading, plain_text


@dataclass(slots=True)
class _Bookmark:
    entry: Entry
    heading: Heading | None
    kids: "list[_Bookmark]" = field(default_factory=list)


def write_outline(headings: Iterable[Heading], places: Places, file: File) -> str:
    """Write a bookmark for each heading; return the reference to the outline."""
    root = _Bookmark(file.reserve(), None)
    above = [root]
    for heading in headings:
        # Levels are never skipped going down, so this is the heading's level.
        del above[heading.level :]
        bookmark = _Bookmark(file.reserve(), heading)
        above[-1].kids.append(bookmark)
        above.append(bookmark)
    _write(root, "<</Type/Outlines", places)
    return root.entry.reference


def _write(bookmark: _Bookmark, start: str, places: Places) -> int:
    """Write a bookmark and those below; return how many show when it is open."""
    shown = 0
    for index, kid in enumerate(bookmark.kids):
        shown += 1 + _write(kid, _start(bookmark, index, places), places)
    family = ""
    if bookmark.kids:
        first, last = (bookmark.kids[at].entry.reference for at in (0, -1))
        family = f"/First {first}/Last {last}/Count {shown}"
    bookmark.entry.body = f"{start}{family}>>".encode("ascii")
    return shown


def _start(parent: _Bookmark, index: int, places: Places) -> str:
    heading = parent.kids[index].heading
    assert heading is not None  # only the root has none
    title = " ".join(plain_text(heading.content).split())
    before = index and f"/Prev {parent.kids[index - 1].entry.reference}"
    is_last = index == len(parent.kids) - 1
    after = "" if is_last else f"/Next {parent.kids[index + 1].entry.reference}"
    return (
        f"<</Title{text(title)}/Parent {parent.entry.reference}{before or ''}{after}"
        f"{places.destination(heading.origin)}"
    )
