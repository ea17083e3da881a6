"""Link annotations: one for each link and page, with the lines it stands on."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.finish.file import File
from pipeline.render.pdf.paint.artifacts import Box
from pipeline.render.pdf.structure.elements import Target
from pipeline.render.pdf.syntax import number, text


@dataclass(frozen=True, slots=True)
class Annotation:
    """A written annotation: where it is, and its key in the parent tree."""

    reference: str
    page: int
    parent_key: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where in the file a link or bookmark can lead."""

    edition: Edition
    pages: Sequence[str]
    """References to the page objects."""
    tops: dict[str, tuple[int, float]]
    """Page index and top, by origin of a leaf."""

    def destination(self, origin: str) -> str:
        """Return the entry that leads to the leaf of that origin."""
        page, top = self.tops[origin]
        return self.edition.destination(self.pages[page], number(top))


def write_links(
    links: dict[Target, dict[int, list[Box]]], places: Places, file: File
) -> dict[Target, list[Annotation]]:
    """Write the annotations of all links."""
    written: dict[Target, list[Annotation]] = {}
    key = len(places.pages)
    for target, pages in links.items():
        for page, boxes in pages.items():
            reference = file.add(_annotation(target, boxes, key, places))
            annotation = Annotation(reference, page, key)
            written.setdefault(target, []).append(annotation)
            key += 1
    return written


def _annotation(target: Target, boxes: list[Box], key: int, places: Places) -> str:
    quads = " ".join(_quad(box) for box in boxes)
    # ISO 14289-1, 7.18.5: Contents. ISO 19005-2, 6.3.2: F 4, it prints.
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{_around(boxes)}]/QuadPoints[{quads}]"
        f"/Border[0 0 0]/F 4/StructParent {key}/Contents{text(target.contents)}"
        f"{_action(target, places)}>>"
    )


def _action(target: Target, places: Places) -> str:
    if target.url is not None:
        return f"/A<</S/URI/URI{text(target.url)}>>"
    return places.destination(target.origin or "")


def _around(boxes: list[Box]) -> str:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    edges = (min(lefts), min(bottoms), max(rights), max(tops))
    return " ".join(number(edge) for edge in edges)


def _quad(box: Box) -> str:
    """Return one line's corners: upper left and right, then lower left and right."""
    left, bottom, right, top = box
    corners = (left, top, right, top, left, bottom, right, bottom)
    return " ".join(number(corner) for corner in corners)
