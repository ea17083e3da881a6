"""A document that calls a note wherever text may stand, and frames figures anywhere."""

from collections.abc import Callable

from pipeline.tree import (
    Align,
    Cell,
    Content,
    Definition,
    Definitions,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Group,
    Heading,
    Link,
    List,
    ListItem,
    Note,
    NoteReference,
    Paragraph,
    Role,
    Strong,
    Table,
    Text,
)
from tests.render.pdf.handmade import document
from tests.render.pdf.samples import note, picture

Call = Callable[[], NoteReference]


def document_of_notes() -> Document:
    """Return the document; each call but two calls a note of its own."""
    notes: list[Note] = []

    def call() -> NoteReference:
        label = str(len(notes) + 1)
        notes.append(note(f"n{label}", label, f"Said in note {label}."))
        return NoteReference(f"n{label}", label)

    heading = Heading(Role.HEADING, 2, (Text("Flow"), call()), "flow", "s.heading")
    blocks = (
        heading,
        _inlines(call),
        _table(call),
        _definitions(call),
        _list("numbered", call),
        *(_figure(name, call) for name in ("red", "second")),
        Figure(picture("L"), None, _leaf("ornament", call()), "fig.ornament"),
        Group(Role.CALLOUT, (_leaf("beware", call()), _list("set", call)), "callout"),
        Group(Role.QUOTE, (_leaf("quoted", call()),), "quote"),
    )
    return document(Group(Role.SECTION, blocks, "s"), notes=tuple(notes))


def _leaf(origin: str, *more: object, role: Role = Role.BODY) -> Paragraph:
    content: Content = (Text(origin.title()), *more)  # type: ignore[assignment]
    return Paragraph(role, content, origin)


def _inlines(call: Call) -> Paragraph:
    strong = Strong((Text("strong"), call(), Emphasis((call(), Text("more")))))
    outside = Link(
        (Text("long"), call(), Strong((Text("in"), call()))), "https://a.org/"
    )
    again = NoteReference("n1", "1")
    inside = Link((Text("there"), again), "#flow")
    foreign = Foreign("fr", (Text("là"), call()))
    return _leaf("inlines", outside, inside, strong, foreign, again)


def _table(call: Call) -> Table:
    def cell(name: str, scope: str | None = None) -> Cell:
        role = Role.TABLE_HEAD if scope else Role.TABLE_TEXT
        return Cell(_leaf(name, call(), role=role), scope)

    head = (cell("head.a", "column"), cell("head.b", "column"))
    row = (cell("name.a", "row"), cell("value.a"))
    caption = _leaf("caption", call(), role=Role.TABLE_CAPTION)
    below = _leaf("below", call(), role=Role.TABLE_NOTE)
    return Table(caption, (Align.START, Align.END), head, (row,), (below,), "table")


def _definitions(call: Call) -> Definitions:
    told = Definition(_leaf("term", call()), (_leaf("detail", call()),), "d[0]")
    strong = Strong((Text("alone"), call()))
    bare = Definition(_leaf("bare", call(), strong), (), "d[1]")
    return Definitions(Role.TIMELINE, (told, bare), "d")


def _list(name: str, call: Call) -> List:
    item = ListItem("1.", (_leaf(f"{name}.text", call()),), f"{name}[0]")
    return List(Role.LIST, True, 1, 1, (item,), name)


def _figure(name: str, call: Call) -> Figure:
    return Figure(picture(), "A red square", _leaf(name, call()), f"fig.{name}")
