"""The structure tree as it stands: elements with parents, kids and attributes.

Each object is entered once, so a tree that bites its tail ends; ISO 32000-1, 14.7.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.inspect.pdf.roles import Roles, read_roles
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    is_array,
    is_keyed,
    name,
    number,
    own,
    text,
    whole,
)

# More elements than any document has that people read.
MOST = 2_000_000


@dataclass(slots=True, eq=False, repr=False)
class Element:
    """A structure element; `standard` is its type after the role map, if it has one."""

    value: Value
    type: str
    standard: str | None
    parent: "Element | None"
    number: int | None
    kids: list["Element"] = field(default_factory=list)
    objects: list[Value] = field(default_factory=list)
    """The annotations and pictures that it holds by reference."""
    pieces: int = 0
    """How many pieces of marked content it holds itself."""

    def text(self, key: str) -> str | None:
        """Return one of the element's text strings: Alt, ActualText, E, Lang, ID."""
        return text(entry(self.value, key))

    @property
    def language(self) -> str | None:
        """The language stated by the element or by the nearest one around it."""
        around: Element | None = self
        while around is not None:
            stated = around.text("/Lang")
            if stated is not None:
                return stated
            around = around.parent
        return None

    @property
    def page(self) -> int | None:
        """The object number of the page on which the element stands, if stated."""
        return own(entry(self.value, "/Pg"))


@dataclass(slots=True, eq=False, repr=False)
class Tree:
    """The structure tree of a file; without a root where the file has none."""

    root: Value = None
    roles: Roles = field(default_factory=Roles)
    top: list[Element] = field(default_factory=list)
    every: list[Element] = field(default_factory=list)
    """All elements, in reading order."""
    classes: Value = None
    parents: dict[int, Value] = field(default_factory=dict)
    by_number: dict[int, Element] = field(default_factory=dict)
    owners: dict[int, dict[int, Element]] = field(default_factory=dict)

    def of(self, standard: str) -> Iterator[Element]:
        """Yield the elements of one standard type."""
        return (each for each in self.every if each.standard == standard)

    def attribute(self, element: Element, owner: str, key: str) -> Value:
        """Return an attribute of an element, its own or that of one of its classes."""
        for each in self._attribute_objects(element):
            if name(entry(each, "/O")) == owner:
                found = entry(each, key)
                if found is not None:
                    return found
        return None

    def _attribute_objects(self, element: Element) -> Iterator[Value]:
        yield from filter(is_keyed, elements(entry(element.value, "/A")))
        for each in elements(entry(element.value, "/C")):
            label = name(each)
            if label is not None:
                named = entry(self.classes, f"/{label}")
                yield from filter(is_keyed, elements(named))

    def owner(self, parents: int | None, mcid: int | None) -> Element | None:
        """Return the element to which a piece of marked content belongs."""
        if parents is None or mcid is None:
            return None
        if parents not in self.owners:
            self.owners[parents] = self._row(parents)
        return self.owners[parents].get(mcid)

    def _row(self, parents: int) -> dict[int, Element]:
        row = self.parents.get(parents)
        if not is_array(row):
            return {}
        return {
            at: self.by_number[given]
            for at, each in enumerate(elements(row))
            if (given := own(each)) in self.by_number
        }

    def owner_of_object(self, value: Value) -> Element | None:
        """Return the element that holds an annotation or a picture."""
        key = whole(entry(value, "/StructParent"))
        given = own(self.parents.get(key)) if key is not None else None
        return self.by_number.get(given) if given is not None else None


def read_tree(catalog: Value) -> Tree:
    """Return the structure tree of a document."""
    root = entry(catalog, "/StructTreeRoot")
    if not is_keyed(root):
        return Tree()
    tree = Tree(root, read_roles(root), classes=entry(root, "/ClassMap"))
    tree.parents = dict(_numbered(entry(root, "/ParentTree")))
    _grow(tree)
    return tree


def _grow(tree: Tree) -> None:
    waiting: list[tuple[Value, Element | None]] = [
        (kid, None) for kid in reversed(elements(entry(tree.root, "/K")))
    ]
    while waiting and len(tree.every) < MOST:
        value, parent = waiting.pop()
        element = _enter(tree, value, parent)
        if element is not None:
            kids = elements(entry(value, "/K"))
            waiting += [(kid, element) for kid in reversed(kids)]


def _enter(tree: Tree, value: Value, parent: Element | None) -> Element | None:
    if not is_keyed(value):
        if parent is not None and number(value) is not None:
            parent.pieces += 1
        return None
    match name(entry(value, "/Type")):
        case "OBJR" if parent is not None:
            parent.objects.append(entry(value, "/Obj"))
            return None
        case "MCR" if parent is not None:
            parent.pieces += 1
            return None
        case "StructTreeRoot":
            return None
        case _:
            return _element(tree, value, parent)


def _element(tree: Tree, value: Value, parent: Element | None) -> Element | None:
    given = own(value)
    if given is not None and given in tree.by_number:
        return None
    kind = name(entry(value, "/S")) or ""
    standard = tree.roles.standard(kind, entry(value, "/NS"))
    element = Element(value, kind, standard, parent, given)
    tree.every.append(element)
    (parent.kids if parent else tree.top).append(element)
    if given is not None:
        tree.by_number[given] = element
    return element


def _numbered(node: Value) -> Iterator[tuple[int, Value]]:
    """Yield the entries of a number tree; ISO 32000-1, 7.9.7."""
    waiting: list[Value] = [node]
    met: set[int] = set()
    while waiting and len(met) < MOST:
        here = waiting.pop()
        given = own(here)
        if given is not None:
            if given in met:
                continue
            met.add(given)
        pairs = elements(entry(here, "/Nums"))
        for key, value in zip(pairs[::2], pairs[1::2], strict=False):
            found = whole(key)
            if found is not None:
                yield found, value
        waiting += elements(entry(here, "/Kids"))
