"""Elements to sections two levels deep, none of them empty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.importers.edit.elements import Break, Element, Head
from pipeline.importers.edit.ledger import Ledger
from schemas.blocks import Block, Paragraph, Section
from schemas.richtext import Run, StrongRun, plain

_DEEPEST = 2


@dataclass(slots=True)
class _Part:
    """A section on its way."""

    head: Head | None = None
    blocks: list[Block] = field(default_factory=list)
    parts: "list[_Part]" = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.blocks and not self.parts


def sections_of(elements: Iterable[Element], ledger: Ledger) -> tuple[Section, ...]:
    """Return the sections; deeper headings are folded, empty ones become words."""
    parts = _outline(elements, ledger)
    for part in parts:
        _fill_parts(part, ledger)
    filled = _nest_empty(parts, ledger)
    return tuple(_section(part) for part in _without_empty(filled, ledger))


def _outline(elements: Iterable[Element], ledger: Ledger) -> list[_Part]:
    parts = [_Part()]
    current = parts[0]
    for element in elements:
        match element:
            case Head(level):
                current = _opened(parts, element, level, ledger)
            case Break():
                current = _Part()
                parts.append(current)
            case block:
                current.blocks.append(block)
    return [part for part in parts if part.head or not part.is_empty]


def _opened(parts: list[_Part], head: Head, level: int, ledger: Ledger) -> _Part:
    """Open a section, below the last one where its heading is lower."""
    part, above = _Part(head), parts[-1]
    if level == 1 or above.head is None:
        if level > 1:
            _tell(ledger, head, "raised to a section", 0.6)
        parts.append(part)
    else:
        if level > _DEEPEST:
            _tell(ledger, head, "folded into the second level", 0.7)
        above.parts.append(part)
    return part


def _tell(ledger: Ledger, head: Head, what: str, confidence: float) -> None:
    ledger.guess(f"heading {what}", plain(head.text), head.stretch, confidence)


def _fill_parts(part: _Part, ledger: Ledger) -> None:
    """Turn subsections without words into a strong line of what stands before."""
    kept: list[_Part] = []
    for inner in part.parts:
        if inner.is_empty and inner.head:
            (kept[-1] if kept else part).blocks.append(_words(inner.head, ledger))
        else:
            kept.append(inner)
    part.parts = kept


def _nest_empty(parts: Sequence[_Part], ledger: Ledger) -> list[_Part]:
    """Put a section below an empty one that stands directly above it."""
    kept: list[_Part] = []
    for part in parts:
        above = kept[-1] if kept else None
        if above and above.head and above.is_empty and part.head and not part.parts:
            _tell(ledger, part.head, "set below the one above it", 0.6)
            above.parts.append(part)
        else:
            kept.append(part)
    for part in kept:
        _fill_parts(part, ledger)
    return kept


def _without_empty(parts: Sequence[_Part], ledger: Ledger) -> list[_Part]:
    """Turn sections without words into a strong line at the end of the one before."""
    kept: list[_Part] = []
    for part in parts:
        if part.is_empty and part.head:
            if not kept:
                kept.append(_Part())
            last = kept[-1]
            (last.parts[-1] if last.parts else last).blocks.append(
                _words(part.head, ledger)
            )
        else:
            kept.append(part)
    return kept


def _words(head: Head, ledger: Ledger) -> Paragraph:
    _tell(ledger, head, "without text below it, set as strong words", 0.6)
    strong: tuple[Run, ...] = (StrongRun(runs=head.text),)
    return Paragraph(text=strong)


def _section(part: _Part) -> Section:
    return Section(
        heading=part.head.text if part.head else None,
        blocks=tuple(part.blocks),
        sections=tuple(_section(inner) for inner in part.parts),
    )
