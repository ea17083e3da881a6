"""Lists with what stands in them, and the marks that keep two of them apart."""

from collections.abc import Sequence

from pipeline.unload.inline import spell_runs
from pipeline.unload.places import PARAGRAPH, UnspellableError
from schemas.blocks import BulletList, ListItem, NumberedList, Paragraph, Prose

ListMark = str
"""`-` or `*` before an item, `.` or `)` behind its number."""

_MARKS = {"bullets": ("-", "*"), "numbers": (".", ")")}
# CommonMark 5.2: a number has at most nine digits.
_LARGEST = 999_999_999


def next_mark(value: object, previous: ListMark | None) -> ListMark | None:
    """Return the mark for `value`: lists with the same mark would become one."""
    if not isinstance(value, BulletList | NumberedList):
        return None
    first, other = _MARKS[value.kind]
    return other if previous == first else first


def spell_list(
    block: BulletList | NumberedList, origin: str, mark: ListMark | None
) -> list[str]:
    """Return the lines of a list; `mark` is None where no other list is near."""
    lines: list[str] = []
    for index, item in enumerate(block.items):
        start = item_start(block, index, origin, mark or next_mark(block, None))
        lines += spell_item(item, f"{origin}.items[{index}]", start)
    return lines


def item_start(
    block: BulletList | NumberedList, index: int, origin: str, mark: ListMark | None
) -> str:
    """Return what stands before the words of an item."""
    if isinstance(block, BulletList):
        return f"{mark} "
    last = block.start + len(block.items) - 1
    if block.start > _LARGEST:
        raise UnspellableError(origin, f"a list starts at {block.start}")
    number = block.start if last > _LARGEST else block.start + index
    return f"{number}{mark} "


def spell_item(item: ListItem, origin: str, start: str) -> list[str]:
    """Return the lines of an item whose first line begins with `start`."""
    lines = spell_runs(item.text, PARAGRAPH, f"{origin}.text").split("\n")
    below = spell_prose(item.blocks, origin)
    if below and not may_follow(item.blocks[0]):
        lines.append("")
    lines += below
    indent = " " * len(start)
    rest = (indent + line if line else "" for line in lines[1:])
    return [start + lines[0], *rest]


def may_follow(block: Prose) -> bool:
    """Return whether a list may start directly below words (CommonMark 5.3)."""
    return not isinstance(block, Paragraph) and (
        isinstance(block, BulletList) or block.start == 1
    )


def spell_prose(blocks: Sequence[Prose], origin: str) -> list[str]:
    """Return the lines of paragraphs and lists, an empty line between them."""
    lines: list[str] = []
    mark: ListMark | None = None
    for index, block in enumerate(blocks):
        place = f"{origin}.blocks[{index}]"
        mark = next_mark(block, mark)
        if lines:
            lines.append("")
        lines += spell_prose_block(block, place, mark)
    return lines


def spell_prose_block(block: Prose, origin: str, mark: ListMark | None) -> list[str]:
    """Return the lines of a paragraph or list."""
    if isinstance(block, Paragraph):
        return spell_runs(block.text, PARAGRAPH, f"{origin}.text").split("\n")
    return spell_list(block, origin, mark)
