"""Paragraphs of lists back into lists within lists."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.pull.desk import Desk
from pipeline.pull.items import Item
from pipeline.pull.meaning import Form
from pipeline.pull.model import at
from pipeline.word import Paragraph
from schemas.blocks import NumberedList

Data = dict[str, object]


@dataclass(frozen=True, slots=True)
class Listing:
    """Where lists are put: the path of their blocks, and the index of the first."""

    path: str
    index: int

    def place(self, more: int) -> str:
        """Return the path of the block `more` behind the first."""
        return f"{self.path}[{self.index + more}]"


def read_lists(items: Sequence[Item], listing: Listing, desk: Desk) -> list[Data]:
    """Return the lists that neighbouring items make up."""
    left = deque(items)
    found: list[Data] = []
    while left:
        if _form(left[0]) is Form.CONTINUE:
            item = left.popleft()
            message = f"`{item.text[:40]}` goes on with an item that is not there"
            hint = "give it the style Body Text or List Bullet"
            desk.refuse("list-item", message, item.place, hint)
            continue
        found.append(_list(left, listing.place(len(found)), desk))
    return found


def _list(left: deque[Item], path: str, desk: Desk) -> Data:
    first = left[0]
    level, form, origin = _level(first), _form(first), _list_origin(first)
    items: list[Data] = []
    while left and _goes_on(left[0], level, form, origin):
        origin = origin or _list_origin(left[0])
        items.append(_item(left, level, f"{path}.items[{len(items)}]", desk))
    if form is Form.BULLET:
        return {"kind": "bullets", "items": tuple(items)}
    return {"kind": "numbers", "start": _start(first, desk), "items": tuple(items)}


def _goes_on(item: Item, level: int, form: Form | None, origin: str | None) -> bool:
    """Return whether `item` is the next one of a list."""
    if _level(item) != level or _form(item) is not form:
        return False
    own = _list_origin(item)
    return own is None or origin is None or own == origin


def _item(left: deque[Item], level: int, path: str, desk: Desk) -> Data:
    text = desk.rich(left.popleft(), f"{path}.text")
    blocks: list[Data] = []
    while left:
        place = f"{path}.blocks[{len(blocks)}]"
        is_further = _form(left[0]) is Form.CONTINUE and _level(left[0]) >= level
        if is_further:
            runs = desk.rich(left.popleft(), f"{place}.text")
            blocks.append({"kind": "paragraph", "text": runs})
        elif _level(left[0]) > level:
            blocks.append(_list(left, place, desk))
        else:
            break
    return {"text": text, "blocks": tuple(blocks)}


def _level(item: Item) -> int:
    return item.meaning.level if item.meaning else 1


def _form(item: Item) -> Form | None:
    return item.meaning.form if item.meaning else None


def _list_origin(item: Item) -> str | None:
    """Return the list of the base that an item is of."""
    if not item.is_home or item.slot is None or item.slot.meaning.form is None:
        return None
    if item.slot.meaning.form is Form.CONTINUE:
        return None
    return item.slot.origin.rpartition(".items[")[0]


def _start(first: Item, desk: Desk) -> int:
    if isinstance(first.block, Paragraph) and first.block.listed:
        return first.block.listed.count
    origin = _list_origin(first)
    base = at(desk.base, origin) if origin else None
    return base.start if isinstance(base, NumberedList) else 1
