"""Edits of cells, rows and columns are found, and change nothing else."""

from copy import deepcopy
from typing import Any

from lxml import etree

from tests.inspect.docx.packing import w
from tests.pull.editing import Body, only, pulled, replace, sheet, text


def test_changed_cell() -> None:
    found = pulled(replace("181.3", "182.0"))
    assert only(found) == (
        "under the heading “Flow of the Rivers”, table 1, row 2, column 2: "
        "cell changed: “181.3” → “182.0”"
    )
    path = "sections[2].blocks[0].rows[1][1].text"
    assert text(found, path) == "182.0"


def rows(body: Body) -> list[etree._Element]:
    return list(body.iter(w("tr")))


def test_deleted_row() -> None:
    def edit(body: Body) -> None:
        row = rows(body)[2]
        row.getparent().remove(row)

    found = pulled(edit)
    assert only(found).endswith("table 1: row deleted: “Ardel; 181.3; yes”")
    table: Any = found.sheet.sections[2].blocks[0]
    was: Any = sheet().sections[2].blocks[0]
    assert table.rows == (was.rows[0], was.rows[2])


def test_inserted_row() -> None:
    def edit(body: Body) -> None:
        row = rows(body)[2]
        row.addnext(deepcopy(row))
        for word, fresh in zip(row.iter(w("t")), ("Corrin", "63.1", "no"), strict=True):
            word.text = fresh

    found = pulled(edit)
    assert only(found).endswith("row 2: row inserted: “Corrin; 63.1; no”")
    table: Any = found.sheet.sections[2].blocks[0]
    was: Any = sheet().sections[2].blocks[0]
    assert (table.rows[0], *table.rows[2:]) == was.rows


def test_deleted_column_takes_its_alignment_along() -> None:
    def edit(body: Body) -> None:
        for row in rows(body):
            row.remove(row.findall(w("tc"))[0])

    found = pulled(edit)
    assert only(found).endswith("table 1: column deleted: “River”")
    table: Any = found.sheet.sections[2].blocks[0]
    assert [each.value for each in table.alignments] == ["end", "start"]
