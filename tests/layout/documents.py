"""Documents for layout tests, built by hand in a few words."""

from datetime import date
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import yaml

import pipeline
from pipeline.tree import (
    Align,
    Block,
    Cell,
    Content,
    Definition,
    Definitions,
    Document,
    Figure,
    Group,
    Heading,
    List,
    ListItem,
    Meta,
    Note,
    Paragraph,
    Picture,
    Role,
    RunningMatter,
    Table,
    Text,
)
from schemas.theme import Theme

PROSE = (
    "The committee met in spring and agreed that river levels would be read each day "
    "at nine stations, that the readings would be published before noon, and that any "
    "station without power would report by telephone until its line was restored."
)


@cache
def theme() -> Theme:
    """Return the default theme."""
    path = Path(pipeline.__file__).parent / "themes" / "bulletin.yaml"
    return Theme.model_validate(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))


def words(count: int) -> str:
    """Return a text of `count` words."""
    return " ".join(islice(cycle(PROSE.split()), count))


def content(text: str | Content) -> Content:
    """Return plain words as content."""
    return (Text(text),) if isinstance(text, str) else text


def paragraph(text: str | Content, origin: str, role: Role = Role.BODY) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(role, content(text), origin)


def document(
    *blocks: Block, title: str = "River levels", notes: tuple[Note, ...] = ()
) -> Document:
    """Return a document whose body is `blocks`."""
    masthead = (
        Heading(Role.TITLE, 1, content(title), "title", "title"),
        paragraph("Office of Rivers", "issuer.agency", Role.AGENCY),
        paragraph("Bureau of Gauges", "issuer.bureau", Role.BUREAU),
        paragraph("Fact Sheet", "kind", Role.KIND),
        paragraph("May 4, 2020", "issued", Role.DATE),
    )
    meta = Meta(
        id="urn:x", title=title, agency="Office of Rivers", bureau="Bureau of Gauges",
        kind="Fact Sheet", issued=date(2020, 5, 4), issued_text="May 4, 2020",
        lang="en-US", summary="", keywords=(), edition=1, number=None, rights=None,
        supersedes=None,
    )  # fmt: skip
    running = RunningMatter(
        title, "Fact Sheet | May 4, 2020", "Office of Rivers", "Page {page} of {pages}"
    )
    return Document(meta, running, None, None, (*masthead, *blocks), notes)


def section(index: int, *blocks: Block, heading: str | Content | None = None) -> Group:
    """Return a section, under `heading` if there is one."""
    origin = f"sections[{index}]"
    head: tuple[Block, ...] = ()
    if heading:
        anchor = f"s{index}"
        head = (
            Heading(Role.HEADING, 2, content(heading), anchor, f"{origin}.heading"),
        )
    return Group(Role.SECTION, (*head, *blocks), origin)


def items(
    origin: str, *texts: str, ordered: bool = False, role: Role = Role.LIST_TEXT
) -> List:
    """Return a flat list."""
    made = tuple(
        ListItem(
            f"{index + 1}." if ordered else "•",
            (paragraph(text, f"{origin}[{index}].text", role),),
            f"{origin}[{index}]",
        )
        for index, text in enumerate(texts)
    )
    kind = Role.RESOURCES if role is Role.RESOURCE_TEXT else Role.LIST
    return List(kind, ordered, 1, 1, made, origin)


def table(origin: str, *rows: tuple[str, ...], caption: str | None = None) -> Table:
    """Return a table; its first row is the header, its first column names rows."""
    cells = tuple(
        tuple(
            _cell(text, f"{origin}[{row}][{column}]", row, column)
            for column, text in enumerate(texts)
        )
        for row, texts in enumerate(rows)
    )
    aligns = (Align.START, *(Align.END,) * (len(rows[0]) - 1))
    title = paragraph(caption, f"{origin}.caption", Role.TABLE_CAPTION)
    return Table(title if caption else None, aligns, cells[0], cells[1:], (), origin)


def _cell(text: str, origin: str, row: int, column: int) -> Cell:
    scope = "column" if row == 0 else "row" if column == 0 else None
    role = Role.TABLE_HEAD if scope else Role.TABLE_TEXT
    return Cell(paragraph(text, origin, role), scope)


def figure(origin: str, width: int, height: int, caption: str | None = None) -> Figure:
    """Return a figure of so many pixels; nothing here looks at its bytes."""
    picture = Picture(b"", "image/png", width, height)
    words_below = paragraph(caption, f"{origin}.caption", Role.FIGURE_CAPTION)
    return Figure(picture, "a picture", words_below if caption else None, origin)


def definitions(origin: str, role: Role, *pairs: tuple[str, str]) -> Definitions:
    """Return terms with one detail each; key facts where `role` says so."""
    facts = role is Role.KEY_FACTS
    term, detail = (
        (Role.FACT_LABEL, Role.FACT_VALUE) if facts else (Role.TERM, Role.DETAIL)
    )
    made = tuple(
        Definition(
            paragraph(name, f"{origin}[{index}].term", term),
            (paragraph(text, f"{origin}[{index}].detail", detail),),
            f"{origin}[{index}]",
        )
        for index, (name, text) in enumerate(pairs)
    )
    return Definitions(role, made, origin)


def key_facts(*pairs: tuple[str, str]) -> Group:
    """Return a key facts group with its title."""
    title = Heading(
        Role.KEY_FACTS_TITLE, 2, content("Key facts"), "key-facts", "key_facts.title"
    )
    facts = definitions("key_facts.facts", Role.KEY_FACTS, *pairs)
    return Group(Role.KEY_FACTS, (title, facts), "key_facts")


def contacts(origin: str, *names: str) -> Group:
    """Return contacts of two lines each."""
    made = tuple(
        Group(
            Role.CONTACT,
            (
                paragraph(name, f"{origin}[{index}].name", Role.CONTACT_NAME),
                paragraph(
                    "1 River Road", f"{origin}[{index}].street", Role.CONTACT_LINE
                ),
                paragraph("Tel. 1234", f"{origin}[{index}].phone", Role.CONTACT_LINE),
            ),
            f"{origin}[{index}]",
        )
        for index, name in enumerate(names)
    )
    return Group(Role.CONTACTS, made, origin)


def callout(origin: str, title: str, *blocks: Block) -> Group:
    """Return a callout."""
    head = paragraph(title, f"{origin}.title", Role.CALLOUT_TITLE)
    return Group(Role.CALLOUT, (head, *blocks), origin)


def quote(origin: str, text: str, by: str) -> Group:
    """Return a quote and who said it."""
    said = paragraph(text, f"{origin}.paragraphs[0]", Role.QUOTE_TEXT)
    who = paragraph(by, f"{origin}.attribution", Role.ATTRIBUTION)
    return Group(Role.QUOTE, (said, who), origin)


def note(name: str, label: str, text: str) -> Note:
    """Return a footnote."""
    return Note(name, label, paragraph(text, f"notes.{name}", Role.NOTE))
