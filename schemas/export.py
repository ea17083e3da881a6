"""The JSON Schemas of sheets and themes, from which editors complete and check.

`python -m schemas.export` writes the committed copies beside this file.
"""

import json
from pathlib import Path

from pydantic import BaseModel

from schemas.factsheet import FactSheet
from schemas.theme import Theme

FOLDER = Path(__file__).parent / "json"
MODELS: dict[str, type[BaseModel]] = {"factsheet": FactSheet, "theme": Theme}


def json_schema(name: str) -> str:
    """Return the JSON Schema of `factsheet` or `theme` as text that ends its line."""
    schema = MODELS[name].model_json_schema()
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def write_schemas() -> None:
    """Write the committed copies."""
    for name in MODELS:
        path = FOLDER / f"{name}.schema.json"
        path.write_text(json_schema(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas()
