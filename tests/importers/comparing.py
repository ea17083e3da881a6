"""How much of what a reader expects of a text a sheet holds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.blocks import (
    Block,
    BulletList,
    Callout,
    NumberedList,
    Paragraph,
    Resources,
    Section,
    Table,
)
from schemas.factsheet import FactSheet
from schemas.richtext import LinkRun, Run, plain, walk_runs
from tests.importers.corpus import Expected, tidy

Lists = BulletList | NumberedList


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things are right, among all that are expected or found."""

    right: int
    of: int
    wrong: tuple[str, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        wrong = (*self.wrong, *other.wrong)
        return Tally(self.right + other.right, self.of + other.of, wrong)

    @property
    def share(self) -> float:
        """Return the part that is right; all of it where there is nothing."""
        return self.right / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.right}/{self.of}" if self.of else "-"


def headings(expected: Expected, sheet: FactSheet) -> Tally:
    """Return how many headings are right, by level and words."""
    if expected.headings is None:
        return Tally(0, 0)
    optional = {tidy(words) for words in expected.optional_headings}
    levels = {level for level, _ in expected.headings}
    free = None in levels
    found = [(None if free else level, words) for level, words in _headings(sheet)]
    found = [each for each in found if each[1] not in optional]
    wanted = [(level, tidy(words)) for level, words in expected.headings]
    return _tally(wanted, found)


def _headings(sheet: FactSheet) -> Iterator[tuple[int, str]]:
    for level, section in _sections(sheet.sections, 2):
        if section.heading:
            yield level, tidy(plain(section.heading))


def _sections(sections: Iterable[Section], level: int) -> Iterator[tuple[int, Section]]:
    for section in sections:
        yield level, section
        yield from _sections(section.sections, level + 1)


def _blocks(sheet: FactSheet) -> Iterator[Block]:
    for _, section in _sections(sheet.sections, 2):
        for block in section.blocks:
            yield block
            if isinstance(block, Callout):
                yield from block.blocks


def lists(expected: Expected, sheet: FactSheet) -> Tally:
    """Return how many lists are right, by kind, depth, length and first words."""
    if expected.lists is None:
        return Tally(0, 0)
    labels = [name for names in (expected.labels or {}).values() for name in names]
    either = (*labels, *expected.optional_lists)
    wanted = [
        (each["kind"], each["depth"], each["items"], _start(each["first"]))
        for each in expected.lists
    ]
    found = [
        (block.kind, depth, len(block.items), _start(plain(block.items[0].text)))
        for depth, block in _lists(_blocks(sheet), 1)
        # Lines of a label and a value are as well a list as paragraphs.
        if not plain(block.items[0].text).startswith(either)
    ]
    return _tally(wanted, found)


def _lists(blocks: Iterable[Any], depth: int) -> Iterator[tuple[int, Lists]]:
    for block in blocks:
        if isinstance(block, Lists):
            yield depth, block
            for item in block.items:
                yield from _lists(item.blocks, depth + 1)


def _start(text: str) -> str:
    return " ".join(tidy(text).split()[:3])


def tables(expected: Expected, sheet: FactSheet) -> Tally:
    """Return how many tables have the expected rows and columns."""
    if expected.tables is None:
        return Tally(0, 0)
    wanted = [(each["rows"], each["columns"]) for each in expected.tables]
    found = [
        (len(block.rows), len(block.header))
        for block in _blocks(sheet)
        if isinstance(block, Table)
    ]
    return _tally(wanted, found)


def resources(expected: Expected, sheet: FactSheet) -> Tally:
    """Return how many items of the closing list are right."""
    found = [
        tidy(plain(item.text))
        for block in _blocks(sheet)
        if isinstance(block, Resources)
        for item in block.items
    ]
    return _tally([tidy(words) for words in expected.resources or []], found)


def label_lines(expected: Expected, sheet: FactSheet) -> Tally:
    """Return how many lines of a label and a value start a paragraph or an item."""
    wanted = [name for names in (expected.labels or {}).values() for name in names]
    starts = [fact.label for fact in sheet.key_facts]
    for block in _blocks(sheet):
        match block:
            case Paragraph():
                starts.append(plain(block.text))
            case BulletList() | NumberedList():
                starts += [plain(item.text) for item in block.items]
            case _:
                pass
    missing = [name for name in wanted if not any(s.startswith(name) for s in starts)]
    return Tally(len(wanted) - len(missing), len(wanted), tuple(missing))


def links(expected: Expected, sheet: FactSheet) -> Tally:
    """Return how many addresses of the text are live links to just there."""
    found = {
        (run.target or "").removeprefix("mailto:").rstrip("/")
        for run in _runs(sheet)
        if isinstance(run, LinkRun) and run.target
    }
    wanted = [each.rstrip("/") for each in expected.links]
    missing = [each for each in wanted if each not in found]
    return Tally(len(wanted) - len(missing), len(wanted), tuple(missing))


def made_up_links(sheet: FactSheet, raw: str) -> list[str]:
    """Return the targets of live links whose address is not in the text."""
    return [
        run.target
        for run in _runs(sheet)
        if isinstance(run, LinkRun)
        and run.target
        and run.status != "derived"
        and run.target.removeprefix("mailto:").rstrip("/") not in raw
        and not run.target.startswith("#")
    ]


def _runs(node: Any) -> Iterator[Run]:
    """Yield every run of a model."""
    if isinstance(node, tuple):
        for each in node:
            yield from _runs(each)
    elif hasattr(node, "runs") or hasattr(node, "expansion"):
        yield from walk_runs((node,))
    elif hasattr(node, "model_fields_set"):
        for name in type(node).model_fields:
            yield from _runs(getattr(node, name))


def _tally(wanted: Sequence[Any], found: Sequence[Any]) -> Tally:
    right = (Counter(wanted) & Counter(found)).total()
    both = Counter(wanted) | Counter(found)
    missing = [f"missing {each}" for each in (Counter(wanted) - Counter(found))]
    extra = [f"extra {each}" for each in (Counter(found) - Counter(wanted))]
    return Tally(right, both.total(), (*missing, *extra))
