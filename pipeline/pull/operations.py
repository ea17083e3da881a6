"""What an editor did, operation by operation, in plain words with a place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.pull.alignment import matcher
from pipeline.pull.desk import Desk, Line, TextChange
from pipeline.pull.items import How, Item
from pipeline.pull.meaning import Meaning
from pipeline.pull.places import Placed
from pipeline.pull.slots import SlotKind
from schemas.richtext import LinkRun, NoteRun, Run, canonical, plain, walk_runs

_SHOWN = 60
_WORD = re.compile(r"\S+|\s+")


class Kind(Enum):
    """The kinds of operations."""

    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    RESTYLED = "restyled"
    LINK = "link changed"
    MARKS = "marks changed"
    NOTES = "notes changed"
    CELL = "cell changed"
    ROW_INSERTED = "row inserted"
    ROW_DELETED = "row deleted"
    COLUMN_INSERTED = "column inserted"
    COLUMN_DELETED = "column deleted"
    FIELD = "field changed"
    PICTURE = "picture changed"


@dataclass(frozen=True, slots=True)
class Operation:
    """One edit: where, what was there, what is there now."""

    kind: Kind
    where: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """Return the edit as a line for people."""
        return f"{self.where}: {_told(self)}"


def operations_of(
    items: Sequence[Item], left: Sequence[Placed], desk: Desk
) -> tuple[Operation, ...]:
    """Return every edit, those of paragraphs in the order of the file."""
    return (
        *(each for item in items for each in _of_item(item)),
        *map(_deleted, left),
        *(each for change in desk.changes for each in _of_text(change)),
        *map(_row, desk.rows),
        *map(_column, desk.columns),
        *(Operation(Kind.PICTURE, *each) for each in desk.alts),
    )


def _of_item(item: Item) -> Iterator[Operation]:
    slot = item.slot
    words = _shortened(item.text)
    if slot is None:
        yield Operation(Kind.INSERTED, item.where, after=words)
        return
    if item.how is How.SPLIT:
        yield Operation(Kind.SPLIT, item.where, _shortened(slot.text), words)
    if item.how is How.MOVED:
        yield Operation(Kind.MOVED, item.where, words, words)
    for other in item.merged:
        yield Operation(Kind.MERGED, item.where, _shortened(other.text), words)
    is_text = slot.kind is SlotKind.TEXT and item.meaning is not None
    if is_text and item.meaning and not slot.meaning.same(item.meaning):
        was, now = slot.meaning, item.meaning
        says = _stand if was.role is now.role else _role
        yield Operation(Kind.RESTYLED, item.where, says(was), says(now))


def _role(meaning: Meaning) -> str:
    return meaning.role.value


def _stand(meaning: Meaning) -> str:
    """Return how a paragraph stands in a list, where its role says nothing new."""
    form = meaning.form.value if meaning.form else meaning.role.value
    box = " in a box" if meaning.in_callout else ""
    return f"{form}, level {meaning.level}{box}" if meaning.level else f"{form}{box}"


def _deleted(placed: Placed) -> Operation:
    return Operation(Kind.DELETED, placed.where, before=_shortened(placed.text))


def _of_text(change: TextChange) -> Iterator[Operation]:
    before, after = plain(change.before), plain(change.after)
    if change.slot and canonical(change.before) == canonical(change.after):
        return  # a text was divided, and nothing else
    if before != after:
        kind = Kind.FIELD if change.is_field else Kind.CHANGED
        if change.is_cell:
            kind = Kind.CELL
        yield Operation(kind, change.where, before, after)
    targets = _links(change.before), _links(change.after)
    notes = _notes(change.before), _notes(change.after)
    if targets[0] != targets[1]:
        yield Operation(Kind.LINK, change.where, *map("; ".join, targets))
    elif notes[0] != notes[1]:
        yield Operation(Kind.NOTES, change.where, *map("; ".join, notes))
    elif before == after:
        yield Operation(Kind.MARKS, change.where, before, after)


def _links(runs: Iterable[Run]) -> list[str]:
    links = (run for run in walk_runs(runs) if isinstance(run, LinkRun) and run.target)
    return [str(run.target) for run in links]


def _notes(runs: Iterable[Run]) -> list[str]:
    return [run.note for run in walk_runs(runs) if isinstance(run, NoteRun)]


def _row(line: Line) -> Operation:
    where, words, sign = line
    if sign > 0:
        return Operation(Kind.ROW_INSERTED, where, after=words)
    return Operation(Kind.ROW_DELETED, where, before=words)


def _column(line: Line) -> Operation:
    where, words, sign = line
    if sign > 0:
        return Operation(Kind.COLUMN_INSERTED, where, after=words)
    return Operation(Kind.COLUMN_DELETED, where, before=words)


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _told(operation: Operation) -> str:
    before, after = operation.before, operation.after
    match operation.kind:
        case Kind.CHANGED | Kind.CELL | Kind.FIELD:
            return f"{operation.kind.value}: {word_changes(before, after)}"
        case Kind.INSERTED | Kind.ROW_INSERTED | Kind.COLUMN_INSERTED:
            return f"{operation.kind.value}: “{after}”"
        case Kind.DELETED | Kind.ROW_DELETED | Kind.COLUMN_DELETED:
            return f"{operation.kind.value}: “{before}”"
        case Kind.SPLIT:
            return f"split off from “{before}”: “{after}”"
        case Kind.MERGED:
            return f"“{before}” is now part of “{after}”"
        case Kind.MOVED:
            return f"moved here: “{after}”"
        case Kind.RESTYLED:
            return f"was {before}, is {after}"
        case Kind.LINK | Kind.NOTES | Kind.PICTURE:
            return f"{operation.kind.value}: {before or 'none'} → {after or 'none'}"
        case Kind.MARKS:
            return f"bold, italic or language changed in “{_shortened(after)}”"


def word_changes(before: str, after: str) -> str:
    """Return what was replaced, word by word, with a word of the text around it."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    told = []
    for kind, low, high, start, end in matcher(old, new).get_opcodes():
        was, now = "".join(old[low:high]).strip(), "".join(new[start:end]).strip()
        if kind == "equal" or not (was or now):
            continue
        if not was:
            told.append(f"new “{now}”")
        elif not now:
            told.append(f"without “{was}”")
        else:
            told.append(f"“{was}” → “{now}”")
    return ", ".join(told) or "spaces"
