"""Pieces of documents made by hand, and a plain one."""

import zipfile
from datetime import date
from io import BytesIO

from lxml import etree
from PIL import Image

from pipeline.render.docx import DocxRenderer
from pipeline.renderer import Paper, RenderOptions
from pipeline.settings import load_theme
from pipeline.tree import (
    Align,
    Block,
    Cell,
    Document,
    Group,
    Heading,
    Inline,
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


def items(texts: tuple[str, ...], origin: str, label: str) -> tuple[ListItem, ...]:
    return tuple(
        ListItem(
            label,
            (paragraph(Role.LIST_TEXT, text, f"{origin}[{index}].text"),),
            f"{origin}[{index}]",
        )
        for index, text in enumerate(texts)
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
        texts = (
            f"River {row + 1}",
            f"{1_200 - 37 * row:,}",
            "rising" if row % 2 else "",
        )
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


def wide_table() -> Table:
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


def rendered(shown: Document, source: bytes = b"") -> bytes:
    options = RenderOptions(Paper.LETTER, source)
    return DocxRenderer().render(shown, load_theme("bulletin"), options)


def w(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


def tree(data: bytes, part: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read(part))
