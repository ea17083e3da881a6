"""Front matter with other values: every line that keeps its value stays as it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml
from pydantic import BaseModel
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from pipeline.unload.align import aligned, alike
from pipeline.unload.frontmatter import (
    FROM_BODY,
    in_braces,
    is_rich,
    plain_value,
    spell_item,
    spell_key,
    spell_key_below_heading,
)
from pipeline.unload.places import VALUE
from pipeline.unload.rewording import reworded
from pipeline.unload.scalars import quoted, scalar
from pipeline.unload.sourced import LostError
from schemas.factsheet import FactSheet

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Point = tuple[int, int]
"""Line and column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Edit:
    """New text for what stands between two points."""

    start: Point
    end: Point
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a value was and what it is to be, at its model path."""

    old: object
    new: object
    path: str


def revise_keys(lines: Sequence[str], before: FactSheet, after: FactSheet) -> list[str]:
    """Return the lines of front matter that says `before`, changed to say `after`."""
    node = yaml.compose("\n".join(lines), Loader=_LOADER)
    if not isinstance(node, MappingNode):
        raise LostError
    edits = list(_in_mapping(node, before, after, "", lines))
    return _edited(lines, edits)


def _edited(lines: Sequence[str], edits: list[Edit]) -> list[str]:
    text = "\n".join([*lines, ""])
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    # From the end on, so that places stay true; of two at one place the later first.
    edits.sort(key=lambda each: each.start)
    for edit in reversed(edits):
        start = starts[edit.start[0]] + edit.start[1]
        end = starts[edit.end[0]] + edit.end[1]
        text = text[:start] + edit.text + text[end:]
    return text.split("\n")[:-1]


def _in_mapping(
    node: MappingNode,
    before: BaseModel,
    after: BaseModel,
    path: str,
    lines: Sequence[str],
) -> Iterator[Edit]:
    """Yield the edits of the keys of a mapping."""
    keys = {key.value: (key, value) for key, value in node.value}
    previous = None
    for name in type(after).model_fields:
        place = f"{path}.{name}" if path else name
        old, new = getattr(before, name), getattr(after, name)
        if (path or name not in FROM_BODY) and old != new:
            if name in keys:
                change = Change(old, new, place)
                yield from _in_key(*keys[name], change, lines, bool(node.flow_style))
            elif new not in (None, ()):
                yield from _new_key(node, previous, name, new, place, lines)
        if name in keys:
            previous = keys[name]


def _new_key(
    node: MappingNode,
    previous: tuple[Node, Node] | None,
    name: str,
    value: object,
    path: str,
    lines: Sequence[str],
) -> Iterator[Edit]:
    """Yield the edit that writes a key below the one that the model has before it."""
    if node.flow_style:
        raise LostError
    indent = node.start_mark.column
    if previous:
        line = _last_line(previous[1], lines) + 1
    elif not node.value or lines[node.start_mark.line][:indent].strip():
        raise LostError
    else:
        line = node.start_mark.line
    new = spell_key_below_heading(name, value, path, indent)
    yield _line_edit(line, line, new)


def _line_edit(first: int, end: int, new: Sequence[str]) -> Edit:
    return Edit((first, 0), (end, 0), "".join(f"{line}\n" for line in new))


def _in_key(
    key: Node, node: Node, change: Change, lines: Sequence[str], in_flow: bool
) -> Iterator[Edit]:
    new, path = change.new, change.path
    is_gone = new in (None, ())
    try:
        if is_gone:
            raise LostError
        yield from list(_in_value(node, change, lines, in_flow))
    except LostError:
        line, indent = key.start_mark.line, key.start_mark.column
        if in_flow or lines[line][:indent].strip():
            raise
        name = path.rpartition(".")[2]
        spelled = [] if is_gone else spell_key(name, new, path, indent, {})
        yield _line_edit(line, _last_line(node, lines) + 1, spelled)


def _in_value(
    node: Node, change: Change, lines: Sequence[str], in_flow: bool
) -> Iterator[Edit]:
    old, new, path = change.old, change.new, change.path
    match node:
        case ScalarNode() if not isinstance(new, BaseModel) and (
            is_rich(new) or not isinstance(new, tuple)
        ):
            yield _in_scalar(node, change, in_flow)
        case MappingNode() if isinstance(old, BaseModel) and isinstance(new, BaseModel):
            yield from _in_record(node, old, new, path, lines)
        case SequenceNode() if isinstance(old, tuple) and isinstance(new, tuple):
            yield from _in_list(node, old, new, path, lines)
        case _:
            raise LostError


def _in_record(
    node: MappingNode, old: BaseModel, new: BaseModel, path: str, lines: Sequence[str]
) -> Iterator[Edit]:
    try:
        yield from list(_in_mapping(node, old, new, path, lines))
    except LostError:
        words = in_braces(new, path) if node.flow_style else None
        if words is None:
            raise
        yield Edit(_start(node), _end(node), words)


def _in_scalar(node: ScalarNode, change: Change, in_flow: bool) -> Edit:
    old, new, path = change.old, change.new, change.path
    words = plain_value(new, path)
    if isinstance(old, tuple) and isinstance(new, tuple) and old:
        words = reworded(node.value, old, new, VALUE, path).replace("\n", " ")
        # A line end forced by a backslash needs its line.
        words = plain_value(new, path) if "\\ " in words else words
    if node.style in ("|", ">"):
        raise LostError
    is_quoted = node.style in ("'", '"')
    text = quoted(words) if is_quoted else scalar(words, in_braces=in_flow)
    is_empty = _start(node) == _end(node)
    return Edit(_start(node), _end(node), f" {text}" if is_empty else text)


def _in_list(
    node: SequenceNode,
    old: tuple[object, ...],
    new: tuple[object, ...],
    path: str,
    lines: Sequence[str],
) -> Iterator[Edit]:
    if len(node.value) != len(old):
        raise LostError
    if node.flow_style:
        if not all(isinstance(item, str) for item in new):
            raise LostError
        words = ", ".join(scalar(str(item), in_braces=True) for item in new)
        yield Edit(_start(node), _end(node), f"[{words}]")
        return
    indent = node.start_mark.column
    spans = [(_first_line(item, indent, lines), _last_line(item, lines) + 1)
             for item in node.value]  # fmt: skip
    pairs = aligned(old, new, lambda was, now: _likeness(old[was], new[now]))
    line = spans[0][0]
    for index, (item, was) in enumerate(zip(new, pairs, strict=True)):
        place = f"{path}[{index}]"
        if was is None:
            yield _line_edit(line, line, spell_item(item, place, indent, {}))
            continue
        if item != old[was]:
            change = Change(old[was], item, place)
            yield from _in_item(node.value[was], change, lines, spans[was])
        line = spans[was][1]
    for was in set(range(len(old))) - set(pairs):
        yield _line_edit(*spans[was], [])


def _in_item(
    node: Node, change: Change, lines: Sequence[str], own: tuple[int, int]
) -> Iterator[Edit]:
    try:
        yield from list(_in_value(node, change, lines, False))
    except LostError:
        line = lines[own[0]]
        indent = len(line) - len(line.lstrip())
        yield _line_edit(*own, spell_item(change.new, change.path, indent, {}))


def _likeness(old: object, new: object) -> float:
    if not isinstance(old, type(new)):
        return 0.0
    if isinstance(old, BaseModel) and isinstance(new, BaseModel):
        return alike(_words(old), _words(new))
    return 1.0


def _words(model: BaseModel) -> str:
    return re.sub(r"[{},\[\]:]+", " ", model.model_dump_json(exclude_defaults=True))


def _start(node: Node) -> Point:
    return node.start_mark.line, node.start_mark.column


def _end(node: Node) -> Point:
    return node.end_mark.line, node.end_mark.column


def _first_line(item: Node, indent: int, lines: Sequence[str]) -> int:
    line = int(item.start_mark.line)
    if not lines[line][indent:].startswith("-") or lines[line][:indent].strip():
        raise LostError
    return line


def _last_line(node: Node, lines: Sequence[str]) -> int:
    """Return the last line of a value; the space and remarks below are not its own."""
    match node:
        case MappingNode(flow_style=False, value=[*_, (_, last)]):
            return _last_line(last, lines)
        case SequenceNode(flow_style=False, value=[*_, last]):
            return _last_line(last, lines)
        case ScalarNode(style="|" | ">"):
            line = node.end_mark.line - (node.end_mark.column == 0)
            while line > node.start_mark.line and _is_apart(lines[line]):
                line -= 1
            return int(line)
        case _:
            return int(node.end_mark.line)


def _is_apart(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
