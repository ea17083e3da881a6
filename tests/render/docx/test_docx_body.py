"""The body: what each block and inline becomes in WordprocessingML."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from pipeline.render.docx.columns import grid_for
from pipeline.render.docx.identity import bookmark_name
from pipeline.render.docx.measures import Measures
from pipeline.renderer import RenderError
from pipeline.tree import (
    Cell,
    Figure,
    Foreign,
    Group,
    LineBreak,
    Link,
    List,
    Note,
    NoteReference,
    Role,
    Strong,
    Text,
    leaves,
    plain_text,
)
from pipeline.words import normalized
from tests.render.docx.kitchensink import kitchen_sink
from tests.render.docx.wordsheets import (
    body,
    document,
    heading,
    items,
    paragraph,
    picture,
    rendered,
    table,
    tree,
    w,
)


def section(*blocks) -> Group:
    return Group(Role.SECTION, blocks, "s")


def written(*blocks, notes=()):
    """Return the document part of a sheet that says `blocks`."""
    data = rendered(document(section(*blocks), notes=notes))
    return tree(data, "word/document.xml")


def styled(root, style: str) -> list:
    return [
        paragraph
        for paragraph in root.iter(w("p"))
        if paragraph.find(f"{w('pPr')}/{w('pStyle')}").get(w("val")) == style
    ]


def values(root, name: str, attribute: str = "val") -> list[str | None]:
    return [each.get(w(attribute)) for each in root.iter(w(name))]


def test_python_docx_reads_the_words_of_the_tree():
    shown = kitchen_sink()
    opened = docx.Document(BytesIO(rendered(shown)))
    outside = [normalized(each.text) for each in opened.paragraphs]
    cells = [
        normalized(cell.text)
        for each in opened.tables
        for row in each.rows
        for cell in row.cells
    ]
    wanted = _as_python_docx_reads(shown)
    found = [text for text in (*outside, *cells) if text]
    assert sorted(found) == sorted(text for text in wanted if text)


def _as_python_docx_reads(shown) -> list[str]:
    """Return the leaves' words: first calls are elements to it, later ones numbers."""
    called: set[str] = set()
    texts = []
    for leaf in leaves(shown.blocks):
        kept = []
        for each in leaf.content:
            is_first = isinstance(each, NoteReference) and each.note not in called
            if is_first:
                called.add(each.note)
            else:
                kept.append(each)
        texts.append(normalized(plain_text(tuple(kept)).replace("\u2011", "-")))
    return texts


def test_title_and_sections_are_built_in_headings():
    root = written(heading("One", "one", "a"), heading("Two", "two", "b", 3))
    assert len(styled(root, "Heading1")) == 1
    assert len(styled(root, "Heading2")) == len(styled(root, "Heading3")) == 1


def test_key_facts_have_a_heading_of_level_two():
    styles = tree(rendered(kitchen_sink()), "word/styles.xml")
    [title] = [each for each in styles if each.get(w("styleId")) == "KeyFactsTitle"]
    assert values(title, "outlineLvl") == ["1"]
    assert values(title, "basedOn") == ["Heading2"]


def test_each_ordered_list_starts_its_own_count():
    first = List(Role.LIST, True, 1, 1, items(("a", "b"), "l", "1."), "l")
    second = List(Role.LIST, True, 7, 1, items(("c",), "m", "7."), "m")
    data = rendered(document(section(first, second)))
    numbers = values(tree(data, "word/document.xml"), "numId")
    assert numbers[0] == numbers[1] != numbers[2]
    assert values(tree(data, "word/numbering.xml"), "startOverride") == ["1", "7"]


def test_lists_deeper_than_word_can_hold_are_refused_with_their_place():
    deep = List(Role.LIST, False, 1, 10, items(("a",), "l", "•"), "l")
    with pytest.raises(RenderError) as caught:
        written(deep)
    [found] = caught.value.findings
    assert (found.code, found.origin) == ("list-depth", "l")


def test_links_outside_are_relationships_used_once_for_each_address():
    link = Link((Text("atlas"),), "https://example.org/?a=1&b=2")
    data = rendered(document(section(body((link, Text(" "), link), "b"))))
    relations = tree(data, "word/_rels/document.xml.rels")
    outside = [each for each in relations if each.get("TargetMode") == "External"]
    assert [each.get("Target") for each in outside] == ["https://example.org/?a=1&b=2"]
    root = tree(data, "word/document.xml")
    assert len(list(root.iter(w("hyperlink")))) == 2


def test_links_inside_lead_to_the_bookmark_of_the_heading():
    link = Link((Text("see"),), "#where-not")
    root = written(heading("Where not", "where-not", "h"), body((link,), "b"))
    assert values(root, "hyperlink", "anchor") == ["where_not"]
    assert "where_not" in values(root, "bookmarkStart", "name")


@pytest.mark.parametrize("anchor", ["2024-levels", "a" * 60, "a" * 59 + "b", "x-1"])
def test_bookmark_names_are_what_word_allows(anchor):
    name = bookmark_name(anchor)
    assert len(name) <= 40
    assert name[0].isalpha()
    assert name.replace("_", "").isalnum()


def test_long_anchors_that_begin_alike_stay_apart():
    assert bookmark_name("a" * 59 + "b") != bookmark_name("a" * 60)


def test_emphasis_inside_a_link_is_one_character_style():
    link = Link((Text("a "), Strong((Text("b"),))), "https://example.org/")
    root = written(body((link,), "b"))
    assert values(root, "rStyle") == ["Hyperlink", "HyperlinkStrong"]


@pytest.mark.parametrize(
    ("lang", "attribute"), [("sq", "val"), ("ar", "bidi"), ("zh-Hans", "eastAsia")]
)
def test_foreign_words_name_their_language_for_their_script(lang, attribute):
    root = written(body((Foreign(lang, (Text("x"),)),), "b"))
    assert values(root, "lang", attribute) == [lang]


def test_line_ends_and_special_hyphens_are_elements():
    root = written(body((Text("a\u00adb\u2011c"), LineBreak(), Text("d")), "b"))
    [paragraph] = styled(root, "BodyText")
    for name in ("softHyphen", "noBreakHyphen", "br"):
        assert len(list(paragraph.iter(w(name)))) == 1


def test_markup_in_the_words_stays_words():
    root = written(body('a < b & c > "d" ]]> <w:br/>', "b"))
    [paragraph] = styled(root, "BodyText")
    assert paragraph.findtext(f".//{w('t')}") == 'a < b & c > "d" ]]> <w:br/>'


def test_only_the_first_row_of_a_table_repeats():
    [found] = written(table("t", rows=3)).iter(w("tbl"))
    heads = [
        row.find(f".//{w('tblHeader')}") is not None for row in found.iter(w("tr"))
    ]
    assert heads == [True, False, False, False]
    assert len(list(found.iter(w("cantSplit")))) == 4


def test_columns_are_set_by_styles():
    [found] = written(table("t", rows=1)).iter(w("tbl"))
    assert values(found, "pStyle") == [
        "TableHeading", "TableHeadingEnd", "TableHeadingCenter",
        "TableRowHeading", "TableTextEnd", "TableTextCenter",
    ]  # fmt: skip


def test_a_table_tells_readers_its_caption_and_its_columns():
    [found] = written(table("t", caption="Mean flow")).iter(w("tbl"))
    assert values(found, "tblCaption") == ["Mean flow"]
    assert values(found, "tblDescription") == ["River; Flow (m³/s); Trend"]


def test_the_grid_fills_the_text_and_a_wide_one_the_page():
    measures = Measures(612, 792, 54, 66, 60, 92, 9.5, 7.5)
    narrow = grid_for(table("t"), measures)
    assert (sum(narrow.widths), narrow.is_wide) == (412 * 20, False)
    columns = table("t").header * 9
    wide = replace(table("t"), header=columns, rows=())
    assert sum(grid_for(wide, measures).widths) == 504 * 20


def test_a_table_short_of_room_is_set_closer_and_keeps_its_words_whole():
    measures = Measures(612, 792, 54, 66, 60, 92, 9.5, 7.5)
    numbers = tuple(
        Cell(paragraph(Role.TABLE_TEXT, "2468234.5", f"t[{n}]"), None)
        for n in range(10)
    )
    grid = grid_for(replace(table("t"), header=numbers, rows=()), measures)
    assert (grid.is_wide, grid.is_close) == (True, True)
    # Nine figures and a point in Calibri, 7.5 pt, with the close table's margins.
    assert min(grid.widths) / 20 > 9 * 0.507 * 7.5 + 2 * 2.5


def test_a_figure_without_caption_keeps_with_nothing():
    alone = Figure(picture(), "A picture.", None, "f")
    told = replace(alone, caption=paragraph(Role.FIGURE_CAPTION, "Levels", "f.c"))
    assert len(styled(written(alone), "PictureAlone")) == 1
    assert len(styled(written(told), "Picture")) == 1


def test_tables_that_touch_stay_two():
    root = written(table("t", caption=None), table("u", caption=None))
    kinds = [each.tag for each in root.find(w("body"))]
    assert kinds[-5:] == [w("tbl"), w("p"), w("tbl"), w("p"), w("sectPr")]


def test_pictures_stand_in_line_with_their_words_or_as_ornaments():
    shown = Figure(picture(), 'A "bar" chart', None, "f")
    ornament = Figure(picture(shade=9), None, None, "g")
    root = written(shown, ornament)
    names = [each.get("descr") for each in root.iter("{*}docPr")]
    assert names == ['A "bar" chart', None]
    assert [each.get("val") for each in root.iter("{*}decorative")] == ["1"]
    assert not list(root.iter("{*}anchor"))


def test_a_picture_is_no_wider_than_the_text():
    root = written(Figure(picture(4000, 1000), "wide", None, "f"))
    [extent] = root.iter("{*}extent")
    assert int(extent.get("cx", "0")) <= 412 * 12_700
    assert int(extent.get("cx", "0")) / int(extent.get("cy", "1")) == pytest.approx(4)


def test_notes_are_footnotes_and_repeated_calls_are_fields_on_them():
    data = rendered(kitchen_sink())
    root = tree(data, "word/document.xml")
    assert values(root, "footnoteReference", "id") == ["1", "2"]
    assert [each.text for each in root.iter(w("instrText"))] == [
        " NOTEREF _Note1 \\f \\h "
    ]
    notes = tree(data, "word/footnotes.xml")
    assert [each.get(w("id")) for each in notes] == ["-1", "0", "1", "2"]


def test_a_note_that_calls_a_note_is_refused_with_its_place():
    call = NoteReference("n", "1")
    note = Note("n", "1", paragraph(Role.NOTE, (Text("See "), call), "notes[0].text"))
    with pytest.raises(RenderError) as caught:
        written(body((call,), "b"), notes=(note,))
    [found] = caught.value.findings
    assert (found.code, found.origin) == ("note-in-note", "notes[0].text")


def test_what_stands_around_the_text_repeats_the_body():
    data = rendered(document(section(body("Words.", "b"))))
    head = "".join(tree(data, "word/header1.xml").itertext())
    foot = "".join(tree(data, "word/footer1.xml").itertext())
    assert head == "Rivers & Lakes <of> the NorthData Sheet | 2 May 2024"
    assert foot.startswith("Ministry of Waters | Office of Rivers and LakesPage ")
    said = "".join(tree(data, "word/document.xml").itertext())
    for words in ("Ministry of Waters", "Data Sheet", "2 May 2024"):
        assert words in said


def test_the_emblem_stands_in_the_body_where_it_is_read():
    root = tree(rendered(kitchen_sink()), "word/document.xml")
    first = next(root.iter(w("p")))
    assert values(first, "pStyle") == ["Emblem"]
    [properties] = first.iter("{*}docPr")
    assert properties.get("descr") == "A heron above a wave"
