"""The structure tree as a value, grown from the Document before anything is drawn.

Reading order is that of the Document by construction, wherever things stand on paper.
Painting fills the stretches with marked content; `tags` writes the result.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.structure import roles
from pipeline.render.pdf.structure.elements import Element, Path, Stretch
from pipeline.render.pdf.structure.inlines import LeafGrower
from pipeline.renderer import RenderError
from pipeline.tree import (
    Block,
    Cell,
    Definition,
    Definitions,
    Document,
    Figure,
    Group,
    Heading,
    List,
    ListItem,
    Paragraph,
    Table,
    leaves,
)

EMBLEM_ORIGIN = "issuer.emblem"


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """The tree, and where in it the marks of a page belong."""

    root: Element
    texts: dict[str, dict[Path, Stretch]]
    """By origin of a leaf, then by path of an inline."""
    labels: dict[str, Stretch]
    """By origin of a list item or of a note's text."""
    figures: dict[str, Stretch]
    """By origin of a figure; decorative ones are absent."""


def grow(document: Document, edition: Edition) -> Structure:
    """Return the structure of `document`; raises RenderError for a link to nowhere."""
    grower = _BlockGrower(
        edition,
        LeafGrower(
            edition, _anchors(document), {note.id: note for note in document.notes}
        ),
    )
    kids = list(grower.blocks(document.blocks))
    if document.emblem and document.emblem_alt:
        # After the title: that is what a listener wants to hear first.
        kids.insert(1, grower.figure(EMBLEM_ORIGIN, document.emblem_alt))
    grown = grower.leaves
    if grown.lost:
        raise RenderError(grown.lost)
    root = Element("Document", tuple(kids))
    return Structure(root, grown.texts, grown.labels, grower.figures)


def _anchors(document: Document) -> dict[str, str]:
    return {
        leaf.anchor: leaf.origin
        for leaf in leaves(document.blocks)
        if isinstance(leaf, Heading)
    }


@dataclass(frozen=True, slots=True)
class _BlockGrower:
    edition: Edition
    leaves: LeafGrower
    figures: dict[str, Stretch] = field(default_factory=dict)

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Element]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Element]:
        match block:
            case Heading():
                yield self.leaves.grow(roles.heading(block.level), block)
            case Paragraph():
                yield self.leaves.grow(roles.PARAGRAPH, block)
            case Group():
                yield self.group(block)
            case List():
                yield self.list(block)
            case Definitions():
                yield self.definitions(block)
            case Table():
                yield self.table(block)
                for note in block.notes:
                    yield self.leaves.grow(roles.PARAGRAPH, note)
            case Figure():
                yield from self.captioned(block)

    def group(self, group: Group) -> Element:
        tag = self.edition.tag(roles.GROUPS[group.role])
        return Element(tag, tuple(self.blocks(group.blocks)), group.origin)

    def list(self, block: List) -> Element:
        numbering = "Decimal" if block.ordered else "Disc"
        items = tuple(self.item(item) for item in block.items)
        return _list(numbering, items, block.origin)

    def item(self, item: ListItem) -> Element:
        label = self.leaves.label(item.origin, item.label)
        body = Element("LBody", tuple(self.blocks(item.blocks)))
        return Element("LI", (label, body), item.origin)

    def definitions(self, block: Definitions) -> Element:
        items = tuple(self.definition(item) for item in block.items)
        return _list(self.edition.term_numbering, items, block.origin)

    def definition(self, item: Definition) -> Element:
        if not item.details:
            # A name of which nothing more is said is an item, not a label of one.
            return Element("LI", (self.leaves.grow("LBody", item.term),), item.origin)
        term = self.leaves.grow("Lbl", item.term)
        body = Element("LBody", tuple(self.blocks(item.details)))
        return Element("LI", (term, body), item.origin)

    def table(self, table: Table) -> Element:
        kids = [Element("THead", (self.row(table.header),))]
        kids.append(Element("TBody", tuple(self.row(row) for row in table.rows)))
        if table.caption:
            kids.insert(0, self.leaves.grow(roles.CAPTION, table.caption))
        return Element("Table", tuple(kids), table.origin)

    def row(self, cells: tuple[Cell, ...]) -> Element:
        return Element("TR", tuple(self.cell(cell) for cell in cells))

    def cell(self, cell: Cell) -> Element:
        # ISO 14289-1, 7.5: each header says whether it heads its column or its row.
        match cell.scope:
            case None:
                return self.leaves.grow("TD", cell.text)
            case scope:
                attributes = f"/O/Table/Scope/{scope.capitalize()}"
                return self.leaves.grow("TH", cell.text, attributes)

    def captioned(self, figure: Figure) -> Iterator[Element]:
        # A figure's caption is its sibling: inside, the figure's Alt would silence it.
        kids = []
        if figure.alt is not None:
            kids.append(self.figure(figure.origin, figure.alt))
        if figure.caption:
            kids.append(self.leaves.grow(roles.CAPTION, figure.caption))
        frame = self.edition.figure_frame
        if figure.caption and frame:
            # ISO 14289-2, 8.2.5.27: a Caption is the first or last of its siblings.
            yield Element(frame, tuple(kids))
        else:
            yield from kids

    def figure(self, origin: str, alt: str) -> Element:
        stretch = self.figures[origin] = Stretch("Figure", "")
        return Element("Figure", (stretch,), origin, alt=alt)


def _list(numbering: str, items: tuple[Element, ...], origin: str) -> Element:
    # ISO 14289-1, 7.6: numbered lists say so.
    return Element("L", items, origin, attributes=f"/O/List/ListNumbering/{numbering}")
