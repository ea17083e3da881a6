"""An edited Word file back into a sheet: the reverse of compose and render.

    package ──▶ base, story ──claim──▶ items ──rebuild──▶ FactSheet, operations

What cannot be read back is refused with its place; nothing is guessed and nothing lost.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.archive import RefusedFileError
from pipeline.labels import labels_for
from pipeline.pull.base import (
    Base,
    Identity,
    RefusedEditError,
    base_of,
    find_base,
    identity_of,
)
from pipeline.pull.claim import claim
from pipeline.pull.conservation import lost_words
from pipeline.pull.desk import Desk, spelling
from pipeline.pull.echoes import note_fixed, note_running, without_echoes
from pipeline.pull.headings import anchors_of, with_names
from pipeline.pull.items import Item, items_of
from pipeline.pull.meaning import knows_ours
from pipeline.pull.notes import claim_notes
from pipeline.pull.operations import Kind, Operation, operations_of
from pipeline.pull.places import place_items, place_slots
from pipeline.pull.slots import SlotKind, body_slots, composed
from pipeline.pull.theirs import rebuilt, with_notes
from pipeline.pull.unheld import unheld_words
from pipeline.pull.validation import validated
from pipeline.word import (
    Change,
    Comment,
    Table,
    View,
    WordStory,
    read_package,
    story_of,
)
from schemas.factsheet import FactSheet
from schemas.richtext import LinkRun, walk_runs
from schemas.texts import rich_texts

__all__ = [
    "Base", "Edited", "Identity", "Kind", "Operation", "Pending", "RefusedEditError",
    "Spot", "base_of", "find_base", "identity_of", "read_edited",
]  # fmt: skip


class Pending(Enum):
    """What to do with tracked changes that nobody has accepted or rejected."""

    STOP = "stop"
    """Refuse the file and list them."""
    ACCEPT = "accept"
    REJECT = "reject"
    HOLD = "hold"
    """Read only what is settled, and hand them on."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something of the file is in the sheet."""

    origin: str | None
    """The model path that it had in the base; None for what is new."""
    where: str
    """In words for people."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came back."""

    base: Base
    sheet: FactSheet
    operations: tuple[Operation, ...]
    pending_changes: tuple[Change, ...]
    """Tracked changes that the file holds, whatever became of them."""
    comments: tuple[Comment, ...]
    notes: tuple[Diagnostic, ...]
    """What was ignored because it says nothing."""
    places: Mapping[str, Spot]
    """By place of a change or comment: where that is in the sheet."""


def read_edited(
    data: bytes,
    candidates: Iterable[bytes] = (),
    pending: Pending = Pending.STOP,
    base: Base | None = None,
) -> Edited:
    """Return the edited sheet and what was done to it.

    `candidates` are sheets as canonical JSON, for files that hold only the sum of
    theirs; `base` is taken unasked. Raises `RefusedEditError` with all reasons.
    """
    view = View.ACCEPTED if pending is Pending.ACCEPT else View.REJECTED
    try:
        package = read_package(data)
        base = base or find_base(package, candidates)
        story = story_of(package, view)
    except RefusedFileError as refused:
        raise RefusedEditError([refused.finding]) from None
    _refuse([each for each in story.findings if each.is_error])
    if pending is Pending.STOP:
        _refuse([_pending(change) for change in story.changes])
    found = _read(story, base.sheet, base.pictures)
    ignored = [each for each in story.findings if not each.is_error]
    return Edited(
        base, found.sheet, found.operations, story.changes, story.comments,
        (*ignored, *found.notes), found.places,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Read:
    sheet: FactSheet
    operations: tuple[Operation, ...]
    notes: tuple[Diagnostic, ...]
    places: Mapping[str, Spot]


def _refuse(findings: Sequence[Diagnostic]) -> None:
    if findings:
        raise RefusedEditError(findings)


def _pending(change: Change) -> Diagnostic:
    words = f" “{change.words}”" if change.words else ""
    who = " ".join(filter(None, (change.author, change.date)))
    message = f"{change.place}: {change.kind.value}{words} ({who}) is not settled"
    hint = (
        "accept or reject it in Word, or pull with `--pending accept`, `reject` "
        "or `hold`"
    )
    return error("pending", message, hint=hint)


def _read(story: WordStory, base: FactSheet, pictures: Mapping[str, str]) -> _Read:
    _refuse(list(unheld_words(story)))
    document = composed(base)
    slots, items = body_slots(document), items_of(story.blocks)
    left = claim(slots, items)
    _settle(items, knows_ours=knows_ours(story.styles))
    items = without_echoes(items)
    place_items(items)
    notes = claim_notes(document, story)
    desk = Desk(
        base,
        labels_for(base.language),
        {each.note.key: each.name for each in notes},
        {note.id: note.label for note in document.notes},
        anchors_of(items, slots),
        {spelling(address): address for address in _addresses(base)},
        pictures,
    )
    data = rebuilt(items, desk)
    data = with_notes(data, notes, desk)
    data = with_names(data, items, desk)
    note_running(story.running, document.running, desk)
    _refuse([each for each in desk.findings if each.is_error])
    sheet = validated(data, desk)
    _refuse(list(lost_words(items, sheet, desk)))
    operations = operations_of(items, place_slots(slots, left), desk)
    if sheet == base:
        # What was moved stands where sheets have it, wherever the file does.
        operations = tuple(note_fixed(operations, desk))
    places = _spots([*items, *(each.item for each in notes)])
    return _Read(sheet, operations, tuple(desk.findings), places)


def _spots(items: Sequence[Item]) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for item in items:
        spot = Spot(item.slot.origin if item.slot else None, item.where)
        found[item.place] = spot
        if isinstance(item.block, Table):
            for row in item.block.rows:
                for cell in row.cells:
                    found |= {each.place: spot for each in cell.paragraphs}
    return found


def _settle(items: Sequence[Item], *, knows_ours: bool) -> None:
    """Decide what each item is: what its style says, or what its slot was."""
    for item in items:
        slot = item.slot
        if slot is None or slot.kind is not SlotKind.TEXT:
            continue
        is_same = item.meaning is not None and slot.meaning.same(item.meaning)
        if is_same or not knows_ours:
            item.meaning = slot.meaning


def _addresses(sheet: FactSheet) -> Iterable[str]:
    for _, runs in rich_texts(sheet):
        for run in walk_runs(runs):
            if isinstance(run, LinkRun) and run.target:
                yield run.target
