"""Regions of short lines to blocks: further reading, or a list."""

import re
from collections.abc import Sequence

from pipeline.importers.edit.ledger import Ledger
from pipeline.importers.edit.regions import Region
from pipeline.importers.edit.shapes import width
from pipeline.importers.leaves import leaves
from pipeline.importers.manuscript import Passage, Words
from schemas.blocks import BulletList, ListItem, Resource, Resources
from schemas.richtext import LinkRun, LinkStatus, Run, TextRun, plain, walk_runs

# A page's name ends before what is said about it.
_ASIDE = re.compile(r"\s\([^()]*(?:\([^()]*\)[^()]*)*\)$|\s\|\s.*$")
_LONGEST_NAME = 100


def block_of(
    passages: Sequence[Passage], region: Region, has_links: bool, ledger: Ledger
) -> Resources | BulletList:
    """Return what the lines of `region` are.

    In a text that lost its links (`has_links` is false), lines that name a page are
    lost links; an address is never guessed.
    """
    lines = [next(leaves(each)) for each in passages[region.first : region.end]]
    if not region.is_resources:
        ledger.guess("list", str(len(lines)), lines[0].stretch, 0.6)
        return BulletList(items=tuple(ListItem(text=each.runs) for each in lines))
    ledger.guess("resources", str(len(lines)), lines[0].stretch, 0.9)
    intro = None if region.intro is None else next(leaves(passages[region.intro])).runs
    items = tuple(Resource(text=_item(each, has_links, ledger)) for each in lines)
    return Resources(intro=intro, items=items)


def _names_page(name: str) -> bool:
    """Return whether words can be the name of a page: some, and no sentence."""
    is_short = width(name) <= _LONGEST_NAME and not name.endswith(".")
    return is_short and (width(name) > len(name) or " " in name)


def _item(words: Words, has_links: bool, ledger: Ledger) -> tuple[Run, ...]:
    runs, text = words.runs, plain(words.runs)
    is_bare = all(isinstance(run, TextRun) for run in walk_runs(runs))
    aside = _ASIDE.search(text)
    name = text[: aside.start()] if aside else text
    if has_links or not is_bare or not _names_page(name):
        return runs
    ledger.guess("lost link", name, words.stretch, 0.7)
    link = LinkRun(runs=(TextRun(text=name),), status=LinkStatus.LOST)
    return (link, TextRun(text=text[len(name) :])) if aside else (link,)
