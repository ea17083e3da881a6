"""Structure elements as values: what the tag tree holds, before any page exists."""

from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[int, ...]
"""Indexes that lead from a leaf's content to an inline, as in `Pages`."""


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """Where one link leads: to an address on the web, or to a leaf by its origin."""

    contents: str
    """What the annotation says of itself: words that name the target."""
    url: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A place for page content directly inside an element: `text`, or a picture."""

    tag: str
    text: str
    target: "Target | None" = None


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A structure element; `tag` and `attributes` are as written in the file."""

    tag: str
    kids: "tuple[Element | Stretch, ...]"
    origin: str | None = None
    lang: str | None = None
    alt: str | None = None
    expansion: str | None = None
    id: str | None = None
    attributes: str = ""
    """Entries of one attribute object, such as `/O/Table/Scope/Row`."""
    target: Target | None = None
    """Set on a Link; its annotations join the kids when drawn."""
    calls: str | None = None
    """On the call of a footnote: the `id` of the note."""


Kid = Element | Stretch


def walk(element: Element) -> Iterator[Element]:
    """Yield `element` and those inside it, outer before inner, in reading order."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from walk(kid)


def note_references(root: Element) -> dict[Element, list[Element]]:
    """Return which elements a note and its calls refer to: each other."""
    elements = list(walk(root))
    notes = {element.id: element for element in elements if element.id}
    found: dict[Element, list[Element]] = {}
    for call in elements:
        if call.calls:
            note = notes[call.calls]
            found.setdefault(note, []).append(call)
            found[call] = [note]
    return found
