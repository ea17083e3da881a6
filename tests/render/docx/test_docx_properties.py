"""Whatever words and marks a paragraph has, the file says them and reads back sound."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.render.docx import DocxRenderer
from pipeline.tree import (
    Abbreviation,
    Emphasis,
    Foreign,
    Group,
    Inline,
    LineBreak,
    Link,
    List,
    Note,
    NoteReference,
    Role,
    Strong,
    Text,
)
from schemas.values import forbidden_character
from tests.render.docx.wordsheets import (
    body,
    document,
    heading,
    items,
    paragraph,
    rendered,
    table,
)

words = (
    st.text(min_size=1, max_size=20)
    .filter(lambda text: forbidden_character(text) is None)
    .filter(lambda text: bool(text.strip()))
)
leaves = st.one_of(
    words.map(Text),
    st.just(LineBreak()),
    st.just(NoteReference("n", "1")),
    words.map(lambda text: Abbreviation(text, "expansion")),
)


def inside(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    content = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        content.map(Strong),
        content.map(Emphasis),
        content.map(lambda each: Foreign("sq", each)),
    )


marked = st.recursive(leaves, inside, max_leaves=6)
targets = st.sampled_from(["https://example.org/", "tel:+1202", "#the-heading"])
links = st.builds(Link, st.lists(marked, min_size=1, max_size=3).map(tuple), targets)
contents = st.lists(st.one_of(marked, links), min_size=1, max_size=5).map(tuple)


@settings(max_examples=60, deadline=None)
@given(contents)
def test_any_words_and_marks_come_back_as_they_went_in(content):
    call = body((Text("Words"), NoteReference("n", "1")), "call")
    shown = document(
        Group(
            Role.SECTION,
            (
                heading("The heading", "the-heading", "h"),
                call,
                body((Text("Words"), *content), "b"),
            ),
            "s",
        ),
        notes=(Note("n", "1", paragraph(Role.NOTE, "A note.", "n")),),
    )
    assert DocxRenderer().verify(rendered(shown), shown) == []


def lists(level: int = 1) -> st.SearchStrategy[List]:
    def build(ordered: bool, start: int, texts: list[str], inner: List | None) -> List:
        rows = items(tuple(texts), f"l{level}", "1." if ordered else "•")
        if inner:
            first = rows[0]
            nested = type(first)(first.label, (*first.blocks, inner), first.origin)
            rows = (nested, *rows[1:])
        start = start if ordered else 1
        return List(Role.LIST, ordered, start, level, rows, f"list{level}")

    inner = st.none() if level == 9 else st.one_of(st.none(), lists(level + 1))
    texts = st.lists(words, min_size=1, max_size=3)
    return st.builds(build, st.booleans(), st.integers(0, 99), texts, inner)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            lists(),
            st.just(body("Words.", "b")),
            st.just(table("t", caption=None)),
            st.just(table("u")),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_blocks_in_any_order_read_back_sound(blocks):
    # Lists are told apart by their origins, which a sheet never repeats.
    unique = [
        block
        for index, block in enumerate(blocks)
        if not isinstance(block, List)
        or not any(isinstance(other, List) for other in blocks[:index])
    ]
    shown = document(Group(Role.SECTION, tuple(unique), "s"))
    assert DocxRenderer().verify(rendered(shown), shown) == []
