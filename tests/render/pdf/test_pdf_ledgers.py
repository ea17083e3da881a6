"""The ledgers beside the code name modules, functions and rules that exist."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

import pipeline.render.pdf
from pipeline.inspect.pdf.rule import RULES
from pipeline.render.pdf.verify.rules import SECOND_PARTS

FOLDER = Path(pipeline.render.pdf.__file__).parent
LEDGERS = ["PDF_UA.md", "PDF_A.md", "PDF_2.md"]
# What a ledger names of other rooms of the house.
OTHERS = {"PDF_UA", "PDF_A", "renderer", "schemas", "typeset"}


def code() -> dict[str, str]:
    """Return the text of each module by its name; a package is one, too."""
    found: dict[str, str] = defaultdict(str)
    for path in FOLDER.rglob("*.py"):
        name = path.parent.name if path.stem == "__init__" else path.stem
        found[name] += path.read_text("utf-8")
    found["Edition"] = found["edition"]
    return found


@pytest.mark.parametrize("ledger", LEDGERS)
def test_ledgers_name_only_what_exists(ledger):
    modules = code()
    text = FOLDER.joinpath(ledger).read_text("utf-8")
    for module, names in re.findall(r"`(\w+)\.([\w.]+)`", text):
        assert module in modules or module in OTHERS, module
        if module in modules:
            assert all(name in modules[module] for name in names.split(".")), names


def test_every_rule_of_the_first_parts_has_its_counterpart():
    checks = set(FOLDER.glob("verify/*.py")) - {FOLDER / "verify/rules.py"}
    code = "".join(path.read_text("utf-8") for path in checks)
    assert set(re.findall(r'"((?:UA1|A2):.*?)"', code)) == set(SECOND_PARTS)


def test_counterparts_are_those_that_finished_files_are_judged_by():
    stated = {
        (first, second)
        for rule in RULES
        for first in rule.ids
        for second in rule.ids
        if first in SECOND_PARTS and second.startswith("UA2:")
    }
    assert len(stated) > 15
    assert stated <= set(SECOND_PARTS.items())
