"""What no sheet can hold is refused with its place; what says nothing is noted."""

import pytest
from lxml import etree

from pipeline.pull import RefusedEditError, read_edited
from tests.inspect.docx.packing import repacked, w, wordxml
from tests.pull.editing import (
    Body,
    Edit,
    at,
    built,
    delete,
    edited,
    insert,
    mark,
    pulled,
    refused,
    replace,
    restyle,
    sheet,
)


def add(text: str, markup: str) -> Edit:
    """Put markup at the end of a paragraph."""

    def edit(body: Body) -> None:
        at(body, text).extend(wordxml(markup))

    return edit


def without_header_row(body: Body) -> None:
    row = next(body.iter(w("tr")))
    row.getparent().remove(row)


CASES: dict[str, tuple[Edit, str]] = {
    "a header row gone": (without_header_row, "table"),
    "a title twice": (insert("Rivers of the North", "Second"), "second-line"),
    "no title": (delete("Rivers of the North"), "title"),
    "a fixed heading": (replace("Key facts", "Main facts"), "fixed-words"),
    "a fixed heading gone": (delete("Key facts"), "fixed-words"),
    "a label alone": (delete("Nine on six"), "key-fact"),
    "a date in words": (replace("Geneva, May 2, 2024", "the third of May"), "date"),
    "an edition gone": (delete("Edition 2"), "edition"),
    "an edition in words": (replace("Edition 2", "Edition two"), "fixed-words"),
    "a new closing line": (insert("All rivers here", "New.", "Colophon"), "colophon"),
    "an event without date": (replace("1976", "long ago"), "event-date"),
    "a detail alone": (delete("Commission of the Basin"), "term"),
    "a membership in words": (replace("Since 2009", "for ages"), "membership"),
    "officials of no day": (delete("As of"), "official"),
    "a second address of mail": (
        insert("rivers@example.org", "two@example.org"), "contact"),
    "a caption astray": (restyle("at dawn", "FigureCaption"), "caption"),
    "a note astray": (restyle("at dawn", "TableNote"), "caption"),
    "an empty heading": (insert("at dawn", "Work", "Heading3"), "heading-level"),
    "a further paragraph of nothing": (
        restyle("at dawn", "ListContinue"), "list-item"),
    "a link to nothing": (delete("Flow of the Rivers"), "link-target"),
    "a picture": (
        add("at dawn", '<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape>'
            "</w:pict></w:r>"), "linked-picture"),
    "raised letters": (
        mark("gauges", '<w:vertAlign w:val="superscript"/>'), "raised"),
    "hidden text": (mark("gauges", "<w:vanish/>"), "hidden-text"),
    "an equation": (add("at dawn", "<m:oMath xmlns:m='http://schemas.openxmlformats"
                        ".org/officeDocument/2006/math'/>"), "equation"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_refused(name: str) -> None:
    edit, code = CASES[name]
    found = refused(edit)
    assert code in [each for each, _ in found]
    assert all(message for _, message in found)


def test_all_reasons_come_at_once_with_their_places() -> None:
    found = refused(replace("1976", "long ago"), replace("Since 2009", "for ages"))
    assert [code for code, _ in found] == ["event-date", "membership"]
    assert found[0][1] == "paragraph 31: `long ago` is no date"


def test_what_the_model_forbids_has_a_place() -> None:
    [(code, message)] = refused(replace("rivers@example.org", "no address"))
    assert code == "model"
    assert message.startswith("paragraph ")


@pytest.mark.parametrize(
    "look",
    ['<w:color w:val="FF0000"/>', '<w:sz w:val="40"/>', "<w:strike/>",
     '<w:highlight w:val="yellow"/>', '<w:rFonts w:ascii="Arial"/>'],
)  # fmt: skip
def test_looks_are_ignored_with_a_note(look: str) -> None:
    found = pulled(mark("gauges", look))
    assert found.sheet == sheet()
    assert found.operations == ()
    assert [each.code for each in found.notes] == ["formatting"]


def test_bold_in_a_plain_line_is_noted() -> None:
    found = pulled(mark("Ministry", "<w:b/>"))
    assert found.sheet == sheet()
    assert "bold and italic" in found.notes[0].message


def test_a_language_of_the_keyboard_is_noted_and_not_taken() -> None:
    found = pulled(mark("gauges", '<w:lang w:val="de-DE"/>'))
    assert found.sheet == sheet()
    assert [each.code for each in found.notes] == ["language"]


def test_raised_digits_become_raised_characters() -> None:
    raised = mark("9", '<w:vertAlign w:val="superscript"/>')
    found = pulled(replace("at dawn", "in m9"), raised)
    assert "in m⁹." in found.operations[0].after


def test_blank_paragraphs_say_nothing() -> None:
    def edit(body: Body) -> None:
        for paragraph in list(body.iter(w("p"))):
            if paragraph.getparent() is body:
                paragraph.addnext(wordxml("<w:p/>")[0])

    assert read_edited(edited(edit)).sheet == sheet()


@pytest.mark.parametrize("sign", ["\u2028", "\u0085", "\ufeff"])
def test_a_character_that_no_document_may_hold_has_its_place(sign: str) -> None:
    found = refused(replace("at dawn", f"at{sign}dawn"))
    assert [code for code, _ in found] == ["character"]
    assert f"U+{ord(sign):04X}" in found[0][1]


def test_a_word_longer_than_sources_may_hold_is_refused() -> None:
    found = refused(replace("at dawn", "x" * 4001))
    assert found == [("too-large", "paragraph 13: a word has 4,002 characters")]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///c:/a.docx", "https://example.org/a b"]
)
def test_a_link_to_an_address_that_sheets_cannot_hold_is_refused(address: str) -> None:
    target = "https://example.org/yearbook"

    def relink(root: etree._Element) -> None:
        link = next(each for each in root if each.get("Target") == target)
        link.set("Target", address)

    data = repacked(built(), {"word/_rels/document.xml.rels": relink})
    with pytest.raises(RefusedEditError) as raised:
        read_edited(data)
    assert [each.code for each in raised.value.findings] == ["link-target"]
    assert "`Yearbook of the waters`" in raised.value.findings[0].message


def test_what_the_model_forbids_is_said_in_our_words() -> None:
    [(_, message)] = refused(replace("Rivers of the North", "River " * 40))
    assert message == "paragraph 1: `title` has 239 characters, it may have 200"
