"""A PDF file read back from its bytes: tag tree, page contents, annotations.

Reads only what stands in the file, and knows nothing of how it was written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pipeline.render.pdf.verify.content import PageContent, Problem, read_content
from pipeline.render.pdf.verify.fontreading import FontReader
from pipeline.render.pdf.verify.objects import (
    Keys,
    Objects,
    Reference,
    read_objects,
    text,
)

TEXTS = ("Alt", "Lang", "E", "ID")
"""What an element says of itself in words: alternative, language, expansion, name."""


class Run(NamedTuple):
    """Marked content directly inside an element."""

    text: str
    has_picture: bool
    page: int


class Annotation(NamedTuple):
    """An annotation that an element names."""

    id: Reference
    page: int
    keys: Keys


class Tag(NamedTuple):
    """An element of the tag tree."""

    type: str
    kids: "tuple[Tag | Run | Annotation, ...]"
    id: Reference
    texts: Mapping[str, str]
    """Its Alt, Lang, E and ID, where it has them."""
    attributes: Mapping[str, str]
    namespace: str | None
    references: tuple[Reference, ...]
    """The elements that its Ref names."""


@dataclass(slots=True)
class Reading:
    """What a file says, and what was found wrong while reading it."""

    objects: Objects
    numbers: Mapping[Reference, int]
    """By page, counted from 0."""
    pages: list[Keys]
    content: list[PageContent]
    problems: list[Problem] = field(default_factory=list)
    root: Tag | None = None
    parents: dict[int, Any] = field(default_factory=dict)
    """The parent tree: by key, an element or the elements of a page's MCIDs."""


def read(data: bytes) -> Reading:
    """Return what the file says; raises pikepdf.PdfError for what is no PDF."""
    objects = read_objects(data)
    numbers = {page: number for number, page in enumerate(objects.pages())}
    pages = [objects.values[page] for page in numbers]
    fonts = FontReader(objects)
    reading = Reading(objects, numbers, pages, [])
    for page in pages:
        codes = fonts.codes(objects.dictionary(page["/Resources"]).get("/Font"))
        reading.content.append(read_content(objects.content(page["/Contents"]), codes))
    reading.problems += fonts.problems
    for number, content in enumerate(reading.content, start=1):
        reading.problems += [
            (code, f"page {number}: {message}") for code, message in content.problems
        ]
    tree = objects.dictionary(objects.catalog.get("/StructTreeRoot"))
    if not tree:
        reading.problems.append(("UA1:7.1-11", "the file has no structure tree"))
        return reading
    reading.parents = dict(_numbers(objects, tree.get("/ParentTree")))
    reading.root = _TagReader(reading).root(tree)
    return reading


def _numbers(objects: Objects, node: Any) -> Iterator[tuple[int, Any]]:
    """Yield the entries of a number tree (ISO 32000-1, 7.9.7)."""
    keys = objects.dictionary(node)
    flat = objects.array(keys.get("/Nums"))
    yield from zip(map(int, flat[::2]), flat[1::2], strict=True)
    for kid in objects.array(keys.get("/Kids")):
        yield from _numbers(objects, kid)


class _TagReader:
    """Reads the tag tree, and that every way through it agrees with every other."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.objects = reading.objects
        self.pages = reading.numbers
        self.unseen = {
            (at, mcid)
            for at, content in enumerate(reading.content)
            for mcid in content.marked
        }
        self.parents = [
            self.objects.array(reading.parents.get(page.get("/StructParents", -1)))
            for page in reading.pages
        ]

    def root(self, tree: Keys) -> Tag | None:
        kids = self.listed(tree.get("/K"))
        if len(kids) != 1:
            self.problem(
                "structure", f"the structure tree has {len(kids)} roots, not 1"
            )
            return None
        root = self.tag(kids[0], self.objects.catalog["/StructTreeRoot"])
        for page, mcid in sorted(self.unseen):
            self.problem("UA1:7.1-3", f"page {page + 1}: no element holds MCID {mcid}")
        return root

    def problem(self, code: str, message: str) -> None:
        self.reading.problems.append((code, message))

    def listed(self, value: Any) -> list[Any]:
        if value is None:
            return []
        found = self.objects.follow(value)
        return found if isinstance(found, list) else [value]

    def tag(self, own: Reference, parent: Reference) -> Tag:
        keys = self.objects.values[own]
        kind = keys["/S"][1:]
        if keys.get("/P") != parent:
            self.problem("UA1:7.1-12", f"a {kind} names another parent than its own")
        page = self.page(keys, None)
        return Tag(
            kind,
            tuple([self.kid(kid, own, page) for kid in self.listed(keys.get("/K"))]),
            own,
            {key: text(keys[f"/{key}"]) for key in TEXTS if f"/{key}" in keys},
            self.attributes(keys.get("/A")),
            self.namespace(keys.get("/NS")),
            tuple(self.listed(keys.get("/Ref"))),
        )

    def page(self, keys: Keys, around: int | None) -> int | None:
        return self.pages.get(keys["/Pg"]) if "/Pg" in keys else around

    def namespace(self, value: Any) -> str | None:
        return None if value is None else text(self.objects.dictionary(value)["/NS"])

    def attributes(self, value: Any) -> dict[str, str]:
        if value is None:
            return {}
        return {
            # Where a box lies is not the tree's to say, only that there is one.
            key[1:]: "set" if key == "/BBox" else str(entry).lstrip("/")
            for key, entry in self.objects.dictionary(value).items()
        }

    def kid(
        self, kid: Any, own: Reference, page: int | None
    ) -> "Tag | Run | Annotation":
        if isinstance(kid, int):
            return self.run(page, kid, own)
        keys = self.objects.dictionary(kid)
        if "/S" in keys:
            return self.tag(kid, own)
        page = self.page(keys, page)
        if "/MCID" in keys:
            return self.run(page, keys["/MCID"], own)
        annotation = keys["/Obj"]
        return Annotation(annotation, page or 0, self.objects.dictionary(annotation))

    def run(self, page: int | None, mcid: int, own: Reference) -> Run:
        if page is None or (page, mcid) not in self.unseen:
            self.problem("content", f"MCID {mcid} is missing or held twice")
            return Run("", False, page or 0)
        self.unseen.discard((page, mcid))
        elements = self.parents[page]
        if mcid >= len(elements) or elements[mcid] != own:
            self.problem(
                "parent-tree", f"page {page + 1}: MCID {mcid} has another parent"
            )
        marked = self.reading.content[page].marked[mcid]
        return Run(marked.text, marked.has_picture, page)
