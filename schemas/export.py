"""The JSON Schemas of sheets and themes, for editors, and of reports, for programs.

`python -m schemas.export` writes the committed copies beside this file.
"""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from schemas.factsheet import FactSheet
from schemas.report import Report
from schemas.theme import Theme

FOLDER = Path(__file__).parent / "json"
MODELS: dict[str, type[BaseModel]] = {
    "factsheet": FactSheet,
    "theme": Theme,
    "report": Report,
}


def json_schema(name: str) -> str:
    """Return the JSON Schema called `name` as text that ends its line."""
    schema = MODELS[name].model_json_schema()
    _describe(schema)
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _describe(schema: dict[str, Any]) -> None:
    """Add the docstrings of fields to `schema`.

    Pydantic can do it too, but by reading all sources whenever a model is imported.
    """
    models = {model["title"]: model for model in schema["$defs"].values()}
    models[schema["title"]] = schema
    for path in sorted(Path(__file__).parent.glob("*.py")):
        for model, field, words in _docstrings(path):
            if model in models:
                models[model]["properties"][field]["description"] = words


def _docstrings(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield class, field and docstring of every documented field in a module."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for field, after in zip(node.body, node.body[1:], strict=False):
            match field, after:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(words))),
                ):
                    yield node.name, name, " ".join(words.split())
                case _:
                    pass


def write_schemas() -> None:
    """Write the committed copies."""
    for name in MODELS:
        path = FOLDER / f"{name}.schema.json"
        path.write_text(json_schema(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas()
