"""What PDF/UA-2 asks of the structure tree beyond PDF/UA-1."""

from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import at
from pipeline.inspect.pdf.values import entry, name


@rule("UA2:8.2.5.2-1")
def root_holds_document(file: File) -> Iterator[Break]:
    """The structure tree has one root element, a Document."""
    kinds = [each.standard for each in file.tree.top]
    if file.tree.root is not None and kinds != ["Document"]:
        shown = " ".join(kind or "unknown" for kind in kinds) or "nothing"
        yield Break(f"the structure tree holds {shown}, not one Document")


@rule("UA2:8.2.5.12-1")
def headings_are_numbered(file: File) -> Iterator[Break]:
    """The type H is not used."""
    for element in file.tree.of("H"):
        yield at(file, element, "a heading is tagged H, without its level")


@rule("UA2:8.2.5.14-1")
def notes_are_of_pdf_2(file: File) -> Iterator[Break]:
    """The type Note is not used; FENote takes its place."""
    for element in file.tree.of("Note"):
        yield at(file, element, "a note is tagged Note, not FENote")


@rule("UA2:8.2.5.25-2")
def items_hold_no_content(file: File) -> Iterator[Break]:
    """Content of a list item stands in its Lbl or LBody."""
    for element in file.tree.of("LI"):
        if element.pieces:
            yield at(file, element, "content stands in an LI itself")


@rule("UA2:8.2.5.25-1")
def labelled_lists_are_numbered(file: File) -> Iterator[Break]:
    """A list with labels states a ListNumbering other than None."""
    for element in file.tree.of("L"):
        labels = any(
            kid.standard == "Lbl" for item in element.kids for kid in item.kids
        )
        numbering = file.tree.attribute(element, "List", "/ListNumbering")
        if labels and name(numbering) in (None, "None"):
            yield at(file, element, "a list with labels states no ListNumbering")


@rule("UA2:8.2.5.27-1")
def captions_stand_at_an_end(file: File) -> Iterator[Break]:
    """A Caption is the first or the last part of what it names."""
    for element in file.tree.every:
        kinds = [kid.standard for kid in element.kids if kid.standard]
        if "Caption" in kinds[1:-1]:
            yield at(file, element, f"the Caption of a {element.type} stands amidst it")


@rule("UA2:8.2.5.8-1")
def contents_items_refer(file: File) -> Iterator[Break]:
    """A TOCI names its target (Ref), itself or in its parts."""
    for element in file.tree.of("TOCI"):
        if not any(entry(each.value, "/Ref") for each in (element, *element.kids)):
            yield at(file, element, "an entry of the contents does not name its target")
