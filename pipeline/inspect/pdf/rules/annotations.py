"""Annotations: allowed kinds, described, tagged, and printed as they are seen."""

from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.pages import Page
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import annotations, on
from pipeline.inspect.pdf.values import (
    Value,
    entry,
    has,
    is_keyed,
    is_stream,
    items,
    name,
    numbers,
    text,
    whole,
)

ALLOWED = frozenset(
    [
        "Text",
        "Link",
        "FreeText",
        "Line",
        "Square",
        "Circle",
        "Polygon",
        "PolyLine",
        "Highlight",
        "Underline",
        "Squiggly",
        "StrikeOut",
        "Stamp",
        "Caret",
        "Ink",
        "Popup",
        "FileAttachment",
        "Widget",
        "PrinterMark",
        "TrapNet",
        "Watermark",
        "Redact",
    ]
)
HIDDEN, PRINTED = 2, 4
# Invisible, Hidden, NoView and ToggleNoView; ISO 32000-1, 12.5.3.
UNSEEN = 1 | 2 | 32 | 256


def kind(annotation: Value) -> str | None:
    """Return the kind of an annotation."""
    return name(entry(annotation, "/Subtype"))


def is_seen(page: Page, annotation: Value) -> bool:
    """Whether an annotation is neither hidden nor outside the page."""
    flags = whole(entry(annotation, "/F")) or 0
    box = numbers(page.get("/CropBox")) or numbers(page.get("/MediaBox"))
    place = numbers(entry(annotation, "/Rect"))
    if flags & HIDDEN:
        return False
    if len(box) != 4 or len(place) != 4:
        return True
    left, right = sorted(box[::2])
    bottom, top = sorted(box[1::2])
    xs, ys = sorted(place[::2]), sorted(place[1::2])
    return not (xs[1] <= left or xs[0] >= right or ys[1] <= bottom or ys[0] >= top)


def _seen(file: File, *kinds: str) -> Iterator[tuple[Page, Value]]:
    for page, annotation in annotations(file):
        if (not kinds or kind(annotation) in kinds) and is_seen(page, annotation):
            yield page, annotation


def _around(file: File, annotation: Value) -> str | None:
    owner = file.tree.owner_of_object(annotation)
    return owner.standard if owner else None


@rule("UA1:7.18.1-1")
def annotations_are_tagged(file: File) -> Iterator[Break]:
    """An annotation stands in an Annot; links, widgets and marks have rules of own."""
    for page, annotation in _seen(file):
        if kind(annotation) in ("Widget", "PrinterMark", "Link"):
            continue
        if _around(file, annotation) != "Annot":
            yield on(
                page, annotation, f"a {kind(annotation)} does not stand in an Annot"
            )


@rule("UA1:7.18.1-2")
def annotations_are_described(file: File) -> Iterator[Break]:
    """An annotation has Contents, or its element an alternative text."""
    for page, annotation in _seen(file):
        if kind(annotation) == "Widget" or text(entry(annotation, "/Contents")):
            continue
        owner = file.tree.owner_of_object(annotation)
        if owner is None or not owner.text("/Alt"):
            yield on(page, annotation, f"a {kind(annotation)} is not described")


@rule("UA1:7.18.2-1", "UA2:8.9.2.4.15-1")
def there_are_no_trap_nets(file: File) -> Iterator[Break]:
    """No annotation is a TrapNet."""
    for page, annotation in _seen(file, "TrapNet"):
        yield on(page, annotation, "the page has a TrapNet annotation")


@rule("UA1:7.18.3-1")
def annotations_follow_structure(file: File) -> Iterator[Break]:
    """A page with annotations says that they follow the structure (Tabs S)."""
    for page in file.pages:
        if page.annotations and name(entry(page.value, "/Tabs")) != "S":
            message = "the annotations do not follow the order of the structure (Tabs)"
            yield on(page, page.value, message)


@rule("UA2:8.9.3.3-1")
def annotations_have_an_order(file: File) -> Iterator[Break]:
    """A page with annotations states their order (Tabs A, W or S)."""
    for page in file.pages:
        order = name(entry(page.value, "/Tabs"))
        if page.annotations and order not in ("A", "W", "S"):
            yield on(page, page.value, "the annotations have no order (Tabs)")


@rule("UA1:7.18.5-1")
def links_are_tagged(file: File) -> Iterator[Break]:
    """A link stands in a Link element."""
    for page, annotation in _seen(file, "Link"):
        if _around(file, annotation) != "Link":
            yield on(page, annotation, "a link does not stand in a Link element")


@rule("UA2:8.2.5.20-1")
def links_are_tagged_in_2(file: File) -> Iterator[Break]:
    """A link stands in a Link or a Reference element."""
    for page, annotation in _seen(file, "Link"):
        if _around(file, annotation) not in ("Link", "Reference"):
            yield on(page, annotation, "a link does not stand in a Link element")


@rule("UA1:7.18.5-2")
def links_are_described(file: File) -> Iterator[Break]:
    """A link says in its Contents where it leads."""
    for page, annotation in _seen(file, "Link"):
        if not text(entry(annotation, "/Contents")):
            yield on(page, annotation, "a link has no Contents")


@rule("UA1:7.18.8-1", "UA2:8.9.2.4.14-1")
def marks_of_printers_are_artifacts(file: File) -> Iterator[Break]:
    """A PrinterMark is not in the structure tree."""
    for page, annotation in _seen(file, "PrinterMark"):
        if file.tree.owner_of_object(annotation) is not None:
            yield on(page, annotation, "a mark of the printer is tagged")


@rule("A2:6.3.1-1")
def kinds_are_allowed(file: File) -> Iterator[Break]:
    """An annotation is of a kind that PDF/A-2 allows: no sound, film, 3D or screen."""
    for page, annotation in annotations(file):
        if kind(annotation) not in ALLOWED:
            yield on(page, annotation, f"`{kind(annotation)}` is no allowed annotation")


@rule("A2:6.3.2-1")
def annotations_have_flags(file: File) -> Iterator[Break]:
    """Every annotation but a Popup states its flags (F)."""
    for page, annotation in annotations(file):
        if kind(annotation) != "Popup" and not has(annotation, "/F"):
            yield on(page, annotation, f"a {kind(annotation)} states no flags (F)")


@rule("A2:6.3.2-2")
def annotations_print(file: File) -> Iterator[Break]:
    """Stated flags say that the annotation prints and is not hidden."""
    for page, annotation in annotations(file):
        flags = whole(entry(annotation, "/F"))
        if flags is not None and (flags & UNSEEN or not flags & PRINTED):
            yield on(
                page, annotation, f"a {kind(annotation)} does not print (F {flags})"
            )


@rule("A2:6.3.3-1")
def annotations_have_appearances(file: File) -> Iterator[Break]:
    """Every annotation with an area, but Popup and Link, has an appearance."""
    for page, annotation in annotations(file):
        place = numbers(entry(annotation, "/Rect"))
        is_point = len(place) == 4 and place[:2] == place[2:]
        if (
            not is_point
            and kind(annotation) not in ("Popup", "Link")
            and not has(annotation, "/AP")
        ):
            yield on(page, annotation, f"a {kind(annotation)} has no appearance")


@rule("A2:6.3.3-2")
def appearances_are_normal(file: File) -> Iterator[Break]:
    """The appearance of an annotation has only the entry N."""
    for page, annotation, appearance in _appearances(file):
        if [key for key, _ in items(appearance)] != ["/N"]:
            yield on(page, annotation, "an appearance has entries other than N")


@rule("A2:6.3.3-3")
def button_appearances_have_states(file: File) -> Iterator[Break]:
    """The appearance of a button is a dictionary of states."""
    for page, annotation, appearance in _appearances(file):
        normal = entry(appearance, "/N")
        if _is_button(annotation) and (is_stream(normal) or not is_keyed(normal)):
            yield on(page, annotation, "the appearance of a button has no states")


@rule("A2:6.3.3-4")
def other_appearances_are_streams(file: File) -> Iterator[Break]:
    """The appearance of what is no button is a stream."""
    for page, annotation, appearance in _appearances(file):
        if not _is_button(annotation) and not is_stream(entry(appearance, "/N")):
            yield on(page, annotation, "an appearance is no stream")


def _appearances(file: File) -> Iterator[tuple[Page, Value, Value]]:
    for page, annotation in annotations(file):
        appearance = entry(annotation, "/AP")
        if is_keyed(appearance):
            yield page, annotation, appearance


def _is_button(annotation: Value) -> bool:
    stated = entry(annotation, "/FT") or entry(annotation, "/Parent", "/FT")
    return kind(annotation) == "Widget" and name(stated) == "Btn"


@rule("UA2:8.9.4.2-1")
def descriptions_agree(file: File) -> Iterator[Break]:
    """Contents of an annotation and Alt of its element are equal if both are there."""
    for page, annotation in annotations(file):
        owner = file.tree.owner_of_object(annotation)
        said = text(entry(annotation, "/Contents"))
        alternative = owner.text("/Alt") if owner else None
        if said is not None and alternative is not None and said != alternative:
            yield on(page, annotation, "Contents and Alt of an annotation differ")
