"""Forms to fill in: their fields described and tagged, without XFA."""

import re
from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.annotations import _around, _seen
from pipeline.inspect.pdf.rules.places import annotations, at, on
from pipeline.inspect.pdf.streams import content
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    has,
    is_stream,
    name,
    own,
    text,
)

REQUIRED = re.compile(rb"<dynamicRender\s*>\s*required")
# ISO 32000-1, 12.7.3.2: fields stand in one another; deeper is a circle.
DEEPEST = 32


@rule("UA1:7.2-25")
def field_names_have_language(file: File) -> Iterator[Break]:
    """The language of a field's description (TU) is known."""
    if file.language is not None:
        return
    for page, widget in annotations(file):
        owner = file.tree.owner_of_object(widget)
        stated = owner and owner.text("/Lang")
        is_widget = name(entry(widget, "/Subtype")) == "Widget"
        if is_widget and _described(widget) and not stated:
            yield on(page, widget, "the language of a field's description is not known")


@rule("UA1:7.15-1")
def forms_are_not_dynamic(file: File) -> Iterator[Break]:
    """No XFA form has to be drawn anew by its reader (dynamicRender required)."""
    for part in _xfa(file):
        if REQUIRED.search(content(part)):
            yield Break("the file is a dynamic XFA form", number=own(part))


@rule("UA2:8.10.1-3")
def forms_are_not_xfa(file: File) -> Iterator[Break]:
    """There is no XFA form."""
    if has(entry(file.catalog, "/AcroForm"), "/XFA"):
        yield Break("the file has an XFA form")


def _xfa(file: File) -> list[Value]:
    parts = elements(entry(file.catalog, "/AcroForm", "/XFA"))
    return [each for each in parts if is_stream(each)]


@rule("UA1:7.18.1-3")
def fields_are_described(file: File) -> Iterator[Break]:
    """A field has a description (TU), or the element of its widget has Alt."""
    for page, widget in _seen(file, "Widget"):
        owner = file.tree.owner_of_object(widget)
        if not _described(widget) and (owner is None or not owner.text("/Alt")):
            yield on(page, widget, "a field is not described (TU)")


@rule("UA1:7.18.4-1", "UA2:8.10.1-1")
def widgets_are_tagged(file: File) -> Iterator[Break]:
    """A widget stands in a Form element."""
    for page, widget in _seen(file, "Widget"):
        if _around(file, widget) != "Form":
            yield on(page, widget, "a field does not stand in a Form element")


@rule("UA1:7.18.4-2")
def form_elements_hold_a_widget(file: File) -> Iterator[Break]:
    """A Form element without Role holds one widget and nothing else."""
    for element in file.tree.of("Form"):
        role = file.tree.attribute(element, "PrintField", "/Role")
        held = len(element.kids) + element.pieces + len(element.objects)
        if role is None and (held != 1 or len(element.objects) != 1):
            yield at(file, element, "a Form element does not hold one widget alone")


@rule("A2:6.4.1-1")
def widgets_do_not_act(file: File) -> Iterator[Break]:
    """A widget has neither A nor AA."""
    for page, widget in annotations(file):
        is_widget = name(entry(widget, "/Subtype")) == "Widget"
        if is_widget and (has(widget, "/A") or has(widget, "/AA")):
            yield on(page, widget, "a field acts by itself")


@rule("A2:6.4.1-3")
def appearances_are_there(file: File) -> Iterator[Break]:
    """The form does not ask its reader to draw the fields (NeedAppearances)."""
    if entry(file.catalog, "/AcroForm", "/NeedAppearances") is True:
        yield Break("the reader has to draw the fields itself")


@rule("A2:6.4.2-1")
def forms_have_no_xfa(file: File) -> Iterator[Break]:
    """The form has no XFA."""
    if has(entry(file.catalog, "/AcroForm"), "/XFA"):
        yield Break("the file has an XFA form")


@rule("A2:6.4.2-2")
def rendering_is_not_needed(file: File) -> Iterator[Break]:
    """The catalog does not say NeedsRendering."""
    if entry(file.catalog, "/NeedsRendering") is True:
        yield Break("the file has to be drawn by its reader")


def _described(widget: Value) -> str | None:
    """Return the description of the field that a widget is, or to which it belongs."""
    for _ in range(DEEPEST):
        above = entry(widget, "/Parent")
        if has(widget, "/T") or above is None:
            break
        widget = above
    return text(entry(widget, "/TU"))
