"""The parts of a body and the lines on which an author wrote them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic

from pipeline.markdown.nodes import Node, nest
from pipeline.markdown.syntax import block_tokens
from pipeline.unload.parts import Part, SectionBreak, V, Value, parts
from schemas.factsheet import FactSheet, Note


class LostError(Exception):
    """A source and its sheet do not go together here: a coarser way is needed."""


@dataclass(frozen=True, slots=True)
class Span:
    """The lines of a part, counted from 0; `end` is the one after its last."""

    start: int
    end: int
    node: Node | None = None


@dataclass(frozen=True)
class Sourced(Generic[V]):
    """A part and its lines."""

    part: Part[V]
    span: Span


def sourced(lines: Sequence[str], first: int, sheet: FactSheet) -> list[Sourced[Value]]:
    """Return the parts of the body that starts on line `first`, as they stand.

    A `---` that says nothing belongs to the space between them.
    """
    text = "\n" * first + "\n".join(lines[first:])
    waiting = list(parts(sheet))
    notes = [part for part in waiting if isinstance(part.value, Note)]
    others = [part for part in waiting if not isinstance(part.value, Note)]
    found = []
    for node in nest(block_tokens(text)):
        queue = notes if node.kind == "note" else others
        if node.kind == "hr" and not (
            queue and isinstance(queue[0].value, SectionBreak)
        ):
            continue
        if not queue:
            raise LostError
        found.append(Sourced(queue.pop(0), span(node, lines)))
    if notes or others:
        raise LostError
    return found


def written(values: Sequence[V], spans: Sequence[Span]) -> list[Sourced[V]]:
    """Return the parts of a block, each with its lines."""
    if len(values) != len(spans):
        raise LostError
    return [
        Sourced(Part(f"[{index}]", value), own)
        for index, (value, own) in enumerate(zip(values, spans, strict=True))
    ]


def children(where: Span) -> list[Node]:
    """Return the blocks inside a block."""
    return where.node.children if where.node else []


def span(node: Node, lines: Sequence[str]) -> Span:
    """Return the lines of a block without the empty ones below it."""
    if node.token.map is None:
        raise LostError
    start, end = node.token.map
    if node.kind == "container":
        end += bool(node.token.meta["closed"])
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return Span(start, end, node)
