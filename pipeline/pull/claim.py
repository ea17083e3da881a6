"""Edited paragraphs claim the slots of the base that they were.

Text comes first; style, paragraph ids and bookmarks break ties and hold on to what was
rewritten. No step needs any of the three.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.pull.alignment import MOST_PAIRS, SIMILAR, align, ratio, share
from pipeline.pull.items import How, Item
from pipeline.pull.slots import Slot, SlotKind
from pipeline.render.docx.identity import review_anchor
from pipeline.tree import Role
from pipeline.word import Paragraph

# Of these there is one in a sheet: the style alone says which line it is.
_SINGLES = frozenset(
    {
        Role.TITLE, Role.AGENCY, Role.BUREAU, Role.KIND, Role.NUMBER, Role.DATE,
        Role.STANDFIRST, Role.KEY_FACTS_TITLE,
    }
)  # fmt: skip
_EQUAL = 2.0
# Added where it fits too; together less than what parts equal from similar texts.
_BY_STYLE, _BY_ID, _BY_BOOKMARK = 0.2, 0.3, 0.2
# How much of a piece must come from the slot that was divided, or was joined to it.
_SHARED = 0.8
_FEWEST_WORDS = 2
# Of more slots than these that nobody claims, none is looked for in pieces.
_MOST_LEFT = 200


def claim(slots: Sequence[Slot], items: Sequence[Item]) -> list[Slot]:
    """Let `items` claim `slots`; return the slots that nobody claims."""
    found = align(
        [_key(each.kind, each.text) for each in slots],
        [_key(each.kind, each.text) for each in items],
        lambda was, now: _likeness(slots[was], items[now]),
    )
    for now, was in found.items():
        items[now].slot, items[now].how = slots[was], How.TEXT
    claimed = {item.slot.origin for item in items if item.slot}
    _claim_by_position(slots, items, claimed)
    _claim_pieces(slots, items, claimed)
    _claim_joined(slots, items, claimed)
    # Where neighbours were divided or joined, as many may stand here as there by now.
    _claim_by_position(slots, items, claimed)
    _claim_moved(slots, items, claimed)
    return [slot for slot in slots if slot.origin not in claimed]


def _key(kind: SlotKind, text: str) -> str:
    return text if kind is SlotKind.TEXT else f"{kind.value}\n{text}"


def _likeness(slot: Slot, item: Item) -> float:
    if slot.kind is not item.kind:
        return 0.0
    more = _BY_STYLE if item.meaning and slot.meaning.same(item.meaning) else 0.0
    has_id = _has_id(slot, item)
    more += _BY_ID if has_id else 0.0
    if isinstance(item.block, Paragraph) and slot.bookmark in item.block.bookmarks:
        more += _BY_BOOKMARK
    if slot.text == item.text:
        return _EQUAL + more
    least = SIMILAR / 2 if more >= _BY_STYLE + _BY_ID else SIMILAR
    alike = ratio(slot.text, item.text, least)
    if alike:
        return alike + more
    is_single = slot.meaning.role in _SINGLES and slot.meaning == item.meaning
    if is_single or (slot.kind is SlotKind.PICTURE and has_id):
        return SIMILAR / 2 + more
    return 0.0


def _has_id(slot: Slot, item: Item) -> bool:
    if not isinstance(item.block, Paragraph) or slot.para_id is None:
        return False
    # A copy for review has the ids as hidden bookmarks too: they survive more programs.
    anchor = review_anchor(slot.para_id)
    return slot.para_id == item.block.para_id or anchor in item.block.bookmarks


def _claim_by_position(
    slots: Sequence[Slot], items: Sequence[Item], claimed: set[str]
) -> None:
    """Pair what stands between the same neighbours, as many here as there."""
    for (now, was), (next_now, next_was) in pairwise(_pairs(slots, items)):
        fresh = [each for each in items[now + 1 : next_now] if each.slot is None]
        between = slots[was + 1 : next_was]
        left = [each for each in between if each.origin not in claimed]
        if len(fresh) != len(left):
            continue
        for item, slot in zip(fresh, left, strict=True):
            if item.kind is slot.kind and _stands_for(item, slot):
                item.slot, item.how = slot, How.POSITION
                claimed.add(slot.origin)


def _pairs(slots: Sequence[Slot], items: Sequence[Item]) -> list[tuple[int, int]]:
    """Return where items with slots stand, and their slots, with both ends around."""
    order = {slot.origin: index for index, slot in enumerate(slots)}
    found = [(-1, -1)]
    for now, item in enumerate(items):
        if item.slot and order[item.slot.origin] >= found[-1][1]:
            found.append((now, order[item.slot.origin]))
    return [*found, (len(items), len(slots))]


def _stands_for(item: Item, slot: Slot) -> bool:
    return item.meaning is not None and slot.meaning.same(item.meaning)


def _claim_pieces(
    slots: Sequence[Slot], items: Sequence[Item], claimed: set[str]
) -> None:
    """Find paragraphs divided in two or more: the pieces stand behind one another."""
    for index, item in enumerate(items):
        before = items[index - 1] if index else None
        if item.slot or item.kind is not SlotKind.TEXT or before is None:
            continue
        slot = before.slot if before.is_home else None
        if slot and slot.kind is SlotKind.TEXT and _was_in(item, slot, before):
            item.slot, item.how = slot, How.SPLIT
            continue
        following = items[index + 1] if index + 1 < len(items) else None
        if following and following.slot is None:
            _claim_divided(item, following, slots, claimed)
    for item, following in reversed(list(pairwise(items))):
        if item.slot is None and item.kind is SlotKind.TEXT:
            _claim_first(item, following)


def _claim_first(item: Item, following: Item) -> None:
    """Let `item` take over the slot of the paragraph behind it, were both in one."""
    slot = following.slot if following.how is How.TEXT else None
    if slot and slot.kind is SlotKind.TEXT and _was_in(item, slot, following):
        item.slot, item.how = slot, How.TEXT
        following.how = How.SPLIT


def _claim_divided(
    item: Item, following: Item, slots: Sequence[Slot], claimed: set[str]
) -> None:
    """Let `item` claim the slot that it and the paragraph behind it were."""
    left = [each for each in slots if each.origin not in claimed]
    if len(left) > _MOST_LEFT:
        return
    if any(each.text in (item.text, following.text) for each in left):
        # A heading and what stands below it were moved together, as they are.
        return
    both = f"{item.text} {following.text}"
    for slot in left:
        if slot.kind is SlotKind.TEXT and ratio(slot.text, both, _SHARED):
            item.slot, item.how = slot, How.TEXT
            claimed.add(slot.origin)
            return


def _was_in(item: Item, slot: Slot, owner: Item) -> bool:
    """Return whether the words of `item` were in `slot`, beside those of `owner`."""
    if slot.text in (f"{owner.text} {item.text}", f"{item.text} {owner.text}"):
        return True
    if len(item.text.split()) < _FEWEST_WORDS or len(slot.text) <= len(owner.text):
        return False
    return share(item.text, slot.text) >= _SHARED


def _claim_joined(
    slots: Sequence[Slot], items: Sequence[Item], claimed: set[str]
) -> None:
    """Find slots whose words now stand at the end, or start, of a neighbour."""
    owners = {item.slot.origin: item for item in items if item.is_home and item.slot}
    for index, slot in enumerate(slots):
        if slot.origin in claimed or slot.kind is not SlotKind.TEXT:
            continue
        for neighbour in _around(slots, index):
            owner = owners.get(neighbour.origin)
            if owner is None or owner.kind is not SlotKind.TEXT:
                continue
            is_longer = len(owner.text) > len(neighbour.text)
            if is_longer and slot.text and share(slot.text, owner.text) >= _SHARED:
                _join(
                    owner, slot, is_first=not index or neighbour is not slots[index - 1]
                )
                claimed.add(slot.origin)
                owners[slot.origin] = owner
                break


def _join(owner: Item, slot: Slot, *, is_first: bool) -> None:
    """Let `owner` claim one slot more; of several it is the first one."""
    if is_first and owner.slot:
        owner.slot, owner.merged = slot, (owner.slot, *owner.merged)
    else:
        owner.merged = (*owner.merged, slot)


def _around(slots: Sequence[Slot], index: int) -> Iterator[Slot]:
    if index:
        yield slots[index - 1]
    if index + 1 < len(slots):
        yield slots[index + 1]


def _claim_moved(
    slots: Sequence[Slot], items: Sequence[Item], claimed: set[str]
) -> None:
    left = [slot for slot in slots if slot.origin not in claimed]
    fresh = [item for item in items if item.slot is None]
    if len(fresh) * len(left) > MOST_PAIRS:
        return
    for item in fresh:
        if not left:
            return
        scores = [(_moved(slot, item), -index) for index, slot in enumerate(left)]
        score, index = max(scores)
        if score:
            slot = left.pop(-index)
            item.slot, item.how = slot, How.MOVED
            claimed.add(slot.origin)


def _moved(slot: Slot, item: Item) -> float:
    if slot.kind is not item.kind or not slot.text:
        return 0.0
    if slot.text == item.text:
        return _EQUAL + (slot.meaning == item.meaning)
    return ratio(slot.text, item.text, _SHARED)
