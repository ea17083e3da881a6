"""Footnotes: the part python-docx has no name for, with its two separators."""

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.docx.inlines import write_content
from pipeline.render.docx.markup import DECLARATION, STORY
from pipeline.render.docx.roles import STYLE_OF_ROLE, style_id
from pipeline.render.docx.story import Story
from pipeline.renderer import RenderError
from pipeline.tree import Note, NoteReference, Role, inlines

_PLAIN = '<w:pPr><w:pStyle w:val="Normal"/></w:pPr>'

# 17.11.23: Word keeps the two rules between text and notes as notes of their own.
_SEPARATORS = (
    f'<w:footnote w:type="separator" w:id="-1"><w:p>{_PLAIN}<w:r><w:separator/></w:r>'
    '</w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p>'
    f"{_PLAIN}<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)
_MARK = (
    f'<w:r><w:rPr><w:rStyle w:val="{style_id("footnote reference")}"/></w:rPr>'
    "<w:footnoteRef/></w:r><w:r><w:tab/></w:r>"
)


def write_notes(notes: tuple[Note, ...], story: Story) -> str:
    """Return `footnotes.xml`: each note by its number, from 1.

    Raises `RenderError` for a note that calls a note.
    """
    nested = [note for note in notes if _calls_a_note(note)]
    if nested:
        raise RenderError([_refusal(note) for note in nested])
    written = "".join(
        _note(number, note, story) for number, note in enumerate(notes, start=1)
    )
    return f"{DECLARATION}<w:footnotes {STORY}>{_SEPARATORS}{written}</w:footnotes>"


def _calls_a_note(note: Note) -> bool:
    return any(isinstance(each, NoteReference) for each in inlines(note.text.content))


def _refusal(note: Note) -> Diagnostic:
    # 17.11.14: a footnote reference may stand in the document's body only.
    return error(
        "note-in-note",
        f"footnote {note.label} calls another footnote, which Word cannot hold",
        origin=note.text.origin,
        hint="say it in this footnote, or call both from the text",
    )


def _note(number: int, note: Note, story: Story) -> str:
    style = style_id(STYLE_OF_ROLE[Role.NOTE])
    inner = write_content(note.text.content, story)
    properties = f'<w:pStyle w:val="{style}"/>'
    paragraph = story.paragraph(note.text.origin, properties, _MARK + inner)
    return f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'
