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


def test_a_word_cut_at_a_line_end_goes_on_in_the_next_line() -> None:
    text = (
        f"{LONG}\n\nThe country is eligible for what the law calls preferen-\n"
        f"tial trade.\n\n{OTHER}\n"
    )
    assert "p The country is eligible for what the law calls preferential trade." in [
        line.replace("preferen-tial", "preferential") for line in lines(text)
    ]


def test_parts_that_end_with_semicolons_are_lines_of_their_own() -> None:
    parts = [
        "increase the coverage of the first dose of the vaccine in all regions to 90;",
        "reduce the number of cases in a year to less than five for each million; and",
        "reduce the number of deaths by more than 95 parts of 100 in all the regions.",
    ]
    text = f"{LONG}\n\n" + "\n".join(parts)
    assert lines(text) == [f"p {LONG}", *(f"p {part}" for part in parts)]


def test_what_stands_farther_out_than_a_marker_is_no_part_of_the_item() -> None:
    text = (
        "What we know\n    * The fever is passed on by insects at night\n"
        "    * It lasts for five days in most of the sick\nHow to stay well\n"
        "    * Sleep under nets of fine mesh\n    * Close the doors in the evening\n"
    )
    assert "- It lasts for five days in most of the sick" in lines(text)


def test_addresses_below_one_another_are_lines_of_their_own() -> None:
    text = f"{LONG}\n\nMore information:\nhttp://a.gov/pages/one\nhttp://a.gov/two\n"
    assert lines(text)[-2:] == ["p http://a.gov/pages/one", "p http://a.gov/two"]


def test_the_lines_of_an_address_are_no_narrow_column() -> None:
    address = ["Ministry of Affairs", "P.O. Box 30455, Port Amber 3, Norland",
               "Tel: +265-1-772-455", "www.ministry.gov/norland"]  # fmt: skip
    text = f"{LONG}\n\n" + "\n".join(address)
    assert lines(text)[1:] == [f"p {line}" for line in address]
