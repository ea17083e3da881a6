import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.markdown import parse_inline, read_inline
from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    LinkStatus,
    NoteRun,
    Run,
    StrongRun,
    TextRun,
    plain,
)


def words(text: str) -> TextRun:
    return TextRun(text=text)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain words", (words("plain words"),)),
        ("**a**", (StrongRun(runs=(words("a"),)),)),
        (
            "*a **b***",
            (EmphasisRun(runs=(words("a "), StrongRun(runs=(words("b"),)))),),
        ),
        ("one\ntwo", (words("one two"),)),
        ("one  \ntwo", (words("one two"),)),
        ("one\\\ntwo", (words("one"), BreakRun(), words("two"))),
        ("a.[^n]", (words("a."), NoteRun(note="n"))),
        ("[p]{lost}", (LinkRun(runs=(words("p"),), status=LinkStatus.LOST),)),
        ("[p](#a)", (LinkRun(runs=(words("p"),), target="#a"),)),
        (
            "[a.b](https://a.b/){derived}",
            (
                LinkRun(
                    runs=(words("a.b"),),
                    target="https://a.b/",
                    status=LinkStatus.DERIVED,
                ),
            ),
        ),
        (
            "<https://a.b/>",
            (LinkRun(runs=(words("https://a.b/"),), target="https://a.b/"),),
        ),
        ("<a@b.co>", (LinkRun(runs=(words("a@b.co"),), target="mailto:a@b.co"),)),
        (
            '[EU]{abbr="European Union"}',
            (AbbreviationRun(text="EU", expansion="European Union"),),
        ),
        (
            "[*besa* a]{lang=sq}",
            (
                ForeignRun(
                    lang="sq", runs=(EmphasisRun(runs=(words("besa"),)), words(" a"))
                ),
            ),
        ),
        ("[sic] and {so on}", (words("[sic] and {so on}"),)),
        (r"\[a\]\{lost\}", (words("[a]{lost}"),)),
        ("R&D, AT&amp;T, 2 < 3 &copy &eacute;", (words("R&D, AT&T, 2 < 3 &copy é"),)),
        ("a_b_c, 5 * 3 * 2, f(x)", (words("a_b_c, 5 * 3 * 2, f(x)"),)),
    ],
)
def test_marks_become_runs(text: str, runs: tuple[Run, ...]) -> None:
    found = parse_inline(text)
    assert (found.runs, found.findings) == (runs, ())


@pytest.mark.parametrize("text", ['It\'s "so" -- really...', "(c) 2016 ‘a’ “b” – — ’"])
def test_quotes_dashes_and_dots_stay_as_typed(text: str) -> None:
    assert read_inline(text) == (words(text),)


def test_text_is_composed_to_one_normal_form() -> None:
    assert read_inline("Pris\u030ctina") == (words("Pri\u0161tina"),)


def test_letters_beyond_ascii_are_encoded_in_addresses() -> None:
    (link,) = read_inline("[a](https://example.org/Prishtinë?q=ë#z)")
    assert isinstance(link, LinkRun)
    assert link.target == "https://example.org/Prishtin%C3%AB?q=%C3%AB#z"


def escaped(text: str) -> str:
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_escaped_text_is_printed_as_written(text: str) -> None:
    normal = words(text).text
    assert plain(read_inline(escaped(text))) == normal


@given(st.text("ab *_[](){}<>!&`\\#^:=\"'\n|", max_size=60))
def test_no_text_raises_and_refusals_have_a_place(text: str) -> None:
    found = parse_inline(text)
    assert all(0 <= each.offset <= len(text) for each in found.findings)


@given(st.lists(st.sampled_from(["*a*", "**b**", "[c]{lost}", "d", "[e](#f)"])))
def test_no_words_are_lost(pieces: list[str]) -> None:
    read = plain(parse_inline(" ".join(pieces)).runs)
    assert read == " ".join(re.sub(r"[*\[\]]|\{lost\}|\(#f\)", "", p) for p in pieces)
