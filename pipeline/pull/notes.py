"""Footnotes of the edited file: which note of the sheet each of them is."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.pull.alignment import align, ratio
from pipeline.pull.items import How, Item
from pipeline.pull.meaning import Meaning
from pipeline.pull.slots import Slot, SlotKind, note_slots
from pipeline.tree import Document, Role
from pipeline.word import Note, NoteCall, Paragraph, WordStory
from pipeline.words import normalized

_EMPTY = Paragraph((), (), "")


@dataclass(frozen=True, slots=True)
class ClaimedNote:
    """A note of the file, its name in the sheet, and the slot that it was."""

    name: str
    note: Note
    item: Item


def claim_notes(document: Document, story: WordStory) -> list[ClaimedNote]:
    """Return the notes that the text calls, in the order of their calls."""
    called = list(dict.fromkeys(_calls(story)))
    notes = {note.key: note for note in story.notes}
    found = [notes[key] for key in called if key in notes]
    slots = note_slots(document)
    names = _names(list(slots.values()), found, list(slots))
    return [
        _claimed(name, note, slots.get(name), number)
        for number, (name, note) in enumerate(zip(names, found, strict=True), start=1)
    ]


def _calls(story: WordStory) -> list[str]:
    return [
        each.note
        for paragraph in story.paragraphs
        for each in paragraph.inlines
        if isinstance(each, NoteCall)
    ]


def _names(
    slots: Sequence[Slot], notes: Sequence[Note], names: Sequence[str]
) -> list[str]:
    old = [slot.text for slot in slots]
    new = [normalized(_text(note)) for note in notes]

    def likeness(was: int, now: int) -> float:
        return ratio(old[was], new[now])

    found = align(old, new, likeness)
    left = [index for index in range(len(old)) if index not in found.values()]
    fresh = [index for index in range(len(new)) if index not in found]
    if len(old) == len(new) and len(left) == len(fresh):
        found |= dict(zip(fresh, left, strict=True))
    taken = set(names)
    return [
        names[found[index]] if index in found else _free(taken)
        for index in range(len(new))
    ]


def _free(taken: set[str]) -> str:
    number = 1
    while f"note-{number}" in taken:
        number += 1
    taken.add(f"note-{number}")
    return f"note-{number}"


def _text(note: Note) -> str:
    return "\n".join(paragraph.text for paragraph in note.paragraphs)


def _claimed(name: str, note: Note, slot: Slot | None, number: int) -> ClaimedNote:
    paragraph = note.paragraphs[0] if note.paragraphs else _EMPTY
    text = normalized(paragraph.text)
    how = How.NEW if slot is None else How.TEXT
    where, meaning = f"footnote {number}", Meaning(Role.NOTE)
    item = Item(paragraph, text, SlotKind.TEXT, meaning, slot, (), how, where)
    return ClaimedNote(name, note, item)
