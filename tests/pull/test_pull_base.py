"""The base of an edited file: in it, by its sum, or refused by name."""

import hashlib

import pytest

from pipeline.pull import RefusedEditError, base_of, read_edited
from tests.inspect.docx.packing import packed, parts_of
from tests.pull.editing import built, sheet
from tests.pull.mangling import drop_source

ITEM = "customXml/item1.xml"


def without_source() -> bytes:
    parts = parts_of(built())
    drop_source(parts)
    return packed(parts)


def canonical(**changes: object) -> bytes:
    return sheet().model_copy(update=changes).model_dump_json().encode()


def reasons(data: bytes, candidates: tuple[bytes, ...] = ()) -> str:
    with pytest.raises(RefusedEditError) as refused:
        read_edited(data, candidates)
    return str(refused.value)


def test_embedded() -> None:
    found = read_edited(built())
    assert found.base.sheet == sheet()
    assert found.base.source == canonical()


def test_embedded_but_changed_is_refused() -> None:
    parts = parts_of(built())
    parts[ITEM] = parts[ITEM].replace(b"Rivers of the North", b"Rivers of the South")
    assert "its sum is wrong" in reasons(packed(parts))


def test_found_among_candidates_by_its_sum() -> None:
    others = (canonical(title="Another"), canonical(), b"{}")
    assert read_edited(without_source(), others).sheet == sheet()


def test_no_candidate_with_that_sum_names_what_is_wanted() -> None:
    said = reasons(without_source(), (canonical(title="Another"),))
    assert "`urn:factsheet:ministry-of-waters:rivers-of-the-north" in said
    assert "edition 2" in said


def test_a_file_that_says_nothing_of_its_base_is_refused() -> None:
    parts = parts_of(without_source())
    del parts["docProps/custom.xml"]
    rels = parts["_rels/.rels"]
    parts["_rels/.rels"] = b"".join(
        each + b">"
        for each in rels.split(b">")[:-1]
        if b"custom-properties" not in each
    )
    assert "does not say which sheet" in reasons(packed(parts), (canonical(),))
    found = read_edited(packed(parts), base=base_of(sheet()))
    assert found.sheet == sheet()
    assert found.operations == ()


def test_an_embedded_sheet_of_another_form_is_refused() -> None:
    parts = parts_of(built())
    data = b'{"titel":"x"}'
    digest = hashlib.sha256(data).hexdigest().encode()
    head = parts[ITEM].split(b'sha256="')[0]
    inner = b'<model format="json">' + data + b"</model></source>"
    parts[ITEM] = head + b'sha256="' + digest + b'">' + inner
    assert "another version" in reasons(packed(parts))
