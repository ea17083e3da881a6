"""A document that uses everything the tree can say."""

from dataclasses import replace

from pipeline.tree import (
    Definition,
    Definitions,
    Document,
    Figure,
    Group,
    Heading,
    Link,
    List,
    ListItem,
    Role,
    Text,
)
from tests.render.docx.sinkwords import opening, sink_notes
from tests.render.docx.wordsheets import (
    META,
    body,
    document,
    heading,
    items,
    paragraph,
    picture,
    table,
    wide_table,
)


def kitchen_sink() -> Document:
    """Return a document that holds every block, role and inline."""
    blocks = (
        paragraph(Role.STANDFIRST, META.summary, "standfirst"),
        _key_facts(),
        opening(),
        _lists(),
        _tables(),
        _apart(),
        _people(),
        Group(
            Role.SECTION,
            (body("More is available from the following sources:", "m.intro"), _more()),
            "m",
        ),
        Group(
            Role.COLOPHON,
            (
                paragraph(Role.COLOPHON_TEXT, "Names do not imply a status.", "c1"),
                paragraph(Role.COLOPHON_TEXT, "Edition 3", "c2"),
                paragraph(Role.COLOPHON_TEXT, "Replaces: Edition 2", "c3"),
            ),
            "colophon",
        ),
    )
    whole = document(*blocks, notes=sink_notes())
    return replace(whole, emblem=picture(200, 200), emblem_alt="A heron above a wave")


def _key_facts() -> Group:
    facts = tuple(
        Definition(
            paragraph(Role.FACT_LABEL, label, f"k[{index}].label"),
            (paragraph(Role.FACT_VALUE, value, f"k[{index}].value"),),
            f"k[{index}]",
        )
        for index, (label, value) in enumerate(
            [
                ("Rivers measured", "412"),
                ("Longest river", "Aldra, 611 kilometres"),
                ("Gauges replaced since 2019", "More than half"),
            ]
        )
    )
    title = Heading(
        Role.KEY_FACTS_TITLE, 2, (Text("Key facts"),), "key-facts-panel", "k.title"
    )
    return Group(
        Role.KEY_FACTS, (title, Definitions(Role.KEY_FACTS, facts, "k.facts")), "k"
    )


def _nested(level: int, origin: str) -> List:
    texts = (f"Level {level}, first of two", f"Level {level}, second of two")
    ordered = level % 2 == 0
    both = items(texts, origin, "1." if ordered else "•")
    if level < 5:
        extra = (
            paragraph(Role.LIST_TEXT, f"More of level {level}", f"{origin}.more"),
            _nested(level + 1, f"{origin}.inner"),
        )
        both = (replace(both[0], blocks=(*both[0].blocks, *extra)), *both[1:])
    return List(Role.LIST, ordered, 1, level, both, origin)


def _lists() -> Group:
    steps = ("Open the valve.", "Wait until the level settles; it takes an hour.")
    later = List(Role.LIST, True, 7, 1, items(steps, "l.later", "7."), "l.later")
    return Group(
        Role.SECTION,
        (
            heading("How levels are read", "2024-levels", "l.heading"),
            body("Read a gauge in this order:", "l.intro"),
            List(Role.LIST, True, 1, 1, items(steps, "l.steps", "1."), "l.steps"),
            body("Then go on:", "l.then"),
            later,
            body("What the levels of a list look like:", "l.nest"),
            _nested(1, "l.nested"),
            Group(
                Role.SECTION,
                (
                    heading("Where it is not done", "where-not", "l.sub", 3),
                    body("Two lakes have no gauge.", "l.sub.text"),
                ),
                "l.s",
            ),
        ),
        "l",
    )


def _apart() -> Group:
    callout = Group(
        Role.CALLOUT,
        (
            paragraph(Role.CALLOUT_TITLE, "Before you travel", "a.c.title"),
            paragraph(Role.CALLOUT_TEXT, "Check three things:", "a.c.text"),
            List(
                Role.LIST, False, 1, 1,
                items(("the level", "the forecast, read twice a day"), "a.c.l", "•"),
                "a.c.l",
            ),
            paragraph(Role.CALLOUT_TEXT, "Then decide.", "a.c.end"),
        ),
        "a.c",
    )  # fmt: skip
    untitled = Group(
        Role.CALLOUT,
        (
            paragraph(Role.CALLOUT_TEXT, "A callout without a title.", "a.d.1"),
            paragraph(Role.CALLOUT_TEXT, "It has two paragraphs.", "a.d.2"),
        ),
        "a.d",
    )
    quote = Group(
        Role.QUOTE,
        (
            paragraph(Role.QUOTE_TEXT, "Water finds its way. " * 6, "a.q.1"),
            paragraph(Role.QUOTE_TEXT, "We only measure it.", "a.q.2"),
            paragraph(Role.ATTRIBUTION, "Head of the office", "a.q.by"),
        ),
        "a.q",
    )
    caption = paragraph(Role.FIGURE_CAPTION, "Flow by month", "a.f.caption")
    alt = 'Bars by month: "highest" in May & lowest in August'
    return Group(
        Role.SECTION,
        (
            heading("Set apart", "set-apart", "a.heading"),
            callout,
            body("Text between callouts.", "a.between"),
            untitled,
            quote,
            Figure(picture(900, 420), alt, caption, "a.f"),
            body("Text after a figure.", "a.after"),
            Figure(picture(400, 60, 90), None, None, "a.g"),
            body("Text after an ornament.", "a.last"),
        ),
        "a",
    )


def _definition(term: str, detail: str | None, origin: str) -> Definition:
    details = (paragraph(Role.DETAIL, detail, f"{origin}.detail"),) if detail else ()
    return Definition(paragraph(Role.TERM, term, f"{origin}.term"), details, origin)


def _people() -> Group:
    timeline = Definitions(
        Role.TIMELINE,
        (
            _definition("Since 1999", "The office measures by hand. " * 4, "p.t[0]"),
            _definition("5 May 2014", "The first automatic gauge.", "p.t[1]"),
        ),
        "p.t",
    )
    members = Definitions(
        Role.DIRECTORY,
        (
            _definition("River Council", "Since 2009", "p.m[0]"),
            _definition("Lake Council", None, "p.m[1]"),
        ),
        "p.m",
    )
    contacts = Group(
        Role.CONTACTS, (_contact("North", "p.c[0]"), _contact("South", "p.c[1]")), "p.c"
    )
    return Group(
        Role.SECTION,
        (
            heading("Who measures", "who-measures", "p.heading"),
            timeline,
            members,
            paragraph(Role.TABLE_NOTE, "As of 2 May 2024", "p.as_of"),
            contacts,
        ),
        "p",
    )


def _contact(name: str, origin: str) -> Group:
    mail = (Link((Text("office@example.org"),), "mailto:office@example.org"),)
    return Group(
        Role.CONTACT,
        (
            paragraph(Role.CONTACT_NAME, f"Office {name}", f"{origin}.name"),
            paragraph(Role.CONTACT_LINE, "12 Weir Street", f"{origin}.address[0]"),
            paragraph(Role.CONTACT_LINE, "Tel. 202-380-3581", f"{origin}.phone"),
            paragraph(Role.CONTACT_LINE, mail, f"{origin}.email"),
        ),
        origin,
    )


def _more() -> List:
    items = []
    for index, name in enumerate(("Yearbook of the waters", "Atlas of the lakes")):
        link = (Link((Text(name),), f"https://example.org/{index}"), Text(" | 2024"))
        text = paragraph(Role.RESOURCE_TEXT, link, f"m.items[{index}].text")
        items.append(ListItem("•", (text,), f"m.items[{index}]"))
    return List(Role.RESOURCES, False, 1, 1, tuple(items), "m.items")


def _tables() -> Group:
    long_name = "a-heading-whose-name-is-longer-than-forty-letters"
    noted = replace(
        table("t1", rows=4),
        notes=(paragraph(Role.TABLE_NOTE, "Source: yearbook 2023.", "t1.note"),),
    )
    return Group(
        Role.SECTION,
        (
            heading(
                "A heading whose name is longer than forty letters", long_name, "t"
            ),
            noted,
            body("Text between two tables.", "t.between"),
            table("t2", rows=2, caption=None, heads=False),
            table("t3", rows=2, caption=None),
            body("Text after tables that touch.", "t.after"),
            wide_table(),
            table("t4", rows=60, caption="A long table"),
        ),
        "t",
    )
