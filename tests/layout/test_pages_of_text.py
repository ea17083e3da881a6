"""What every page owes its reader, checked over whole documents."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.layout import lay_out
from pipeline.layout.dump import line_text
from pipeline.layout.geometry import geometry
from pipeline.layout.pages import Page, Pages, TextMark
from pipeline.renderer import Paper
from pipeline.tree import (
    Block,
    Document,
    Heading,
    Leaf,
    NoteReference,
    Role,
    Text,
    leaves,
    plain_text,
)
from pipeline.words import normalized
from tests.layout.documents import (
    callout,
    contacts,
    definitions,
    document,
    figure,
    items,
    key_facts,
    note,
    paragraph,
    quote,
    section,
    table,
    theme,
    words,
)

PAPERS = pytest.mark.parametrize("paper", list(Paper), ids=lambda paper: paper.name)


def text_marks(page: Page) -> list[TextMark]:
    """Return the marks of `page` that are read."""
    return [mark for mark in page.marks if isinstance(mark, TextMark) and mark.origin]


def read(pages: Pages) -> dict[str, str]:
    """Return the words of each leaf as the pages hold them."""
    found: dict[str, str] = {}
    for page in pages.pages:
        for mark in text_marks(page):
            if mark.part == "text":
                words = "".join(line_text(line) for line in mark.lines)
                found[mark.origin or ""] = found.get(mark.origin or "", "") + words
    return {origin: normalized(text) for origin, text in found.items()}


def spoken(sheet: Document) -> dict[str, str]:
    """Return the words of each leaf and note as the tree has them."""
    parts: list[Leaf] = [*leaves(sheet.blocks), *(note.text for note in sheet.notes)]
    return {
        leaf.origin: normalized(plain_text(leaf.content))
        for leaf in parts
        if normalized(plain_text(leaf.content))
    }


def counts(pages: Pages, origin: str) -> list[int]:
    """Return how many lines of a leaf stand on each page that has any."""
    return [
        len(mark.lines)
        for page in pages.pages
        for mark in text_marks(page)
        if mark.origin == origin and mark.part == "text"
    ]


def everything(size: int) -> tuple[Document, int]:
    """Return a document with one of each block, texts of about `size` words."""
    called = (Text(words(size)), NoteReference("n1", "1"), Text(" " + words(5)))
    sheet = document(
        paragraph(words(15), "standfirst", Role.STANDFIRST),
        key_facts(("Stations", "9"), ("Read since", "1927"), ("Published", "noon")),
        section(0, paragraph(called, "a"), paragraph(words(size), "b")),
        section(
            1,
            items("c", words(size), words(9), words(40), ordered=True),
            contacts("d", "Office", "Embassy"),
            table("e", ("Station", "High"), *[(f"S{i}", str(i * 7)) for i in range(9)]),
            heading="How river levels are read and published by the nine stations",
        ),
        section(
            2,
            callout("f", "In a flood", paragraph(words(size), "f1", Role.CALLOUT_TEXT)),
            quote("g", words(20), "A reader"),
            definitions("h", Role.TIMELINE, ("1927", words(size)), ("1976", words(8))),
            figure("i", 800, 500, "The river at noon"),
            items("j", *[f"Report {i}" for i in range(12)], role=Role.RESOURCE_TEXT),
            heading="Apart",
        ),
        notes=(note("n1", "1", words(size)),),
    )
    return sheet, size


BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "text",
                "list",
                "table",
                "figure",
                "callout",
                "terms",
                "contacts",
                "reading",
            ]
        ),
        st.integers(1, 120),
    ),
    min_size=1,
    max_size=5,
)


def block(kind: str, count: int, origin: str) -> Block:
    """Return a block of `kind` with about `count` words."""
    match kind:
        case "list":
            return items(origin, words(count), "short", words(count // 3 + 1))
        case "table":
            rows = [
                (words(index % 7 + 1), str(index)) for index in range(count // 4 + 1)
            ]
            return table(origin, ("Name", "Value"), *rows, caption="A table")
        case "figure":
            return figure(origin, count * 20, count * 30, words(8))
        case "contacts":
            return contacts(origin, *[f"Office {n}" for n in range(count // 20 + 1)])
        case "reading":
            texts = [words(n % 9 + 1) for n in range(count // 4 + 1)]
            return items(origin, *texts, role=Role.RESOURCE_TEXT)
        case "callout":
            return callout(origin, "Mind", paragraph(words(count), f"{origin}.p"))
        case "terms":
            return definitions(
                origin, Role.DIRECTORY, ("One", words(count)), ("2", "b")
            )
        case _:
            return paragraph(words(count), origin)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return small documents of any blocks, with a note in every section."""
    sections, notes = [], []
    for index, kinds in enumerate(draw(st.lists(BLOCKS, min_size=1, max_size=4))):
        name = f"n{index}"
        call = (Text(words(12)), NoteReference(name, str(index + 1)))
        blocks = [
            block(kind, count, f"s{index}b{number}")
            for number, (kind, count) in enumerate(kinds)
        ]
        blocks.insert(
            draw(st.integers(0, len(blocks))), paragraph(call, f"call{index}")
        )
        heading = draw(st.sampled_from([None, "Short", words(14)]))
        sections.append(section(index, *blocks, heading=heading))
        notes.append(note(name, str(index + 1), words(draw(st.integers(1, 200)))))
    ahead: list[Block] = []
    if draw(st.booleans()):
        standfirst = words(draw(st.integers(1, 90)))
        ahead.append(paragraph(standfirst, "standfirst", Role.STANDFIRST))
    if draw(st.booleans()):
        count = draw(st.integers(1, 60))
        facts = [(f"Fact {index}", words(3)) for index in range(count)]
        ahead.append(key_facts(*facts))
    return document(*ahead, *sections, notes=tuple(notes))


@settings(max_examples=40, deadline=None)
@given(sheet=documents(), paper=st.sampled_from(list(Paper)))
def test_any_document_is_on_its_pages_whole_and_within_the_margins(
    sheet: Document, paper: Paper
) -> None:
    pages = lay_out(sheet, theme(), paper)
    assert read(pages) == spoken(sheet)
    plan = geometry(theme(), paper)
    for page in pages.pages:
        for mark in text_marks(page):
            for line in mark.lines:
                assert line.x >= plan.whole.x - 0.01
                assert line.x + line.width <= plan.whole.right + 0.01
                assert line.y >= plan.height - plan.bottom


@settings(max_examples=40, deadline=None)
@given(sheet=documents(), paper=st.sampled_from(list(Paper)))
def test_no_two_lines_overlap(sheet: Document, paper: Paper) -> None:
    for page in lay_out(sheet, theme(), paper).pages:
        lines = [line for mark in text_marks(page) for line in mark.lines]
        lines.sort(key=lambda line: -line.y)
        for index, above in enumerate(lines):
            for below in lines[index + 1 : index + 40]:
                apart = (
                    below.x >= above.x + above.width - 0.01
                    or above.x >= below.x + below.width - 0.01
                )
                assert apart or above.y - below.y > 0.7 * below.height


@PAPERS
@pytest.mark.parametrize("size", [30, 90, 150])
def test_no_page_ends_on_a_heading(paper: Paper, size: int) -> None:
    sheet, _ = everything(size)
    headings = {
        leaf.origin
        for leaf in leaves(sheet.blocks)
        if isinstance(leaf, Heading) and leaf.role is not Role.KEY_FACTS_TITLE
    }
    for page in lay_out(sheet, theme(), paper).pages:
        text = [mark for mark in text_marks(page) if not _is_note(mark)]
        for mark in text:
            if mark.origin in headings:
                lowest = min(line.y for each in text for line in each.lines)
                assert mark.lines[0].y > lowest


def _is_note(mark: TextMark) -> bool:
    return (mark.origin or "").startswith("notes")


@PAPERS
def test_no_paragraph_leaves_a_single_line_on_a_page(paper: Paper) -> None:
    for size in range(20, 120, 7):
        body = [paragraph(words(size + 9 * n), f"p{n}") for n in range(16)]
        pages = lay_out(document(section(0, *body)), theme(), paper)
        for leaf in body:
            split = counts(pages, leaf.origin)
            assert len(split) == 1 or min(split) >= 2


@PAPERS
def test_short_list_items_stay_whole(paper: Paper) -> None:
    sizes = [5 + 3 * (index % 9) for index in range(80)]
    block = items("list", *(words(size) for size in sizes))
    pages = lay_out(document(section(0, block)), theme(), paper)
    for index in range(len(sizes)):
        split = counts(pages, f"list[{index}].text")
        assert len(split) == 1 or sum(split) > 3


def test_heading_keeps_two_lines_of_its_text_with_it() -> None:
    for size in range(300, 700, 11):
        sheet = document(
            section(0, paragraph(words(size), "lead")),
            section(1, paragraph("One line.", "first"), paragraph(words(40), "then"),
                    heading="A heading"),
        )  # fmt: skip
        pages = lay_out(sheet, theme(), Paper.LETTER).pages
        for page in pages:
            origins = [mark.origin for mark in text_marks(page)]
            if "sections[1].heading" in origins:
                assert "first" in origins
                assert "then" in origins


def test_every_heading_has_a_destination_on_its_page() -> None:
    sheet, _ = everything(60)
    pages = lay_out(sheet, theme(), Paper.LETTER)
    for leaf in leaves(sheet.blocks):
        if isinstance(leaf, Heading):
            place = pages.destinations[leaf.origin]
            marks = text_marks(pages.pages[place.page])
            lines = next(mark.lines for mark in marks if mark.origin == leaf.origin)
            # Whoever goes to the title wants to see the whole letterhead.
            limit = pages.height if leaf.role is Role.TITLE else 2 * lines[0].height
            assert 0 <= place.y - lines[0].y <= limit


def test_marks_follow_the_reading_order_on_every_page() -> None:
    sheet, _ = everything(80)
    order = {leaf.origin: index for index, leaf in enumerate(leaves(sheet.blocks))}
    for page in lay_out(sheet, theme(), Paper.A4).pages:
        shown = [
            order[mark.origin or ""]
            for mark in text_marks(page)
            if mark.part == "text" and not _is_note(mark)
        ]
        assert shown == sorted(shown)


def test_same_document_gives_the_same_pages() -> None:
    sheet, _ = everything(50)
    first, again = (lay_out(sheet, theme(), Paper.A4) for _ in range(2))
    assert first == again
