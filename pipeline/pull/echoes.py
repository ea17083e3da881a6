"""What a file says and no sheet keeps: heads and feet, echoes, moves without effect."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.pull.desk import Desk
from pipeline.pull.items import Item
from pipeline.pull.operations import Kind, Operation
from pipeline.tree import Role, RunningMatter
from pipeline.word import Table
from pipeline.words import normalized


def without_echoes(items: Sequence[Item]) -> list[Item]:
    """Return `items` without captions that repeat the headings of their table.

    Tables carry their headings as a hidden name; some programs print it as a caption.
    """
    return [
        item
        for index, item in enumerate(items)
        if not _is_echo(
            item, [*items[index - 1 : index], *items[index + 1 : index + 2]]
        )
    ]


def _is_echo(item: Item, around: Iterable[Item]) -> bool:
    role = item.role
    if item.slot is not None or role is not Role.TABLE_CAPTION:
        return False
    return any(
        item.text in (name, name + name)
        for name in (_name(each) for each in around)
        if name
    )


def _name(item: Item) -> str:
    if not isinstance(item.block, Table) or not item.block.rows:
        return ""
    words = (normalized(cell.text) for cell in item.block.rows[0].cells)
    return "; ".join(filter(None, words))


def note_running(found: Sequence[str], made: RunningMatter, desk: Desk) -> None:
    """Record that words were put into heads or feet, which are made from the sheet."""
    pieces = (made.head_start, made.head_end, made.foot_start, made.page_label)
    known = {word for piece in pieces for word in _words(piece)}
    for text in found:
        fresh = [word for word in _words(text) if word not in known]
        if fresh:
            message = f"`{' '.join(fresh)}` does not come back: the sheet makes it"
            desk.note("running", message, "a head or foot")


def note_fixed(operations: Iterable[Operation], desk: Desk) -> Iterator[Operation]:
    """Yield `operations` but for moves of what has a fixed place, which are noted."""
    for each in operations:
        if each.kind is Kind.MOVED:
            message = f"`{each.after}` was moved, and has a fixed place in the sheet"
            desk.note("fixed-place", message, each.where)
        else:
            yield each


def _words(text: str) -> list[str]:
    folded = normalized(text)
    cut = "".join(each if each.isalpha() else " " for each in folded)
    return cut.split()
