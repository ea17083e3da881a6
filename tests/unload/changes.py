"""Small random changes of a sheet: words, blocks, items, cells, headings, keys."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from schemas.factsheet import FactSheet

Path = tuple[Any, ...]
WORDS = (
    "river",
    "- ",
    "1.",
    "#",
    "R&D",
    "*",
    "Ω",
    "[x]",
    "a_b",
    "|",
    "“so”",
    "\\",
    ">",
)


@st.composite
def changed(draw: st.DrawFn, sheet: FactSheet) -> FactSheet:
    """Return `sheet` with one to three changes that leave it valid."""
    for _ in range(draw(st.integers(1, 3))):
        data = sheet.model_dump()
        change = draw(st.sampled_from((_words, _words, _list, _list, _key, _split)))
        new = change(draw, data)
        if new is not None:
            try:
                sheet = FactSheet.model_validate(new)
            except ValidationError:
                continue
    return sheet


def _places(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _places(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _places(item, (*path, index))


def _put(value: Any, path: Path, new: object) -> Any:
    if not path:
        return new
    first, *rest = path
    if isinstance(value, dict):
        return {**value, first: _put(value[first], tuple(rest), new)}
    changed = _put(value[first], tuple(rest), new)
    return (*value[:first], changed, *value[first + 1 :])


def _words(draw: st.DrawFn, data: dict[str, Any]) -> Any:
    """Replace, add or remove a word of a text."""
    texts = [
        each
        for each in _places(data)
        if isinstance(each[1], str)
        and each[0][-1] in ("text", "title", "label", "name", "office", "summary")
    ]
    path, text = draw(st.sampled_from(texts))
    words = str(text).split(" ")
    index = draw(st.integers(0, len(words) - 1))
    size = draw(st.integers(0, 2))
    added = draw(st.lists(st.sampled_from(WORDS), max_size=2))
    words[index : index + size] = added
    return _put(data, path, " ".join(words))


def _list(draw: st.DrawFn, data: dict[str, Any]) -> Any:
    """Remove, double, exchange or borrow an item of a list."""
    lists = [
        each for each in _places(data) if isinstance(each[1], tuple) and each[1]
        and each[0][-1] != "notes"
    ]  # fmt: skip
    path, items = draw(st.sampled_from(lists))
    found = list(items)
    index = draw(st.integers(0, len(found) - 1))
    match draw(st.sampled_from(("remove", "double", "exchange", "borrow"))):
        case "remove":
            del found[index]
        case "double":
            found.insert(draw(st.integers(0, len(found))), found[index])
        case "exchange":
            other = draw(st.integers(0, len(found) - 1))
            found[index], found[other] = found[other], found[index]
        case _:
            same = [each[1] for each in lists if each[0][-1] == path[-1]]
            found.insert(index, draw(st.sampled_from(draw(st.sampled_from(same)))))
    return _put(data, path, tuple(found))


def _key(draw: st.DrawFn, data: dict[str, Any]) -> Any:
    """Give a key another value, or none, or one where it had none."""
    places = [
        each for each in _places(data) if each[0] and isinstance(each[0][-1], str)
        and (each[1] is None or isinstance(each[1], bool | int) or len(each[0]) < 3)
        and each[0][-1] not in ("sections", "notes")
    ]  # fmt: skip
    path, value = draw(st.sampled_from(places))
    if isinstance(value, bool):
        return _put(data, path, not value)
    if isinstance(value, int):
        return _put(data, path, value + 1)
    rich = ({"kind": "text", "text": "New words: so"},)
    new = draw(st.sampled_from((None, "New words: so", rich, (), ("a", "b, c"))))
    return _put(data, path, new)


def _split(draw: st.DrawFn, data: dict[str, Any]) -> Any:
    """Make two paragraphs of one, or one section of two."""
    lists = [
        each for each in _places(data)
        if isinstance(each[1], tuple) and each[1] and each[0]
        and each[0][-1] in ("blocks", "sections")
    ]  # fmt: skip
    path, items = draw(st.sampled_from(lists))
    index = draw(st.integers(0, len(items) - 1))
    item = items[index]
    if path[-1] == "sections":
        if not index:
            return None
        before = items[index - 1]
        if before["sections"] or item["sections"]:
            return None
        joined = {**before, "blocks": (*before["blocks"], *item["blocks"])}
        return _put(data, path, (*items[: index - 1], joined, *items[index + 1 :]))
    if item["kind"] != "paragraph" or item["text"][0]["kind"] != "text":
        return None
    first, *rest = item["text"]
    middle = len(first["text"]) // 2
    one = {**item, "text": ({**first, "text": first["text"][:middle].rstrip()},)}
    two = {**item, "text": ({**first, "text": first["text"][middle:].lstrip()}, *rest)}
    return _put(data, path, (*items[:index], one, two, *items[index + 1 :]))
