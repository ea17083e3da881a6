from pipeline.importers.manuscript import Paragraph
from schemas.richtext import NoteRun
from tests.importers.text.reading import accounts, lines, read

TEXT = (
    "Growth was strong.[1] It lasted. [2] More [3].\n\n----\n\n"
    "[1] Source A.\n\n[2] B.\n"
)


def test_calls_and_notes_are_paired() -> None:
    assert lines(TEXT) == [
        "p Growth was strong. It lasted. More [3].",
        "---",
        "[^note-1] Source A.",
        "[^note-2] B.",
    ]


def test_calls_stand_where_their_marks_stood() -> None:
    (first, *_) = read(TEXT).passages
    assert isinstance(first, Paragraph)
    assert [run.note for run in first.words.runs if isinstance(run, NoteRun)] == [
        "note-1",
        "note-2",
    ]


def test_marks_of_notes_are_accounted_for() -> None:
    marks = [word.strip() for word, _, _ in accounts(read(TEXT))]
    assert marks == ["[1]", "[2]", "[1]", "[2]"]


def test_a_note_that_nothing_calls_stays_words() -> None:
    assert lines("It grew.\n\n---\n\n[4] Source D.") == [
        "p It grew.",
        "---",
        "p [4] Source D.",
    ]


def test_raised_figures_call_notes_and_units_do_not() -> None:
    text = "Growth¹ was 10 m² big.\n\n____\n\n¹ Source A.\n"
    assert lines(text) == ["p Growth was 10 m² big.", "---", "[^note-1] Source A."]


def test_a_wrapped_note_is_whole() -> None:
    text = "It grew.[1]\n\n---\n[1] Source B,\n    of the bureau.\n"
    assert lines(text)[-1] == "[^note-1] Source B, of the bureau."
