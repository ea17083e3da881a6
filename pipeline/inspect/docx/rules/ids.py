"""Ids and names that must be unique, and pairs that must close: OX:06, OX:12-14, 24."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.names import (
    DOCUMENT_PROPERTIES,
    PARAGRAPH,
    PARAGRAPH_ID,
    VAL,
    w,
)
from pipeline.inspect.docx.wordfile import Story, WordFile

_CHANGES = tuple(
    map(w, (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange",
        "trPrChange", "tcPrChange", "sectPrChange", "cellIns", "cellDel",
    ))
)  # fmt: skip
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


def picture_ids_are_unique(file: WordFile) -> Iterator[Diagnostic]:
    """OX:06: no two drawings of a story have the same id."""
    for story in file.stories:
        ids = (each.get("id") for each in story.root.iter(DOCUMENT_PROPERTIES))
        for key, count in _repeated(ids):
            message = f"{count} drawings in `{story.part}` have the id {key}"
            yield error("OX:06", message)


def paragraph_ids_are_unique(file: WordFile) -> Iterator[Diagnostic]:
    """OX:12: paragraph ids are unique in a story, and from 1 to 7FFFFFFF."""
    for story in file.stories:
        ids = [each.get(PARAGRAPH_ID) for each in story.root.iter(PARAGRAPH)]
        for key, count in _repeated(ids):
            message = f"{count} paragraphs in `{story.part}` have the id {key}"
            yield error("OX:12", message)
        for key in filter(None, ids):
            if not _is_paragraph_id(key):
                yield error("OX:12", f"`{key}` in `{story.part}` is no paragraph id")


def _is_paragraph_id(key: str) -> bool:
    is_hex = len(key) == 8 and set(key) <= set("0123456789abcdefABCDEF")
    return is_hex and 0 < int(key, 16) < 0x80000000


def bookmarks_are_whole(file: WordFile) -> Iterator[Diagnostic]:
    """OX:13: bookmarks have two ends, an id of their own and a name of their own."""
    for story in file.stories:
        starts = [each.get(w("id")) for each in story.root.iter(w("bookmarkStart"))]
        ends = [each.get(w("id")) for each in story.root.iter(w("bookmarkEnd"))]
        for key, count in _repeated(starts):
            message = f"{count} bookmarks in `{story.part}` have the id {key}"
            yield error("OX:13", message)
        for key in sorted({str(each) for each in set(starts) ^ set(ends)}):
            yield error("OX:13", f"the bookmark {key} in `{story.part}` has one end")
    names = (
        each.get(w("name"), "").lower()
        for story in file.stories
        for each in story.root.iter(w("bookmarkStart"))
    )
    for name, count in _repeated(names):
        yield error("OX:13", f"{count} bookmarks are named `{name}`")


def what_is_called_exists(file: WordFile) -> Iterator[Diagnostic]:
    """OX:14: notes, comments and lists that the text calls are in the file, once."""
    for name, kind in {**_NOTES, "commentReference": "comments"}.items():
        called = set(_values(file.stories, name, w("id")))
        held = [
            each.get(w("id"))
            for story in file.stories
            if story.kind == kind
            for each in story.root
        ]
        for key in sorted(called - set(held)):
            yield error("OX:14", f"the text calls {kind} {key}: there is none")
        for key, count in _repeated(held):
            yield error("OX:14", f"{count} {kind} have the id {key}")
    defined = {each.get(w("numId")) for each in file.numbering.iter(w("num"))} | {"0"}
    used = set(_values(file.stories, "numId", VAL))
    for key in sorted((used | file.styles.lists) - defined):
        yield error("OX:14", f"the list {key} is used and not defined")


def _values(stories: Iterable[Story], name: str, key: str) -> Iterator[str]:
    for story in stories:
        for each in story.root.iter(w(name)):
            yield each.get(key, "")


def change_ids_are_unique(file: WordFile) -> Iterator[Diagnostic]:
    """OX:24: tracked changes of a story have ids of their own."""
    for story in file.stories:
        ids = (each.get(w("id")) for each in story.root.iter(*_CHANGES))
        for key, count in _repeated(ids):
            message = f"{count} tracked changes in `{story.part}` have the id {key}"
            yield error("OX:24", message)


def _repeated(keys: Iterable[str | None]) -> Iterator[tuple[str, int]]:
    for key, count in Counter(keys).items():
        if key is not None and count > 1:
            yield key, count
