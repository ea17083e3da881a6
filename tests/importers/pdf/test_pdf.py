"""PDF files become passages: lines joined, running heads removed, links kept."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline import build
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.manuscript import Heading, Item, Manuscript, Reason
from pipeline.importers.pdf import PdfImporter
from schemas.richtext import LinkRun, plain, walk_runs
from tests.importers.manuscripts import all_words, told, unaccounted

Draw = Callable[[Canvas], None]


def _read(*pages: Draw) -> Manuscript:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(400, 400))
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return PdfImporter().read("x.pdf", file.getvalue())


def _lines(canvas: Canvas, left: float, top: float, *lines: str) -> None:
    canvas.setFont("Helvetica", 10)
    for number, line in enumerate(lines):
        canvas.drawString(left, top - 12 * number, line)


def _left(manuscript: Manuscript, reason: Reason) -> list[str]:
    return [
        manuscript.text[each.stretch.start : each.stretch.end]
        for each in manuscript.left_out
        if each.reason is reason
    ]


@pytest.fixture(scope="module")
def kosovo(tmp_path_factory: pytest.TempPathFactory) -> Manuscript:
    built = build("sources/kosovo.md", to=["pdf"], out=tmp_path_factory.mktemp("out"))
    return PdfImporter().read("kosovo.pdf", built.outputs[0].path.read_bytes())


def test_a_set_sheet_gives_its_headings_and_items(kosovo: Manuscript) -> None:
    headings = [
        (each.level, plain(each.words.runs))
        for each in kosovo.passages
        if isinstance(each, Heading)
    ]
    assert headings == [
        (1, "U.S. Relations With Kosovo"),
        (2, "U.S. Assistance to Kosovo"),
        (2, "Bilateral Economic Relations"),
        (2, "Kosovo's Membership in International Organizations"),
        (2, "Bilateral Representation"),
    ]
    items = [each for each in kosovo.passages if isinstance(each, Item)]
    assert [each.depth for each in items] == [1] * 14


def test_a_set_sheet_gives_its_paragraphs_whole(kosovo: Manuscript) -> None:
    source = Path("sources/kosovo.md").read_text("utf-8")
    paragraph = next(
        line for line in source.split("\n") if line.startswith("Kosovo joined the")
    )
    assert f"p {paragraph}" in told(kosovo)


def test_heads_and_feet_of_a_set_sheet_are_left_out(kosovo: Manuscript) -> None:
    left = _left(kosovo, Reason.RUNNING)
    assert "Page 1 of 2" in left
    assert "Page 2 of 2" in left
    assert unaccounted(kosovo) == ""


def test_lines_of_two_columns_are_read_column_by_column() -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(8):
            _lines(canvas, 20, 300 - 12 * row, f"left column line {row} goes on")
            _lines(canvas, 220, 300 - 12 * row, f"right column line {row} goes on")

    words = " ".join(told(_read(draw)))
    assert words.index("left column line 7") < words.index("right column line 0")


def test_rows_of_short_cells_are_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        _lines(canvas, 20, 350, "A paragraph of text stands above the table here.")
        for row, cells in enumerate([("Ardel", "181"), ("Bresk", "96")]):
            _lines(canvas, 20, 300 - 12 * row, cells[0])
            _lines(canvas, 150, 300 - 12 * row, cells[1])

    assert told(_read(draw))[-1] == "table 0: Ardel | 181 / Bresk | 96"


def test_repeated_lines_at_the_edge_are_running_heads() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            _lines(canvas, 20, 380, "Office of Water")
            _lines(canvas, 20, 300, f"Text of page {'one' if number == 1 else 'two'}.")
            _lines(canvas, 20, 20, f"{number} / 2")

        return draw

    read = _read(page(1), page(2))
    assert told(read) == ["p Text of page one.", "p Text of page two."]
    assert _left(read, Reason.RUNNING) == [
        "Office of Water", "1 / 2", "Office of Water", "2 / 2",
    ]  # fmt: skip


def test_a_link_of_the_page_marks_its_words() -> None:
    def draw(canvas: Canvas) -> None:
        _lines(canvas, 20, 300, "See the page.")
        canvas.linkURL("https://example.org/p", (20, 295, 100, 312))

    (paragraph,) = _read(draw).passages
    runs = all_words(paragraph)[0].runs
    links = [run for run in walk_runs(runs) if isinstance(run, LinkRun)]
    assert [(plain(run.runs), run.target) for run in links] == [
        ("See the page.", "https://example.org/p")
    ]


def test_markers_set_apart_join_their_items() -> None:
    def draw(canvas: Canvas) -> None:
        _lines(canvas, 40, 300, "First item", "Second item")
        _lines(canvas, 20, 300, "•", "•")

    assert told(_read(draw)) == ["- First item", "- Second item"]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "damaged"), (b"%PDF-1.7 nonsense", "damaged"), (b"<p>", "damaged")],
)
def test_what_is_no_pdf_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ImportRefusedError, match=said):
        PdfImporter().read("x.pdf", data)


def test_pages_without_text_are_refused_with_a_hint() -> None:
    with pytest.raises(ImportRefusedError, match="pictures") as refused:
        _read(lambda canvas: canvas.rect(10, 10, 50, 50))
    assert "OCR" in (refused.value.finding.hint or "")


def test_a_file_with_a_password_is_refused() -> None:
    file = BytesIO()
    canvas = Canvas(file, encrypt="secret")
    canvas.drawString(20, 20, "x")
    canvas.save()
    with pytest.raises(ImportRefusedError, match="password"):
        PdfImporter().read("x.pdf", file.getvalue())


def test_bold_type_of_the_size_of_the_text_heads_it() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(3):
            top = 360 - 100 * number
            canvas.setFont("Helvetica-Bold", 10)
            canvas.drawString(40, top, f"Part {number}")
            _lines(canvas, 40, top - 24, "The countries have worked together for",
                   "many years, and their governments meet", "often.")  # fmt: skip

    assert [each for each in told(_read(draw)) if each.startswith("h")] == [
        "h2 Part 0", "h2 Part 1", "h2 Part 2",
    ]  # fmt: skip
