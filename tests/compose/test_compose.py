"""Order, labels and origins of the tree that a sheet composes to."""

import pytest

from pipeline.compose import compose
from pipeline.tree import (
    Definitions,
    Group,
    Heading,
    List,
    Paragraph,
    Role,
    Table,
    inlines,
    leaves,
    plain_text,
    walk,
)
from schemas.factsheet import FactSheet
from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    ForeignRun,
    LinkRun,
    LinkStatus,
    NoteRun,
    StrongRun,
    TextRun,
)


def document(*blocks, **fields):
    base = {
        "title": "U.S. Relations With Kosovo",
        "kind": "Fact Sheet",
        "issuer": {"agency": "Department", "bureau": "Bureau"},
        "issued": "2016-03-17",
        "sections": ({"heading": "Aid", "blocks": blocks or (paragraph("words"),)},),
    }
    return compose(FactSheet.model_validate(base | fields), {})


def paragraph(text):
    return {"kind": "paragraph", "text": text}


def printed(made):
    return [plain_text(leaf.content) for leaf in leaves(made.blocks)]


def blocks_of(made, kind):
    return [block for block in walk(made.blocks) if isinstance(block, kind)]


def test_masthead_reads_title_issuer_kind_date_standfirst():
    assert printed(document(standfirst="More."))[:6] == [
        "U.S. Relations With Kosovo",
        "Department",
        "Bureau",
        "Fact Sheet",
        "March 17, 2016",
        "More.",
    ]


def test_what_a_sheet_does_not_state_is_not_printed():
    made = document(kind=None, issuer={}, issued=None)
    assert printed(made)[:2] == ["U.S. Relations With Kosovo", "Aid"]
    assert (made.running.head_end, made.running.foot_start) == ("", "")


def test_a_place_without_a_day_of_issue_stands_alone():
    assert printed(document(place="Brussels", issued=None))[4] == "Brussels"


def test_a_running_head_has_a_bar_only_between_two_things():
    assert document(kind=None).running.head_end == "March 17, 2016"
    assert document(issued=None).running.head_end == "Fact Sheet"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "department:u-s-relations-with-kosovo:2016-03-17"),
        ({"issued": None}, "department:u-s-relations-with-kosovo:undated"),
        ({"issuer": {}}, "unsigned:u-s-relations-with-kosovo:2016-03-17"),
        (
            {"issuer": {"bureau": "Bureau"}},
            "bureau:u-s-relations-with-kosovo:2016-03-17",
        ),
    ],
)
def test_the_identifier_has_a_word_for_what_is_not_stated(fields, expected):
    assert document(**fields).meta.id == f"urn:factsheet:{expected}:en-US:1"


def test_the_place_of_issue_stands_before_the_date():
    assert "Brussels, March 17, 2016" in printed(document(place="Brussels"))


def test_heading_levels_follow_nesting():
    made = document(
        sections=(
            {
                "heading": "Aid",
                "sections": ({"heading": "Food", "blocks": (paragraph("x"),)},),
            },
        )
    )
    levels = [(each.level, each.role) for each in blocks_of(made, Heading)]
    assert levels == [(1, Role.TITLE), (2, Role.HEADING), (3, Role.SUBHEADING)]


def test_a_section_without_heading_has_none():
    made = document(sections=({"blocks": (paragraph("x"),)},))
    assert [each.role for each in blocks_of(made, Heading)] == [Role.TITLE]


def test_every_leaf_has_its_own_origin():
    made = document(
        {"kind": "bullets", "items": ({"text": "a"}, {"text": "b"})},
        {"kind": "officials", "as_of": "2016-03-17",
         "officials": ({"name": "N", "office": "O"},)},
        key_facts=({"label": "L", "value": "V"},),
    )  # fmt: skip
    origins = [leaf.origin for leaf in leaves(made.blocks)]
    assert len(origins) == len(set(origins))


def test_key_facts_stand_under_a_heading_before_the_sections():
    made = document(key_facts=({"label": "Capital", "value": "Pristina"},))
    assert printed(made)[5:9] == ["Key facts", "Capital", "Pristina", "Aid"]


def test_a_lost_link_prints_its_words_and_leads_nowhere():
    lost = LinkRun(runs=(TextRun(text="here"),), status=LinkStatus.LOST)
    body = list(leaves(document(paragraph((lost,))).blocks))[-1]
    assert [type(inline).__name__ for inline in inlines(body.content)] == ["Text"]
    assert plain_text(body.content) == "here"


def test_every_kind_of_run_keeps_its_words():
    runs = (
        TextRun(text="The "),
        StrongRun(runs=(TextRun(text="whole"),)),
        BreakRun(),
        AbbreviationRun(text="EU", expansion="European Union"),
        ForeignRun(lang="sq", runs=(TextRun(text=" besa"),)),
    )
    assert printed(document(paragraph(runs)))[-1] == "The whole EU besa"


def test_notes_are_numbered_by_their_first_call():
    calls = (TextRun(text="a"), NoteRun(note="z"), NoteRun(note="y"), NoteRun(note="z"))
    made = document(
        paragraph(calls),
        notes=({"name": "y", "text": "Yes."}, {"name": "z", "text": "Zed."}),
    )
    numbered = [(n.label, n.id, n.text.origin) for n in made.notes]
    assert numbered == [("1", "z", "notes[1].text"), ("2", "y", "notes[0].text")]


def test_numbered_items_count_from_their_start():
    made = document({"kind": "numbers", "start": 3, "items": ({"text": "a"},) * 2})
    [counted] = blocks_of(made, List)
    assert [item.label for item in counted.items] == ["3.", "4."]


def test_row_headers_are_headers_of_their_rows():
    cell = {"text": "x"}
    made = document(
        {"kind": "table", "header": (cell, cell), "rows": ((cell, {}),),
         "row_headers": "yes"}
    )  # fmt: skip
    [table] = blocks_of(made, Table)
    assert [cell.scope for cell in table.header] == ["column", "column"]
    assert [cell.scope for cell in table.rows[0]] == ["row", None]


def test_memberships_say_since_when_and_what_is_not():
    made = document(
        {
            "kind": "memberships",
            "memberships": (
                {"organization": "World Bank", "since": "2009"},
                {"organization": "United Nations", "member": "no"},
            ),
        }
    )
    [directory] = blocks_of(made, Definitions)
    assert [plain_text(item.details[0].content) for item in directory.items] == [
        "Since 2009",
        "Not a member",
    ]


def test_officials_say_on_which_day_it_was_true():
    made = document(
        {"kind": "officials", "as_of": "2016-03-17",
         "officials": ({"name": "N", "office": "Ambassador"},)}
    )  # fmt: skip
    assert printed(made)[-3:] == ["N", "Ambassador", "As of March 17, 2016"]


def test_a_mission_links_its_mail_and_web_addresses():
    made = document(
        {"kind": "missions", "missions": (
            {"name": "Embassy", "address": ("1 K St.",), "phone": "202-555-0100",
             "email": "a@example.org", "web": "https://example.org/"},)}
    )  # fmt: skip
    assert printed(made)[-5:] == [
        "Embassy", "1 K St.", "Tel. 202-555-0100", "a@example.org", "example.org",
    ]  # fmt: skip


def test_the_first_edition_says_nothing_of_editions():
    assert blocks_of(document(), Group)[-1].role is Role.SECTION
    later = document(edition="2", supersedes="Edition of 2015")
    assert printed(later)[-2:] == ["Edition 2", "Replaces: Edition of 2015"]


def test_running_matter_names_title_kind_date_and_issuer():
    running = document().running
    assert running.head_start == "U.S. Relations With Kosovo"
    assert running.head_end == "Fact Sheet | March 17, 2016"
    assert running.foot_start == "Department | Bureau"


def test_a_long_title_is_shortened_at_a_word_in_the_running_head():
    title = "Measurement and Publication of River Levels " * 3
    running = document(title=title.strip()).running
    assert running.head_start == (
        "Measurement and Publication of River Levels "
        "Measurement and Publication of River Levels…"
    )
    assert len(running.head_start) + len(running.head_end) <= 116


def test_resources_are_a_list_under_their_introduction():
    made = document(
        {"kind": "resources", "intro": "Read on:", "items": ({"text": "A page"},)}
    )
    [listed] = blocks_of(made, List)
    assert listed.role is Role.RESOURCES
    assert [type(b) for b in made.blocks[-1].blocks] == [Heading, Paragraph, List]
