"""The proof that no words were lost: the edited sheet says them all again."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.diagnostics import Diagnostic, error
from pipeline.pull.desk import Desk
from pipeline.pull.items import Item
from pipeline.pull.slots import body_slots, composed
from pipeline.tree import Role
from pipeline.word import Paragraph, Table
from pipeline.words import normalized
from schemas.factsheet import FactSheet
from schemas.richtext import Run

# Lines of facts: read as dates, numbers and addresses, and printed in one form.
_TYPED = frozenset(
    {Role.DATE, Role.TERM, Role.DETAIL, Role.CONTACT_LINE, Role.COLOPHON_TEXT,
     Role.TABLE_NOTE, Role.FIGURE}
)  # fmt: skip


def lost_words(
    items: Sequence[Item], sheet: FactSheet, desk: Desk
) -> Iterator[Diagnostic]:
    """Yield the paragraphs and tables that `sheet` does not say."""
    said = Counter(slot.text for slot in body_slots(composed(sheet)))
    for item in items:
        if item.role in _TYPED:
            continue
        text = _text(item, desk)
        said[text] -= 1
        if said[text] < 0:
            message = f"{item.place}: `{text[:60]}` was read and not kept"
            hint = "this is a fault in bulletin, not in your file"
            yield error("lost", message, hint=hint)


def _text(item: Item, desk: Desk) -> str:
    if isinstance(item.block, Table):
        cells = (cell for row in item.block.rows for cell in row.cells)
        return " | ".join(_words(cell.paragraphs, (), desk) for cell in cells)
    return _words([item.paragraph], desk.runs_of(item), desk)


def _words(paragraphs: Sequence[Paragraph], base: Sequence[Run], desk: Desk) -> str:
    spans = (span for each in paragraphs for span in desk.spans(each, base))
    return normalized("".join(span.text for span in spans))
