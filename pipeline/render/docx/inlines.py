"""Inlines to runs. A run carries a character style and a language, never formatting."""

import re
from dataclasses import dataclass, replace

from pipeline.render.docx.markup import escaped, quoted
from pipeline.render.docx.roles import style_id
from pipeline.render.docx.story import Story
from pipeline.tree import (
    Abbreviation,
    Content,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)

_NOTE_STYLE = style_id("footnote reference")

# Word keeps these as elements; as characters LibreOffice and older Word drop them.
_ELEMENTS = {"\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
_SPECIAL = re.compile("([\u00ad\u2011])")

_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")
_EAST_ASIAN = ("ja", "ko", "zh")


@dataclass(frozen=True, slots=True)
class Marks:
    """What holds for a run."""

    strong: bool = False
    emphasis: bool = False
    linked: bool = False
    lang: str | None = None


def write_content(content: Content, story: Story) -> str:
    """Return `content` as runs and hyperlinks."""
    return _content(content, story, Marks())


def _content(content: Content, story: Story, marks: Marks) -> str:
    return "".join(_inline(inline, story, marks) for inline in content)


def _inline(inline: Inline, story: Story, marks: Marks) -> str:
    match inline:
        case Text() | Abbreviation():
            return _run(_text(inline.text), marks)
        case Strong():
            return _content(inline.content, story, replace(marks, strong=True))
        case Emphasis():
            return _content(inline.content, story, replace(marks, emphasis=True))
        case Link():
            inner = _content(inline.content, story, replace(marks, linked=True))
            return f"<w:hyperlink {story.link(inline.target)}>{inner}</w:hyperlink>"
        case Foreign():
            return _content(inline.content, story, replace(marks, lang=inline.lang))
        case NoteReference():
            return _note_call(inline, story)
        case LineBreak():
            return _run("<w:br/>", marks)


def _text(text: str) -> str:
    pieces = (
        _ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
        for piece in _SPECIAL.split(text)
        if piece
    )
    return "".join(pieces)


def _run(inner: str, marks: Marks) -> str:
    properties = _character_style(marks) + _language(marks.lang)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def _character_style(marks: Marks) -> str:
    # A run has one character style, so each combination has its own.
    names = [
        name
        for name, holds in (
            ("Hyperlink", marks.linked),
            ("Strong", marks.strong),
            ("Emphasis", marks.emphasis),
        )
        if holds
    ]
    return f'<w:rStyle w:val="{"".join(names)}"/>' if names else ""


def _language(lang: str | None) -> str:
    if lang is None:
        return ""
    tag, language = quoted(lang), lang.split("-")[0]
    if language in _RIGHT_TO_LEFT:
        return f'<w:rtl/><w:lang w:bidi="{tag}"/>'
    if language in _EAST_ASIAN:
        return f'<w:lang w:eastAsia="{tag}"/>'
    return f'<w:lang w:val="{tag}"/>'


def _note_call(call: NoteReference, story: Story) -> str:
    number, notes = story.notes.numbers[call.note], story.notes
    name = f"_Note{number}"
    if call.note in notes.called:
        return _repeated_call(name, call.label)
    notes.called.add(call.note)
    run = _note_run(f'<w:footnoteReference w:id="{number}"/>')
    return story.bookmark(name, run) if call.note in notes.repeated else run


def _repeated_call(bookmark: str, label: str) -> str:
    # 17.16.5.38 NOTEREF: one note, many calls; `\f` keeps the look of a call.
    code = (
        f'<w:instrText xml:space="preserve"> NOTEREF {bookmark} \\f \\h </w:instrText>'
    )
    return "".join(
        (
            _note_run('<w:fldChar w:fldCharType="begin"/>'),
            _note_run(code),
            _note_run('<w:fldChar w:fldCharType="separate"/>'),
            _note_run(f"<w:t>{escaped(label)}</w:t>"),
            _note_run('<w:fldChar w:fldCharType="end"/>'),
        )
    )


def _note_run(inner: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{_NOTE_STYLE}"/></w:rPr>{inner}</w:r>'
