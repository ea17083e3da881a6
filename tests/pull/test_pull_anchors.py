"""Edits are found without any of the ids and bookmarks that a file brings along."""

import pytest

from tests.inspect.docx.packing import w
from tests.pull.editing import (
    Body,
    Edit,
    delete,
    insert,
    merge,
    move,
    pulled,
    replace,
    restyle,
    split,
)


def without_anchors(body: Body) -> None:
    """Take out every id and bookmark but those that links lead to."""
    targets = {link.get(w("anchor")) for link in body.iter(w("hyperlink"))}
    for element in list(body.iter()):
        for name in [each for each in element.attrib if each.endswith("paraId")]:
            del element.attrib[name]
        if element.tag == w("bookmarkStart") and element.get(w("name")) not in targets:
            element.getparent().remove(element)


@pytest.mark.parametrize(
    "edit",
    [
        replace("at dawn", "at noon, and again at midnight"),
        insert("warnings where one is due", "calls at night;"),
        delete("warnings where one is due"),
        delete("The first step"),
        split("and reads them"),
        merge("at dawn"),
        move("Before noon", "The second step"),
        restyle("at dawn", "CalloutText"),
        replace("17.5", "18"),
        replace("Costs and Benefits", "What It Costs"),
        delete("Cooperation across", "1976"),
        insert("The second step", "The third step."),
    ],
)
def test_no_edit_needs_an_anchor_to_be_found(edit: Edit) -> None:
    with_anchors, without = pulled(edit), pulled(edit, without_anchors)
    assert with_anchors.operations != ()
    assert without.operations == with_anchors.operations
    assert without.sheet == with_anchors.sheet
