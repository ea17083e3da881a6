"""Unsettled changes stop a pull, or are taken, left out or held as one asks."""

import pytest

from pipeline.pull import Kind, Pending, RefusedEditError, read_edited
from tests.inspect.docx.packing import BODY, packed, parts_of, w, wordxml
from tests.pull.editing import Body, at, built, edited, kinds, pulled, sheet

WHO = 'w:id="9" w:author="Ana" w:date="2026-01-31T10:00:00Z"'


def track(body: Body) -> None:
    """Replace `dawn` by `noon` while tracking, and add a paragraph."""
    paragraph = at(body, "at dawn")
    text = next(each for each in paragraph.iter(w("t")) if "dawn" in (each.text or ""))
    text.text = (text.text or "").replace("dawn.", "")
    paragraph.extend(
        wordxml(
            f"<w:del {WHO}><w:r><w:delText>dawn.</w:delText></w:r></w:del>"
            f"<w:ins {WHO}><w:r><w:t>noon.</w:t></w:r></w:ins>"
        )
    )
    fresh = (
        f'<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:rPr><w:ins {WHO}/></w:rPr></w:pPr>'
        f"<w:ins {WHO}><w:r><w:t>They never fail.</w:t></w:r></w:ins></w:p>"
    )
    paragraph.addnext(wordxml(fresh)[0])


def test_stops_and_lists_every_change() -> None:
    with pytest.raises(RefusedEditError) as stopped:
        pulled(track)
    messages = [each.message for each in stopped.value.findings]
    assert messages[0] == (
        "paragraph 13: deleted “dawn.” (Ana 2026-01-31T10:00:00Z) is not settled"
    )
    assert len(messages) == 4


@pytest.mark.parametrize("pending", [Pending.REJECT, Pending.HOLD])
def test_rejected_is_the_base(pending: Pending) -> None:
    found = pulled(track, pending=pending)
    assert found.sheet == sheet()
    assert found.operations == ()
    assert len(found.pending_changes) == 4


def test_accepted_is_the_edit() -> None:
    found = pulled(track, pending=Pending.ACCEPT)
    assert kinds(found) == [Kind.INSERTED, Kind.CHANGED]
    assert len(found.sheet.sections[0].blocks) == 3


def test_changes_and_comments_have_a_place_in_the_sheet() -> None:
    found = pulled(track, pending=Pending.HOLD)
    spot = found.places[found.pending_changes[0].place]
    assert spot.origin == "sections[0].blocks[0].text"
    assert spot.where == "before the first heading, paragraph 1"


def test_comments_come_along_and_change_nothing() -> None:
    def edit(body: Body) -> None:
        paragraph = at(body, "at dawn")
        paragraph.insert(1, wordxml('<w:commentRangeStart w:id="0"/>')[0])
        paragraph.append(wordxml('<w:commentRangeEnd w:id="0"/>')[0])

    parts = parts_of(edited(edit))
    name = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts[name] = parts[name].replace(
        b"</Relationships>",
        f'<Relationship Id="c" Type="{kind}/comments" Target="comments.xml"/>'
        "</Relationships>".encode(),
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{space}"><w:comment w:id="0" w:author="Ana"><w:p><w:r>'
        "<w:t>Sure?</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    found = read_edited(packed(parts))
    assert found.sheet == sheet()
    [comment] = found.comments
    assert (comment.author, comment.words) == ("Ana", "Sure?")
    assert found.places[comment.place].origin == "sections[0].blocks[0].text"


def test_reading_one_file_twice_gives_the_same() -> None:
    again = [pulled(track, pending=Pending.ACCEPT) for _ in range(2)]
    assert again[0] == again[1]
    assert parts_of(built())[BODY]
