"""Names of ReportLab that are not promised to anyone, each held by one test.

Where one of these fails after an update of ReportLab, read what replaced the name
before the pin in `pyproject.toml` moves.
"""

import reportlab
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject
from reportlab.pdfgen.canvas import Canvas

from pipeline.render.pdf.finish.file import File
from pipeline.render.pdf.paint.surface import Surface


def test_the_pinned_version_is_installed():
    assert reportlab.Version == "5.1.0"


def test_the_writer_numbers_objects_in_the_order_of_their_references():
    file = File((1, 7))
    assert [file.reserve().reference for _ in range(2)] == ["1 0 R", "2 0 R"]
    assert list(file.idToObject) == list(file.numberToId.values()) == ["R1", "R2"]


def test_the_writer_takes_bodies_as_they_are_and_our_identifiers():
    file = File((1, 7))
    catalog = file.reserve()
    catalog.body = b"<</Type/Catalog>>"
    data = file.finish(catalog, None, ("ab" * 16, "cd" * 16))
    assert data.startswith(b"%PDF-1.7\n%\x93\x8c\x8b\x9e")
    assert b"1 0 obj\n<</Type/Catalog>>\nendobj\n" in data
    assert b"/ID [<" + b"ab" * 16 + b"><" + b"cd" * 16 + b">]" in data
    assert b"/Info" not in data
    assert data.endswith(b"%%EOF\n")


def test_the_writer_asks_objects_for_their_format():
    assert issubclass(PDFDocument, PDFObject)
    assert PDFDocument.encrypt.info() is None


def test_the_canvas_draws_into_its_code():
    surface = Surface()
    surface.panel(1, 2, 3, 4)
    surface.rule((0, 0), (9, 0), 0.5)
    surface.ink("#ff0000")
    assert surface._code == ["n 1 2 3 4 re f*", ".5 w", "n 0 0 m 9 0 l S", "1 0 0 rg"]


def test_a_new_page_forgets_the_drawing_state():
    surface = Surface()
    surface.ink("#ff0000")
    assert surface.take_page() == b"1 0 0 rg"
    surface.ink("#ff0000")
    assert surface.take_page() == b"1 0 0 rg"


def test_the_canvas_still_has_what_stands_in_for_its_constructor():
    for name in ("_restartAccumulators", "init_graphics_state"):
        assert callable(getattr(Canvas, name))
