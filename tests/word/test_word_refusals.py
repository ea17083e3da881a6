"""What is no text, table or picture is named by its place and never dropped."""

import pytest

from pipeline.word import RefusedFileError, read_story
from tests.word.making import p, r, related, row, table, word

BOX = f"<w:txbxContent>{p('boxed')}</w:txbxContent>"


def field(instruction: str) -> str:
    return f'<w:fldSimple w:instr="{instruction}">{r("x")}</w:fldSimple>'


def graphic(kind: str, inner: str) -> str:
    uri = f"http://schemas.microsoft.com/office/word/2010/{kind}"
    return (
        f'<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="{uri}">{inner}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


CASES = {
    "text-box": graphic("wordprocessingShape", f"<wps:wsp>{BOX}</wps:wsp>"),
    "text-box old": f"<w:r><w:pict><v:shape>{BOX}</v:shape></w:pict></w:r>",
    "drawing": graphic("wordprocessingShape", "<wps:wsp/>"),
    "drawing old": "<w:r><w:pict><v:rect/></w:pict></w:r>",
    "drawing chart": graphic("chart", "<a:x/>"),
    "ole-object": '<w:r><w:object><o:OLEObject r:id="x"/></w:object></w:r>',
    "linked-picture": graphic("picture", '<a:blip r:link="x"/>'),
    "equation": "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
    "equation apart": "<m:oMathPara><m:oMath/></m:oMathPara>",
    "symbol": '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
    "ruby": "<w:r><w:ruby/></w:r>",
    "hidden-text": r("secret", "<w:vanish/>"),
    "field include": field("INCLUDETEXT &quot;c:/secret.docx&quot;"),
    "field picture": field("INCLUDEPICTURE http://example.org/a.png"),
    "field dde": field("DDEAUTO c:/windows/system32/cmd.exe"),
    "field link": field("LINK Excel.Sheet.12 x"),
    "contents": field("TOC"),
    "unknown-element": "<w15:gizmo/>",
}


@pytest.mark.parametrize("name", CASES)
def test_named_with_its_place_and_words(name: str) -> None:
    story = read_story(word(p("first") + p("The river ", inner=CASES[name])))
    [found] = story.findings
    assert (found.is_error, found.code) == (True, name.split()[0])
    assert "paragraph 2" in found.message
    assert found.hint


def test_an_element_that_nobody_knows_is_named() -> None:
    story = read_story(word(p("x", inner="<w15:gizmo/>")))
    assert "`w15:gizmo`" in story.findings[0].message


@pytest.mark.parametrize(
    "properties", ['<w:gridSpan w:val="2"/>', "<w:vMerge/>", '<w:hMerge w:val="x"/>']
)
def test_merged_cells(properties: str) -> None:
    cell = f"<w:tc><w:tcPr>{properties}</w:tcPr>{p('wide')}</w:tc>"
    story = read_story(word(table(row("a", "b"), f"<w:tr>{cell}</w:tr>")))
    assert story.findings[0].code == "merged-cells"
    assert "table 1, row 2, cell 1 (`wide`)" in story.findings[0].message


def test_a_table_in_a_cell() -> None:
    cell = f"<w:tc>{table(row('in'))}{p()}</w:tc>"
    story = read_story(word(table(f"<w:tr>{cell}</w:tr>")))
    assert [each.code for each in story.findings] == ["nested-table"]


def test_text_embedded_from_elsewhere() -> None:
    link = related("rx", "aFChunk", "chunk.html")
    body = p("x") + '<w:altChunk r:id="rx"/>'
    story = read_story(word(body, link, {"word/chunk.html": "<p>in</p>"}))
    assert {each.code for each in story.findings} == {"embedded-text"}


@pytest.mark.parametrize(
    ("kind", "code"),
    [("oleObject", "ole-object"), ("vbaProject", "macros"), ("control", "macros")],
)
def test_parts_that_no_text_needs(kind: str, code: str) -> None:
    story = read_story(
        word(p("x"), related("rx", kind, "thing.bin"), {"word/thing.bin": "x"})
    )
    assert [(each.code, each.is_error) for each in story.findings] == [(code, True)]


def test_a_template_from_elsewhere() -> None:
    link = related("rx", "attachedTemplate", "http://example.org/a.dotm", "External")
    story = read_story(word(p("x"), link))
    assert [each.code for each in story.findings] == ["template"]


@pytest.mark.parametrize("kind", ["page", "column"])
def test_breaks_of_pages_say_nothing(kind: str) -> None:
    story = read_story(word(p("x", inner=f'<w:r><w:br w:type="{kind}"/></w:r>')))
    assert [each.is_error for each in story.findings] == [False]
    assert next(story.paragraphs).text == "x"


def test_other_fields_become_their_words_with_a_note() -> None:
    story = read_story(word(p("a ", inner=field("DATE"))))
    assert next(story.paragraphs).text == "a x"
    assert [each.code for each in story.findings] == ["field-text"]


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(RefusedFileError, match="no Word file"):
        read_story(b"Dear colleague,")
