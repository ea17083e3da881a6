"""The structure tree as objects: elements, parent tree, note IDs and namespaces.

Comes last but one: by now every stretch knows its marked content and every link its
annotations (ISO 32000-1, 14.7).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.finish.file import Entry, File
from pipeline.render.pdf.finish.links import Annotation
from pipeline.render.pdf.paint import Painted
from pipeline.render.pdf.structure.elements import (
    Element,
    Stretch,
    Target,
    note_references,
    walk,
)
from pipeline.render.pdf.syntax import number, text


@dataclass(frozen=True, slots=True)
class Tags:
    """The written structure tree."""

    reference: str
    """To the StructTreeRoot."""
    elements: Mapping[str, str]
    """References to the elements, by origin of what they show."""


@dataclass(frozen=True, slots=True)
class _Writer:
    edition: Edition
    entries: Mapping[Element, Entry]
    pages: Sequence[str]
    """References to the page objects."""
    content: Mapping[Stretch, list[tuple[int, int]]]
    """Page index and MCID of all marked content of a stretch."""
    annotations: Mapping[Target, list[Annotation]]
    painted: Painted
    namespaces: Mapping[str, str]
    """References to the namespaces, by their name."""
    related: Mapping[Element, list[Element]]
    """What an element refers to with Ref."""


def write_tags(
    root: Element,
    painted: Painted,
    pages: Sequence[str],
    annotations: Mapping[Target, list[Annotation]],
    edition: Edition,
    file: File,
) -> Tags:
    """Write the tree below `root`."""
    elements = list(walk(root))
    entries = {element: file.reserve() for element in elements}
    writer = _Writer(
        edition, entries, pages, _content(painted), annotations, painted,
        _write_namespaces(elements, edition, file),
        note_references(root) if edition.has_note_references else {},
    )  # fmt: skip
    tree = file.reserve()
    _write_elements(writer, root, tree.reference)
    keys = len(pages) + sum(len(each) for each in annotations.values())
    body = (
        f"<</Type/StructTreeRoot/K {entries[root].reference}"
        f"/ParentTree {_write_parent_tree(writer, root, file)}"
        f"/ParentTreeNextKey {keys}{_write_ids(writer, file)}{_types(writer)}>>"
    )
    tree.body = body.encode("ascii")
    shown = {
        each.origin: entry.reference
        for each, entry in reversed(entries.items())
        if each.origin
    }
    return Tags(tree.reference, shown)


def _write_namespaces(
    elements: Iterable[Element], edition: Edition, file: File
) -> dict[str, str]:
    """Write the namespaces that the elements are of (ISO 32000-2, 14.7.4)."""
    used = dict.fromkeys(edition.namespace(element.tag) for element in elements)
    return {
        name: file.add(f"<</Type/Namespace/NS{text(name)}>>") for name in used if name
    }


def _write_ids(writer: _Writer, file: File) -> str:
    named = sorted(
        (element.id, entry.reference)
        for element, entry in writer.entries.items()
        if element.id
    )
    ids = " ".join(f"{text(name)}{reference}" for name, reference in named)
    return f"/IDTree {file.add(f'<</Names[{ids}]>>')}" if ids else ""


def _types(writer: _Writer) -> str:
    """Return the namespaces, and the role map for readers that don't know them."""
    fallbacks = writer.edition.fallbacks.items()
    known = "".join(f"/{newer}/{older}" for newer, older in fallbacks)
    role_map = f"/RoleMap<<{known}>>" if known else ""
    namespaces = " ".join(writer.namespaces.values())
    return role_map + (f"/Namespaces[{namespaces}]" if namespaces else "")


def _content(painted: Painted) -> dict[Stretch, list[tuple[int, int]]]:
    content: dict[Stretch, list[tuple[int, int]]] = {}
    for page, stretches in enumerate(painted.content):
        for mcid, stretch in enumerate(stretches):
            content.setdefault(stretch, []).append((page, mcid))
    return content


def _write_elements(writer: _Writer, element: Element, parent: str) -> None:
    entry = writer.entries[element]
    entry.body = _element(writer, element, parent).encode("ascii")
    for kid in element.kids:
        if isinstance(kid, Element):
            _write_elements(writer, kid, entry.reference)


def _element(writer: _Writer, element: Element, parent: str) -> str:
    page, kids = _kids(writer, element)
    parts = [f"<</S/{element.tag}/P {parent}"]
    namespace = writer.edition.namespace(element.tag)
    if namespace is not None:
        parts.append(f"/NS {writer.namespaces[namespace]}")
    if page is not None:
        parts.append(f"/Pg {writer.pages[page]}")
    if kids:
        parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
    for key, words in (
        ("Lang", element.lang),
        ("Alt", element.alt),
        ("E", element.expansion),
        ("ID", element.id),
    ):
        if words is not None:
            parts.append(f"/{key}{text(words)}")
    attributes = element.attributes or _figure_attributes(writer, element)
    if attributes:
        parts.append(f"/A<<{attributes}>>")
    related = writer.related.get(element)
    if related:
        references = " ".join(writer.entries[each].reference for each in related)
        parts.append(f"/Ref[{references}]")
    return "".join(parts) + ">>"


def _kids(writer: _Writer, element: Element) -> tuple[int | None, list[str]]:
    """Return the page that bare MCIDs are on, and the kids in reading order."""
    own: int | None = None
    kids: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(writer.entries[kid].reference)
            continue
        for page, mcid in writer.content.get(kid, ()):
            own = page if own is None else own
            if page == own:
                kids.append(str(mcid))
            else:
                kids.append(f"<</Type/MCR/Pg {writer.pages[page]}/MCID {mcid}>>")
    if element.target is not None:
        for each in writer.annotations.get(element.target, ()):
            where = writer.pages[each.page]
            kids.append(f"<</Type/OBJR/Obj {each.entry.reference}/Pg {where}>>")
    return own, kids


def _figure_attributes(writer: _Writer, element: Element) -> str:
    for kid in element.kids:
        box = writer.painted.boxes.get(kid) if isinstance(kid, Stretch) else None
        if box:
            edges = " ".join(number(edge) for edge in box)
            return f"/O/Layout/Placement/Block/BBox[{edges}]"
    return ""


def _write_parent_tree(writer: _Writer, root: Element, file: File) -> str:
    """Write which element each MCID and each annotation belongs to (14.7.4.4)."""
    parents: dict[Stretch, str] = {}
    numbers: dict[int, str] = {}
    for element, entry in writer.entries.items():
        for kid in element.kids:
            if isinstance(kid, Stretch):
                parents[kid] = entry.reference
        if element.target is not None:
            for each in writer.annotations.get(element.target, ()):
                numbers[each.parent_key] = entry.reference
    for page, stretches in enumerate(writer.painted.content):
        references = " ".join(parents[stretch] for stretch in stretches)
        numbers[page] = file.add(f"[{references}]")
    body = " ".join(f"{key} {numbers[key]}" for key in sorted(numbers))
    return file.add(f"<</Nums[{body}]>>")
