"""How tables stand on their pages."""

from pipeline.layout.dump import line_text
from pipeline.layout.pages import (
    Artifact,
)
from pipeline.tree import Block
from tests.layout.documents import (
    paragraph,
    section,
    table,
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


def test_caption_and_header_keep_with_two_rows() -> None:
    for size in range(300, 520, 7):
        pages = pages_of(section(0, paragraph(words(size), "a"), long_table(20)))
        (home,) = pages_with(pages, "t.caption")
        for origin in ("t[0][0]", "t[1][0]", "t[2][0]"):
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
    rows = [tuple(str(n * m) for n in range(30)) for m in (1, 10, 100)]
    (page,) = pages_of(section(0, table("t", *rows))).pages
    last = lines(page, "t[2][29]")[0]
    assert last.x + last.width <= LETTER.whole.right


def test_long_address_in_a_cell_wraps() -> None:
    address = "https://example.org/" + "abcdefghi/" * 300
    pages = pages_of(section(0, table("t", ("Where", "N"), (address, "1"))))
    found = [line_text(line) for page in pages.pages for line in lines(page, "t[1][0]")]
    assert "".join(found) == address
