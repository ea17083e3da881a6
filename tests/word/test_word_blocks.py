"""Paragraphs, lists, tables and notes come out of a Word file as what they are."""

from pipeline.word import Paragraph, Table, read_story
from tests.word.making import p, r, related, row, table, word


def paragraphs(body: str) -> list[Paragraph]:
    return list(read_story(word(body)).paragraphs)


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def item(number: int, level: int = 0) -> str:
    ids = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return f"<w:numPr>{ids}</w:numPr>"


def test_styles_are_known_by_their_names_whatever_their_ids() -> None:
    [heading] = paragraphs(p("Rivers", style("berschrift2")))
    assert heading.styles == ("heading 2", "normal")
    assert heading.outline == 2


def test_a_paragraph_without_style_has_the_default() -> None:
    assert paragraphs(p("Rivers"))[0].style == "normal"


def test_numbers_are_those_that_word_prints() -> None:
    body = [(2, 0), (2, 1), (2, 1), (2, 0), (3, 0), (2, 0)]
    found = paragraphs("".join(p("x", item(*each)) for each in body))
    counts = [each.listed.count for each in found if each.listed]
    assert counts == [3, 1, 2, 4, 7, 8]


def test_a_list_that_starts_anew_does_so_once_and_others_count_on() -> None:
    body = "".join(p("x", item(number)) for number in (2, 3, 2, 3))
    found = [each.listed for each in paragraphs(body) if each.listed]
    assert [each.count for each in found] == [3, 7, 8, 9]
    assert [each.number for each in found] == ["2", "3", "3", "3"]


def test_a_style_makes_a_paragraph_an_item_and_zero_takes_it_out() -> None:
    listed, out = paragraphs(
        p("x", style("list")) + p("y", style("list") + '<w:numPr><w:numId w:val="0"/>'
        "</w:numPr>")
    )  # fmt: skip
    assert listed.listed
    assert listed.listed.format == "bullet"
    assert out.listed is None


def test_tables_give_rows_cells_and_their_header() -> None:
    look = '<w:tblLook w:firstRow="1" w:firstColumn="0"/>'
    head = row("River", "Length", properties="<w:tblHeader/>")
    [found] = read_story(word(table(head, row("Mera", "17"), look=look))).blocks
    assert isinstance(found, Table)
    assert [[cell.text for cell in each.cells] for each in found.rows] == [
        ["River", "Length"], ["Mera", "17"],
    ]  # fmt: skip
    assert [each.is_header for each in found.rows] == [True, False]
    assert found.has_first_row
    assert found.rows[1].cells[1].paragraphs[0].place == "table 1, row 2, cell 2"


def test_paragraphs_in_controls_and_custom_xml_are_read() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('one')}</w:sdtContent></w:sdt>"
        f'<w:customXml w:element="x">{p("two")}</w:customXml>'
    )
    assert [each.text for each in paragraphs(body)] == ["one", "two"]


def test_notes_come_with_their_key_and_without_their_number() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote '
        'w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:tab/></w:r>'
        f"{r('Since 1976.')}</w:p></w:footnote>"
    )
    story = read_story(word(p("Rivers", inner=call), footnotes=notes))
    assert [each.key for each in story.notes] == ["footnote 2"]
    assert story.notes[0].paragraphs[0].text == "Since 1976."
    assert story.blocks[0].inlines[-1].note == "footnote 2"
    assert story.notes[0].paragraphs[0].place == "footnote 1"


def test_a_second_call_of_a_note_is_a_field_on_the_first() -> None:
    first = (
        '<w:bookmarkStart w:id="1" w:name="_N"/><w:r><w:footnoteReference w:id="2"/>'
        '</w:r><w:bookmarkEnd w:id="1"/>'
    )
    again = f'<w:fldSimple w:instr=" NOTEREF _N \\h ">{r("1")}</w:fldSimple>'
    [found] = read_story(word(p("a", inner=first + again))).blocks
    assert [getattr(each, "note", None) for each in found.inlines] == [
        None, "footnote 2", "footnote 2",
    ]  # fmt: skip
    assert found.text == "a"


def test_parts_are_found_by_relationship_not_by_name() -> None:
    heads = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Head</w:t></w:r></w:p></w:hdr>'
    story = read_story(
        word(p("x"), related("rh", "header", "odd.xml"), {"word/odd.xml": heads})
    )
    assert story.running == ("Head",)
