"""YAML to plain data with places: text only, no tags, no anchors, no key twice."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from pipeline.load.positions import MAX_DEPTH, Positioned, child
from pipeline.load.remarks import refusing_remarks

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# What programs write for nothing; in quotes each is a text.
_ABSENT = frozenset({"", "~", "null"})


class _Mark(Protocol):
    """A place: 0-based line and column."""

    line: int
    column: int


class _RefusedError(Exception):
    """The text cannot be read further; the finding is recorded."""


@dataclass(slots=True)
class _Frame:
    """An open list or mapping: `key` waits for its value."""

    origin: str
    items: list[object] | None
    pairs: dict[str, object] | None
    lines: dict[str, int] = field(default_factory=dict)
    key: str | None = None
    in_braces: bool = False


def read_yaml(file: str, text: str, first_line: int = 0) -> Positioned:
    """Return the mapping in `text`, which starts below `first_line` lines of `file`."""
    found = Positioned(file)
    found.origins[""] = (first_line or 1, 1)
    try:
        events = yaml.parse(text, Loader=_LOADER)
        checked = refusing_remarks(events, text.split("\n"), found, first_line)
        value = _build(checked, found, first_line)
    except _RefusedError:
        return found
    except yaml.YAMLError as problem:
        _refuse_syntax(problem, found, text, first_line)
        return found
    if isinstance(value, dict):
        found.data = value
    elif value is None:
        found.data = {}
    else:
        message = "the sheet is not a list of `key: value` lines"
        found.refuse(first_line + 1, 1, "yaml", message, "start with `title: …`")
    return found


def _build(events: Iterator[Event], found: Positioned, first_line: int) -> object:
    stack: list[_Frame] = []
    documents, top = 0, None
    for event in events:
        line, column = _place(event.start_mark, first_line)
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                message = "a second YAML document starts here"
                found.refuse(line, column, "yaml", message, "remove this `---`")
                raise _RefusedError
        elif isinstance(event, NodeEvent):
            _refuse_marks(event, found, line, column)
            top = _enter(event, stack, found, (line, column), top)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            frame = stack.pop()
            value: object = frame.pairs
            if frame.items is not None:
                value = tuple(frame.items)
            top = _put(value, stack, top)
    return top


def _place(mark: _Mark | None, first_line: int) -> tuple[int, int]:
    if mark is None:
        return first_line, 1
    return mark.line + first_line + 1, mark.column + 1


def _refuse_marks(event: NodeEvent, found: Positioned, line: int, column: int) -> None:
    if isinstance(event, AliasEvent) or event.anchor is not None:
        sign = "*" if isinstance(event, AliasEvent) else "&"
        message = f"anchors and aliases are not used here: `{sign}{event.anchor}`"
        hint = f"write the value out; put text that starts with `{sign}` in quotes"
        found.refuse(line, column, "yaml-anchor", message, hint)
    tag = getattr(event, "tag", None)
    if tag is not None and tag != "!":
        short = tag.replace("tag:yaml.org,2002:", "!!")
        message = f"tags are not used here: `{short}`"
        hint = "remove it; put text that starts with `!` in quotes"
        found.refuse(line, column, "yaml-tag", message, hint)


def _enter(
    event: NodeEvent,
    stack: list[_Frame],
    found: Positioned,
    place: tuple[int, int],
    top: object,
) -> object:
    """Take a scalar, or open a list or mapping."""
    frame = stack[-1] if stack else None
    if frame is not None and frame.pairs is not None and frame.key is None:
        _take_key(event, frame, found, place)
        return top
    origin = _origin(frame)
    found.origins.setdefault(origin, place)
    if isinstance(event, ScalarEvent):
        value = _scalar(event)
        if value is None and frame is not None and frame.pairs is not None:
            found.absent[origin] = frame.in_braces and not event.value
        return _put(value, stack, top)
    if isinstance(event, AliasEvent):
        return _put("…", stack, top)
    if len(stack) >= MAX_DEPTH:
        message = f"lists and keys stand more than {MAX_DEPTH} deep in one another"
        found.refuse(*place, "nesting", message, "use fewer levels")
        raise _RefusedError
    if isinstance(event, SequenceStartEvent):
        stack.append(_Frame(origin, [], None))
    elif isinstance(event, MappingStartEvent):
        stack.append(_Frame(origin, None, {}, in_braces=bool(event.flow_style)))
    return top


def _origin(frame: _Frame | None) -> str:
    if frame is None:
        return ""
    if frame.items is not None:
        return child(frame.origin, len(frame.items))
    return child(frame.origin, frame.key or "")


def _scalar(event: ScalarEvent) -> str | None:
    if not event.style and event.value in _ABSENT:
        return None
    return str(event.value)


def _take_key(
    event: NodeEvent, frame: _Frame, found: Positioned, place: tuple[int, int]
) -> None:
    if not isinstance(event, ScalarEvent):
        message = "a key is a word, not a list or a mapping"
        found.refuse(*place, "yaml", message, "put text that holds braces in quotes")
        raise _RefusedError
    key = str(event.value)
    if key == "<<":
        message = "merge keys are not used here: `<<`"
        found.refuse(*place, "yaml-anchor", message, "write the values out")
    elif key in frame.lines:
        message = f"`{key}` is given twice, first on line {frame.lines[key]}"
        found.refuse(*place, "duplicate-key", message, "keep one of them")
    frame.lines.setdefault(key, place[0])
    found.keys.setdefault(child(frame.origin, key), place)
    frame.key = key


def _put(value: object, stack: list[_Frame], top: object) -> object:
    """Give `value` to the innermost open list or mapping."""
    if not stack:
        return value
    frame = stack[-1]
    if frame.items is not None:
        frame.items.append(value)
    elif frame.pairs is not None and frame.key is not None:
        if frame.key != "<<":
            frame.pairs.setdefault(frame.key, value)
        frame.key = None
    return top


def _refuse_syntax(
    problem: yaml.YAMLError, found: Positioned, text: str, first_line: int
) -> None:
    said = str(getattr(problem, "problem", None) or "this cannot be read as YAML")
    line, column = _place(getattr(problem, "problem_mark", None), first_line)
    hint = "put text that holds `: ` or starts with a sign in quotes"
    lines = text.split("\n")
    index = line - first_line - 1
    if index < len(lines) and lines[index][column - 1 : column] == "\t":
        said, hint = "a tab indents this line", "indent with blanks"
    found.refuse(line, column, "yaml", said, hint)
