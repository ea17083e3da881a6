"""Stand-ins for what is wrong in a sheet, so that the rest of it is still checked."""

from collections.abc import Iterable

from pydantic_core import ErrorDetails

from pipeline.markdown import STAND_IN

_MASTHEAD: dict[str, object] = {"title": "…"}

Path = tuple[str | int, ...]


def with_stand_ins(
    data: dict[str, object], errors: Iterable[ErrorDetails]
) -> dict[str, object]:
    """Return a copy of `data` in which the places of `errors` hold something valid."""
    for path in {data_path(each, data) for each in errors}:
        if path[:1] == ("sections",) and len(path) > 1:
            data = _in_section(data, path)
        elif len(path) > 1 and isinstance(path[1], int):
            # One item is wrong: its neighbours stay.
            data = _replaced(data, path[:2], None)
        elif path:
            data = {key: value for key, value in data.items() if key != path[0]}
    kept = {key: _without_none(value) for key, value in data.items()}
    return _MASTHEAD | kept


def data_path(each: ErrorDetails, data: object) -> Path:
    """Return the path of an error in `data`, without the names of union members."""
    path: Path = ()
    in_list = False
    for part in each["loc"]:
        if isinstance(data, dict):
            if in_list and part == data.get("kind"):
                in_list = False
                continue
            data = data.get(part)
        elif isinstance(data, tuple) and isinstance(part, int):
            data = data[part] if part < len(data) else None
        path = (*path, part)
        in_list = isinstance(part, int)
    return path


def _in_section(data: dict[str, object], path: Path) -> dict[str, object]:
    if "blocks" in path:
        block = path[: path.index("blocks") + 2]
        if len(block) > path.index("blocks") + 1:
            return _replaced(data, block, STAND_IN)
    depth = 4 if path[2:3] == ("sections",) and len(path) > 3 else 2
    section = path[:depth]
    if len(path) > depth:
        data = _replaced(data, path[: depth + 1], None)
    return _replaced(data, (*section, "blocks"), (STAND_IN,))


def _replaced(data: dict[str, object], path: Path, value: object) -> dict[str, object]:
    changed = _changed(data, path, value)
    return changed if isinstance(changed, dict) else data


def _changed(data: object, path: Path, value: object) -> object:
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(data, dict):
        kept = {key: item for key, item in data.items() if key != first}
        new = _changed(data.get(first), rest, value)
        return kept if new is None else {**kept, first: new}
    if isinstance(data, tuple) and isinstance(first, int) and first < len(data):
        return (*data[:first], _changed(data[first], rest, value), *data[first + 1 :])
    return data


def _without_none(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(item for item in value if item is not None)
    return value
