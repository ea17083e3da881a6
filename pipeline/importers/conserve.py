"""The proof, run with every import, that no word was lost, doubled, moved or made up.

Three steps: each character of the file is in one passage or one account; each passage
says what its characters say; and the sheet says what the passages say, in their order.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.importers.edit.edited import Edited
from pipeline.importers.leaves import leaves, stretches
from pipeline.importers.manuscript import (
    Footnote,
    LeftOut,
    Manuscript,
    Passage,
    Stretch,
    Words,
)
from pipeline.labels import day
from pipeline.words import normalized
from schemas.factsheet import FactSheet
from schemas.richtext import plain
from schemas.texts import rich_texts

_FAR = 1 << 62
_SHOWN = 40


def prove(manuscript: Manuscript, edited: Edited) -> list[str]:
    """Return what is wrong between a file and the sheet made of it, if anything."""
    found = [*_uncovered(manuscript), *_unfaithful(manuscript)]
    return found or list(_unequal(manuscript, edited))


def _uncovered(manuscript: Manuscript) -> Iterator[str]:
    """Yield characters that are in no passage and no account, or in two."""
    held = [each for one in manuscript.passages for each in stretches(one)]
    spans = sorted(each for each in held if each.end > each.start)
    starts = [span.start for span in spans]
    accounts = [each.stretch for each in manuscript.left_out]
    alone = [each for each in accounts if not _is_inside(each, spans, starts)]
    done = 0
    for span in [*sorted([*spans, *alone]), Stretch(_FAR, _FAR)]:
        gap = manuscript.text[done : span.start]
        if span.start < done < _FAR:
            words = manuscript.text[span.start : done][:_SHOWN]
            yield f"{manuscript.place(span.start)}: `{words}` stands in two places"
        elif gap.strip():
            where = done + len(gap) - len(gap.lstrip())
            yield f"{manuscript.place(where)}: `{gap.strip()[:_SHOWN]}` is lost"
        done = max(done, span.end)


def _is_inside(
    stretch: Stretch, spans: Sequence[Stretch], starts: Sequence[int]
) -> bool:
    at = bisect_right(starts, stretch.start) - 1
    return at >= 0 and stretch.end <= spans[at].end


def _unfaithful(manuscript: Manuscript) -> Iterator[str]:
    """Yield passages that do not say what their characters say."""
    accounts = _Accounts(manuscript.text, manuscript.left_out)
    for passage in manuscript.passages:
        for words in leaves(passage):
            file, said = accounts.applied(words.stretch), plain(words.runs)
            if _signs(file) != _signs(said):
                where = manuscript.place(words.stretch.start)
                yield f"{where}: `{file[:_SHOWN]}` was read as `{said[:_SHOWN]}`"


def _signs(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(text.split()))


class _Accounts:
    """A text with accounts of what is left out of it, none inside another."""

    def __init__(self, text: str, left_out: Sequence[LeftOut]) -> None:
        self.text = text
        self.left_out = sorted(left_out, key=lambda each: each.stretch)
        self.starts = [each.stretch.start for each in self.left_out]

    def within(self, stretch: Stretch) -> Sequence[LeftOut]:
        """Return the accounts that start in a stretch."""
        first = bisect_left(self.starts, stretch.start)
        return self.left_out[first : bisect_left(self.starts, stretch.end)]

    def cover(self, stretch: Stretch) -> LeftOut | None:
        """Return the account that takes in all of a stretch."""
        at = bisect_right(self.starts, stretch.start) - 1
        found = self.left_out[at] if at >= 0 else None
        return found if found and found.stretch.end >= stretch.end else None

    def applied(self, stretch: Stretch) -> str:
        """Return what stands in a stretch when its accounts are carried out."""
        pieces, done = [], stretch.start
        for each in self.within(stretch):
            pieces += [self.text[done : each.stretch.start], each.instead]
            done = each.stretch.end
        return "".join([*pieces, self.text[done : stretch.end]])


def _unequal(manuscript: Manuscript, edited: Edited) -> Iterator[str]:
    """Yield where sheet and passages differ: body and notes in order, masthead not."""
    source, sheet = _Source(manuscript, edited), edited.sheet
    for name, file, said in (
        ("the text", source.body(), _printed(sheet, "sections[")),
        ("the notes", source.notes(), _printed(sheet, "notes[")),
    ):
        pairs = zip_longest(_words(file), _words(said))
        for index, (before, after) in enumerate(pairs):
            if before != after:
                yield f"word {index + 1} of {name}: `{before}` became `{after}`"
                break
    before_all, after_all = (
        Counter(_words(source.masthead())),
        Counter(_masthead(sheet)),
    )
    for word in (before_all - after_all) + (after_all - before_all):
        yield f"`{word}` of the masthead is not in both the file and the sheet"


def _printed(sheet: FactSheet, origin: str) -> Iterator[str]:
    return (plain(runs) for path, runs in rich_texts(sheet) if path.startswith(origin))


def _words(texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        yield from normalized(text).split()


def _masthead(sheet: FactSheet) -> Iterator[str]:
    issued = day(sheet.issued, sheet.language) if sheet.issued else ""
    dateline = ", ".join(filter(None, (sheet.place, issued)))
    standfirst = plain(sheet.standfirst or ())
    lines = (sheet.title, sheet.issuer.agency, sheet.issuer.bureau, sheet.kind,
             sheet.number, dateline, standfirst)  # fmt: skip
    return _words(line for line in lines if line)


class _Source:
    """What the passages of a file say once the editor's accounts are carried out."""

    def __init__(self, manuscript: Manuscript, edited: Edited) -> None:
        known = set(manuscript.left_out)
        cuts = [each for each in edited.left_out if each not in known]
        self.passages = manuscript.passages
        self.cuts = _Accounts(manuscript.text, cuts)
        self.accounts = _Accounts(manuscript.text, edited.left_out)
        self.above = sorted(edited.masthead)
        self.added = edited.added
        self.note_names = {note.name for note in edited.sheet.notes}

    def body(self) -> Iterator[str]:
        """Yield what stands in the text, in order."""
        seen = set[str]()
        for passage in self.passages:
            if self._is_note(passage, seen):
                continue
            for words in leaves(passage):
                above = self._above(words.stretch)
                yield self._rest(words.stretch, above) if above else self._said(words)

    def notes(self) -> Iterator[str]:
        """Yield what the notes say, in order."""
        seen = set[str]()
        for passage in self.passages:
            if self._is_note(passage, seen):
                yield from map(self._said, leaves(passage))

    def masthead(self) -> Iterator[str]:
        """Yield what stands above the text, in any order."""
        whole = {each.stretch: each for one in self.passages for each in leaves(one)}
        for stretch in self.above:
            words = whole.get(stretch)
            yield self._said(words) if words else self.accounts.applied(stretch)
        held = [each for one in self.passages for each in stretches(one)]
        spans = sorted(held)
        starts = [span.start for span in spans]
        for cut in self.cuts.left_out:
            if not _is_inside(cut.stretch, spans, starts):
                yield cut.instead
        yield from self.added.values()

    def _said(self, words: Words) -> str:
        cover = self.cuts.cover(words.stretch)
        if cover:
            return cover.instead
        if self.cuts.within(words.stretch):
            return self.accounts.applied(words.stretch)
        return plain(words.runs)

    def _above(self, stretch: Stretch) -> Sequence[Stretch]:
        """Return the stretches of the masthead that lie inside a stretch."""
        first = bisect_left(self.above, Stretch(stretch.start, -1))
        last = bisect_left(self.above, Stretch(stretch.end, -1))
        return self.above[first:last]

    def _rest(self, stretch: Stretch, above: Sequence[Stretch]) -> str:
        """Return what stands between the stretches of the masthead in a line."""
        edges = [
            stretch.start,
            *(at for each in above for at in (each.start, each.end)),
        ]
        pairs = zip(edges[::2], [*edges[1::2], stretch.end], strict=True)
        return " ".join(self.accounts.applied(Stretch(*pair)) for pair in pairs)

    def _is_note(self, passage: Passage, seen: set[str]) -> bool:
        """Return whether a passage became a note: the first of its name, if called."""
        if not isinstance(passage, Footnote) or passage.name in seen:
            return False
        seen.add(passage.name)
        return passage.name in self.note_names
