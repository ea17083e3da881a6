"""Styles of a Word file with what they inherit: outline, lists, keeping, look."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.inspect.docx.colors import Theme, read_theme
from pipeline.inspect.docx.names import VAL, w


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it stands, without what it inherits."""

    id: str
    kind: str
    name: str
    parent: str | None
    element: etree._Element


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All styles by id, the defaults below them, and the theme's colours."""

    root: etree._Element
    styles: dict[str, Style]
    defaults: dict[str, str]
    """The style of whatever names none, by kind: `paragraph`, `table`…"""
    theme: Theme
    found: dict[tuple[str | None, str], etree._Element | None]
    """What was asked before: style and path of a paragraph property."""

    def chain(self, style: str | None, kind: str) -> list[etree._Element]:
        """Return the elements of a style and its ancestors, the oldest first."""
        found: list[etree._Element] = []
        at = self.styles.get(style or self.defaults.get(kind, ""))
        while at is not None and at.element not in found:
            found.append(at.element)
            at = self.styles.get(at.parent or "")
        return found[::-1]

    def inherited(self, paragraph: etree._Element, *path: str) -> etree._Element | None:
        """Return what holds for a paragraph: its own property, or its style's."""
        wanted = "/".join(map(w, ("pPr", *path)))
        own = paragraph.find(wanted)
        if own is not None:
            return own
        key = (style_of(paragraph), wanted)
        if key not in self.found:
            chain = reversed(self.chain(key[0], "paragraph"))
            given = (element.find(wanted) for element in chain)
            self.found[key] = next((each for each in given if each is not None), None)
        return self.found[key]

    def outline(self, paragraph: etree._Element) -> int | None:
        """Return the heading level of a paragraph from 1; None for other text."""
        found = self.inherited(paragraph, "outlineLvl")
        level = "" if found is None else found.get(VAL, "")
        return int(level) + 1 if level.isdecimal() and int(level) < 9 else None


def style_of(paragraph: etree._Element) -> str | None:
    """Return the id of the style that a paragraph names."""
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return None if found is None else found.get(VAL)


def read_stylesheet(
    root: etree._Element, theme: etree._Element, settings: etree._Element
) -> StyleSheet:
    """Return the styles of the part `root`, coloured by the theme."""
    elements = list(root.iterchildren(w("style")))
    return StyleSheet(
        root,
        {style.id: style for style in map(_style, elements)},
        dict(_defaults(elements)),
        read_theme(theme, settings),
        {},
    )


def _style(element: etree._Element) -> Style:
    name, parent = element.find(w("name")), element.find(w("basedOn"))
    key = element.get(w("styleId"), "")
    return Style(
        key,
        element.get(w("type"), "paragraph"),
        key if name is None else name.get(VAL, key),
        None if parent is None else parent.get(VAL),
        element,
    )


def _defaults(elements: list[etree._Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        if element.get(w("default")) in ("1", "true", "on"):
            yield element.get(w("type"), "paragraph"), element.get(w("styleId"), "")
