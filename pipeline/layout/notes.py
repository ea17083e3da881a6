"""Footnotes to strips: the number hangs left of the text, as in lists."""

from pipeline.layout.setter import Setter, baseline
from pipeline.layout.strips import Strip, TextInk
from pipeline.tree import Note, Role, Text

_LABEL_GAP = 4.0


def set_notes(setter: Setter, notes: tuple[Note, ...]) -> dict[str, tuple[Strip, ...]]:
    """Return the lines of each note by its id, set for the foot of the main column."""
    style = setter.style(Role.NOTE)
    labels = [
        setter.lines((Text(note.label),), style, setter.geometry.main.width, None)[0]
        for note in notes
    ]
    indent = max((label.width for label in labels), default=0.0) + _LABEL_GAP
    column = setter.geometry.main.indented(indent)
    found = {}
    for note, label in zip(notes, labels, strict=True):
        shown = setter.shown(note.text.origin, "label")
        strips = setter.leaf(note.text, column)
        ink = TextInk(
            shown, setter.geometry.main.x, baseline(style), label, style.leading
        )
        if strips:
            strips[0].inks = (ink, *strips[0].inks)
            strips[0].before = style.space_after
        found[note.id] = tuple(strips)
    return found
