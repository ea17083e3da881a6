"""Styles and lists of a Word file: what a paragraph is, and what its runs stress.

A run is strong or stressed where it says more than its paragraph does: bold words in a
bold heading say nothing.
"""

from dataclasses import dataclass, field

from lxml import etree

from pipeline.inspect.docx.names import VAL, w
from pipeline.inspect.docx.stylesheet import Style, StyleSheet
from pipeline.inspect.docx.wordfile import is_on, value

# What a run may say of its look alone, in words for the reader of a note.
_LOOKS = {
    "color": "colour", "sz": "size", "rFonts": "font", "highlight": "highlight",
    "shd": "shading", "strike": "strike-through", "dstrike": "strike-through",
    "u": "underline", "caps": "capitals", "smallCaps": "small capitals",
    "spacing": "spacing", "position": "raised text", "bdr": "border",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stress:
    """Whether text is bold and italic by what stands around it."""

    bold: bool = False
    italic: bool = False

    def over(self, below: "Stress") -> "Stress":
        """Return what holds where both apply."""
        return Stress(self.bold or below.bold, self.italic or below.italic)


NO_STRESS = Stress()


@dataclass(slots=True)
class Styling:
    """A file's styles, asked by the id that a paragraph or run names."""

    sheet: StyleSheet
    looks: set[str] = field(default_factory=set)
    """Kinds of formatting met so far that say nothing."""
    _names: dict[str | None, tuple[str, ...]] = field(default_factory=dict)
    _stresses: dict[tuple[str | None, str], Stress] = field(default_factory=dict)
    _cells: dict[tuple[str | None, tuple[str, ...]], Stress] = field(
        default_factory=dict
    )

    def names(self, style: str | None) -> tuple[str, ...]:
        """Return the names of a paragraph style and its ancestors, in lower case."""
        if style not in self._names:
            chain = _chain(self.sheet, style, "paragraph")
            self._names[style] = tuple(each.name.lower() for each in chain)
        return self._names[style]

    def defined(self) -> frozenset[str]:
        """Return the names of all paragraph styles, in lower case."""
        return frozenset(
            each.name.lower()
            for each in self.sheet.styles.values()
            if each.kind == "paragraph"
        )

    def given(
        self, properties: etree._Element | None, style: str | None, *path: str
    ) -> str | None:
        """Return what a paragraph says of itself, or what its style says of it."""
        own = value(properties, *path)
        if own is not None:
            return own
        for each in _chain(self.sheet, style, "paragraph"):
            found = value(each.element, "pPr", *path)
            if found is not None:
                return found
        return None

    def stress(self, style: str | None, kind: str = "paragraph") -> Stress:
        """Return what a style makes of its words."""
        key = (style, kind)
        if key not in self._stresses:
            chain = _chain(self.sheet, style, kind)
            runs = [each.element.find(w("rPr")) for each in chain]
            self._stresses[key] = Stress(_first_on(runs, "b"), _first_on(runs, "i"))
        return self._stresses[key]

    def cell_stress(self, style: str | None, parts: tuple[str, ...]) -> Stress:
        """Return what a table style makes of a cell in these parts of the table."""
        key = (style, parts)
        if key not in self._cells:
            found = self.stress(style, "table")
            for each in _chain(self.sheet, style, "table"):
                for part in each.element.iterchildren(w("tblStylePr")):
                    if part.get(w("type")) in parts:
                        run = [part.find(w("rPr"))]
                        own = Stress(_first_on(run, "b"), _first_on(run, "i"))
                        found = own.over(found)
            self._cells[key] = found
        return self._cells[key]

    def run(
        self, properties: etree._Element | None, around: Stress
    ) -> tuple[bool, bool]:
        """Return whether a run is strong and whether it is stressed."""
        if properties is None:
            return False, False
        style = value(properties, "rStyle")
        own = self.stress(style, "character") if style else Stress()
        return (
            _stressed(properties, "b", own.bold, around.bold),
            _stressed(properties, "i", own.italic, around.italic),
        )

    def note_looks(self, properties: etree._Element) -> None:
        """Keep in mind which formatting of a run is passed over."""
        for child in properties:
            kind = _LOOKS.get(str(child.tag).rpartition("}")[2])
            if kind and child.get(VAL) not in ("none", "0", "false"):
                self.looks.add(kind)


def _chain(sheet: StyleSheet, style: str | None, kind: str) -> list[Style]:
    """Return a style and its ancestors; the default where the id names none."""
    found: list[Style] = []
    at = sheet.styles.get(style or "")
    if at is None and kind == "paragraph":
        at = sheet.styles.get(sheet.defaults.get(kind, ""))
    while at is not None and at not in found:
        found.append(at)
        at = sheet.styles.get(at.parent or "")
    return found


def _first_on(properties: list[etree._Element | None], name: str) -> bool:
    for each in properties:
        said = is_on(each, name)
        if said is not None:
            return said
    return False


def _stressed(
    properties: etree._Element, name: str, by_style: bool, around: bool
) -> bool:
    # 17.7.3: a run's own switch is absolute, that of a style turns the other way.
    said = is_on(properties, name)
    if by_style:
        return said is not False or around
    return bool(said) and not around
