from pipeline.importers.manuscript import Grid
from tests.importers.text.reading import accounts, lines, read


def grid(text: str) -> Grid:
    (found,) = (each for each in read(text).passages if isinstance(each, Grid))
    return found


def test_tabs_part_cells_and_a_first_row_apart_is_the_head() -> None:
    text = "Label\tPart\n\nCooper\t20421\nNovaPlus\tV6390\n"
    assert lines(text) == ["table 1: Label | Part / Cooper | 20421 / NovaPlus | V6390"]


def test_rows_apart_are_one_table_without_a_head() -> None:
    text = "E-mail\ta@b.org\n\nPhone\t+44 20 7333\n\nFax\t0845 539\n"
    assert lines(text) == [
        "table 0: E-mail | a@b.org / Phone | +44 20 7333 / Fax | 0845 539"
    ]


def test_an_empty_cell_between_tabs_is_kept() -> None:
    assert lines("a\t\tc\nd\te\tf\n") == ["table 0: a |  | c / d | e | f"]


def test_bars_part_cells_and_a_drawn_line_ends_the_head() -> None:
    text = "| A | B |\n|---|:-:|\n| x | 1 |\n| y |   |\n"
    assert lines(text) == ["table 1: A | B / x | 1 / y | "]


def test_bars_and_drawn_lines_are_accounted_for() -> None:
    left = accounts(read("A | B\n--|--\nx | 1\n"))
    assert left == [("|", "MARKER", ""), ("--|--", "MARKER", ""), ("|", "MARKER", "")]


def test_gaps_below_each_other_part_cells() -> None:
    text = (
        "Country             2019      2020\n"
        "Albania\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa01,234     5,678\n"
        "North Macedonia        5        67\n"
        "Kosovo                          12\n"
    )
    assert grid(text).head_rows == 0
    assert lines(text)[0].endswith("North Macedonia | 5 | 67 / Kosovo |  | 12")


def test_a_head_of_words_above_figures_is_a_head() -> None:
    assert grid("Name    Phone\nAnn        12\nBob        13\n").head_rows == 1


def test_padding_is_no_part_of_a_cell() -> None:
    text = "| \xa0\xa0 1,095 | b |\n| c | d |\n"
    assert lines(text) == ["table 0: 1,095 | b / c | d"]


def test_sentences_with_two_blanks_between_are_no_table() -> None:
    text = "It rained.  It snowed.\nWe sang.  We danced.\nThey came.  They left.\n"
    assert all(line.startswith("p") for line in lines(text))


def test_columns_of_a_page_are_no_table() -> None:
    text = (
        "The first of     the other of\n"
        "many lines in    two columns of\n"
        "a page that      a page is set\n"
    )
    assert not any(line.startswith("table") for line in lines(text))


def test_a_table_that_lost_its_separators_stays_lines() -> None:
    text = "Returns received 135,638,000 0.9\nReturns processed 128,847,000 1.3\n"
    assert lines(text) == [f"p {line}" for line in text.splitlines()]


def test_a_bar_between_words_is_no_table() -> None:
    assert lines("Home | About | Contact us") == ["p Home | About | Contact us"]
