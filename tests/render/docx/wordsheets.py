"""Documents made by hand: one plain, and one that uses everything the tree can say."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from PIL import Image

from pipeline.tree import (
    Abbreviation,
    Align,
    Block,
    Cell,
    Definition,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Group,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    Note,
    NoteReference,
    Paragraph,
    Picture,
    Role,
    RunningMatter,
    Strong,
    Table,
    Text,
)

META = Meta(
    id="urn:factsheet:ministry-of-waters:rivers:2024-05-02:en-GB:3",
    title="Rivers & Lakes <of> the North",
    agency="Ministry of Waters",
    bureau="Office of Rivers and Lakes",
    kind="Data Sheet",
    issued=date(2024, 5, 2),
    issued_text="2 May 2024",
    lang="en-GB",
    summary="How much water the northern rivers carry, and who measures it.",
    keywords=("rivers", "lakes"),
    edition=3,
    number="2024/17",
    rights="Public domain",
    supersedes="Edition 2 of March 2023",
)
RUNNING = RunningMatter(
    META.title,
    "Data Sheet | 2 May 2024",
    "Ministry of Waters | Office of Rivers and Lakes",
    "Page {page} of {pages}",
)


def picture(width: int = 320, height: int = 180, shade: int = 120) -> Picture:
    stream = BytesIO()
    Image.new("RGB", (width, height), (shade, 140, 190)).save(stream, "PNG")
    return Picture(stream.getvalue(), "image/png", width, height)


def body(text: str | tuple[Inline, ...], origin: str) -> Paragraph:
    return paragraph(Role.BODY, text, origin)


def paragraph(role: Role, text: str | tuple[Inline, ...], origin: str) -> Paragraph:
    content = (Text(text),) if isinstance(text, str) else text
    return Paragraph(role, content, origin)


def heading(text: str, anchor: str, origin: str, level: int = 2) -> Heading:
    roles = {1: Role.TITLE, 2: Role.HEADING, 3: Role.SUBHEADING}
    return Heading(roles[level], level, (Text(text),), anchor, origin)


def document(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    masthead = (
        heading(META.title, "rivers-lakes-of-the-north", "title", 1),
        paragraph(Role.AGENCY, META.agency, "issuer.agency"),
        paragraph(Role.BUREAU, str(META.bureau), "issuer.bureau"),
        paragraph(Role.KIND, META.kind, "kind"),
        paragraph(Role.NUMBER, str(META.number), "number"),
        paragraph(Role.DATE, META.issued_text, "issued"),
    )
    return Document(META, RUNNING, None, None, (*masthead, *blocks), notes)


def plain() -> Document:
    text = "The northern rivers carry a third of the country’s water."
    return document(Group(Role.SECTION, (body(text, "sections[0].blocks[0]"),), "s"))


def kitchen_sink() -> Document:
    """Return a document that holds every block, role and inline."""
    blocks = (
        paragraph(Role.STANDFIRST, META.summary, "standfirst"),
        _key_facts(),
        _opening(),
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
    whole = document(*blocks, notes=_notes())
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


def _opening() -> Group:
    content = (
        Text("Snow feeds the rivers from April to "),
        Strong((Text("June"),)),
        Text(", and rain "),
        Emphasis((Text("for the rest"),)),
        Text(" of the year"),
        NoteReference("gauges", "1"),
        Text(". See "),
        Link(
            (Text("the "), Strong((Text("national "), Emphasis((Text("atlas"),)))),),
            "https://example.org/atlas?a=1&b=2",
        ),
        Text(" or "),
        Link((Text("the table"),), "#a-heading-whose-name-is-longer-than-forty-letters"),
        Text("; the "),
        Abbreviation("WMO", "World Meteorological Organization"),
        Text(" calls them "),
        Foreign("sq", (Text("lumenjtë e veriut"),)),
        Text(", "),
        Foreign("ar", (Text("أنهار الشمال"),)),
        Text(" and "),
        Foreign("zh-Hans", (Text("北方河流"),)),
        Text(". Tel. 202‑380‑3581, hydro\u00adlogical office,"),
        LineBreak(),
        Text("second line."),
    )
    again = (
        Text("Levels are averages"),
        NoteReference("levels", "2"),
        Text(" of daily readings, as said before"),
        NoteReference("gauges", "1"),
        Text(". ") ,
        Text("Every gauge is read by the office that owns it. " * 5),
    )
    return Group(Role.SECTION, (body(content, "o[0]"), body(again, "o[1]")), "o")


def _items(texts: tuple[str, ...], origin: str, label: str) -> tuple[ListItem, ...]:
    return tuple(
        ListItem(
            label,
            (paragraph(Role.LIST_TEXT, text, f"{origin}[{index}].text"),),
            f"{origin}[{index}]",
        )
        for index, text in enumerate(texts)
    )


def _nested(level: int, origin: str) -> List:
    texts = (f"Level {level}, first of two", f"Level {level}, second of two")
    ordered = level % 2 == 0
    items = _items(texts, origin, "1." if ordered else "•")
    if level < 5:
        extra = (
            paragraph(Role.LIST_TEXT, f"More of level {level}", f"{origin}.more"),
            _nested(level + 1, f"{origin}.inner"),
        )
        items = (replace(items[0], blocks=(*items[0].blocks, *extra)), *items[1:])
    return List(Role.LIST, ordered, 1, level, items, origin)


def _lists() -> Group:
    steps = ("Open the valve.", "Wait until the level settles; it takes an hour.")
    later = List(Role.LIST, True, 7, 1, _items(steps, "l.later", "7."), "l.later")
    return Group(
        Role.SECTION,
        (
            heading("How levels are read", "2024-levels", "l.heading"),
            body("Read a gauge in this order:", "l.intro"),
            List(Role.LIST, True, 1, 1, _items(steps, "l.steps", "1."), "l.steps"),
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


def table(
    origin: str, rows: int = 3, caption: str | None = "Mean flow", heads: bool = True
) -> Table:
    aligns = (Align.START, Align.END, Align.CENTER)
    names = ("River", "Flow (m³/s)", "Trend")
    header = tuple(
        Cell(paragraph(Role.TABLE_HEAD, name, f"{origin}.header[{index}]"), "column")
        for index, name in enumerate(names)
    )
    lines = []
    for row in range(rows):
        texts = (f"River {row + 1}", f"{1_200 - 37 * row:,}", "rising" if row % 2 else "")
        cells = tuple(
            Cell(
                paragraph(
                    Role.TABLE_HEAD if heads and not column else Role.TABLE_TEXT,
                    (Text(text),) if text else (),
                    f"{origin}.rows[{row}][{column}]",
                ),
                "row" if heads and not column else None,
            )
            for column, text in enumerate(texts)
        )
        lines.append(cells)
    title = paragraph(Role.TABLE_CAPTION, caption, f"{origin}.c") if caption else None
    return Table(title, aligns, header, tuple(lines), (), origin)


def _wide() -> Table:
    words = (
        "Catchment", "Administration", "Precipitation", "Evapotranspiration",
        "Infrastructure", "Responsibilities",
    )  # fmt: skip
    header = tuple(
        Cell(paragraph(Role.TABLE_HEAD, word, f"w.h[{index}]"), "column")
        for index, word in enumerate(words)
    )
    row = tuple(
        Cell(paragraph(Role.TABLE_TEXT, f"{word} value", f"w.r[{index}]"), None)
        for index, word in enumerate(words)
    )
    note = paragraph(Role.TABLE_NOTE, "Provisional figures.", "w.note")
    aligns = (Align.START,) * len(words)
    return Table(None, aligns, header, (row,), (note,), "w")


def _tables() -> Group:
    long_name = "a-heading-whose-name-is-longer-than-forty-letters"
    noted = replace(
        table("t1", rows=4),
        notes=(paragraph(Role.TABLE_NOTE, "Source: yearbook 2023.", "t1.note"),),
    )
    return Group(
        Role.SECTION,
        (
            heading("A heading whose name is longer than forty letters", long_name, "t"),
            noted,
            body("Text between two tables.", "t.between"),
            table("t2", rows=2, caption=None, heads=False),
            table("t3", rows=2, caption=None),
            body("Text after tables that touch.", "t.after"),
            _wide(),
            table("t4", rows=60, caption="A long table"),
        ),
        "t",
    )


def _apart() -> Group:
    callout = Group(
        Role.CALLOUT,
        (
            paragraph(Role.CALLOUT_TITLE, "Before you travel", "a.c.title"),
            paragraph(Role.CALLOUT_TEXT, "Check three things:", "a.c.text"),
            List(
                Role.LIST, False, 1, 1,
                _items(("the level", "the forecast, which is read twice a day"), "a.c.l", "•"),
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


def _notes() -> tuple[Note, ...]:
    link = Link((Text("the register"),), "https://example.org/register")
    first = (Text("By "), Emphasis((Text("float"),)), Text(" gauges; see "), link)
    return (
        Note("gauges", "1", paragraph(Role.NOTE, first, "notes[0].text")),
        Note("levels", "2", paragraph(Role.NOTE, "Above the sea.", "notes[1].text")),
    )
