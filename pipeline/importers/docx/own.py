"""Word files of our own making: the sheet inside them, with what was edited since."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from pipeline.importers.draft import Draft, Guessed, Left
from pipeline.importers.manuscript import Reason
from pipeline.pull import Edited, Pending, RefusedEditError, read_edited
from pipeline.unload import unload
from pipeline.word import ChangeKind, View, read_story
from schemas.blocks import Figure
from schemas.factsheet import FactSheet

_GONE = (ChangeKind.DELETED, ChangeKind.MOVED_AWAY)


def own_draft(name: str, data: bytes) -> Draft | None:
    """Return the draft of a file that we made; None for one of another maker.

    Tracked changes count as accepted. A file that was edited beyond what a sheet can
    hold is as good as another maker's: it is read for what it shows.
    """
    try:
        edited = read_edited(data, pending=Pending.ACCEPT)
    except RefusedEditError:
        return None
    return Draft(
        name=PurePath(name).stem,
        sheet=edited.sheet,
        source=unload(edited.sheet),
        guesses=tuple(_edits(edited)),
        left_out=tuple(_left(edited)),
        pictures=_pictures(edited.sheet, data),
    )


def _edits(edited: Edited) -> Iterator[Guessed]:
    for edit in edited.operations:
        yield Guessed(
            f"edit: {edit.kind.value}", edit.after, edit.before, edit.where, 1.0
        )


def _left(edited: Edited) -> Iterator[Left]:
    for comment in edited.comments:
        words = f"{comment.author}: {comment.words}"
        yield Left(words, comment.place, Reason.COMMENT.value)
    for change in edited.pending_changes:
        if change.kind in _GONE:
            yield Left(change.words, change.place, Reason.DELETED.value)


def _pictures(sheet: FactSheet, data: bytes) -> Mapping[str, bytes]:
    """Return the pictures of the file by the names that the sheet gives them.

    The file shows them in the sheet's order, the emblem first.
    """
    story = read_story(data, View.ACCEPTED)
    shown = [each for paragraph in story.paragraphs for each in paragraph.pictures]
    names = list(_names(sheet))
    if len(shown) != len(names):
        return {}
    return {name: each.data for name, each in zip(names, shown, strict=True)}


def _names(sheet: FactSheet) -> Iterator[str]:
    if sheet.issuer.emblem:
        yield sheet.issuer.emblem
    for outer in sheet.sections:
        for section in (outer, *outer.sections):
            for block in section.blocks:
                if isinstance(block, Figure):
                    yield block.image
