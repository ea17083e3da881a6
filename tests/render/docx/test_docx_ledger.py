"""The ledger beside the code names modules, functions and codes that exist."""

import re
from pathlib import Path

import pipeline.render.docx

FOLDER = Path(pipeline.render.docx.__file__).parent
LEDGER = FOLDER.joinpath("OOXML.md").read_text("utf-8")
CODE = {path.stem: path.read_text("utf-8") for path in FOLDER.rglob("*.py")}


def test_the_ledger_names_only_what_exists():
    whole = "\n".join(CODE.values())
    for owner, name in re.findall(r"`(\w+)\.(\w+)`", LEDGER):
        assert name in CODE.get(owner, whole), f"{owner}.{name}"
        assert owner in CODE or f"class {owner}" in whole, owner


def test_the_ledger_explains_every_code():
    used = set(re.findall(r'"((?:MS|OX|BL):[\w.]+)"', "\n".join(CODE.values())))
    assert {code for code in used if code not in LEDGER} == set()
