"""Marked content: everything on a page is tagged or artifact, and never both."""

from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.values import own

# ISO 32000-1, Annex C.
DEEPEST = 28
SHOWN = {
    "text": "text", "shape": "a line or an area", "picture": "a picture",
    "shading": "a shading",
}  # fmt: skip


@rule("UA1:7.1-1")
def artifacts_stand_apart(file: File) -> Iterator[Break]:
    """No artifact stands inside tagged content."""
    for mark in file.drawn.marks:
        if mark.tag == "Artifact" and mark.is_tagged:
            yield Break("an artifact stands inside tagged content", mark.page)


@rule("UA1:7.1-2")
def tagged_content_stands_apart(file: File) -> Iterator[Break]:
    """No tagged content stands inside an artifact."""
    for mark in file.drawn.marks:
        if mark.is_tagged and mark.is_artifact:
            yield Break("tagged content stands inside an artifact", mark.page)


@rule("UA1:7.1-3", "UA2:8.2.2-1")
def content_is_tagged(file: File) -> Iterator[Break]:
    """Every piece of content is tagged or an artifact."""
    known: dict[int, bool] = {}
    for kind, page, mark in file.drawn.items:
        key = id(mark)
        if key not in known:
            known[key] = mark is not None and (mark.is_tagged or mark.is_artifact)
        if not known[key]:
            yield Break(f"{SHOWN[kind]} is neither tagged nor an artifact", page)


@rule("UA1:7.20-2")
def forms_belong_once(file: File) -> Iterator[Break]:
    """A form with tagged content is shown once, in one element."""
    for key, times in file.drawn.form_times.items():
        if key in file.drawn.tagged_forms and times > 1:
            used = file.drawn.forms[key]
            message = "a form with tagged content is shown several times"
            yield Break(message, used.page, own(used.value))


@rule("A2:6.1.13-8")
def states_are_not_nested_deeply(file: File) -> Iterator[Break]:
    """Graphics states are saved at most 28 deep (q and Q)."""
    for page, depth in file.drawn.deepest.items():
        if depth > DEEPEST:
            yield Break(f"graphics states are saved {depth} deep", page)


@rule("A2:6.2.2-1")
def operators_are_known(file: File) -> Iterator[Break]:
    """Content streams have only operators that ISO 32000-1 knows."""
    for operator, page in file.drawn.unknown.items():
        yield Break(f"`{operator[:40]}` is no operator of PDF", page)


@rule("A2:6.2.2-2")
def forms_have_their_resources(file: File) -> Iterator[Break]:
    """A content stream names only resources of its own dictionary."""
    for (form, label), page in file.drawn.inherited.items():
        number = form if form > 0 else None
        yield Break(f"a form borrows {label} from its page", page, number)
