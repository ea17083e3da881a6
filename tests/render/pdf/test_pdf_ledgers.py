"""The ledgers beside the code name modules and functions that exist."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

import pipeline.render.pdf

FOLDER = Path(pipeline.render.pdf.__file__).parent


@pytest.mark.parametrize("ledger", ["PDF_UA.md", "PDF_A.md"])
def test_ledgers_name_only_what_exists(ledger):
    text = FOLDER.joinpath(ledger).read_text("utf-8")
    code: dict[str, str] = defaultdict(str)
    for path in FOLDER.rglob("*.py"):
        name = path.parent.name if path.stem == "__init__" else path.stem
        code[name] += path.read_text("utf-8")
    for module, names in re.findall(r"`(\w+)\.([\w.]+)`", text):
        if module in code:
            assert all(name in code[module] for name in names.split(".")), names
