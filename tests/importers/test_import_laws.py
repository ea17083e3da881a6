"""Whatever a text holds, it is imported with every word, or has none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.importers import import_bytes
from tests.importers.edit.written import PROSE

# Lines that look like marks of a source, of other formats, or of a letterhead.
ODD = (
    "", "   ", "\t", "***", "---", "###", "* ", "- ", "1.", "• x", "# One", "## Two",
    "#### Four", "| a | b |", "|---|---|", "a\tb\tc", "1\t2\t3", "[1] note", "word[1]",
    "**bold**", "*it*", "[link](http://example.org)", "<b>x</b>", "&amp; &lt;", "\\",
    "\u200bzero", "\ufeff", "\u202eabc", "a\u00adb", "Fact Sheet", "March 17, 2016",
    "Bureau of X", "{lost}", ":: c", "::: resources", ":::", "> quote", "> — me",
    "`code`", "~~~", "Title: x", "Name:", "http://example.org/a_b*c/{d}", "x_y_z",
    "© 2016", "Share", "\x0b", "\x00", "e\u0301", "１２３", "①", "=====", "-----",
    "1) one", "a) alpha", "…", "“", ".", "A & B", "<!-- c -->", "[^1]", "[^1]: note",
    "_u_", "\u2028", "\u3000wide", "- [ ] task", "Department of X, 2008",
    "Kosovo Force (KFOR)", "See also:", "Resources", "Page One", "Home > News", PROSE,
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(ODD) | st.text(max_size=40), max_size=14)


@settings(max_examples=150, deadline=None)
@given(lines=TEXTS, ending=st.sampled_from((".txt", ".md", ".html")))
def test_a_text_is_imported_whole_or_has_no_words(
    lines: list[str], ending: str
) -> None:
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    draft = import_bytes(f"a{ending}", data)
    assert {each.code for each in draft.report if each.is_error} <= {"import"}
    assert (draft.sheet is None) == (draft.source == "")
