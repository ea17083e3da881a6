"""The architecture page tells the truth, and the code keeps the house's measures."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "pipeline/README.md").read_text("utf-8")
MODULES = sorted(
    [*(ROOT / "pipeline").rglob("*.py"), *(ROOT / "schemas").rglob("*.py")]
)


def named_paths() -> list[str]:
    found = re.findall(r"`([a-z_/]+(?:\.py|/))`", PAGE)
    return sorted(set(found))


@pytest.mark.parametrize("name", named_paths())
def test_what_the_page_names_exists(name: str) -> None:
    assert (ROOT / "pipeline" / name).exists() or (ROOT / name).exists()


def test_the_page_names_every_module_of_the_pipeline() -> None:
    parts = {
        path.name if path.is_file() else f"{path.name}/"
        for path in (ROOT / "pipeline").iterdir()
        if path.suffix == ".py" or (path.is_dir() and path.name != "__pycache__")
    }
    unnamed = {part for part in parts if part not in PAGE}
    assert unnamed == {"__init__.py"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_files_and_functions_stay_short(module: Path) -> None:
    text = module.read_text("utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            assert node.end_lineno - node.lineno < 50, node.name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_module_says_its_place_in_a_few_lines(module: Path) -> None:
    words = ast.get_docstring(ast.parse(module.read_text("utf-8")))
    if module.name != "__init__.py":
        assert words
        assert len(words.splitlines()) <= 7
