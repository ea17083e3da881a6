"""A PDF file read back from its bytes: tag tree, page contents, annotations.

Reads only what stands in the file, and knows nothing of how it was written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

from pipeline.render.pdf.verify.content import PageContent, Problem, read_content
from pipeline.render.pdf.verify.fontreading import FontReader

ObjectId = tuple[int, int]
Keys = Mapping[str, Any]
"""The entries of a dictionary as pikepdf gives them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Marked content directly inside an element."""

    text: str
    has_picture: bool
    page: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation that an element names."""

    id: ObjectId
    page: int
    keys: Keys


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the tag tree."""

    type: str
    kids: "tuple[Tag | Run | Annotation, ...]"
    id: ObjectId
    texts: Mapping[str, str] = field(default_factory=dict)
    """Its Alt, Lang, E and ID, where it has them."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    namespace: str | None = None
    references: tuple[ObjectId, ...] = ()
    """The elements that its Ref names."""


@dataclass(slots=True)
class Reading:
    """What a file says, and what was found wrong while reading it."""

    pdf: pikepdf.Pdf
    pages: list[Keys]
    content: list[PageContent]
    problems: list[Problem] = field(default_factory=list)
    root: Tag | None = None
    parents: dict[int, Any] = field(default_factory=dict)
    """The parent tree: by key, an element or the elements of a page's MCIDs."""


def read(data: bytes) -> Reading:
    """Return what the file says; raises pikepdf.PdfError for what is no PDF."""
    pdf = pikepdf.open(BytesIO(data))
    pages: list[Keys] = [dict(page.obj.items()) for page in pdf.pages]
    fonts = FontReader()
    reading = Reading(pdf, pages, [])
    for page in pages:
        codes = fonts.codes(page["/Resources"].get("/Font"))
        reading.content.append(read_content(page["/Contents"].read_bytes(), codes))
    reading.problems += fonts.problems
    for number, content in enumerate(reading.content, start=1):
        reading.problems += [
            (code, f"page {number}: {message}") for code, message in content.problems
        ]
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        reading.problems.append(("UA1:7.1-11", "the file has no structure tree"))
        return reading
    reading.parents = dict(_numbers(tree.get("/ParentTree")))
    reading.root = _TagReader(reading).root(tree)
    return reading


def _numbers(tree: Any) -> Iterator[tuple[int, Any]]:
    """Yield the entries of a number tree (ISO 32000-1, 7.9.7)."""
    if tree is None:
        return
    flat = list(tree.get("/Nums", ()))
    yield from zip(map(int, flat[::2]), flat[1::2], strict=True)
    for kid in tree.get("/Kids", ()):
        yield from _numbers(kid)


class _TagReader:
    """Reads the tag tree, and that every way through it agrees with every other."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.pages = {page.obj.objgen: at for at, page in enumerate(reading.pdf.pages)}
        self.unseen = {
            (at, mcid)
            for at, content in enumerate(reading.content)
            for mcid in content.marked
        }

    def root(self, tree: Any) -> Tag | None:
        kids = _listed(tree.get("/K"))
        if len(kids) != 1:
            self.problem(
                "structure", f"the structure tree has {len(kids)} roots, not 1"
            )
            return None
        root = self.tag(kids[0], tree.objgen)
        for page, mcid in sorted(self.unseen):
            self.problem("UA1:7.1-3", f"page {page + 1}: no element holds MCID {mcid}")
        return root

    def problem(self, code: str, message: str) -> None:
        self.reading.problems.append((code, message))

    def tag(self, element: Any, parent: ObjectId) -> Tag:
        keys = dict(element.items())
        own: ObjectId = element.objgen
        kind = str(keys["/S"])[1:]
        above = keys.get("/P")
        if above is None or above.objgen != parent:
            self.problem("UA1:7.1-12", f"a {kind} names another parent than its own")
        page = self.page(keys.get("/Pg"))
        kids = tuple(self.kid(kid, own, page) for kid in _listed(keys.get("/K")))
        texts = {
            key[1:]: str(keys[key])
            for key in ("/Alt", "/Lang", "/E", "/ID")
            if key in keys
        }
        namespace = str(keys["/NS"].get("/NS")) if "/NS" in keys else None
        related = tuple(each.objgen for each in _listed(keys.get("/Ref")))
        attributes = _attributes(keys.get("/A"))
        return Tag(kind, kids, own, texts, attributes, namespace, related)

    def page(self, reference: Any) -> int | None:
        return None if reference is None else self.pages.get(reference.objgen)

    def kid(
        self, kid: Any, own: ObjectId, page: int | None
    ) -> "Tag | Run | Annotation":
        if isinstance(kid, int):
            return self.run(page, kid, own)
        if "/S" in kid:
            return self.tag(kid, own)
        page = self.page(kid["/Pg"]) if "/Pg" in kid else page
        if "/MCID" in kid:
            return self.run(page, int(kid["/MCID"]), own)
        annotation = kid["/Obj"]
        return Annotation(annotation.objgen, page or 0, dict(annotation.items()))

    def run(self, page: int | None, mcid: int, own: ObjectId) -> Run:
        if page is None or (page, mcid) not in self.unseen:
            self.problem("content", f"MCID {mcid} is missing or held twice")
            return Run("", False, page or 0)
        self.unseen.discard((page, mcid))
        self.check_parent(page, mcid, own)
        marked = self.reading.content[page].marked[mcid]
        return Run(marked.text, marked.has_picture, page)

    def check_parent(self, page: int, mcid: int, own: ObjectId) -> None:
        key = self.reading.pages[page].get("/StructParents", -1)
        elements = self.reading.parents.get(int(key), ())
        if mcid >= len(elements) or elements[mcid].objgen != own:
            self.problem(
                "parent-tree", f"page {page + 1}: MCID {mcid} has another parent"
            )


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _attributes(value: Any) -> dict[str, str]:
    if value is None:
        return {}
    return {
        key[1:]: str(entry).lstrip("/")
        for key, entry in value.items()
        if key != "/BBox"
    } | ({"BBox": "set"} if "/BBox" in value else {})
