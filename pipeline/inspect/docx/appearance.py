"""Ink and ground of text, resolved as Word does: ECMA-376 Part 1, 17.7.2.

Defaults, table style, paragraph style, character style, direct formatting; grounds
from the nearest: run, paragraph, cell, table, page.
"""

from collections.abc import Iterable
from functools import cache, reduce
from typing import NamedTuple

from lxml import etree

from pipeline.inspect.docx.colors import AUTOMATIC, PAPER, Theme, contrast, highlight
from pipeline.inspect.docx.names import CELL, TABLE, w
from pipeline.inspect.docx.stylesheet import StyleSheet, style_of
from pipeline.inspect.docx.tableparts import shape_of
from pipeline.inspect.docx.wordfile import is_on, value

# WCAG 2.2, 1.4.3: large is 18 pt, or 14 pt bold; here in half points.
_LARGE, _LARGE_BOLD = 36, 28
_USUAL_SIZE = 20


class Look(NamedTuple):
    """What is said of a text so far; None where nothing is."""

    ink: str | None = None
    size: int | None = None
    is_bold: bool | None = None
    is_hidden: bool | None = None
    run_ground: str | None = None
    ground: str | None = None
    cell_ground: str | None = None

    def under(self, above: "Look") -> "Look":
        """Return this look with what `above` says laid over it."""
        if above == _NOTHING:
            return self
        return Look(
            self.ink if above.ink is None else above.ink,
            self.size if above.size is None else above.size,
            self.is_bold if above.is_bold is None else above.is_bold,
            self.is_hidden if above.is_hidden is None else above.is_hidden,
            above.run_ground or self.run_ground,
            above.ground or self.ground,
            above.cell_ground or self.cell_ground,
        )

    @property
    def on(self) -> str | None:
        """Return the ground below the text; None for the page."""
        return self.run_ground or self.ground or self.cell_ground

    @property
    def least(self) -> float:
        """Return the contrast that a text of this size needs at least."""
        size = self.size or _USUAL_SIZE
        is_large = size >= (_LARGE_BOLD if self.is_bold else _LARGE)
        return 3.0 if is_large else 4.5

    def contrast(self) -> float:
        """Return the contrast of ink and ground; Word picks automatic ink to suit."""
        if self.is_hidden or self.ink in (None, AUTOMATIC):
            return 21.0
        return contrast(str(self.ink), self.on or PAPER)


_NOTHING = Look()


class Appearance:
    """Looks by styles, each resolved once for a file."""

    def __init__(self, sheet: StyleSheet, theme: Theme) -> None:
        """Resolve what all text starts from."""
        self._sheet, self._theme = sheet, theme
        self._of_element = cache(self._said)
        self._of_style = cache(self._resolved)
        self._part = cache(self._resolved_part)
        self._shape = cache(shape_of)
        defaults = sheet.root.find(w("docDefaults"))
        runs, blocks = (
            None if defaults is None else defaults.find(f"{w(name)}/{w(kind)}")
            for name, kind in (("rPrDefault", "rPr"), ("pPrDefault", "pPr"))
        )
        self._base = self._run(runs).under(self._block(blocks))

    def of_style(self, style: str, kind: str) -> Look:
        """Return the look of text that only has this style.

        Of a table style, that is what it gives to all cells alike.
        """
        look = self._base.under(self._of_style(style, kind))
        return look.under(self._part(style, "wholeTable")) if kind == "table" else look

    def of_paragraph(self, paragraph: etree._Element) -> Look:
        """Return the look of a paragraph's text before its runs add to it."""
        looks = [self._base, self._around(paragraph)]
        looks.append(self._of_style(style_of(paragraph), "paragraph"))
        looks.append(self._block(paragraph.find(w("pPr"))))
        return _laid(looks)

    def of_run(self, run: etree._Element, block: Look) -> Look:
        """Return the look of a run in a paragraph that looks like `block`."""
        properties = run.find(w("rPr"))
        if properties is None:
            return block
        style = value(properties, "rStyle")
        own = self._run(properties)
        return _laid([block, self._of_style(style, "character"), own])

    def _resolved(self, style: str | None, kind: str) -> Look:
        return _laid(map(self._of_element, self._sheet.chain(style, kind)))

    def _said(self, element: etree._Element) -> Look:
        """Return what a style, or a part of a table style, says itself."""
        run = self._run(element.find(w("rPr")))
        return run.under(self._block(element.find(w("pPr")))).under(self._cell(element))

    def _around(self, paragraph: etree._Element) -> Look:
        """Return what the cells and tables around a paragraph give, outermost first."""
        around = reversed(list(paragraph.iterancestors(CELL)))
        return _laid(self._of_cell(cell) for cell in around)

    def _of_cell(self, cell: etree._Element) -> Look:
        table = next(cell.iterancestors(TABLE))
        style = value(table, "tblPr", "tblStyle")
        looks = [self._of_style(style, "table"), self._cell(table)]
        looks += [self._part(style, part) for part in self._shape(table).parts(cell)]
        return _laid([*looks, self._cell(cell)])

    def _resolved_part(self, style: str | None, kind: str) -> Look:
        return _laid(
            self._of_element(part)
            for element in self._sheet.chain(style, "table")
            for part in element.iterchildren(w("tblStylePr"))
            if part.get(w("type")) == kind
        )

    def _run(self, properties: etree._Element | None) -> Look:
        if properties is None or not len(properties):
            return _NOTHING
        theme, size = self._theme, value(properties, "sz")
        ground = highlight(value(properties, "highlight")) or theme.fill(
            properties.find(w("shd"))
        )
        return Look(
            ink=theme.color(properties.find(w("color"))),
            size=int(size) if size and size.isdecimal() else None,
            is_bold=is_on(properties, "b"),
            is_hidden=is_on(properties, "vanish"),
            run_ground=ground,
        )

    def _block(self, properties: etree._Element | None) -> Look:
        shading = None if properties is None else properties.find(w("shd"))
        if shading is None:
            return _NOTHING
        return Look(ground=self._theme.fill(shading))

    def _cell(self, element: etree._Element | None) -> Look:
        """Return the ground that a cell, a table or a part of a table style names."""
        if element is None:
            return _NOTHING
        table, cell = (
            self._theme.fill(element.find(f"{w(name)}/{w('shd')}"))
            for name in ("tblPr", "tcPr")
        )
        return Look(cell_ground=cell or table)


def _laid(looks: Iterable[Look]) -> Look:
    return reduce(Look.under, looks, _NOTHING)
