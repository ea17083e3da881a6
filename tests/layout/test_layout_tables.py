"""How tables stand on their pages."""

from dataclasses import replace

import pytest

from pipeline.layout.dump import line_text
from pipeline.layout.pages import (
    Artifact,
)
from pipeline.renderer import RenderError
from pipeline.tree import Block, Role, Table
from tests.layout.documents import (
    contacts,
    paragraph,
    section,
    table,
    theme,
    words,
)
from tests.layout.looking import LETTER, artifacts, lines, pages_of, pages_with


def long_table(rows: int = 60) -> Block:
    body = [(f"Station {row}", str(row), f"{row * 3:,}") for row in range(rows)]
    return table("t", ("Station", "Low", "High"), *body, caption="Levels")


def test_repeated_header_rows_are_artifacts() -> None:
    pages = pages_of(section(0, long_table()))
    assert len(pages.pages) > 1
    assert pages_with(pages, "t[0][0]") == [0]
    for page in pages.pages[1:]:
        assert artifacts(page, Artifact.REPEAT) == ["Station", "Low", "High"]


def test_every_row_stands_once() -> None:
    pages = pages_of(section(0, long_table()))
    for row in range(1, 61):
        assert len(pages_with(pages, f"t[{row}][1]")) == 1


def test_caption_and_header_keep_with_three_rows() -> None:
    for size in range(300, 520, 7):
        pages = pages_of(section(0, paragraph(words(size), "a"), long_table(20)))
        (home,) = pages_with(pages, "t.caption")
        for origin in ("t[0][0]", "t[1][0]", "t[2][0]", "t[3][0]"):
            assert pages_with(pages, origin) == [home]


def test_figures_of_a_column_end_at_one_edge() -> None:
    (page,) = pages_of(section(0, long_table(9))).pages
    ends = {
        round(line.x + line.width, 2)
        for row in range(1, 10)
        for line in lines(page, f"t[{row}][2]")
    }
    assert len(ends) == 1


def test_crowded_table_takes_the_narrow_column_too() -> None:
    header = tuple(f"A heading of {n}" for n in range(5))
    rows = [tuple(words(6 + n) for n in range(5)) for _ in range(4)]
    (page,) = pages_of(section(0, table("t", header, *rows))).pages
    assert lines(page, "t[1][0]")[0].x < LETTER.main.x


def test_row_higher_than_a_page_breaks_between_its_lines() -> None:
    block = table("t", ("Name", "Text"), ("One", words(900)), ("Two", "short"))
    pages = pages_of(section(0, block))
    assert len(pages_with(pages, "t[1][1]")) > 1
    for page in pages.pages:
        assert len(lines(page, "t[1][1]")) != 1


def test_thirty_columns_stay_within_the_margins() -> None:
    rows = [tuple(str(n * m) for n in range(30)) for m in (1, 10)]
    (page,) = pages_of(section(0, table("t", *rows))).pages
    last = lines(page, "t[1][29]")[0]
    assert last.x + last.width <= LETTER.whole.right


def test_long_address_in_a_cell_wraps() -> None:
    address = "https://example.org/" + "abcdefghi/" * 300
    pages = pages_of(section(0, table("t", ("Where", "N"), (address, "1"))))
    found = [line_text(line) for page in pages.pages for line in lines(page, "t[1][0]")]
    assert "".join(found) == address


def numbers(columns: int) -> Block:
    """Return a table of five rows, its first column of long words."""
    head = ("Station", *(f"Heading{n}" for n in range(columns - 1)))
    row = ("Unconstitutionally", *(f"{2468234.5 + n}" for n in range(columns - 1)))
    return table("t", head, *[row] * 5)


def test_no_word_or_number_of_ten_columns_is_divided() -> None:
    (page,) = pages_of(section(0, numbers(10))).pages
    for row in range(6):
        for column in range(10):
            assert len(lines(page, f"t[{row}][{column}]")) == 1


def test_type_of_a_table_too_wide_for_the_page_goes_no_lower_than_7_5_pt() -> None:
    (page,) = pages_of(section(0, numbers(11))).pages
    (line,) = lines(page, "t[1][1]")
    assert 7.5 <= line.pieces[0].size < theme().type.small.size


def test_table_whose_words_fit_in_no_size_is_refused_with_its_width() -> None:
    with pytest.raises(RenderError, match=r"mm wide .* the page holds 178 mm") as info:
        pages_of(section(0, numbers(15)))
    (finding,) = info.value.findings
    assert (finding.code, finding.origin) == ("table-width", "t")
    assert "`Unconstitutionally`" in (finding.hint or "")


def test_a_word_longer_than_the_page_is_wide_breaks_and_leaves_the_others_whole() -> (
    None
):
    block = table("t", ("Where", "Level"), ("m" * 150, "2468234.5"))
    (page,) = pages_of(section(0, block)).pages
    assert len(lines(page, "t[1][0]")) > 1
    assert len(lines(page, "t[1][1]")) == 1


def test_table_of_six_rows_stays_whole() -> None:
    for size in range(300, 520, 7):
        pages = pages_of(section(0, paragraph(words(size), "a"), long_table(6)))
        homes = {page for row in range(7) for page in pages_with(pages, f"t[{row}][0]")}
        assert len(homes) == 1


def test_three_rows_stand_on_the_last_page_of_a_table() -> None:
    for size in range(1, 300, 7):
        pages = pages_of(section(0, paragraph(words(size), "a"), long_table(40)))
        (last,) = pages_with(pages, "t[40][0]")
        assert pages_with(pages, "t[38][0]") == [last]


def high_table(rows: int, height: int) -> Table:
    """Return a table of rows so many words high, with a caption and a note below."""
    body = [(f"Station {row}", words(height)) for row in range(rows)]
    made = table("t", ("Station", "Text"), *body, caption="Levels")
    below = paragraph(words(30), "t.note", Role.TABLE_NOTE)
    return replace(made, notes=(below,))


def test_rows_too_high_to_stay_together_part_before_a_note_does() -> None:
    for height in range(100, 190, 3):
        pages = pages_of(section(0, high_table(4, height)))
        counts = [len(lines(page, "t.note")) for page in pages.pages]
        assert [count for count in counts if count] in ([2], [3])


def test_caption_stays_with_its_header_under_a_full_narrow_column() -> None:
    wide = table("t", *[tuple(words(6 + n) for n in range(5))] * 5, caption="Levels")
    for count in range(14, 27):
        names = [str(number) for number in range(count)]
        beside = section(0, paragraph(words(400), "a"), contacts("c", *names))
        pages = pages_of(beside, section(1, wide))
        assert pages_with(pages, "t.caption") == pages_with(pages, "t[0][0]")
