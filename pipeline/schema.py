"""The JSON Schemas of sheets and themes, for editors that complete and check."""

import json

from pydantic import BaseModel

from schemas.factsheet import FactSheet
from schemas.theme import Theme

MODELS: dict[str, type[BaseModel]] = {"factsheet": FactSheet, "theme": Theme}


def json_schema(name: str) -> str:
    """Return the JSON Schema of `factsheet` or `theme` as text that ends its line."""
    schema = MODELS[name].model_json_schema()
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
