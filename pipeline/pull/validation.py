"""The edited sheet held against the model; what it does not allow has a place."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics import Diagnostic, error
from pipeline.pull.base import RefusedEditError
from pipeline.pull.desk import Desk
from pipeline.wording import say
from schemas.factsheet import FactSheet

Loc = tuple[str | int, ...]


def validated(data: dict[str, object], desk: Desk) -> FactSheet:
    """Return the sheet; raise `RefusedEditError` for what the model does not hold."""
    try:
        return FactSheet.model_validate(data)
    except ValidationError as problem:
        found = problem.errors()
        # What stands around a wrong part is wrong for its sake.
        inner = [
            each
            for each in found
            if not any(_is_inside(other["loc"], each["loc"]) for other in found)
        ]
        findings = [_finding(each, desk) for each in inner]
        raise RefusedEditError(dict.fromkeys(findings)) from None


def _is_inside(one: Loc, other: Loc) -> bool:
    return len(one) > len(other) and one[: len(other)] == other


def _finding(problem: ErrorDetails, desk: Desk) -> Diagnostic:
    path = ""
    place = ""
    for step in problem["loc"]:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
        path = path.removeprefix(".")
        place = desk.places.get(path, place)
    where = place or path or "the sheet"
    hint = "change it in Word and pull the file again"
    return error("model", f"{where}: {say(problem).message}", hint=hint)
