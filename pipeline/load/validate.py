"""Plain data to a `FactSheet`; every error in our words, at the author's line."""

from collections.abc import Sequence
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics import Diagnostic, Location, did_you_mean, error, nearest
from pipeline.load.positions import Positioned, child
from pipeline.markdown import read_inline
from pipeline.wording import say
from schemas.factsheet import FactSheet

# Takes the place of what is wrong or missing, so that the rest is still checked.
_STAND_INS: dict[str, object] = {
    "title": "…",
    "issuer": {"agency": "…"},
    "issued": "2000-01-01",
}
# An author's text is looked for on this many lines after its key.
_REACH = 200


def validate(
    found: Positioned, lines: Sequence[str]
) -> tuple[FactSheet | None, list[Diagnostic]]:
    """Return the sheet, or one with stand-ins for what is wrong, and the errors.

    None where too little is right for any further check.
    """
    if found.data is None:
        return None, []
    try:
        return FactSheet.model_validate(found.data, context=read_inline), []
    except ValidationError as refusal:
        errors = refusal.errors(include_url=False)
    wrong = {str(each["loc"][0]) for each in errors if each["loc"]}
    findings = [_finding(each, found, lines) for each in errors]
    return _with_stand_ins(found.data, wrong), findings


def _with_stand_ins(data: dict[str, object], wrong: set[str]) -> FactSheet | None:
    kept = {key: value for key, value in data.items() if key not in wrong}
    try:
        return FactSheet.model_validate(_STAND_INS | kept, context=read_inline)
    except ValidationError:
        return None


def _finding(each: ErrorDetails, found: Positioned, lines: Sequence[str]) -> Diagnostic:
    origin = _origin(each, found.data)
    said = say(each)
    message, hint = said.message, said.hint
    line, column = nearest(origin, found.origins)
    if each["type"] == "extra_forbidden":
        key = str(each["loc"][-1])
        message, hint = f"unknown key `{key}`", did_you_mean(key, _known_keys(each))
        line, column = found.keys.get(origin, (line, column))
    line, column = _inside(each, line, column, lines)
    where = Location(found.file, line, column)
    return error(said.code, message, location=where, hint=hint)


def _origin(each: ErrorDetails, data: object) -> str:
    """Return the model path of an error, without the names of union members."""
    origin = ""
    for part in each["loc"]:
        if isinstance(data, dict):
            if part == data.get("kind") and part not in data:
                continue
            data = data.get(part)
        elif isinstance(data, tuple) and isinstance(part, int):
            data = data[part] if part < len(data) else None
        origin = child(origin, part)
    row = each.get("ctx", {}).get("row")
    return f"{origin}.rows[{row - 1}]" if isinstance(row, int) else origin


def _known_keys(each: ErrorDetails) -> list[str]:
    """Return the keys that are known where the unknown one stands."""
    models: list[type[BaseModel]] = [FactSheet]
    for part in each["loc"][:-1]:
        tagged = [
            model for model in models
            if "kind" in model.model_fields
            and model.model_fields["kind"].default == part
        ]  # fmt: skip
        if tagged:
            models = tagged
        elif isinstance(part, str):
            models = [
                inner for model in models if part in model.model_fields
                for inner in _models(model.model_fields[part].annotation)
            ]  # fmt: skip
    return sorted({key for model in models for key in model.model_fields})


def _models(annotation: object) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def _inside(
    each: ErrorDetails, line: int, column: int, lines: Sequence[str]
) -> tuple[int, int]:
    """Return the place of the sign in a text that an error speaks of."""
    offset, text = each.get("ctx", {}).get("offset"), each["input"]
    if not isinstance(offset, int) or not isinstance(text, str) or not line:
        return line, column
    sought = text[offset : offset + 24].split("\n")[0].strip()
    start = column - 1
    for number in range(line - 1, min(line + _REACH, len(lines))):
        index = lines[number].find(sought, start) if sought else -1
        if index >= 0:
            return number + 1, index + 1
        start = 0
    return line, column
