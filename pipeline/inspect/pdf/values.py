"""Tolerant access to objects: what is missing or of a wrong kind is None.

A file of unknown making may put anything anywhere, so nothing here raises for it.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf

Value = Any
"""An object as pikepdf gives it: its own objects, or Python's numbers and truths."""

_KIND = pikepdf.ObjectType
_KEYED = (_KIND.dictionary, _KIND.stream)
# Longer arrays and name trees are no document but an attack on readers.
MANY = 1_000_000


def kind(value: Value) -> pikepdf.ObjectType | None:
    """Return the kind of a PDF object; None for numbers, truths and nothing."""
    return getattr(value, "_type_code", None)


def is_keyed(value: Value) -> bool:
    """Whether `value` is a dictionary or a stream."""
    return kind(value) in _KEYED


def is_stream(value: Value) -> bool:
    """Whether `value` is a stream."""
    return kind(value) is _KIND.stream


def is_array(value: Value) -> bool:
    """Whether `value` is an array."""
    return kind(value) is _KIND.array


def entry(holder: Value, *path: str) -> Value:
    """Return what stands under the keys of `path`, one inside the other."""
    for key in path:
        if kind(holder) not in _KEYED:
            return None
        holder = holder.get(key)
    return holder


def has(holder: Value, key: str) -> bool:
    """Whether `holder` is keyed and has `key`."""
    return kind(holder) in _KEYED and key in holder


def items(holder: Value) -> Iterator[tuple[str, Value]]:
    """Yield the entries of a dictionary or of a stream's dictionary."""
    if kind(holder) in _KEYED:
        for key in map(str, holder.keys()):
            # A key that is not in UTF-8 cannot be asked for; no rule means it.
            if key.isprintable():
                yield key, holder.get(key)


def name(value: Value) -> str | None:
    """Return a name without its slash."""
    if kind(value) is not _KIND.name_:
        return None
    try:
        return str(value)[1:]
    except UnicodeError:
        return str(value.unparse()[1:], "latin-1")


def text(value: Value) -> str | None:
    """Return a text string."""
    if kind(value) is not _KIND.string:
        return None
    try:
        return str(value)
    except UnicodeError:
        return bytes(value).decode("latin-1")


def number(value: Value) -> float | None:
    """Return a number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    return float(value)


def whole(value: Value) -> int | None:
    """Return a number as a whole one."""
    found = number(value)
    return None if found is None else int(found)


def elements(value: Value) -> list[Value]:
    """Return the elements of an array; of anything else, itself alone; of None none."""
    if value is None:
        return []
    if kind(value) is _KIND.array:
        return list(value) if len(value) <= MANY else []
    return [value]


def numbers(value: Value) -> list[float]:
    """Return the numbers of an array."""
    found = [number(each) for each in elements(value)]
    return [each for each in found if each is not None]


def own(value: Value) -> int | None:
    """Return the number under which an object stands in the file, if it has one."""
    given: int = getattr(value, "objgen", (0, 0))[0]
    return given or None


def identity(value: Value) -> int:
    """Return a number that tells objects apart for as long as they are held."""
    return own(value) or -id(value)
