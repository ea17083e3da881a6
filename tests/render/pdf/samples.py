"""One document with everything in it, as small as it can be."""

from io import BytesIO

from PIL import Image

from pipeline.tree import (
    Abbreviation,
    Align,
    Cell,
    Definition,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Group,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    NoteReference,
    Picture,
    Role,
    Strong,
    Table,
    Text,
)
from tests.render.pdf.handmade import document, paragraph, section


def picture(mode: str = "RGB", media_type: str = "image/png") -> Picture:
    """Return a small picture in one of Pillow's modes."""
    kept = BytesIO()
    color = {"RGB": (200, 30, 30), "RGBA": (200, 30, 30, 90), "L": 90, "P": 3}[mode]
    form = "JPEG" if media_type == "image/jpeg" else "PNG"
    Image.new(mode, (8, 6), color).save(kept, form)
    return Picture(kept.getvalue(), media_type, 8, 6)


def inlines() -> Document:
    """Return a paragraph with every kind of inline."""
    return document(
        section(
            paragraph(
                "Plain and ",
                Strong((Text("strong "), Emphasis((Text("and stressed"),)))),
                ", a ",
                Link(
                    (Text("long link that needs more than one line"),),
                    "https://a.org/é",
                ),
                LineBreak(),
                Link((Text("Flow"),), "#flow"),
                " ",
                Abbreviation("EU", "European Union"),
                " ",
                Foreign("fr", (Text("l’eau"),)),
                NoteReference("depth", "1"),
                ".",
                origin="all",
            )
        ),
        notes=(note("depth", "1", "Measured in metres."),),
    )


def note(name: str, label: str, words: str) -> Note:
    """Return a footnote."""
    return Note(name, label, paragraph(words, origin=f"notes.{name}", role=Role.NOTE))


def lists() -> Document:
    """Return a numbered list with bullets in it, and terms with details."""
    inner = List(Role.LIST, False, 1, 2, (item("–", "Ebb", "inner"),), "bullets")
    outer = ListItem("4.", (paragraph("Tides", origin="tides"), inner), "numbers[0]")
    terms = (
        Definition(
            paragraph("2008", origin="term"),
            (paragraph("Flood", origin="detail"),),
            "d0",
        ),
        Definition(paragraph("Drought", origin="alone"), (), "d1"),
    )
    return document(
        section(
            List(
                Role.LIST,
                True,
                4,
                1,
                (outer, item("5.", "Waves", "numbers[1]")),
                "numbers",
            ),
            Definitions(Role.TIMELINE, terms, "terms"),
        )
    )


def item(label: str, words: str, origin: str) -> ListItem:
    """Return a list item of one paragraph."""
    return ListItem(label, (paragraph(words, origin=f"{origin}.text"),), origin)


def table(rows: int = 2) -> Table:
    """Return a table with row headers, one empty cell, a caption and a note."""
    return Table(
        paragraph("Lengths", origin="caption", role=Role.TABLE_CAPTION),
        (Align.START, Align.END),
        (cell("River", "head[0]", "column"), cell("km", "head[1]", "column")),
        tuple(
            (cell(f"River {row}", f"name[{row}]", "row"), cell("", f"km[{row}]"))
            for row in range(rows)
        ),
        (paragraph("Rounded.", origin="table-note", role=Role.TABLE_NOTE),),
        "table",
    )


def cell(words: str, origin: str, scope: str | None = None) -> Cell:
    """Return a table cell."""
    role = Role.TABLE_HEAD if scope else Role.TABLE_TEXT
    return Cell(paragraph(*([words] if words else []), origin=origin, role=role), scope)


def figures() -> Document:
    """Return a figure that says something and one that doesn't."""
    return document(
        section(
            Figure(
                picture(),
                "A red (bright) square",
                paragraph("Red", origin="red"),
                "fig",
            ),
            Figure(picture("L"), None, None, "ornament"),
        )
    )


def everything() -> Document:
    """Return all of the above in one document."""
    first, terms = lists().blocks[1].blocks[1:]
    quote = Group(Role.QUOTE, (paragraph("So be it.", origin="said"),), "quote")
    callout = Group(Role.CALLOUT, (paragraph("Beware.", origin="beware"),), "callout")
    return document(
        paragraph("Office of Waters", origin="issuer.agency", role=Role.AGENCY),
        *inlines().blocks[1:],
        section(first, terms, table(), words="Lists", number=1),
        section(
            *figures().blocks[1].blocks[1:], quote, callout, words="More", number=2
        ),
        notes=inlines().notes,
    )
