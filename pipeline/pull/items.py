"""What an edited file says, item by item, and which slot of the base each claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline.pull.meaning import Meaning, meaning_of
from pipeline.pull.slots import Slot, SlotKind
from pipeline.tree import Role
from pipeline.word import Block, Paragraph, Table
from pipeline.words import normalized


class How(Enum):
    """By what a paragraph was found to be the one it was."""

    NEW = "new"
    TEXT = "text"
    POSITION = "position"
    SPLIT = "split"
    """It is a further piece of a paragraph that was divided."""
    MOVED = "moved"


@dataclass(slots=True)
class Item:
    """A paragraph or table of the edited file, and the slot that it claims."""

    block: Block
    text: str
    """Its words, white space folded; of a picture its alternative text."""
    kind: SlotKind
    meaning: Meaning | None
    """What its style says; None for a foreign style."""
    slot: Slot | None = None
    merged: tuple[Slot, ...] = ()
    """Further slots whose words now stand in it."""
    how: How = How.NEW
    where: str = ""
    """Its place in words for people."""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph; asked only of what is no table."""
        assert isinstance(self.block, Paragraph)
        return self.block

    @property
    def role(self) -> Role | None:
        """What it is for; None for a foreign style."""
        return self.meaning.role if self.meaning else None

    @property
    def style(self) -> str:
        """The name of its style; empty for a table."""
        return self.block.style if isinstance(self.block, Paragraph) else ""

    @property
    def place(self) -> str:
        """Its place as the Word file counts."""
        return self.block.place

    @property
    def is_home(self) -> bool:
        """Whether it stands where the base has it."""
        return self.slot is not None and self.how is not How.MOVED


def items_of(blocks: Sequence[Block]) -> list[Item]:
    """Return what says something, in order."""
    found = []
    for block in blocks:
        if isinstance(block, Table):
            cells = (cell.text for row in block.rows for cell in row.cells)
            text = " | ".join(map(normalized, cells))
            found.append(Item(block, text, SlotKind.TABLE, Meaning(Role.TABLE)))
        elif block.pictures and not block.text.strip():
            text = block.pictures[0].alt
            meaning = Meaning(Role.FIGURE)
            found.append(Item(block, text, SlotKind.PICTURE, meaning))
        elif block.inlines and (normalized(block.text) or not block.text):
            text = normalized(block.text)
            found.append(Item(block, text, SlotKind.TEXT, meaning_of(block)))
    return found
