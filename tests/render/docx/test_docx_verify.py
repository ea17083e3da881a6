"""Reading back: a sound file has no finding, and every defect planted has one."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from lxml import etree

from pipeline.render.docx import DocxRenderer
from pipeline.tree import (
    Group,
    Link,
    Note,
    NoteReference,
    Paragraph,
    Role,
    Text,
    leaves,
)
from tests.render.docx import defects
from tests.render.docx.kitchensink import kitchen_sink
from tests.render.docx.wordsheets import (
    META,
    body,
    document,
    heading,
    paragraph,
    plain,
    rendered,
)

MODEL = b'{"title":"Rivers"}'
BODY = "word/document.xml"


@cache
def sound() -> bytes:
    return rendered(kitchen_sink(), MODEL)


def codes(data: bytes) -> set[str]:
    found = DocxRenderer().verify(data, kitchen_sink())
    assert all(each.is_error for each in found)
    return {each.code for each in found}


def rewritten(part: str, change: Callable[[etree._Element], None]) -> bytes:
    """Return the sound file with one part's tree changed."""
    return repacked({part: lambda data: _changed(data, change)})


def _changed(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    root = etree.fromstring(data)
    change(root)
    return etree.tostring(root)


def repacked(changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    stream = BytesIO()
    archive = zipfile.ZipFile(BytesIO(sound()))
    with zipfile.ZipFile(stream, "w") as packed:
        for name in archive.namelist():
            change = changes.get(name, lambda data: data)
            packed.writestr(name, change(archive.read(name)))
    return stream.getvalue()


def test_a_note_may_lead_to_a_heading_of_the_body():
    link = Link((Text("above"),), "#flow")
    call = body((Text("Rising."), NoteReference("n", "1")), "sections[0].blocks[0]")
    head = heading("Flow", "flow", "sections[0].heading")
    notes = (Note("n", "1", paragraph(Role.NOTE, (link,), "notes[0].text")),)
    sheet = document(Group(Role.SECTION, (head, call), "sections[0]"), notes=notes)
    assert DocxRenderer().verify(rendered(sheet), sheet) == []


def test_a_sound_file_has_no_finding():
    assert DocxRenderer().verify(sound(), kitchen_sink()) == []
    assert DocxRenderer().verify(rendered(plain()), plain()) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (defects.swap_paragraphs, "words"),
        (defects.drop_paragraph, "words"),
        (defects.change_word, "words"),
        (defects.lose_line_end, "words"),
        (defects.change_style, "OX:15"),
        (defects.make_heading_text, "MS:03"),
        (defects.skip_heading_level, "MS:04"),
        (defects.lose_stress, "OX:16"),
        (defects.lose_language, "BL:15.B"),
        (defects.lose_link, "OX:07"),
        (defects.lead_elsewhere, "OX:07"),
        (defects.lose_alt, "MS:01"),
        (defects.lose_picture, "MS:01"),
        (defects.lose_header_row, "MS:02"),
        (defects.lose_table_caption, "MS:02"),
        (defects.lose_row, "BL:12.A"),
        (defects.lose_cell, "OX:17"),
        (defects.merge_cells, "MS:06"),
        (defects.unlist_item, "BL:13.D"),
        (defects.join_lists, "BL:13.D"),
        (defects.swap_note_calls, "words"),
        (defects.call_no_note, "OX:14"),
        (defects.format_directly, "OX:05"),
        (defects.add_blank, "MS:10"),
        (defects.use_unknown_style, "OX:04"),
        (defects.open_bookmark, "OX:13"),
        (defects.repeat_bookmark, "OX:13"),
        (defects.lengthen_bookmark, "OX:13"),
        (defects.lose_bookmark, "OX:08"),
        (defects.repeat_paragraph_id, "OX:12"),
        (defects.repeat_picture_id, "OX:06"),
        (defects.add_content_control, "MS:11"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_defects_of_the_body_are_found(change, code):
    assert code in codes(rewritten(BODY, change))


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        ("word/footnotes.xml", defects.drop_note, "words"),
        ("word/footnotes.xml", defects.change_note, "words"),
        ("word/numbering.xml", defects.empty_list_levels, "BL:13.D"),
        ("word/numbering.xml", defects.start_at_one, "BL:13.D"),
        ("word/styles.xml", defects.rename_style, "OX:04"),
        ("word/styles.xml", defects.change_language, "BL:15.A"),
        ("word/header1.xml", defects.change_running_words, "words"),
        ("word/footer1.xml", defects.count_no_pages, "OX:02"),
        ("docProps/core.xml", defects.retitle, "MS:13"),
        ("customXml/item1.xml", defects.change_model, "OX:20"),
    ],
)
def test_defects_of_other_parts_are_found(part, change, code):
    assert code in codes(rewritten(part, change))


@pytest.mark.parametrize(
    ("part", "change", "code"),
    [
        ("word/_rels/document.xml.rels", defects.lead_outside, "OX:07"),
        ("word/_rels/document.xml.rels", defects.lead_nowhere, "OX:11"),
        ("word/_rels/document.xml.rels", defects.fetch_from_outside, "OX:22"),
        (BODY, defects.declare_entities, "OX:10"),
        (BODY, lambda data: data[:-20], "OX:10"),
        ("word/media/image1.png", lambda data: data + b"x", "MS:01"),
        ("[Content_Types].xml", lambda data: data.replace(b"footnotes", b"x"), "OX:10"),
    ],
)
def test_defects_of_the_package_are_found(part, change, code):
    assert code in codes(repacked({part: change}))


def test_what_is_no_package_is_one_finding():
    assert codes(b"%PDF-1.7") == {"OX:30"}
    assert codes(sound()[:4000]) == {"OX:33"}


def test_another_sheet_is_not_this_one():
    other = replace(kitchen_sink(), meta=replace(META, lang="fr-FR"))
    found = {each.code for each in DocxRenderer().verify(sound(), other)}
    assert found == {"BL:15.A", "OX:19"}


def test_a_finding_names_the_place_in_the_sheet():
    [found] = DocxRenderer().verify(
        rewritten(BODY, defects.change_word), kitchen_sink()
    )
    assert found.origin == "l.sub.text"
    assert "Three lakes" in found.message


def test_every_leaf_of_the_tree_is_looked_at():
    shown = plain()
    data = rendered(shown)
    for index, leaf in enumerate(leaves(shown.blocks)):
        changed = replace(leaf, content=(Text("Other words"),))
        blocks = _replaced(shown.blocks, leaf, changed)
        found = DocxRenderer().verify(data, replace(shown, blocks=blocks))
        assert [each.code for each in found] == ["words"], index


def _replaced(blocks, old, new):
    return tuple(
        new
        if block is old
        else block
        if isinstance(block, Paragraph) or not hasattr(block, "blocks")
        else replace(block, blocks=_replaced(block.blocks, old, new))
        for block in blocks
    )
