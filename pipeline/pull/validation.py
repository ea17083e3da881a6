"""The edited sheet held against the model; what it does not allow has a place."""

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, error
from pipeline.pull.base import RefusedEditError
from pipeline.pull.desk import Desk
from schemas.factsheet import FactSheet


def validated(data: dict[str, object], desk: Desk) -> FactSheet:
    """Return the sheet; raise `RefusedEditError` for what the model does not hold."""
    try:
        return FactSheet.model_validate(data)
    except ValidationError as problem:
        findings = [
            _finding(each["loc"], each["msg"], desk) for each in problem.errors()
        ]
        raise RefusedEditError(dict.fromkeys(findings)) from None


def _finding(loc: tuple[str | int, ...], message: str, desk: Desk) -> Diagnostic:
    path = ""
    place = ""
    for step in loc:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
        path = path.removeprefix(".")
        place = desk.places.get(path, place)
    where = place or path or "the sheet"
    hint = "change it in Word and pull the file again"
    return error("model", f"{where}: {message}", hint=hint)
