"""The structure tree: types, parents, lists, headings, figures, notes."""

import re
from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.roles import STANDARD
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import at
from pipeline.inspect.pdf.tree import Element
from pipeline.inspect.pdf.values import has

HEADING = re.compile(r"H([1-9]\d*)")


@rule("UA1:7.1-5", "A2:6.7.3.4-1", "UA2:8.2.4-1")
def types_are_standard(file: File) -> Iterator[Break]:
    """Each structure type is standard or mapped to a standard one by the role map."""
    for element in file.tree.every:
        is_lost = element.standard is None
        if is_lost and not file.tree.roles.is_circular(element.type):
            kind = element.type or "without a type"
            yield at(file, element, f"an element `{kind}` maps to no standard type")


@rule("UA1:7.1-6", "UA2:8.2.4-2")
def roles_do_not_circle(file: File) -> Iterator[Break]:
    """The role map leads from no type in use back to itself."""
    for element in _first_of_each_type(file):
        if file.tree.roles.is_circular(element.type):
            yield at(
                file, element, f"the role map of `{element.type}` goes in a circle"
            )


@rule("A2:6.7.3.4-2")
def own_types_do_not_circle(file: File) -> Iterator[Break]:
    """The role map leads from no type that is not standard back to itself."""
    for element in _first_of_each_type(file):
        roles = file.tree.roles
        if element.type not in STANDARD and roles.is_circular(element.type):
            yield at(
                file, element, f"the role map of `{element.type}` goes in a circle"
            )


@rule("UA1:7.1-7", "A2:6.7.3.4-3", "UA2:8.2.4-4")
def standard_types_stay(file: File) -> Iterator[Break]:
    """The role map gives no standard type in use another meaning."""
    for element in _first_of_each_type(file):
        target = file.tree.roles.mapped.get(element.type)
        if element.type in STANDARD and target not in (None, element.type):
            yield at(file, element, f"`{element.type}` is mapped to `{target}`")


def _first_of_each_type(file: File) -> Iterator[Element]:
    met: set[str] = set()
    for element in file.tree.every:
        if element.type not in met:
            met.add(element.type)
            yield element


@rule("UA1:7.1-12", "UA2:8.2.1-2")
def elements_have_parents(file: File) -> Iterator[Break]:
    """Each structure element names its parent (P)."""
    for element in file.tree.every:
        if not has(element.value, "/P"):
            yield at(file, element, f"a {element.type} does not name its parent")


def _parents(file: File, kind: str, allowed: tuple[str, ...]) -> Iterator[Break]:
    for element in file.tree.of(kind):
        above = element.parent.standard if element.parent else None
        if above not in allowed:
            where = above or "no element of a standard type"
            yield at(file, element, f"a {kind} stands in {where}")


def _kids(file: File, kind: str, allowed: tuple[str, ...]) -> Iterator[Break]:
    for element in file.tree.of(kind):
        for kid in element.kids:
            if kid.standard is not None and kid.standard not in allowed:
                yield at(file, kid, f"a {kind} holds a {kid.standard}")


@rule("UA1:7.2-17")
def items_stand_in_lists(file: File) -> Iterator[Break]:
    """LI stands in L."""
    yield from _parents(file, "LI", ("L",))


@rule("UA1:7.2-18")
def bodies_stand_in_items(file: File) -> Iterator[Break]:
    """LBody stands in LI."""
    yield from _parents(file, "LBody", ("LI",))


@rule("UA1:7.2-19")
def lists_hold_items(file: File) -> Iterator[Break]:
    """L holds only L, LI and Caption."""
    yield from _kids(file, "L", ("L", "LI", "Caption"))


@rule("UA1:7.2-20")
def items_hold_label_and_body(file: File) -> Iterator[Break]:
    """LI holds only Lbl and LBody."""
    yield from _kids(file, "LI", ("Lbl", "LBody"))


@rule("UA1:7.2-26")
def contents_items_stand_in_contents(file: File) -> Iterator[Break]:
    """TOCI stands in TOC."""
    yield from _parents(file, "TOCI", ("TOC",))


@rule("UA1:7.2-27")
def contents_hold_items(file: File) -> Iterator[Break]:
    """TOC holds only TOC, TOCI and Caption."""
    yield from _kids(file, "TOC", ("TOC", "TOCI", "Caption"))


def _caption_first(file: File, kind: str) -> Iterator[Break]:
    for element in file.tree.of(kind):
        kinds = [kid.standard for kid in element.kids if kid.standard]
        if "Caption" in kinds[1:]:
            yield at(file, element, f"the Caption of a {kind} is not its first part")


@rule("UA1:7.2-28")
def contents_caption_is_first(file: File) -> Iterator[Break]:
    """The Caption of a TOC is its first part."""
    yield from _caption_first(file, "TOC")


@rule("UA1:7.2-40")
def list_caption_is_first(file: File) -> Iterator[Break]:
    """The Caption of a list is its first part."""
    yield from _caption_first(file, "L")


@rule("UA1:7.3-1", "UA2:8.2.5.28.2-1")
def figures_have_words(file: File) -> Iterator[Break]:
    """A Figure has an alternative text (Alt) or the text it stands for (ActualText)."""
    yield from _have_words(file, "Figure")


@rule("UA1:7.7-1")
def formulas_have_words(file: File) -> Iterator[Break]:
    """A Formula has Alt or ActualText."""
    yield from _have_words(file, "Formula")


def _have_words(file: File, kind: str) -> Iterator[Break]:
    for element in file.tree.of(kind):
        if not element.text("/Alt") and element.text("/ActualText") is None:
            yield at(file, element, f"a {kind} has no alternative text")


@rule("UA1:7.4.2-1")
def headings_descend_by_one(file: File) -> Iterator[Break]:
    """The first heading is H1, and going down no level is left out."""
    level = 0
    for element in file.tree.every:
        found = HEADING.fullmatch(element.standard or "")
        if not found:
            continue
        if int(found[1]) > level + 1:
            after = f"follows a heading of level {level}" if level else "comes first"
            yield at(file, element, f"a heading {element.standard} {after}")
        level = int(found[1])


@rule("UA1:7.4.4-1")
def nodes_have_one_heading(file: File) -> Iterator[Break]:
    """No element holds more than one H."""
    for element in file.tree.every:
        if sum(kid.standard == "H" for kid in element.kids) > 1:
            yield at(file, element, f"a {element.type} holds several H")


@rule("UA1:7.4.4-2")
def plain_headings_stand_alone(file: File) -> Iterator[Break]:
    """H is not used beside H1 to H6."""
    if any(HEADING.fullmatch(each.standard or "") for each in file.tree.every):
        for element in file.tree.of("H"):
            yield at(file, element, "a heading H stands in a file with numbered ones")


@rule("UA1:7.4.4-3")
def numbered_headings_stand_alone(file: File) -> Iterator[Break]:
    """H1 to H6 are not used beside H."""
    if any(True for _ in file.tree.of("H")):
        for element in file.tree.every:
            if HEADING.fullmatch(element.standard or ""):
                message = f"a heading {element.standard} stands in a file with plain H"
                yield at(file, element, message)


@rule("UA1:7.9-1")
def notes_have_ids(file: File) -> Iterator[Break]:
    """A Note has an ID."""
    for element in file.tree.of("Note"):
        if not element.text("/ID"):
            yield at(file, element, "a note has no ID")


@rule("UA1:7.9-2")
def note_ids_differ(file: File) -> Iterator[Break]:
    """No two notes have the same ID."""
    met: set[str] = set()
    for element in file.tree.of("Note"):
        label = element.text("/ID")
        if label and label in met:
            yield at(file, element, f"a second note has the ID `{label}`")
        met.add(label or "")
