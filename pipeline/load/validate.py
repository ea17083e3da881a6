"""Plain data to a `FactSheet`; every error in our words, at the author's line."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics import (
    Diagnostic,
    Location,
    did_you_mean,
    error,
    nearest,
    warning,
)
from pipeline.load.absent import take_absent
from pipeline.load.positions import Positioned, child, seek
from pipeline.load.standins import data_path, with_stand_ins
from pipeline.markdown import Finding, read_inline
from pipeline.wording import say
from schemas.factsheet import FactSheet

# So many errors that what else is wrong can wait.
_TOO_MANY = 200


def validate(
    found: Positioned, lines: Sequence[str]
) -> tuple[FactSheet | None, list[Diagnostic]]:
    """Return the sheet, or one with stand-ins for what is wrong, and the errors.

    None where too little is right for any further check.
    """
    if found.data is None:
        return None, []
    warned: list[Finding] = []
    data, errors = take_absent(found)
    try:
        sheet = FactSheet.model_validate(
            data, context=partial(read_inline, warned=warned)
        )
        if not errors:
            return sheet, _warnings(found, warned, lines)
    except ValidationError as refusal:
        errors += _own_errors(refusal.errors(include_url=False))
    named = _misspelled(errors)
    findings = [_finding(each, found, lines) for each in errors if each not in named]
    findings += _warnings(found, warned, lines)
    if len(errors) > _TOO_MANY:
        return None, findings
    try:
        stand_in = with_stand_ins(data, errors)
        return FactSheet.model_validate(stand_in, context=read_inline), findings
    except ValidationError:
        return None, findings


def _own_errors(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return `errors` less lists called empty because none of their items is right."""
    within = {each["loc"][:end] for each in errors for end in range(len(each["loc"]))}
    return [
        each
        for each in errors
        if each["type"] != "too_short" or each["loc"] not in within
    ]


def _misspelled(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Return the missing keys that an unknown key beside them was meant to be."""
    meant = {
        (*each["loc"][:-1], near[0])
        for each in errors
        if each["type"] == "extra_forbidden"
        and (near := get_close_matches(str(each["loc"][-1]), _known_keys(each), n=1))
    }
    return [
        each for each in errors if each["type"] == "missing" and each["loc"] in meant
    ]


def _finding(each: ErrorDetails, found: Positioned, lines: Sequence[str]) -> Diagnostic:
    origin = _origin(each, found.data)
    said = say(each)
    message, hint = said.message, said.hint
    line, column = nearest(origin, found.origins)
    if each["type"] == "extra_forbidden":
        key = str(each["loc"][-1])
        hint = did_you_mean(key, _known_keys(each))
        if found.absent.get(origin):
            hint = "put text that holds a comma in quotes"
        line, column = found.keys.get(origin, (line, column))
    line, column = _inside(each, line, column, lines)
    where = Location(found.file, line, column)
    return error(said.code, message, location=where, hint=hint)


def _origin(each: ErrorDetails, data: object) -> str:
    """Return the model path of an error."""
    origin = ""
    for part in data_path(each, data):
        origin = child(origin, part)
    row = each.get("ctx", {}).get("row")
    return f"{origin}.rows[{row - 1}]" if isinstance(row, int) else origin


def _known_keys(each: ErrorDetails) -> list[str]:
    """Return the keys that are known where the unknown one stands."""
    models: list[type[BaseModel]] = [FactSheet]
    in_list = False
    for part in each["loc"][:-1]:
        if isinstance(part, int):
            in_list = True
            continue
        tagged = [model for model in models if in_list and _kind(model) == part]
        models = tagged or [
            inner
            for model in models
            if part in model.model_fields
            for inner in _models(model.model_fields[part].annotation)
        ]
        in_list = False
    return sorted({key for model in models for key in model.model_fields})


def _kind(model: type[BaseModel]) -> object:
    field = model.model_fields.get("kind")
    return field.default if field else None


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
    return seek(sought, lines, line, column)


def _warnings(
    found: Positioned, warned: list[Finding], lines: Sequence[str]
) -> list[Diagnostic]:
    """Return the warnings from texts outside the body, at the signs they quote."""
    first, _ = found.origins.get("", (1, 1))
    return [
        warning(
            each.code,
            each.message,
            location=Location(
                found.file, *seek(each.message.split("`")[1], lines, first, 1)
            ),
            hint=each.hint,
        )
        for each in warned
    ]
