from textwrap import fill

import pytest

from tests.importers.text.reading import lines, read

LONG = (
    "The two countries signed a treaty of trade in the spring of that year, and both "
    "parliaments approved it before the summer. It has been renewed three times since."
)
OTHER = (
    "Exports of timber and of machines have grown every year since then, although the "
    "roads across the mountains are closed for some weeks in most of the winters."
)


def test_a_line_is_a_paragraph_where_the_document_is_not_wrapped() -> None:
    assert lines(f"{LONG}\n{OTHER}\n") == [f"p {LONG}", f"p {OTHER}"]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = f"{fill(LONG, 60)}\n\n{fill(OTHER, 60)}\n"
    assert lines(text) == [f"p {LONG}", f"p {OTHER}"]


def test_the_measure_of_a_wrapped_document_is_reported() -> None:
    text = f"{fill(LONG, 60)}\n\n{fill(OTHER, 60)}\n"
    assert [guess.what for guess in read(text).guesses] == ["line length"]


def test_a_short_line_ends_a_paragraph_of_a_document_without_empty_lines() -> None:
    text = f"{fill(LONG, 60)}\n{fill(OTHER, 60)}\n"
    assert lines(text) == [f"p {LONG}", f"p {OTHER}"]


def test_an_address_keeps_its_lines_in_a_wrapped_document() -> None:
    text = f"{fill(LONG, 60)}\n\n{fill(OTHER, 60)}\n\nThe Registrar\n12 High Street\n"
    assert lines(text)[2:] == ["p The Registrar", "p 12 High Street"]


def test_a_hyphen_at_a_line_end_stays() -> None:
    text = "The agreement covers trade in machines, timber, and multi-\nethnic towns."
    assert lines(text) == [f"p {text.replace(chr(10), '')}"]


def test_ideographs_are_joined_without_a_blank() -> None:
    row = "我们的网站为所有选民提供投票信息我们的网站为所有选民提供投票信息"
    assert lines(f"{row}\n{row}\n{row}\n{row}\n结束了。") == [f"p {row * 4}结束了。"]


def test_an_indented_first_line_starts_a_paragraph() -> None:
    first, *others = fill(LONG, 60).split("\n")
    text = "\n".join([f"    {first}", *others] * 2)
    assert lines(text) == [f"p {LONG}"] * 2


def test_wide_gaps_are_the_line_ends_of_a_document_on_one_line() -> None:
    text = "   ".join(["A Title", *[LONG, OTHER] * 4])
    assert lines(text)[:3] == ["h1 A Title", f"p {LONG}", f"p {OTHER}"]


def test_blanks_are_folded_but_a_single_hard_blank_stays() -> None:
    assert lines("It grew by\xa05  percent \xa0 in all.") == [
        "p It grew by\xa05 percent in all."
    ]


@pytest.mark.parametrize("rule", ["---", "***", "_ _ _", "=====", "###", "-30-"])
def test_rules_and_end_marks_are_rules(rule: str) -> None:
    assert lines(f"Words that end.\n\n{rule}\n\nMore words.") == [
        "p Words that end.",
        "---",
        "p More words.",
    ]


def test_quoted_lines_of_mail_are_quotations() -> None:
    assert lines("He wrote:\n\n> We agree.\n> We sign.") == [
        "p He wrote:",
        "q We agree.",
        "q We sign.",
    ]


def test_places_are_lines_of_the_file() -> None:
    manuscript = read("One.\r\n\r\nTwo.\rThree.")
    assert [manuscript.place(each.start) for each in manuscript.marks] == [
        "line 1",
        "line 3",
        "line 4",
    ]
