"""The pages of a file in their order, with what they inherit; ISO 32000-1, 7.7.3."""

from dataclasses import dataclass

from pipeline.inspect.pdf.streams import shown
from pipeline.inspect.pdf.values import Value, elements, entry, is_keyed, own

INHERITED = ("/Resources", "/MediaBox", "/CropBox")
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page, with the entries that it inherits."""

    number: int
    """1-based."""
    value: Value
    inherited: dict[str, Value]

    def get(self, key: str) -> Value:
        """Return an entry of the page, its own or inherited."""
        found = entry(self.value, key)
        return self.inherited.get(key) if found is None else found

    @property
    def annotations(self) -> list[Value]:
        """The page's annotations."""
        return [
            each for each in elements(entry(self.value, "/Annots")) if is_keyed(each)
        ]

    @property
    def content(self) -> bytes:
        """The page's content stream, decoded and joined; may raise `ContentError`."""
        parts = elements(entry(self.value, "/Contents"))
        return b"\n".join([shown(each) for each in parts])


def read_pages(catalog: Value) -> list[Page]:
    """Return the pages of a document; each object is entered once."""
    pages: list[Page] = []
    met: set[int] = set()
    waiting: list[tuple[Value, dict[str, Value]]] = [(entry(catalog, "/Pages"), {})]
    while waiting and len(pages) < MOST:
        node, inherited = waiting.pop()
        given = own(node)
        if not is_keyed(node) or given in met:
            continue
        if given is not None:
            met.add(given)
        if "/Kids" not in node:
            pages.append(Page(len(pages) + 1, node, inherited))
            continue
        handed = {
            key: value for key in INHERITED if (value := entry(node, key)) is not None
        }
        kids = elements(entry(node, "/Kids"))
        waiting += [(kid, {**inherited, **handed}) for kid in reversed(kids)]
    return pages
