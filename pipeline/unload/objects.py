"""A JSON source with other values: what stays equal keeps its place and spelling."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from pipeline.unload.align import aligned
from pipeline.unload.frontmatter import is_rich
from pipeline.unload.inline import spell_runs
from pipeline.unload.places import VALUE
from schemas.factsheet import FactSheet

_INDENT = re.compile(r"\n([ \t]+)")


def revise_object(source: str, before: FactSheet, after: FactSheet) -> str:
    """Return the JSON `source`, which says `before`, changed to say `after`."""
    text = source.removeprefix("\ufeff")
    # A number such as 1.10 is a text in a sheet: its zero must stay.
    data = json.loads(text, parse_float=str)
    indent = _INDENT.search(text)
    written = json.dumps(
        _changed(data, before, after, ""),
        indent=indent[1] if indent else None,
        ensure_ascii=text.isascii() and "\\u" in text,
    )
    line_end = "\r\n" if "\r\n" in text else "\n"
    blank = text[len(text.rstrip()) :]
    bom = "\ufeff" if text != source else ""
    return bom + written.replace("\n", line_end) + blank


def _changed(data: Any, before: object, after: object, path: str) -> Any:
    """Return the data of `after`, where it is equal as `data` has it."""
    if before == after:
        return data
    if isinstance(data, dict) and type(before) is type(after):
        if isinstance(before, BaseModel) and isinstance(after, BaseModel):
            return _in_object(data, before, after, path)
    elif (
        isinstance(data, list)
        and isinstance(before, tuple)
        and isinstance(after, tuple)
        and not is_rich(after)
        and len(data) == len(before)
    ):
        return _in_list(data, before, after, path)
    return dumped(after, path)


def _in_object(
    data: Mapping[str, Any], before: BaseModel, after: BaseModel, path: str
) -> dict[str, Any]:
    found = dict(data)
    for name in type(after).model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if new is None:
            found.pop(name, None)
        else:
            place = f"{path}.{name}" if path else name
            found[name] = _changed(data.get(name), old, new, place)
    return found


def _in_list(
    data: Sequence[Any],
    before: tuple[Any, ...],
    after: tuple[Any, ...],
    path: str,
) -> list[Any]:
    pairs = aligned(before, after, lambda was, now: _likeness(before[was], after[now]))
    return [
        dumped(item, f"{path}[{index}]")
        if was is None
        else _changed(data[was], before[was], item, f"{path}[{index}]")
        for index, (item, was) in enumerate(zip(after, pairs, strict=True))
    ]


def _likeness(old: object, new: object) -> float:
    return 1.0 if type(old) is type(new) else 0.0


def dumped(value: object, path: str) -> Any:
    """Return a value as JSON data: texts with their marks, defaults left out."""
    if isinstance(value, BaseModel):
        return {
            name: dumped(item, f"{path}.{name}")
            for name, info in type(value).model_fields.items()
            for item in [getattr(value, name)]
            # The kind of a block is what tells it from others.
            if name == "kind" or item != info.default
        }
    if isinstance(value, tuple):
        if is_rich(value):
            return spell_runs(value, VALUE, path)
        return [dumped(item, f"{path}[{index}]") for index, item in enumerate(value)]
    return value.isoformat() if isinstance(value, date) else value
