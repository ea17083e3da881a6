from pathlib import Path

from PIL import Image

from pipeline.load import load_bytes
from schemas.blocks import (
    Block,
    BulletList,
    Callout,
    Event,
    Figure,
    Membership,
    Mission,
    NumberedList,
    Official,
    Paragraph,
    Quote,
    Resources,
    Section,
    Table,
    Timeline,
)
from schemas.factsheet import FactSheet
from schemas.richtext import plain
from schemas.values import Alignment

MASTHEAD = "---\ntitle: Costs\nissuer: {agency: Treasury}\nissued: 2016-03-17\n---\n"


def sheet(body: str) -> FactSheet:
    loaded = load_bytes("a.md", (MASTHEAD + body).encode())
    assert loaded.report == ()
    assert loaded.sheet is not None
    return loaded.sheet


def block(body: str) -> Block:
    (section,) = sheet(body).sections
    (found,) = section.blocks
    return found


def heading(section: Section) -> str | None:
    return plain(section.heading) if section.heading else None


def test_headings_make_sections_two_levels_deep() -> None:
    first, second, third = sheet(
        "Intro.\n\n## One {#a}\n\nText.\n\n### Two\n\nText.\n\n---\n\nEnd.\n"
    ).sections
    assert [heading(each) for each in (first, second, third)] == [None, "One", None]
    assert second.name == "a"
    assert [heading(inner) for inner in second.sections] == ["Two"]


def test_an_item_holds_its_text_then_paragraphs_and_lists() -> None:
    found = block("- one\n\n  more\n\n  1. inner\n  2. other\n- two\n")
    assert isinstance(found, BulletList)
    first, second = found.items
    assert [inner.kind for inner in first.blocks] == ["paragraph", "numbers"]
    assert plain(second.text) == "two"


def test_a_numbered_list_starts_where_it_says() -> None:
    found = block("7. seven\n8. eight\n")
    assert isinstance(found, NumberedList)
    assert (found.start, len(found.items)) == (7, 2)


def test_a_table_keeps_captions_alignments_notes_and_empty_cells() -> None:
    found = block(
        "::: table Costs *in all* {row-headers}\n"
        "| a | b | c |\n|---|:-:|--:|\n| 1 \\| 2 | | 3 |\n\nFirst.\n\nSecond.\n:::\n"
    )
    assert isinstance(found, Table)
    assert found.caption is not None
    assert plain(found.caption) == "Costs in all"
    assert found.alignments == (Alignment.START, Alignment.CENTER, Alignment.END)
    assert [cell.text and plain(cell.text) for cell in found.rows[0]] == [
        "1 | 2",
        None,
        "3",
    ]
    assert (found.row_headers, len(found.notes)) == (True, 2)


def test_a_bare_table_has_neither_caption_nor_row_headers() -> None:
    found = block("| a |\n|---|\n| 1 |\n")
    assert isinstance(found, Table)
    assert (found.caption, found.row_headers, found.notes) == (None, False, ())


def test_a_quote_knows_who_said_it() -> None:
    found = block("> One\n> two.\n>\n> Three.\n> — Somebody *else*\n")
    assert isinstance(found, Quote)
    assert [plain(each) for each in found.paragraphs] == ["One two.", "Three."]
    assert found.attribution is not None
    assert plain(found.attribution) == "Somebody else"


def test_a_quote_may_be_nobodys() -> None:
    found = block("> One — two.\n")
    assert isinstance(found, Quote)
    assert found.attribution is None


def test_a_callout_may_have_a_title() -> None:
    found = block("::: callout Mind *this*\nText.\n\n- item\n:::\n")
    assert isinstance(found, Callout)
    assert found.title is not None
    assert plain(found.title) == "Mind this"
    assert [inner.kind for inner in found.blocks] == ["paragraph", "bullets"]


def test_a_timeline_prints_words_or_the_date() -> None:
    found = block(
        "::: timeline\n2008\n: Began.\n  On it went.\n"
        "Autumn 2012 {date=2012-09}\n: Ended.\n:::\n"
    )
    assert isinstance(found, Timeline)
    first, second = found.events
    assert (first.date, first.label, plain(first.text)) == (
        "2008",
        None,
        "Began. On it went.",
    )
    assert isinstance(second, Event)
    assert (second.date, second.label) == ("2012-09", "Autumn 2012")


def test_memberships_officials_and_missions_are_typed() -> None:
    (section,) = sheet(
        "::: memberships\nBank\n: 2009\nCouncil\n: yes\nUnion\n: no\n:::\n\n"
        "::: officials {as-of=2016-03-17}\nAnn\n: Head\n:::\n\n"
        "::: missions\nEmbassy\n: 1 Street\n: City\n: phone: 123\n:::\n"
    ).sections
    memberships, officials, missions = section.blocks
    assert memberships.model_dump()["memberships"] == (
        Membership(organization="Bank", since="2009").model_dump(),
        Membership(organization="Council").model_dump(),
        Membership(organization="Union", member=False).model_dump(),
    )
    assert officials.model_dump()["officials"] == (
        Official(name="Ann", office="Head").model_dump(),
    )
    assert missions.model_dump()["missions"] == (
        Mission(name="Embassy", address=("1 Street", "City"), phone="123").model_dump(),
    )


def test_resources_have_an_introduction_or_none() -> None:
    found = block("::: resources\nTo read:\n\n- [a]{lost}\n- b | c\n:::\n")
    assert isinstance(found, Resources)
    assert found.intro is not None
    assert [plain(item.text) for item in found.items] == ["a", "b | c"]
    bare = block("::: resources\n- [a]{lost}\n:::\n")
    assert isinstance(bare, Resources)
    assert bare.intro is None


def test_footnotes_may_stand_anywhere_and_run_over_lines() -> None:
    found = sheet("One.[^b]\n\n[^b]: Small\n*print*.\n\nTwo.[^a]\n\n[^a]: More.\n")
    assert [(note.name, plain(note.text)) for note in found.notes] == [
        ("b", "Small print."),
        ("a", "More."),
    ]
    assert len(found.sections[0].blocks) == 2


def test_a_picture_may_be_decorative(tmp_path: Path) -> None:
    Image.new("L", (4, 4)).save(tmp_path / "a.png")
    loaded = load_bytes(
        "a.md", f"{MASTHEAD}![](a.png){{decorative}}\n".encode(), tmp_path
    )
    assert loaded.sheet is not None
    (figure,) = loaded.sheet.sections[0].blocks
    assert isinstance(figure, Figure)
    assert (figure.alt, figure.decorative) == (None, True)


def test_a_caption_stands_in_the_picture_or_in_the_container(tmp_path: Path) -> None:
    Image.new("L", (4, 4)).save(tmp_path / "a.png")
    for body in (
        '![Costs \\"rose\\"](a.png "All *costs*")\n',
        '::: figure All *costs*\n![Costs "rose"](a.png)\n:::\n',
    ):
        loaded = load_bytes("a.md", (MASTHEAD + body).encode(), tmp_path)
        assert loaded.sheet is not None, loaded.report
        (figure,) = loaded.sheet.sections[0].blocks
        assert isinstance(figure, Figure)
        assert figure.alt == 'Costs "rose"'
        assert figure.caption is not None
        assert plain(figure.caption) == "All costs"


def test_a_paragraph_keeps_its_words() -> None:
    found = block("Kosovo's and Kosovo’s  own\nwords.\n")
    assert isinstance(found, Paragraph)
    assert plain(found.text) == "Kosovo's and Kosovo’s own words."
