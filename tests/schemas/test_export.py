import pytest

from schemas.export import FOLDER, MODELS, json_schema


@pytest.mark.parametrize("name", sorted(MODELS))
def test_the_committed_schema_is_current(name: str) -> None:
    committed = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    assert committed == json_schema(name), "run `python -m schemas.export`"


def test_the_schema_lets_rich_text_be_written_as_plain_text() -> None:
    assert '"type": "string"' in json_schema("factsheet").split('"standfirst"')[1][:300]
