"""What a Word file of any maker says: paragraphs, tables, notes, changes, comments.

    package ──▶ styles, lists ──▶ blocks ──▶ WordStory

Reads parts by their relationships, never by their names; fetches and runs nothing.
"""

from dataclasses import replace

from lxml import etree

from pipeline.diagnostics import Diagnostic, note
from pipeline.inspect.docx import package as inspected
from pipeline.inspect.docx.archive import RefusedFileError
from pipeline.inspect.docx.names import PARAGRAPH, VAL, w
from pipeline.inspect.docx.package import Package
from pipeline.inspect.docx.stylesheet import read_stylesheet
from pipeline.word.blocks import Scope, read_blocks, read_paragraphs
from pipeline.word.margins import read_changes, read_comments, read_running
from pipeline.word.numbering import read_numbering
from pipeline.word.reading import Reading
from pipeline.word.refusals import package_findings, refuse_large, refuse_long
from pipeline.word.story import (
    Block,
    Cell,
    Change,
    ChangeKind,
    Comment,
    Inline,
    Listed,
    Marks,
    Note,
    NoteCall,
    Paragraph,
    Picture,
    Row,
    Table,
    View,
    Words,
    WordStory,
)
from pipeline.word.styling import Styling

__all__ = [
    "Block", "Cell", "Change", "ChangeKind", "Comment", "Inline", "Listed", "Marks",
    "Note", "NoteCall", "Package", "Paragraph", "Picture", "RefusedFileError", "Row",
    "Table", "View", "WordStory", "Words", "read_package", "read_story", "story_of",
]  # fmt: skip

_NOTHING = etree.Element("nothing")


def read_story(data: bytes, view: View = View.ACCEPTED) -> WordStory:
    """Return what the file says; raise `RefusedFileError` for what is no Word file."""
    return story_of(read_package(data), view)


def read_package(data: bytes) -> Package:
    """Return the parts; raise `RefusedFileError` for what is no Word file."""
    refuse_large(data)
    return inspected.read_package(data)


def story_of(package: Package, view: View = View.ACCEPTED) -> WordStory:
    """Return what an opened file says; what it cannot hold is in its findings."""
    main = package.main()
    root = package.trees[main]
    refuse_long(package)
    body = root.find(w("body"))
    if body is None:
        body = _NOTHING
    reading = _reading(package, main, view)
    blocks = read_blocks(body, reading)
    changes = list(read_changes(body, reading.places))
    comments = tuple(read_comments(package, main, body, reading.places))
    notes: list[Note] = []
    for kind in ("footnote", "endnote"):
        found, tracked = _notes(package, main, kind, reading)
        notes += found
        changes += tracked
    findings = (*package_findings(package), *reading.findings.values())
    return WordStory(
        blocks, tuple(notes), tuple(changes), comments, read_running(package, main),
        (*findings, *_passed_over(reading.styling)), reading.styling.defined(),
        reading.lang,
    )  # fmt: skip


def _reading(package: Package, main: str, view: View) -> Reading:
    def part(kind: str) -> etree._Element:
        found = package.tree(main, kind)
        return _NOTHING if found is None else found

    sheet = read_stylesheet(part("styles"))
    default = sheet.root.find(f"{w('docDefaults')}//{w('lang')}")
    return Reading(
        package=package,
        part=main,
        view=view,
        styling=Styling(sheet),
        numbering=read_numbering(part("numbering")),
        noted=_noted(package.trees[main]),
        lang="" if default is None else default.get(VAL, ""),
        findings={},
    )


def _noted(root: etree._Element) -> dict[str, str]:
    """Return the bookmarks that stand around a note's call, each with its key.

    LibreOffice lets some end right before the call that they stood around.
    """
    opened: dict[str, str] = {}
    empty: list[str] = []
    found: dict[str, str] = {}
    start, end = w("bookmarkStart"), w("bookmarkEnd")
    notes = w("footnoteReference"), w("endnoteReference")
    for each in root.iter(PARAGRAPH, start, end, *notes):
        key = each.get(w("id"), "")
        if each.tag == PARAGRAPH:
            empty = []
        elif each.tag == start:
            opened[key] = each.get(w("name"), "")
        elif each.tag == end:
            empty += [opened.pop(key)] if key in opened else []
        else:
            kind = str(each.tag).rpartition("}")[2].removesuffix("Reference")
            for name in (*opened.values(), *empty):
                found.setdefault(name, f"{kind} {key}")
            empty = []
    return found


def _notes(
    package: Package, main: str, kind: str, body: Reading
) -> tuple[list[Note], list[Change]]:
    name = package.follow(main, f"{kind}s") or ""
    root = package.trees.get(name)
    if root is None:
        return [], []
    reading = Reading(
        package, name, body.view, body.styling, body.numbering, {}, body.lang,
        body.findings,
    )  # fmt: skip
    numbers = _numbers(package.trees[main], kind)
    notes = []
    for each in root.iterchildren(w(kind)):
        # 17.11.23: the rules above notes stand among them.
        if each.get(w("type"), "normal") == "normal":
            key = f"{kind} {each.get(w('id'), '')}"
            place = numbers.get(each.get(w("id"), ""), key)
            found = read_paragraphs(each, Scope(place), reading)
            notes.append(Note(key, (*map(_without_gap, found[:1]), *found[1:])))
    return notes, list(read_changes(root, reading.places))


def _numbers(root: etree._Element, kind: str) -> dict[str, str]:
    """Return by its id what readers call a note: it counts by the order of calls."""
    calls = [each.get(w("id"), "") for each in root.iter(w(f"{kind}Reference"))]
    once = dict.fromkeys(calls)
    return {key: f"{kind} {number}" for number, key in enumerate(once, start=1)}


def _without_gap(paragraph: Paragraph) -> Paragraph:
    """Return a note's first paragraph without the gap behind its number."""
    first = paragraph.inlines[:1]
    if not first or not isinstance(first[0], Words):
        return paragraph
    words = replace(first[0], text=first[0].text.lstrip("\t "))
    rest = paragraph.inlines[1:]
    return replace(paragraph, inlines=(words, *rest) if words.text else rest)


def _passed_over(styling: Styling) -> list[Diagnostic]:
    if not styling.looks:
        return []
    kinds = ", ".join(sorted(styling.looks))
    message = f"formatting that says nothing was ignored: {kinds}"
    return [note("formatting", message)]
