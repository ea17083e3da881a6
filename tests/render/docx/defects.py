"""Defects to plant in the kitchen sink's Word file, one in each function."""

from copy import deepcopy

from lxml import etree

from tests.render.docx.wordsheets import w


def first(root: etree._Element, name: str) -> etree._Element:
    return next(root.iter(w(name)))


def saying(root: etree._Element, words: str) -> etree._Element:
    """Return the first paragraph that says `words`."""
    return next(p for p in root.iter(w("p")) if words in "".join(p.itertext()))


def remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def swap_paragraphs(root):
    first_one, second = saying(root, "Open the valve"), saying(root, "Wait until")
    first_one.addprevious(second)


def drop_paragraph(root):
    remove(saying(root, "Two lakes have no gauge."))


def change_word(root):
    first(saying(root, "Two lakes"), "t").text = "Three lakes have no gauge."


def lose_line_end(root):
    remove(first(root, "br"))


def change_style(root):
    first(saying(root, "Two lakes"), "pStyle").set(w("val"), "CalloutText")


def make_heading_text(root):
    first(saying(root, "How levels are read"), "pStyle").set(w("val"), "BodyText")


def skip_heading_level(root):
    first(saying(root, "Key facts"), "pStyle").set(w("val"), "Heading3")


def lose_stress(root):
    remove(saying(root, "June").find(f"{w('r')}/{w('rPr')}"))


def lose_language(root):
    remove(next(e for e in root.iter(w("lang")) if e.get(w("val")) == "sq"))


def lose_link(root):
    link = next(e for e in root.iter(w("hyperlink")) if e.get(w("anchor")))
    for run in reversed(link):
        link.addnext(run)
    remove(link)


def lead_elsewhere(root):
    links = [e for e in root.iter(w("hyperlink")) if not e.get(w("anchor"))]
    key = next(iter(links[0].attrib))
    links[0].set(key, str(links[-1].get(key)))


def lose_alt(root):
    picture = next(root.iter("{*}docPr"))
    del picture.attrib["descr"]


def lose_picture(root):
    remove(saying_nothing(root, "Picture"))


def saying_nothing(root, style: str) -> etree._Element:
    return next(
        p for p in root.iter(w("p")) if first(p, "pStyle").get(w("val")) == style
    )


def lose_header_row(root):
    remove(first(root, "tblHeader"))


def lose_table_caption(root):
    remove(first(root, "tblCaption"))


def lose_row(root):
    remove(list(first(root, "tbl").iter(w("tr")))[-1])


def lose_cell(root):
    remove(first(root, "tc"))


def merge_cells(root):
    etree.SubElement(first(root, "tcPr"), w("gridSpan")).set(w("val"), "2")


def unlist_item(root):
    first(saying(root, "Level 1, second"), "pStyle").set(w("val"), "ListContinue")


def join_lists(root):
    numbers = list(root.iter(w("numId")))
    later = saying(root, "Then go on").getnext()
    first(later, "numId").set(w("val"), str(numbers[0].get(w("val"))))


def swap_note_calls(root):
    calls = list(root.iter(w("footnoteReference")))
    calls[0].set(w("id"), "2")


def call_no_note(root):
    first(root, "footnoteReference").set(w("id"), "9")


def format_directly(root):
    properties = first(root, "rPr")
    properties.append(etree.Element(w("b")))


def add_blank(root):
    words = saying(root, "Two lakes")
    blank = deepcopy(words)
    remove(first(blank, "r"))
    words.addnext(blank)


def use_unknown_style(root):
    first(saying(root, "June"), "rStyle").set(w("val"), "Loud")


def open_bookmark(root):
    remove(first(root, "bookmarkEnd"))


def repeat_bookmark(root):
    names = list(root.iter(w("bookmarkStart")))
    names[1].set(w("name"), str(names[0].get(w("name"))))


def lengthen_bookmark(root):
    first(root, "bookmarkStart").set(w("name"), "a" * 41)


def lose_bookmark(root):
    start = next(
        e for e in root.iter(w("bookmarkStart")) if e.get(w("name")) == "where_not"
    )
    end = next(
        e for e in root.iter(w("bookmarkEnd")) if e.get(w("id")) == start.get(w("id"))
    )
    remove(start)
    remove(end)


def repeat_paragraph_id(root):
    key = next(key for key in first(root, "p").attrib if "paraId" in key)
    paragraphs = list(root.iter(w("p")))
    paragraphs[1].set(key, str(paragraphs[0].get(key)))


def repeat_picture_id(root):
    for picture in root.iter("{*}docPr"):
        picture.set("id", "1")


def add_content_control(root):
    first(root, "body").insert(0, etree.Element(w("sdt")))


def drop_note(root):
    remove(root[-1])


def change_note(root):
    first(saying(root, "Above the sea"), "t").text = "Below the sea."


def empty_list_levels(root):
    for kind in root.iter(w("numFmt")):
        kind.set(w("val"), "bullet")


def start_at_one(root):
    for start in root.iter(w("startOverride")):
        start.set(w("val"), "1")


def rename_style(root):
    style = next(e for e in root if e.get(w("styleId")) == "Standfirst")
    style.set(w("styleId"), "Lead")


def change_language(root):
    first(root, "lang").set(w("val"), "fr-FR")


def change_running_words(root):
    first(root, "t").text = "Another title"


def count_no_pages(root):
    for code in root.iter(w("instrText")):
        code.text = " DATE "


def retitle(root):
    next(root.iter("{*}title")).text = "untitled"


def change_model(root):
    root[0].text = '{"title":"Lakes"}'


def lead_outside(data: bytes) -> bytes:
    return data.replace(b"mailto:", b"file:/etc/")


def lead_nowhere(data: bytes) -> bytes:
    return data.replace(b"header1.xml", b"header9.xml")


def fetch_from_outside(data: bytes) -> bytes:
    inside = b'Target="header1.xml"'
    assert inside in data
    return data.replace(inside, b'Target="https://a.org/" TargetMode="External"')


def declare_entities(data: bytes) -> bytes:
    head, body = data.split(b"\n", 1)
    return head + b'<!DOCTYPE a [<!ENTITY e "x">]>' + body
