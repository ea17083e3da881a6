"""Keys without a value: as good as left out where they are known, errors where not.

`{label: Signed, value: June 5, 2025}` has a key `2025` without a value: it must not go.
"""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.load.positions import Positioned
from pipeline.load.standins import data_path
from pipeline.markdown import read_inline
from schemas.factsheet import FactSheet


def take_absent(found: Positioned) -> tuple[dict[str, object], list[ErrorDetails]]:
    """Return the data without absent values, and errors for unknown keys among them.

    A known key without a value in braces is refused too: its words have a comma.
    """
    data = found.data or {}
    if not found.absent:
        return data, []
    unknown = _unknown(data)
    named = {str(data_path(each, data)[-1]) for each in unknown}
    for origin, is_unwritten in found.absent.items():
        key = origin.rpartition(".")[2]
        if is_unwritten and key not in named:
            hint = "put text that holds a comma in quotes, or remove the key"
            place = found.keys.get(origin, (1, 1))
            found.refuse(*place, "empty", f"`{key}` has no value", hint)
    return _present(data), unknown


def _unknown(data: dict[str, object]) -> list[ErrorDetails]:
    try:
        FactSheet.model_validate(data, context=read_inline)
    except ValidationError as refusal:
        return [
            each
            for each in refusal.errors(include_url=False)
            if each["type"] == "extra_forbidden" and each["input"] is None
        ]
    return []


def _present(data: dict[str, object]) -> dict[str, object]:
    return {key: _present_in(value) for key, value in data.items() if value is not None}


def _present_in(value: object) -> object:
    if isinstance(value, dict):
        return _present(value)
    if isinstance(value, tuple):
        return tuple(map(_present_in, value))
    return value
