"""Styles of a Word file with what they inherit: outline, lists, keeping, look."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from pipeline.inspect.docx.names import VAL, w

USES = tuple(map(w, ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")))
"""Whatever names a style."""


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
    """All styles by id, the defaults below them, and what they ask of each other."""

    root: etree._Element
    styles: dict[str, Style]
    defaults: dict[str, str]
    """The style of whatever names none, by kind: `paragraph`, `table`…"""
    repeated: dict[str, int]
    """How often styles are defined that are not defined once."""
    named: frozenset[str]
    """Styles that styles name."""
    lists: frozenset[str]
    """Lists that styles name."""
    circular: tuple[str, ...]
    """Styles that are based on themselves."""
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
        own = paragraph.find("/".join(map(w, ("pPr", *path))))
        return self.given(style_of(paragraph), *path) if own is None else own

    def given(self, style: str | None, *path: str) -> etree._Element | None:
        """Return the paragraph property that a style gives or inherits."""
        key = (style, "/".join(path))
        if key not in self.found:
            wanted = "/".join(map(w, ("pPr", *path)))
            chain = reversed(self.chain(style, "paragraph"))
            found = (element.find(wanted) for element in chain)
            self.found[key] = next((each for each in found if each is not None), None)
        return self.found[key]

    def outline(self, paragraph: etree._Element) -> int | None:
        """Return the heading level of a paragraph from 1; None for other text."""
        return _level(self.inherited(paragraph, "outlineLvl"))

    def level(self, style: str) -> int | None:
        """Return the heading level that a style gives, from 1; None for other text."""
        return _level(self.given(style, "outlineLvl"))


def _level(outline: etree._Element | None) -> int | None:
    level = "" if outline is None else outline.get(VAL, "")
    return int(level) + 1 if level.isdecimal() and int(level) < 9 else None


def style_of(paragraph: etree._Element) -> str | None:
    """Return the id of the style that a paragraph names."""
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return None if found is None else found.get(VAL)


@lru_cache(maxsize=4)
def read_stylesheet(root: etree._Element) -> StyleSheet:
    """Return the styles of the part `root`."""
    elements = list(root.iterchildren(w("style")))
    styles = list(map(_style, elements))
    by_id = {style.id: style for style in styles}
    times = Counter(style.id for style in styles)
    return StyleSheet(
        root,
        by_id,
        dict(_defaults(elements)),
        {style: count for style, count in times.items() if count > 1},
        frozenset(each.get(VAL, "") for each in root.iter(*USES)),
        frozenset(each.get(VAL, "") for each in root.iter(w("numId"))),
        tuple(key for key in by_id if _is_circular(by_id, key)),
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


def _is_circular(styles: dict[str, Style], key: str) -> bool:
    at, seen = styles.get(key), set[str]()
    while at is not None and at.id not in seen:
        seen.add(at.id)
        at = styles.get(at.parent or "")
    return at is not None and at.id == key


def _defaults(elements: list[etree._Element]) -> Iterator[tuple[str, str]]:
    for element in elements:
        if element.get(w("default")) in ("1", "true", "on"):
            yield element.get(w("type"), "paragraph"), element.get(w("styleId"), "")
