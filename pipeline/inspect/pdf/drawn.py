"""What the pages of a file show: content with its marks, and what drew it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.inspect.pdf.tree import Element
from pipeline.inspect.pdf.values import Value


@dataclass(slots=True, eq=False)
class Mark:
    """A sequence of marked content, with what it inherits from those around it."""

    tag: str
    keys: dict[str, object]
    page: int
    outer: "Mark | None"
    element: Element | None
    """The structure element to which its MCID belongs."""
    _replaced: bool | None = None

    @property
    def is_tagged(self) -> bool:
        """Whether it, or one around it, belongs to a structure element."""
        return any(each.element is not None for each in self.chain())

    @property
    def is_artifact(self) -> bool:
        """Whether it, or one around it, is an artifact."""
        return any(each.tag == "Artifact" for each in self.chain())

    @property
    def language(self) -> str | None:
        """The language stated by it, by one around it, or by their elements."""
        for each in self.chain():
            stated = each.keys.get("Lang")
            if isinstance(stated, str):
                return stated
            if each.element is not None:
                return each.element.language
        return None

    @property
    def is_replaced(self) -> bool:
        """Whether ActualText says what it shows."""
        if self._replaced is None:
            outer = self.outer
            self._replaced = (
                "ActualText" in self.keys
                or (outer is not None and outer.is_replaced)
                or (self.element is not None and _is_replaced(self.element))
            )
        return self._replaced

    def chain(self) -> list["Mark"]:
        """Return it and those around it, innermost first."""
        found: list[Mark] = []
        each: Mark | None = self
        while each is not None:
            found.append(each)
            each = each.outer
        return found


def _is_replaced(element: Element) -> bool:
    each: Element | None = element
    while each is not None:
        if each.text("/ActualText") is not None:
            return True
        each = each.parent
    return False


class Item(NamedTuple):
    """One thing that is painted: `text`, `shape`, `picture` or `shading`."""

    kind: str
    page: int
    mark: Mark | None


class Showing(NamedTuple):
    """How text was shown."""

    page: int
    is_hidden: bool
    """Rendering mode 3: neither filled nor stroked nor clipping."""
    is_replaced: bool


class Used(NamedTuple):
    """Something named among the resources, and the first page that uses it."""

    value: Value
    page: int


@dataclass(slots=True)
class Drawn:
    """Everything that the content streams of a file do, gathered once."""

    items: list[Item] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    fonts: dict[int, Used] = field(default_factory=dict)
    shown: dict[int, dict[Showing, list[bytes]]] = field(default_factory=dict)
    """By font: what was shown with it."""
    devices: dict[str, int] = field(default_factory=dict)
    """Device colour spaces that were painted with, and the first page of each."""
    spaces: dict[int, Used] = field(default_factory=dict)
    """Colour spaces of several parts."""
    states: dict[int, Used] = field(default_factory=dict)
    pictures: dict[int, Used] = field(default_factory=dict)
    inline: list[tuple[dict[str, object], int]] = field(default_factory=list)
    forms: dict[int, Used] = field(default_factory=dict)
    form_times: dict[int, int] = field(default_factory=dict)
    """How often each form is shown."""
    tagged_forms: set[int] = field(default_factory=set)
    """The forms whose own content is marked with MCIDs."""
    others: dict[int, Used] = field(default_factory=dict)
    """XObjects that are neither pictures nor forms."""
    intents: dict[str, int] = field(default_factory=dict)
    """Rendering intents, and the first page of each."""
    deepest: dict[int, int] = field(default_factory=dict)
    """By page: how many saved graphics states stood open at once."""
    unknown: dict[str, int] = field(default_factory=dict)
    """Operators that ISO 32000-1 does not know."""
    inherited: dict[tuple[int, str], int] = field(default_factory=dict)
    """Resources that a form takes from the page that shows it."""
    transparent: set[int] = field(default_factory=set)
    """The pages with transparency."""
    overprinted: dict[int, int] = field(default_factory=dict)
    """Pages on which ICC-based CMYK is painted in overprint mode 1."""
