"""Actions: the file leads to places, and does nothing else."""

from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.rules.places import annotations
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    has,
    is_keyed,
    items,
    name,
    own,
)

ALLOWED = ("GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm")
NAMED = ("NextPage", "PrevPage", "FirstPage", "LastPage")
MOST = 100_000


@rule("A2:6.5.1-1")
def actions_only_lead(file: File) -> Iterator[Break]:
    """An action leads somewhere: no script, program, sound, film or layers."""
    for page, action in _actions(file):
        if name(entry(action, "/S")) not in ALLOWED:
            shown = name(entry(action, "/S"))
            yield Break(f"`{shown}` is no allowed action", page, own(action))


@rule("A2:6.5.1-2")
def named_actions_turn_pages(file: File) -> Iterator[Break]:
    """A named action turns to the next, previous, first or last page."""
    for page, action in _actions(file):
        label = name(entry(action, "/N"))
        if name(entry(action, "/S")) == "Named" and label not in NAMED:
            yield Break(f"`{label}` is no allowed named action", page, own(action))


@rule("A2:6.5.2-1")
def document_does_not_act(file: File) -> Iterator[Break]:
    """The catalog has no additional actions (AA)."""
    if has(file.catalog, "/AA"):
        yield Break("the document acts by itself (AA)")


@rule("A2:6.5.2-2")
def pages_do_not_act(file: File) -> Iterator[Break]:
    """No page has additional actions (AA)."""
    for page in file.pages:
        if has(page.value, "/AA"):
            yield Break("the page acts by itself (AA)", page.number, own(page.value))


def _actions(file: File) -> Iterator[tuple[int | None, Value]]:
    """Yield every action that a reader could come upon, each once."""
    met: set[int] = set()
    waiting = list(_starts(file))
    while waiting and len(met) < MOST:
        page, action = waiting.pop()
        given = own(action)
        if not is_keyed(action) or given in met:
            continue
        if given is not None:
            met.add(given)
        yield page, action
        waiting += [(page, each) for each in elements(entry(action, "/Next"))]


def _starts(file: File) -> Iterator[tuple[int | None, Value]]:
    yield None, entry(file.catalog, "/OpenAction")
    yield from _additional(None, file.catalog)
    for each in elements(entry(file.catalog, "/Names", "/JavaScript", "/Names")):
        yield None, each
    for item in _outline(file):
        yield None, entry(item, "/A")
    for page in file.pages:
        yield from _additional(page.number, page.value)
    for page, annotation in annotations(file):
        yield page.number, entry(annotation, "/A")
        yield from _additional(page.number, annotation)


def _additional(page: int | None, holder: Value) -> Iterator[tuple[int | None, Value]]:
    for _, action in items(entry(holder, "/AA")):
        yield page, action


def _outline(file: File) -> Iterator[Value]:
    met: set[int] = set()
    waiting = [entry(file.catalog, "/Outlines", "/First")]
    while waiting and len(met) < MOST:
        item = waiting.pop()
        given = own(item)
        if given is None or given in met:
            continue
        met.add(given)
        yield item
        waiting += [entry(item, "/Next"), entry(item, "/First")]
