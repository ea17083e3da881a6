"""Words stay as they are wherever they read as words."""

from datetime import date

import pytest

from pipeline.load import load_bytes
from pipeline.unload import UnspellableError, unload
from pipeline.unload.inline import spell_runs
from pipeline.unload.places import CELL, PARAGRAPH, TITLE, VALUE
from pipeline.unload.scalars import scalar
from schemas.blocks import Paragraph, Section
from schemas.factsheet import FactSheet, Issuer, Record
from schemas.richtext import BreakRun, EmphasisRun, LinkRun, Run, StrongRun, TextRun


def words(text: str) -> TextRun:
    return TextRun(text=text)


def strong(*runs: Run) -> StrongRun:
    return StrongRun(runs=runs)


def sheet(**parts: object) -> FactSheet:
    section = Section(blocks=(Paragraph(text=(words("Words."),)),))
    given = {
        "title": "T", "issuer": Issuer(agency="A"), "issued": date(2024, 5, 1),
        "sections": (section,), **parts,
    }  # fmt: skip
    return FactSheet.model_validate(given)


@pytest.mark.parametrize(
    "text",
    [
        "U.S. policy: 3,500 of R&D, 100% a_b [sic] 5 < 6 > 4", "{set} f(x) C:\\dir",
        "#1", "-5 degrees", "+381 11", "<3", "AT&T; x", "2 * 3 * 4", "5* and 6*", ":-)",
        "__init__", "a`b",
        "[a] (b)", "3.5 is", "$5", "~x~", "“q” — ’s", "می\u200cخواهم",
        "http://a.org/a_b_c?x=1&y=2#z",
    ],
)  # fmt: skip
def test_words_stay_plain(text: str) -> None:
    assert spell_runs((words(text),), PARAGRAPH, "") == text


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("1986. A great year.", r"1986\. A great year."),
        ("- no", r"\- no"),
        ("# no", r"\# no"),
        ("> no", r"\> no"),
        ("| no", r"\| no"),
        ("::: no", r"\::: no"),
        (": no", r"\: no"),
        ("---", r"\---"),
        ("*no*", r"\*no\*"),
        ("_no_", r"\_no\_"),
        ("[a](b)", r"\[a\](b)"),
        ("[^a]", r"\[^a\]"),
        ("a {lost}", r"a \{lost}"),
        ("<b>", r"\<b>"),
        ("a\\", r"a\\"),
        ("\\* and *", r"\\* and *"),
        ("&nbsp;", r"\&nbsp;"),
        ("10\u00a0000", "10&nbsp;000"),
        ("soft\u00adhyphen", "soft&shy;hyphen"),
        ("zero\u200bwidth", "zero&#8203;width"),
        ("two  blanks ", "two &#32;blanks&#32;"),
    ],
)
def test_what_would_be_a_mark_gets_a_backslash(text: str, spelled: str) -> None:
    assert spell_runs((words(text),), PARAGRAPH, "") == spelled


@pytest.mark.parametrize(
    ("runs", "spelled"),
    [
        ((strong(words("Note:")), words(" so")), "**Note:** so"),
        ((words("a"), strong(words("b")), words("c")), "a**b**c"),
        ((strong(words("(b)")), words("c")), "[(b)]{strong}c"),
        ((EmphasisRun(runs=(strong(words("b")),)),), "***b***"),
        ((strong(EmphasisRun(runs=(words("b"),))),), "[*b*]{strong}"),
        ((words("a"), BreakRun(), words("- b")), "a\\\n\\- b"),
        (
            (LinkRun(runs=(words("https://a.org/"),), target="https://a.org/"),),
            "<https://a.org/>",
        ),
        (
            (LinkRun(runs=(words("a"),), target="https://a.org/(b"),),
            r"[a](https://a.org/\(b)",
        ),
    ],
)
def test_marks_are_those_an_editor_writes(runs: tuple[Run, ...], spelled: str) -> None:
    assert spell_runs(runs, PARAGRAPH, "") == spelled


def test_a_line_ends_by_a_tag_where_no_line_can_end() -> None:
    runs = (words("a"), BreakRun(), words("b|c {d}"))
    assert spell_runs(runs, CELL, "") == r"a<br>b\|c {d}"
    assert spell_runs(runs, TITLE, "") == r"a<br>b|c \{d}"
    assert spell_runs(runs, VALUE, "") == "a<br>b|c {d}"


@pytest.mark.parametrize(
    ("text", "in_braces", "spelled"),
    [
        ("NO", False, "NO"),
        ("1.10", False, "1.10"),
        ("U.S. policy, so", False, "U.S. policy, so"),
        ("a: b", False, '"a: b"'),
        ("C# and F #1", False, '"C# and F #1"'),
        ("null", False, '"null"'),
        ("?2014", False, '"?2014"'),
        ('"So" it is', False, "'\"So\" it is'"),
        ("a, b", True, '"a, b"'),
        ("1999/..", True, "1999/.."),
    ],
)
def test_values_are_quoted_where_they_must(
    text: str, in_braces: bool, spelled: str
) -> None:
    assert scalar(text, in_braces=in_braces) == spelled


def test_remarks_stand_above_their_keys() -> None:
    remarks = {
        "issued": ["guessed from line 4"],
        "issuer.agency": ["# known from the site"],
        "number": ["none was found"],
        "record": ["all guessed"],
    }
    known = Record(officials_as_of=date(2024, 5, 1))
    source = unload(sheet(record=known), remarks)
    assert "  # known from the site\n  agency: A\n" in source
    assert "# guessed from line 4\nissued: 2024-05-01\n# none was found\n" in source
    assert "# Facts that the text below states" in source
    assert "# all guessed\nrecord:\n" in source
    assert load_bytes("x.md", source.encode()).sheet == sheet(record=known)


def test_defaults_are_left_out() -> None:
    front = unload(sheet()).split("---\n")[1]
    assert front == "title: T\nissuer:\n  agency: A\nissued: 2024-05-01\n"


def test_what_markdown_cannot_say_is_refused_at_its_place() -> None:
    runs: tuple[Run, ...] = (words("x"),)
    for _ in range(13):
        runs = (strong(*runs),)
    section = Section(blocks=(Paragraph(text=runs),))
    with pytest.raises(UnspellableError, match="12 deep") as refusal:
        unload(sheet(sections=(section,)))
    assert refusal.value.origin == "sections[0].blocks[0].text"


def test_a_name_without_a_heading_is_refused() -> None:
    section = Section(name="a", blocks=(Paragraph(text=(words("x"),)),))
    with pytest.raises(UnspellableError) as refusal:
        unload(sheet(sections=(section,)))
    assert refusal.value.origin == "sections[0]"
