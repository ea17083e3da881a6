"""Optional content: configurations with their names, and no automatic states."""

from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    has,
    is_array,
    is_keyed,
    own,
    text,
)

DEEPEST = 50


@rule("UA1:7.10-1", "A2:6.9-1")
def configurations_have_names(file: File) -> Iterator[Break]:
    """Each configuration of layers has a Name."""
    for each in _configurations(file):
        if not text(entry(each, "/Name")):
            yield Break("a configuration of layers has no name", number=own(each))


@rule("A2:6.9-2")
def configuration_names_differ(file: File) -> Iterator[Break]:
    """No two configurations of layers have the same Name."""
    met: set[str] = set()
    for each in _configurations(file):
        label = text(entry(each, "/Name"))
        if label and label in met:
            yield Break(f"two configurations of layers are called `{label}`")
        met.add(label or "")


@rule("A2:6.9-3")
def orders_are_complete(file: File) -> Iterator[Break]:
    """An Order of layers names every layer of the document."""
    every = {
        own(each) for each in elements(entry(file.catalog, "/OCProperties", "/OCGs"))
    }
    for each in _configurations(file):
        order = entry(each, "/Order")
        if order is not None and every - set(_ordered(order)):
            yield Break("the order of layers leaves some out", number=own(each))


@rule("UA1:7.10-2", "A2:6.9-4", "UA2:8.7-2")
def configurations_do_not_act(file: File) -> Iterator[Break]:
    """No configuration of layers has AS."""
    for each in _configurations(file):
        if has(each, "/AS"):
            yield Break(
                "layers change their state by themselves (AS)", number=own(each)
            )


def _configurations(file: File) -> list[Value]:
    layers = entry(file.catalog, "/OCProperties")
    found = [entry(layers, "/D"), *elements(entry(layers, "/Configs"))]
    return [each for each in found if is_keyed(each)]


def _ordered(order: Value, depth: int = 0) -> Iterator[int | None]:
    for each in elements(order):
        if is_array(each):
            if depth < DEEPEST:
                yield from _ordered(each, depth + 1)
        else:
            yield own(each)
