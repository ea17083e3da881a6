"""Link annotations: one for each link and page, with the lines it stands on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.finish.file import Entry, File
from pipeline.render.pdf.paint.artifacts import Box
from pipeline.render.pdf.structure.elements import Target
from pipeline.render.pdf.syntax import number, text


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation: where it is, and its key in the parent tree."""

    entry: Entry
    page: int
    parent_key: int
    boxes: Sequence[Box]


@dataclass(frozen=True, slots=True)
class Places:
    """Where in the file a link or bookmark can lead."""

    edition: Edition
    pages: Sequence[str]
    """References to the page objects."""
    tops: Mapping[str, tuple[int, float]]
    """Page index and top, by origin of a leaf."""
    elements: Mapping[str, str]
    """References to the structure elements, by origin of what they show."""

    def destination(self, origin: str) -> str:
        """Return the entry that leads to the leaf of that origin."""
        page, top = self.tops[origin]
        element = self.elements[origin]
        return self.edition.destination(self.pages[page], number(top), element)


def reserve_links(
    links: Mapping[Target, Mapping[int, list[Box]]], page_count: int, file: File
) -> dict[Target, list[Annotation]]:
    """Reserve the annotations of all links: tags name them, and they name tags."""
    reserved: dict[Target, list[Annotation]] = {}
    key = page_count
    for target, pages in links.items():
        for page, boxes in pages.items():
            annotation = Annotation(file.reserve(), page, key, boxes)
            reserved.setdefault(target, []).append(annotation)
            key += 1
    return reserved


def write_links(links: Mapping[Target, list[Annotation]], places: Places) -> None:
    """Write the annotations of all links."""
    for target, annotations in links.items():
        for annotation in annotations:
            body = _annotation(target, annotation, places)
            annotation.entry.body = body.encode("ascii")


def _annotation(target: Target, annotation: Annotation, places: Places) -> str:
    quads = " ".join(_quad(box) for box in annotation.boxes)
    # ISO 14289-1, 7.18.5: Contents. ISO 19005-2, 6.3.2: F 4, it prints.
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{_around(annotation.boxes)}]/QuadPoints[{quads}]"
        f"/Border[0 0 0]/F 4/StructParent {annotation.parent_key}"
        f"/Contents{text(target.contents)}"
        f"{_action(target, places)}>>"
    )


def _action(target: Target, places: Places) -> str:
    if target.url is not None:
        return f"/A<</S/URI/URI{text(target.url)}>>"
    return places.destination(target.origin or "")


def _around(boxes: Sequence[Box]) -> str:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    edges = (min(lefts), min(bottoms), max(rights), max(tops))
    return " ".join(number(edge) for edge in edges)


def _quad(box: Box) -> str:
    """Return one line's corners: upper left and right, then lower left and right."""
    left, bottom, right, top = box
    corners = (left, top, right, top, left, bottom, right, bottom)
    return " ".join(number(corner) for corner in corners)
