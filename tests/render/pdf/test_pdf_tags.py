"""The tag tree, re-read from the finished bytes, for each kind of block and inline."""

from pipeline.render.pdf import write
from pipeline.render.pdf.edition import PDF_1_7
from pipeline.render.pdf.verify.reading import read
from pipeline.tree import Document, NoteReference
from tests.render.pdf import samples
from tests.render.pdf.handmade import (
    document,
    paragraph,
    section,
    set_by_hand,
    tag_lines,
)


def tags(shown: Document) -> list[str]:
    """Return the tag tree of a document without its title, as indented text."""
    root = read(write(shown, set_by_hand(shown), PDF_1_7)).root
    assert root is not None
    return list(tag_lines(root))[3:]


def test_inlines_become_elements_in_the_order_of_the_text():
    assert tags(samples.inlines()) == [
        "  Sect",
        "    H2",
        "      'Flow'",
        "    P",
        "      'Plain and '",
        "      Span",
        "        'strong '",
        "        Span",
        "          'and stressed'",
        "      ', a '",
        "      Link",
        "        'long link that needs more than one line'",
        "        -> long link that needs more than one line (a.org)",
        "      ' '",
        "      Link",
        "        'Flow'",
        "        -> Flow",
        "      ' '",
        "      Span E=European Union",
        "        'EU'",
        "      ' '",
        "      Span Lang=fr",
        "        'l’eau'",
        "      Reference",
        "        Link",
        "          '1'",
        "          -> 1 Measured in metres.",
        "      Note ID=note-depth",
        "        Lbl",
        "          '1'",
        "        P",
        "          'Measured in metres.'",
        "      '.'",
    ]


def test_lists_say_how_they_are_numbered():
    assert tags(samples.lists())[3:] == [
        "    L ListNumbering=Decimal O=List",
        "      LI",
        "        Lbl",
        "          '4.'",
        "        LBody",
        "          P",
        "            'Tides'",
        "          L ListNumbering=Disc O=List",
        "            LI",
        "              Lbl",
        "                '–'",
        "              LBody",
        "                P",
        "                  'Ebb'",
        "      LI",
        "        Lbl",
        "          '5.'",
        "        LBody",
        "          P",
        "            'Waves'",
        "    L ListNumbering=None O=List",
        "      LI",
        "        Lbl",
        "          '2008'",
        "        LBody",
        "          P",
        "            'Flood'",
        "      LI",
        "        LBody",
        "          'Drought'",
    ]


def test_tables_have_scoped_headers_and_keep_empty_cells():
    assert tags(document(section(samples.table(1))))[3:] == [
        "    Table",
        "      Caption",
        "        'Lengths'",
        "      THead",
        "        TR",
        "          TH O=Table Scope=Column",
        "            'River'",
        "          TH O=Table Scope=Column",
        "            'km'",
        "      TBody",
        "        TR",
        "          TH O=Table Scope=Row",
        "            'River 0'",
        "          TD",
        "    P",
        "      'Rounded.'",
    ]


def test_figures_have_alternative_text_and_decoration_is_no_figure():
    assert tags(samples.figures())[3:] == [
        "    Figure Alt=A red (bright) square BBox=set O=Layout Placement=Block",
        "      (picture)",
        "    Caption",
        "      'Red'",
    ]


def test_a_note_called_twice_stands_after_its_first_call_only():
    twice = document(
        paragraph("One", NoteReference("n", "1"), origin="one"),
        paragraph("Two", NoteReference("n", "1"), origin="two"),
        notes=(samples.note("n", "1", "Said once."),),
    )
    lines = [line.strip() for line in tags(twice)]
    assert lines.count("Note ID=note-n") == 1
    assert lines.index("Note ID=note-n") < lines.index("'Two'")


def test_text_that_runs_over_pages_stays_one_element():
    long = paragraph("Water flows on. " * 200, origin="long")
    shown = document(section(long))
    data = write(shown, set_by_hand(shown, height=400), PDF_1_7)
    root = read(data).root
    assert root is not None
    paragraphs = [line for line in tag_lines(root) if line.strip() == "P"]
    assert len(paragraphs) == 1
    assert len({kid.page for kid in root.kids[1].kids[1].kids}) == 3
