"""What no sheet can hold is refused with its place; what says nothing is noted."""

import pytest

from pipeline.pull import read_edited
from tests.inspect.docx.packing import w, wordxml
from tests.pull.editing import (
    Body,
    Edit,
    at,
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


CASES: dict[str, tuple[Edit, str]] = {
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
