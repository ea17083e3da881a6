"""Words come with what holds for them; what programs leave between is silent."""

import pytest

from pipeline.word import Marks, Words, read_story
from tests.word.making import p, r, related, row, table, word

LINK = related("rl", "hyperlink", "https://example.org/", "External")


def inlines(inner: str, properties: str = "", relationships: str = "") -> list[object]:
    story = read_story(word(p(properties=properties, inner=inner), relationships))
    return list(next(story.paragraphs).inlines)


def test_runs_of_the_same_marks_are_one() -> None:
    inner = (
        r("The ")
        + '<w:proofErr w:type="spellStart"/>'
        + '<w:r w:rsidR="00AB12CD"><w:rPr><w:noProof/></w:rPr><w:t>riv</w:t></w:r>'
        + '<w:bookmarkStart w:id="3" w:name="_GoBack"/><w:bookmarkEnd w:id="3"/>'
        + "<w:r><w:lastRenderedPageBreak/><w:t>ers</w:t></w:r>"
    )
    assert inlines(inner) == [Words("The rivers")]


@pytest.mark.parametrize("mark", ["<w:b/>", '<w:rStyle w:val="Fett"/>'])
def test_strong_is_by_style_or_by_hand(mark: str) -> None:
    assert inlines(r("x", mark)) == [Words("x", Marks(strong=True))]


def test_bold_by_hand_says_nothing_in_a_bold_heading() -> None:
    heading = '<w:pStyle w:val="berschrift2"/>'
    assert inlines(r("x", "<w:b/>"), heading) == [Words("x")]
    styled = inlines(r("x", '<w:rStyle w:val="Fett"/>'), heading)
    assert styled == [Words("x", Marks(strong=True))]


def test_bold_by_hand_says_nothing_in_a_bold_header_row() -> None:
    cell = f"<w:tc>{p(inner=r('x', '<w:b/>'))}</w:tc>"
    look = '<w:tblLook w:firstRow="1"/>'
    body = table(f"<w:tr>{cell}</w:tr>", f"<w:tr>{cell}</w:tr>", row("y"), look=look)
    head, below, _ = read_story(word(body)).paragraphs
    assert head.inlines == (Words("x"),)
    assert below.inlines == (Words("x", Marks(strong=True)),)


def test_links_are_read_from_elements_and_from_both_kinds_of_fields() -> None:
    element = f'<w:hyperlink r:id="rl">{r("a")}</w:hyperlink>'
    simple = f'<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/&quot; ">{r("a")}</w:fldSimple>'  # noqa: E501
    complex_field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://exam</w:instrText></w:r>'
        '<w:r><w:instrText>ple.org/" \\o "tip" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("a")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    linked = [Words("a", Marks(target="https://example.org/"))]
    assert inlines(element, relationships=LINK) == linked
    assert inlines(simple) == linked
    assert inlines(complex_field) == linked


def test_links_inside_the_file_name_their_bookmark() -> None:
    inner = f'<w:hyperlink w:anchor="growth">{r("a")}</w:hyperlink>'
    assert inlines(inner) == [Words("a", Marks(target="#growth"))]
    field = f'<w:fldSimple w:instr="HYPERLINK \\l &quot;growth&quot;">{r("a")}</w:fldSimple>'  # noqa: E501
    assert inlines(field) == [Words("a", Marks(target="#growth"))]


def test_signs_come_back_as_characters() -> None:
    inner = (
        "<w:r><w:t>a</w:t><w:softHyphen/><w:noBreakHyphen/><w:tab/><w:br/><w:cr/>"
        "<w:t> b </w:t></w:r>"
    )
    assert inlines(inner) == [Words("a\u00ad\u2011\t\n\nb")]


def test_a_language_is_told_where_it_is_not_the_document_s() -> None:
    assert inlines(r("x", '<w:lang w:val="en-GB"/>')) == [Words("x")]
    assert inlines(r("x", '<w:lang w:val="fr-FR"/>')) == [
        Words("x", Marks(lang="fr-FR"))
    ]
    arabic = '<w:rtl/><w:lang w:val="en-US" w:bidi="ar-SA"/>'
    assert inlines(r("x", arabic)) == [Words("x", Marks(lang="ar-SA"))]


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:smartTag w:element="City">{}</w:smartTag>',
        '<w:customXml w:element="x">{}</w:customXml>',
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:ins w:id="1" w:author="A">{}</w:ins>',
        '<w:bdo w:val="rtl">{}</w:bdo>',
        "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
        "</mc:AlternateContent>",
    ],
)
def test_what_only_wraps_words_is_descended(wrapped: str) -> None:
    assert inlines(wrapped.format(*[r("x")] * wrapped.count("{}"))) == [Words("x")]


def test_looks_are_ignored_with_one_note() -> None:
    looks = '<w:color w:val="FF0000"/><w:sz w:val="30"/><w:strike/>'
    story = read_story(word(p(inner=r("x", looks)) + p(inner=r("y", looks))))
    [found] = story.findings
    assert not found.is_error
    assert "colour, size, strike-through" in found.message
    assert story.blocks[0].inlines == (Words("x"),)


def test_raised_words_say_so() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert inlines(r("2", raised)) == [Words("2", Marks(vertical="superscript"))]
