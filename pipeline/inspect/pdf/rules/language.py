"""Natural language: known for every text, and stated by a well-formed tag."""

import re
from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import annotations, at, on
from pipeline.inspect.pdf.values import entry, is_keyed, text

TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


@rule("UA2:8.4.4-1")
def document_has_language(file: File) -> Iterator[Break]:
    """The catalog states the language of the document."""
    if file.language is None:
        yield Break("the catalog states no language (Lang)")


@rule("UA1:7.2-2")
def outline_has_language(file: File) -> Iterator[Break]:
    """The language of the outline is known: the catalog states one."""
    if file.language is None and is_keyed(entry(file.catalog, "/Outlines", "/First")):
        yield Break("the language of the outline is not known")


@rule("UA1:7.2-21")
def actual_text_has_language(file: File) -> Iterator[Break]:
    """The language of an element's ActualText is known."""
    yield from _of_elements(file, "/ActualText")


@rule("UA1:7.2-22")
def alternative_has_language(file: File) -> Iterator[Break]:
    """The language of an element's alternative text is known."""
    yield from _of_elements(file, "/Alt")


@rule("UA1:7.2-23")
def expansion_has_language(file: File) -> Iterator[Break]:
    """The language of an element's expansion (E) is known."""
    yield from _of_elements(file, "/E")


def _of_elements(file: File, key: str) -> Iterator[Break]:
    if file.language is not None:
        return
    for element in file.tree.every:
        if element.text(key) is not None and element.language is None:
            message = f"the language of {key[1:]} of a {element.type} is not known"
            yield at(file, element, message)


@rule("UA1:7.2-24")
def annotation_has_language(file: File) -> Iterator[Break]:
    """The language of an annotation's Contents is known."""
    if file.language is not None:
        return
    for page, annotation in annotations(file):
        owner = file.tree.owner_of_object(annotation)
        stated = text(entry(annotation, "/Lang")) or (owner and owner.text("/Lang"))
        if text(entry(annotation, "/Contents")) is not None and stated is None:
            yield on(page, annotation, "the language of an annotation is not known")


@rule("UA1:7.2-29", "UA2:8.4.4-2")
def languages_are_well_formed(file: File) -> Iterator[Break]:
    """A stated language is a tag such as `en-US`: letters and digits, up to eight."""
    yield from _malformed(file, allows_none=False)


@rule("A2:6.7.4-1")
def languages_are_well_formed_or_empty(file: File) -> Iterator[Break]:
    """A stated language is empty or a tag such as `en-US`."""
    yield from _malformed(file, allows_none=True)


def _malformed(file: File, allows_none: bool) -> Iterator[Break]:
    for language, found in _stated(file):
        if not TAG.fullmatch(language) and (language or not allows_none):
            yield found


def _stated(file: File) -> Iterator[tuple[str, Break]]:
    if file.language is not None:
        message = f"the language of the document is `{file.language}`"
        yield file.language, Break(message)
    for element in file.tree.every:
        stated = element.text("/Lang")
        if stated is not None:
            message = f"the language of a {element.type} is `{stated}`"
            yield stated, at(file, element, message)
    for mark in file.drawn.marks:
        given = mark.keys.get("Lang")
        if isinstance(given, str):
            yield given, Break(f"the language of a {mark.tag} is `{given}`", mark.page)


@rule("UA1:7.2-30")
def span_text_has_language(file: File) -> Iterator[Break]:
    """The language of a marked Span's ActualText is known."""
    yield from _of_spans(file, "ActualText")


@rule("UA1:7.2-31")
def span_alternative_has_language(file: File) -> Iterator[Break]:
    """The language of a marked Span's Alt is known."""
    yield from _of_spans(file, "Alt")


@rule("UA1:7.2-32")
def span_expansion_has_language(file: File) -> Iterator[Break]:
    """The language of a marked Span's expansion (E) is known."""
    yield from _of_spans(file, "E")


def _of_spans(file: File, key: str) -> Iterator[Break]:
    if file.language is not None:
        return
    for mark in file.drawn.marks:
        if mark.tag == "Span" and key in mark.keys and mark.language is None:
            yield Break(f"the language of {key} of a Span is not known", mark.page)


@rule("UA1:7.2-33")
def metadata_have_language(file: File) -> Iterator[Break]:
    """Where metadata are said in `x-default` alone, the catalog states the language."""
    if file.language is not None or file.packet is None:
        return
    for each in file.packet.properties:
        if set(each.languages) == {"x-default"}:
            label = f"{each.prefix}:{each.name}"
            yield Break(f"the language of {label} in the metadata is not known")


@rule("UA1:7.2-34")
def text_has_language(file: File) -> Iterator[Break]:
    """The language of every text on a page is known."""
    if file.language is not None:
        return
    for kind, page, mark in file.drawn.items:
        if kind == "text" and (mark is None or mark.language is None):
            yield Break("the language of a text is not known", page)
