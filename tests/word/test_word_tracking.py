"""Text under tracked changes reads as it stood before, or as it stands after."""

import pytest

from pipeline.word import ChangeKind, Table, View, read_story
from tests.word.making import p, r, row, table, word

WHO = 'w:id="1" w:author="Ana" w:date="2026-01-31T10:00:00Z"'
INS, DEL = f"<w:ins {WHO}/>", f"<w:del {WHO}/>"


def gone(text: str) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f"<w:del {WHO}>{run}</w:del>"


def new(text: str) -> str:
    return f"<w:ins {WHO}>{r(text)}</w:ins>"


def texts(body: str, view: View) -> list[str]:
    return [each.text for each in read_story(word(body), view).paragraphs]


def both(body: str) -> tuple[list[str], list[str]]:
    return texts(body, View.REJECTED), texts(body, View.ACCEPTED)


def mark(change: str) -> str:
    return f"<w:rPr>{change}</w:rPr>"


def test_words() -> None:
    body = p("nine", inner=gone(" old") + new(" new") + r(" gauges"))
    assert both(body) == (["nine old gauges"], ["nine new gauges"])


def test_words_inserted_by_one_and_deleted_by_another_are_in_neither() -> None:
    inner = f"<w:ins {WHO}>{gone(' twice')}</w:ins>"
    assert both(p("a", inner=inner)) == (["a"], ["a"])


def test_moved_words() -> None:
    away = f"<w:moveFrom {WHO}>{r('x')}</w:moveFrom>"
    here = f"<w:moveTo {WHO}>{r('x')}</w:moveTo>"
    body = p("a", inner=away) + p("b", inner=here)
    assert both(body) == (["ax", "b"], ["a", "bx"])


def test_an_inserted_end_divides_only_once_accepted() -> None:
    body = p("one ", mark(INS)) + p("two")
    assert both(body) == (["one two"], ["one ", "two"])


def test_a_deleted_end_joins_once_accepted() -> None:
    body = p("one ", mark(DEL)) + p("two")
    assert both(body) == (["one ", "two"], ["one two"])


def test_a_whole_inserted_paragraph_leaves_its_neighbours_alone() -> None:
    style = '<w:pStyle w:val="berschrift2"/>'
    body = p(properties=style + mark(INS), inner=new("new")) + p("old")
    story = read_story(word(body), View.REJECTED)
    assert [(each.text, each.style) for each in story.paragraphs] == [("old", "normal")]


def test_a_paragraph_deleted_before_a_table_is_gone() -> None:
    body = p(properties=mark(DEL), inner=gone("old")) + table(row("a"))
    assert [each.text for each in read_story(word(body)).paragraphs] == ["a"]


@pytest.mark.parametrize(("change", "rejected", "accepted"), [(INS, 1, 2), (DEL, 2, 1)])
def test_rows(change: str, rejected: int, accepted: int) -> None:
    body = table(row("a"), row("b", properties=change))
    for view, count in ((View.REJECTED, rejected), (View.ACCEPTED, accepted)):
        [found] = read_story(word(body), view).blocks
        assert isinstance(found, Table)
        assert len(found.rows) == count


def test_formatting_is_what_it_was_before() -> None:
    bold = f"<w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>"
    style = f'<w:pStyle w:val="berschrift2"/><w:pPrChange {WHO}><w:pPr/></w:pPrChange>'
    body = p(properties=style) + p(inner=r("x", bold))
    before = list(read_story(word(body), View.REJECTED).paragraphs)
    after = list(read_story(word(body)).paragraphs)
    assert [each.style for each in (before[0], after[0])] == ["normal", "heading 2"]
    assert [each.inlines[0].marks.strong for each in (before[1], after[1])] == [
        False, True,
    ]  # fmt: skip


@pytest.mark.parametrize("view", View)
def test_every_change_is_listed_in_either_view(view: View) -> None:
    body = (
        p("a", inner=gone("bc") + new("d"))
        + p("e", mark(INS))
        + table(row("f", properties=DEL))
    )
    found = read_story(word(body), view).changes
    assert [(each.kind, each.words, each.place) for each in found] == [
        (ChangeKind.DELETED, "bc", "paragraph 1"),
        (ChangeKind.INSERTED, "d", "paragraph 1"),
        (ChangeKind.INSERTED, "", "paragraph 2"),
        (ChangeKind.DELETED, "f", found[-1].place),
    ]
    assert {each.author for each in found} == {"Ana"}
    assert found[0].date == "2026-01-31T10:00:00Z"


def test_a_row_is_one_change_with_the_words_of_its_cells() -> None:
    cells = f"<w:tc>{p(inner=new('Mera'))}</w:tc><w:tc>{p(inner=new('17'))}</w:tc>"
    body = table(row("a", "b"), f"<w:tr><w:trPr>{INS}</w:trPr>{cells}</w:tr>")
    for view, where in (
        (View.ACCEPTED, "table 1, row 2, cell 1"),
        (View.REJECTED, "table 1, behind row 1"),
    ):
        [change] = read_story(word(body), view).changes
        assert (change.words, change.place) == ("Mera; 17", where)


@pytest.mark.parametrize("inner", ["", '<w:commentReference w:id="0"/>'])
def test_a_comment_inserted_under_tracking_is_no_change(inner: str) -> None:
    body = p("Rivers", inner=f"<w:ins {WHO}><w:r><w:rPr/>{inner}</w:r></w:ins>")
    assert read_story(word(body)).changes == ()


def test_the_joiner_that_libreoffice_puts_into_tracked_rows_is_no_text() -> None:
    body = table(row("Gale\u200d", "\u200d", "۱۴۰۲ ه\u200d"))
    assert texts(body, View.ACCEPTED) == ["Gale", "", "۱۴۰۲ ه\u200d"]


def test_comments_quote_what_they_stand_beside() -> None:
    body = p(
        "The ",
        inner='<w:commentRangeStart w:id="0"/>'
        + r("rivers")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    comments = (
        '<w:comment w:id="0" w:author="Ana" w:date="2026-01-31T10:00:00Z">'
        '<w:p w14:paraId="0000000A"><w:r><w:t>Which?</w:t></w:r></w:p></w:comment>'
    )
    done = '<w15:commentEx w15:paraId="0000000A" w15:done="1"/>'
    [found] = read_story(word(body, comments=comments, commentsExtended=done)).comments
    assert (found.author, found.words, found.quoted) == ("Ana", "Which?", "rivers")
    assert found.is_resolved
    assert (found.place, found.paragraph) == ("paragraph 1", "The rivers")
