"""Passages to what a body is made of: headings, breaks and blocks, in their order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.lists import lists_of
from pipeline.importers.edit.regions import Region, regions_of
from pipeline.importers.edit.resources import block_of
from pipeline.importers.edit.runs import of_heading
from pipeline.importers.edit.tables import table_of
from pipeline.importers.leaves import leaves
from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Heading,
    Item,
    Paragraph,
    Passage,
    Picture,
    Quotation,
    Reason,
    Rule,
    Stretch,
)
from schemas import blocks as model
from schemas.richtext import LinkRun, LinkStatus, Run, walk_runs


@dataclass(frozen=True, slots=True)
class Head:
    """A heading; `level` counts from the highest below the title, which is 1."""

    level: int
    text: tuple[Run, ...]
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a section below which no heading stands."""


Element = Head | Break | model.Block


def elements_of(passages: Sequence[Passage], ledger: Ledger) -> Iterator[Element]:
    """Yield the elements of a body; footnotes are no part of it."""
    body = [each for each in passages if not isinstance(each, Footnote)]
    regions = {_start(region): region for region in regions_of(body)}
    has_links, levels = any(map(_has_links, body)), _ranks(body)
    done, seen_heading = 0, False
    for start, region in [*regions.items(), (len(body), None)]:
        yield from _plain(body[done:start], levels, ledger)
        seen_heading = seen_heading or any(map(_is_heading, body[done:start]))
        if region:
            if region.intro is not None and seen_heading:
                # What follows the last section speaks of the whole sheet.
                yield Break()
            yield block_of(body, region, has_links, ledger)
            done = region.end


def _start(region: Region) -> int:
    return region.first if region.intro is None else region.intro


def _is_heading(passage: Passage) -> bool:
    return isinstance(passage, Heading)


def _has_links(passage: Passage) -> bool:
    """Return whether a passage has a link that the file itself made one."""
    return any(
        isinstance(run, LinkRun) and run.status is not LinkStatus.DERIVED
        for words in leaves(passage)
        for run in walk_runs(words.runs)
    )


def _plain(
    passages: Sequence[Passage], levels: Mapping[int, int], ledger: Ledger
) -> Iterator[Element]:
    for kind, group in groupby(passages, key=type):
        if kind is Item:
            items = [each for each in group if isinstance(each, Item)]
            yield from lists_of(items, ledger)
        elif kind is Quotation:
            said = [next(leaves(each)).runs for each in group]
            yield model.Quote(paragraphs=tuple(said))
        else:
            for each in group:
                yield from _element(each, levels, ledger)


def _ranks(passages: Sequence[Passage]) -> Mapping[int, int]:
    found = sorted({each.level for each in passages if isinstance(each, Heading)})
    return {level: rank for rank, level in enumerate(found, start=1)}


def _element(
    passage: Passage, levels: Mapping[int, int], ledger: Ledger
) -> Iterator[Element]:
    match passage:
        case Heading(words, level):
            yield Head(levels[level], of_heading(words.runs), words.stretch)
        case Paragraph(words):
            yield model.Paragraph(text=words.runs)
        case Grid():
            yield from table_of(passage, ledger)
        case Picture():
            yield _figure(passage)
        case Rule():
            ledger.leave(passage, Reason.MARKER)
            yield Break()
        case Item() | Quotation() | Footnote():
            raise AssertionError(passage)


def _figure(picture: Picture) -> model.Figure:
    caption = picture.caption.runs if picture.caption else None
    return model.Figure(image=picture.file, alt=picture.alt, caption=caption)
