"""The running text and notes of the kitchen sink: every inline."""

from pipeline.tree import (
    Abbreviation,
    Emphasis,
    Foreign,
    Group,
    LineBreak,
    Link,
    Note,
    NoteReference,
    Role,
    Strong,
    Text,
)
from tests.render.docx.wordsheets import body, paragraph


def opening() -> Group:
    content = (
        Text("Snow feeds the rivers from April to "),
        Strong((Text("June"),)),
        Text(", and rain "),
        Emphasis((Text("for the rest"),)),
        Text(" of the year"),
        NoteReference("gauges", "1"),
        Text(". See "),
        Link(
            (
                Text("the "),
                Strong((Text("national "), Emphasis((Text("atlas"),)))),
            ),
            "https://example.org/atlas?a=1&b=2",
        ),
        Text(" or "),
        Link(
            (Text("the table"),), "#a-heading-whose-name-is-longer-than-forty-letters"
        ),
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
        Text(". "),
        Text("Every gauge is read by the office that owns it. " * 5),
    )
    return Group(Role.SECTION, (body(content, "o[0]"), body(again, "o[1]")), "o")


def sink_notes() -> tuple[Note, ...]:
    link = Link((Text("the register"),), "https://example.org/register")
    first = (Text("By "), Emphasis((Text("float"),)), Text(" gauges; see "), link)
    return (
        Note("gauges", "1", paragraph(Role.NOTE, first, "notes[0].text")),
        Note("levels", "2", paragraph(Role.NOTE, "Above the sea.", "notes[1].text")),
    )
