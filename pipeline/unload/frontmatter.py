"""The front matter: keys in the order of the model, defaults left out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pydantic import BaseModel

from pipeline.unload.inline import spell_runs
from pipeline.unload.places import VALUE
from pipeline.unload.scalars import scalar
from schemas.factsheet import FactSheet, KeyFact
from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    NoteRun,
    StrongRun,
    TextRun,
)

Remarks = Mapping[str, Sequence[str]]
"""Model path to the lines above its key."""

FROM_BODY = frozenset({"sections", "notes"})
# What an editor should know before reading it.
_ABOVE = {
    "record": (
        "Facts that the text below states, for catalogues and checks. "
        "None of this is printed.",
    )
}
# A record or a list that fits on one line of a window stands in braces.
_WIDTH = 120
_RUNS = (
    TextRun, StrongRun, EmphasisRun, LinkRun, AbbreviationRun, ForeignRun, NoteRun,
    BreakRun,
)  # fmt: skip


def spell_front_matter(sheet: FactSheet, remarks: Remarks) -> list[str]:
    """Return the lines between the two `---` lines."""
    return list(spell_keys(sheet, "", 0, remarks))


def spell_keys(
    model: BaseModel, origin: str, indent: int, remarks: Remarks
) -> Iterator[str]:
    """Yield the lines of the keys of `model`, each below its remarks."""
    for name, info in type(model).model_fields.items():
        if not origin and name in FROM_BODY:
            continue
        path = f"{origin}.{name}" if origin else name
        value = getattr(model, name)
        is_said = value not in (None, ()) and value != info.default
        if is_said:
            yield from _heading(path, indent)
        yield from _remarks(remarks.get(path, ()), indent)
        # A remark on a default says something about it.
        if is_said or (value not in (None, ()) and path in remarks):
            yield from spell_key(name, value, path, indent, remarks)


def _heading(path: str, indent: int) -> Iterator[str]:
    if path in _ABOVE:
        yield ""
        yield from _remarks(_ABOVE[path], indent)


def spell_key_below_heading(
    name: str, value: object, path: str, indent: int
) -> list[str]:
    """Return the lines of a key with what an editor should know before reading it."""
    return [*_heading(path, indent), *spell_key(name, value, path, indent, {})]


def _remarks(lines: Sequence[str], indent: int) -> Iterator[str]:
    for text in lines:
        for line in text.splitlines():
            words = "".join(sign if sign.isprintable() else " " for sign in line)
            yield " " * indent + "# " + words.strip().removeprefix("#").strip()


def spell_key(
    name: str, value: object, path: str, indent: int, remarks: Remarks
) -> list[str]:
    """Return the lines of one key and its value."""
    start = " " * indent + name + ":"
    if isinstance(value, BaseModel):
        return [start, *spell_keys(value, path, indent + 2, remarks)]
    if not isinstance(value, tuple) or is_rich(value):
        return [f"{start} {scalar(plain_value(value, path))}"]
    if all(isinstance(item, str) for item in value) and not _inside(path, remarks):
        words = ", ".join(scalar(str(item), in_braces=True) for item in value)
        if len(words) + len(start) <= _WIDTH and not path.endswith("address"):
            return [f"{start} [{words}]"]
    items = [start]
    for index, item in enumerate(value):
        items += spell_item(item, f"{path}[{index}]", indent + 2, remarks)
    return items


def spell_item(item: object, path: str, indent: int, remarks: Remarks) -> list[str]:
    """Return the lines of one item of a list."""
    above = list(_remarks(remarks.get(path, ()), indent))
    start = " " * indent + "- "
    if not isinstance(item, BaseModel):
        return [*above, start + scalar(plain_value(item, path))]
    if not isinstance(item, KeyFact) and not _inside(path, remarks):
        line = start + (in_braces(item, path) or "")
        if start != line and len(line) <= _WIDTH:
            return [*above, line]
    keys = list(spell_keys(item, path, indent + 2, remarks))
    first = next(index for index, line in enumerate(keys) if line.strip()[:1] != "#")
    return [*above, *keys[:first], start + keys[first].lstrip(), *keys[first + 1 :]]


def in_braces(item: BaseModel, path: str) -> str | None:
    """Return `item` as `{key: value}`, or None where it holds lists."""
    pairs = []
    for name, info in type(item).model_fields.items():
        value = getattr(item, name)
        if value in (None, ()) or value == info.default:
            continue
        if isinstance(value, BaseModel | tuple) and not is_rich(value):
            return None
        words = scalar(plain_value(value, f"{path}.{name}"), in_braces=True)
        pairs.append(f"{name}: {words}")
    return "{" + ", ".join(pairs) + "}"


def _inside(path: str, remarks: Remarks) -> bool:
    return any(each.startswith((f"{path}.", f"{path}[")) for each in remarks)


def is_rich(value: object) -> bool:
    """Return whether a value is a text with marks."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], _RUNS)


def plain_value(value: object, path: str) -> str:
    """Return a value as the text that the reader types again."""
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case tuple():
            return spell_runs(value, VALUE, path)
        case _:
            return str(value)
