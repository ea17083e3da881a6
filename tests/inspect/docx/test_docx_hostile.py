"""No file, however odd, ends in a traceback: strange values, missing parts, noise."""

from collections.abc import Iterator

import pytest
from lxml import etree

from pipeline.inspect.docx import inspect
from pipeline.inspect.docx.rulebook import RULES
from tests.inspect.docx.breakage import sound
from tests.inspect.docx.packing import packed, parts_of

# A digit that is no decimal, a sign, a letter: what `int` would choke on or accept.
VALUES = ("²", "-1", "z")
PARTS = parts_of(sound())
EVERY = {*RULES, "OX:10", "OX:30", "OX:31", "OX:32", "OX:33"}
READ = ("word/", "docProps/", "[Content_Types]", "_rels/")


def trees() -> Iterator[tuple[str, etree._Element]]:
    for name, content in PARTS.items():
        if name.startswith(READ) and name.endswith((".xml", ".rels")):
            yield name, etree.fromstring(content)


ATTRIBUTES = sorted(
    {key for _, root in trees() for e in root.iter() for key in e.attrib}
)


@pytest.mark.parametrize("key", ATTRIBUTES, ids=lambda key: key.rpartition("}")[2])
def test_no_value_of_an_attribute_is_a_traceback(key: str) -> None:
    for value in VALUES:
        changed = dict(PARTS)
        for name, root in trees():
            for element in root.iter():
                if key in element.attrib:
                    element.set(key, value)
            changed[name] = etree.tostring(root)
        assert all(each.code in EVERY for each in inspect(packed(changed)))


@pytest.mark.parametrize("part", [name for name in PARTS if name.endswith("l")])
def test_no_empty_part_is_a_traceback(part: str) -> None:
    root = etree.fromstring(PARTS[part])
    for child in list(root):
        root.remove(child)
    found = inspect(packed({**PARTS, part: etree.tostring(root)}))
    assert all(each.code in EVERY for each in found)


@pytest.mark.parametrize("part", PARTS)
def test_a_missing_part_is_a_finding(part: str) -> None:
    assert inspect(packed({key: PARTS[key] for key in PARTS if key != part}))


def test_comments_and_instructions_say_nothing() -> None:
    noisy = dict(PARTS)
    for name, root in trees():
        for element in list(root.iter()):
            element.insert(0, etree.Comment("noise"))
            element.insert(0, etree.ProcessingInstruction("noise"))
        noisy[name] = etree.tostring(root)
    assert inspect(packed(noisy)) == ()
