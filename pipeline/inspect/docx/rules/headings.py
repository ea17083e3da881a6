"""Headings and lists, titles and languages: MS:03, MS:04, MS:13, BL:13.D, BL:15.A."""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.inspect.docx.names import DUBLIN_CORE, TEXT, w
from pipeline.inspect.docx.reading import paragraphs, shortened, words
from pipeline.inspect.docx.wordfile import WordFile

# BCP 47 as far as its form goes.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_BULLET = re.compile(r"([•‣▪●○◦–—*·-]|\(?\d{1,2}[.)])[ \t\u00a0]\s*\S")


def headings(file: WordFile) -> Iterator[tuple[int, etree._Element]]:
    """Yield level and paragraph of each heading of the body that says something."""
    for paragraph in paragraphs(file.body.root):
        level = file.styles.outline(paragraph)
        if level is not None and words(paragraph).strip():
            yield level, paragraph


def text_has_headings(file: WordFile) -> Iterator[Diagnostic]:
    """MS:03: a document has headings, by styles or levels that say so."""
    if next(headings(file), None) is None:
        hint = "give headings the styles Heading 1 to 3; Title is no heading"
        yield warning("MS:03", "the document has no heading", hint=hint)


def headings_skip_no_level(file: WordFile) -> Iterator[Diagnostic]:
    """MS:04: a heading is at most one level below the one before it."""
    before = 0
    for level, paragraph in headings(file):
        if level > before + 1:
            place = f"follows one of level {before}" if before else "is the first"
            text = shortened(words(paragraph))
            message = f"the heading `{text}` of level {level} {place}"
            yield warning("MS:04", message, hint=f"make it level {before + 1}")
        before = level


def document_has_a_title(file: WordFile) -> Iterator[Diagnostic]:
    """MS:13: the properties name the document's title (WCAG 2.2, 2.4.2)."""
    if not (file.core.findtext(f"{DUBLIN_CORE}title") or "").strip():
        hint = "write it under File, Info, Title"
        yield error("MS:13", "the document has no title", hint=hint)


def document_has_a_language(file: WordFile) -> Iterator[Diagnostic]:
    """BL:15.A: the defaults name the language of the text (WCAG 2.2, 3.1.1)."""
    lang = file.styles.root.find(f"{w('docDefaults')}//{w('lang')}")
    named = [] if lang is None else [str(each) for each in lang.attrib.values()]
    if not named:
        yield error("BL:15.A", "the document's language is not set")
    for each in named:
        if not _LANGUAGE.fullmatch(each):
            yield error("BL:15.A", f"`{each}` is no language tag")


def lists_are_lists(file: WordFile) -> Iterator[Diagnostic]:
    """BL:13.D: items are numbered or marked by Word, not by typed signs.

    Two neighbours that start with such a sign are a list; one may be a dash.
    """
    before: str | None = None
    for paragraph in paragraphs(file.body.root):
        sign = _typed_sign(file, paragraph)
        if sign is not None and before is not None and _alike(before, sign):
            text = shortened(words(paragraph))
            message = f"`{text}` looks like a list item and is none"
            yield warning("BL:13.D", message, hint="use a list style of Word")
        before = sign


def _typed_sign(file: WordFile, paragraph: etree._Element) -> str | None:
    first = next(paragraph.iter(TEXT), None)
    if first is None or not (first.text or "").lstrip():
        return None
    found = _BULLET.match(words(paragraph).lstrip())
    if found is None or file.styles.inherited(paragraph, "numPr") is not None:
        return None
    return found[1]


def _alike(one: str, other: str) -> bool:
    return one == other or (one[-1] == other[-1] and one[-1] in ".)")


def document_is_open(file: WordFile) -> Iterator[Diagnostic]:
    """MS:05: nothing keeps people and their programs from reading or editing."""
    for protection in file.settings.iterchildren(w("documentProtection")):
        # Without enforcement it waits to be switched on.
        if protection.get(w("enforcement")) in ("1", "true", "on"):
            kind = protection.get(w("edit"), "none")
            yield error("MS:05", f"the document is protected (`{kind}`)")
    if file.settings.find(w("writeProtection")) is not None:
        yield error("MS:05", "the document is protected against writing")
