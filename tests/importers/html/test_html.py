"""Saved web pages become passages; nothing of them is lost, run or guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.importers.html import HtmlImporter, decode
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.manuscript import Manuscript, Reason
from schemas.richtext import LinkRun, LinkStatus, Run, walk_runs
from tests.importers.manuscripts import all_words, told, unaccounted


def _read(body: str, head: str = "") -> Manuscript:
    page = f"<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return HtmlImporter().read("page.html", page.encode())


def _runs(manuscript: Manuscript) -> list[Run]:
    words = [each for passage in manuscript.passages for each in all_words(passage)]
    return [run for each in words for run in walk_runs(each.runs)]


def _left(manuscript: Manuscript, reason: Reason) -> list[str]:
    return [
        manuscript.text[each.stretch.start : each.stretch.end]
        for each in manuscript.left_out
        if each.reason is reason
    ]


def test_headings_paragraphs_lists_and_quotes_keep_their_kind() -> None:
    page = _read(
        "<h1>Water</h1><p>Boil it.<ul><li>Germs<li>Worms<ol start=3><li>Big<p>Very big"
        "</ol></ul><blockquote><p>It helps.</blockquote><hr><h2>More</h2>"
    )
    assert told(page) == [
        "h1 Water", "p Boil it.", "- Germs", "- Worms", "  3. Big", "  + Very big",
        "q It helps.", "---", "h2 More",
    ]  # fmt: skip


def test_two_line_ends_in_a_row_part_paragraphs() -> None:
    assert told(_read("One<br>still one<br><br>Two")) == ["p One still one", "p Two"]


def test_preformatted_lines_stay_lines() -> None:
    (paragraph,) = _read("<pre>Area: 5\nPeople: 7</pre>").passages
    assert [run.kind for run in all_words(paragraph)[0].runs] == [
        "text", "break", "text",
    ]  # fmt: skip


def test_marks_nest_and_blanks_fold_across_them() -> None:
    page = _read("<p>a  <b> b <i>c</i></b> d&nbsp; e</p>")
    assert told(page) == ["p a b c d\xa0 e"]
    assert [run.kind for run in _runs(page)] == [
        "text", "strong", "text", "emphasis", "text", "text",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        ('<a href="https://x.gov/b">w</a>', "https://x.gov/b"),
        ('<a href="mailto:a@x.gov">w</a>', "mailto:a@x.gov"),
        ('<a href="b.html">w</a>', None),
        ('<a href="javascript:alert(1)">w</a>', None),
        ('<a href="data:text/html,x">w</a>', None),
        ('<a href="#top">w</a>', None),
        ('<a href="//x.gov/b">w</a>', None),
    ],
)
def test_a_link_is_kept_only_where_its_target_is_stated_whole(
    markup: str, target: str | None
) -> None:
    (link,) = [run for run in _runs(_read(markup)) if isinstance(run, LinkRun)]
    assert link.target == target
    assert link.status is (LinkStatus.LIVE if target else LinkStatus.LOST)


def test_the_base_of_a_page_completes_its_links() -> None:
    page = _read("<a href=b.html>w</a>", '<base href="https://x.gov/a/">')
    (link,) = [run for run in _runs(page) if isinstance(run, LinkRun)]
    assert link.target == "https://x.gov/a/b.html"


def test_programs_and_the_site_are_left_out_and_accounted_for() -> None:
    page = _read(
        "<nav>Home</nav><main><h1>T</h1><script>go()</script><p>Text</p>"
        "<svg><text>drawn</text></svg><p hidden>unseen</p></main><footer>About</footer>"
    )
    assert told(page) == ["h1 T", "p Text"]
    assert _left(page, Reason.SCRIPT) == ["go()"]
    assert _left(page, Reason.CHROME) == ["Home", "unseen", "About"]
    assert _left(page, Reason.UNSUPPORTED) == ["drawn"]


def test_a_title_above_the_document_belongs_to_it() -> None:
    page = _read("<header><h1>Title</h1>Menu</header><main><p>Text</p></main>")
    assert told(page) == ["h1 Title", "p Text"]
    assert _left(page, Reason.CHROME) == ["Menu"]


def test_merged_cells_leave_empty_ones_and_are_reported() -> None:
    page = _read(
        "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td>2<td>3<tr><td colspan=2>4"
        "</table>"
    )
    assert told(page) == ["table 1: A | B | C / 1 | 2 | 3 /  | 4 | "]
    assert [each.what for each in page.guesses] == ["merged cells"]


def test_tables_that_lay_out_a_page_are_no_tables() -> None:
    page = _read(
        "<table><tr><td>Menu</td><td><h1>T</h1><table><tr><td>1<td>2<tr><td>3<td>4"
        "</table></td></tr></table>"
    )
    assert told(page) == ["p Menu", "h1 T", "table 0: 1 | 2 / 3 | 4"]


def test_raised_links_to_a_text_below_are_footnotes() -> None:
    page = _read(
        '<p>Fact<sup><a href="#n" id="r">1</a></sup>.</p>'
        '<ol><li id="n">Source. <a href="#r">↩</a></ol>'
    )
    assert told(page) == ["p Fact.", "[^note-1] Source."]
    assert [run.kind for run in _runs(page)][:3] == ["text", "note", "text"]


def test_raised_figures_are_reported() -> None:
    page = _read("<p>10<sup>6</sup> people</p>")
    assert told(page) == ["p 106 people"]
    assert [each.what for each in page.guesses] == ["raised or lowered signs"]


def test_invisible_characters_leave_and_are_accounted_for() -> None:
    page = _read("<p>Bundes&shy;polizei&#x200b;</p>")
    assert told(page) == ["p Bundespolizei"]
    assert _left(page, Reason.CONTROL) == ["\xad", "\u200b"]


def test_the_head_gives_hints() -> None:
    head = (
        '<title>Water | Site</title><meta property="og:title" content="Water">'
        '<meta name="DC.date.issued" content="2024-03-01">'
    )
    hints = _read("<p>x</p>", head).hints
    assert (hints.title, hints.issued, hints.language) == ("Water", "2024-03-01", "en")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é".encode(), "é"),
        (b"\xef\xbb\xbf\xc3\xa9", "é"),
        ('<meta charset="iso-8859-2">š'.encode("iso-8859-2"), "š"),
        (b'<meta charset="no-such">\xe9', "é"),
        ("“é”".encode("cp1252"), "“é”"),
    ],
)
def test_a_page_is_decoded_as_browsers_do(data: bytes, text: str) -> None:
    assert decode(data).endswith(text)


def test_pages_nested_beyond_reason_are_refused() -> None:
    with pytest.raises(ImportRefusedError, match="250 deep"):
        _read("<div>" * 3_000 + "deep")


@pytest.mark.parametrize("data", [b"", b"   ", b"<!-- nothing -->"])
def test_a_page_without_words_has_no_passages(data: bytes) -> None:
    assert HtmlImporter().read("x.html", data).passages == ()


_TAGS = st.sampled_from(
    ["p", "div", "b", "i", "a", "ul", "ol", "li", "table", "tr", "td", "th", "h2",
     "br", "sup", "blockquote", "pre", "script", "nav", "q", "dt"]
)  # fmt: skip
_SOUP = st.lists(
    st.one_of(
        _TAGS.map("<{}>".format), _TAGS.map("</{}>".format), st.text("ab &;\n\xad\x01")
    ),
    max_size=40,
).map("".join)


@given(_SOUP)
def test_no_character_of_any_page_is_unaccounted(soup: str) -> None:
    page = HtmlImporter().read("x.html", soup.encode())
    assert unaccounted(page) == ""


def test_a_page_that_keeps_its_text_in_one_cell_is_no_table() -> None:
    text = "The countries have worked together for many years, in peace. " * 3
    body = "".join(f"<b>Part {at}</b><br>{text}<br><br>" for at in range(6))
    page = _read(
        f"<table><tr><td>Menu</td><td>{body}</td></tr><tr><td>.</td></tr></table>"
    )
    assert told(page)[1:3] == ["h2 Part 0", f"p {text.strip()}"]


def test_bold_words_above_the_lines_of_an_address_stay_with_it() -> None:
    page = _read("<p><b>Embassy</b><br>1 High Street<br>Port Amber</p><p>Closed.")
    assert told(page) == ["p Embassy 1 High Street Port Amber", "p Closed."]
