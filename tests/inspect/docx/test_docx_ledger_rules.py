"""The ledger of Word files has a row for every rule that the inspection knows."""

import re
from pathlib import Path

import pipeline.inspect.docx
import pipeline.render.docx
from pipeline.inspect.docx.rulebook import RULES

LEDGER = Path(pipeline.render.docx.__file__).with_name("OOXML.md").read_text("utf-8")
FOLDER = Path(pipeline.inspect.docx.__file__).parent


def test_every_rule_and_guard_is_in_the_ledger() -> None:
    code = "".join(path.read_text("utf-8") for path in FOLDER.rglob("*.py"))
    known = set(RULES) | set(re.findall(r'"((?:MS|OX|BL):[\w.]+)"', code))
    assert {"MS:07", "OX:33"} <= known
    assert {rule for rule in known if rule not in LEDGER} == set()


def test_a_rule_yields_no_code_but_its_own() -> None:
    for code, rule in RULES.items():
        text = Path(rule.__code__.co_filename).read_text("utf-8")
        own = text.split(f"def {rule.__name__}(")[1].split("\n\n\n")[0]
        assert set(re.findall(r'"((?:MS|OX|BL):[\w.]+)"', own)) <= {code}
