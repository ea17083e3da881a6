"""Comments and undecided changes of a Word file to remarks on the sheet."""

from collections.abc import Iterable, Iterator

from pipeline.word import Change, Comment
from pipeline.words import normalized
from schemas.factsheet import FactSheet
from schemas.review import Remark
from schemas.richtext import plain
from schemas.texts import rich_texts


def remarks_of(
    comments: Iterable[Comment], held: Iterable[Change], sheet: FactSheet, file: str
) -> list[Remark]:
    """Return what reviewers said in the Word file `file`, block by block of `sheet`."""
    blocks = {normalized(plain(runs)): origin for origin, runs in rich_texts(sheet)}
    return [*_comments(comments, blocks, file), *_changes(held, file)]


def _comments(
    comments: Iterable[Comment], blocks: dict[str, str], file: str
) -> Iterator[Remark]:
    for comment in comments:
        if not comment.words.strip():
            continue
        yield Remark(
            block=blocks.get(normalized(comment.paragraph), ""),
            place=comment.place,
            quoted=_folded(comment.quoted),
            says=" ".join(comment.words.split()),
            author=_folded(comment.author),
            date=_folded(comment.date),
            source=file,
            done=comment.is_resolved,
        )


def _changes(held: Iterable[Change], file: str) -> Iterator[Remark]:
    for change in held:
        words = f": “{' '.join(change.words.split())}”" if change.words.strip() else ""
        yield Remark(
            kind="change",
            block="",
            place=change.place,
            says=f"{change.kind.value}{words}",
            author=_folded(change.author),
            date=_folded(change.date),
            source=file,
        )


def _folded(text: str) -> str | None:
    return " ".join(text.split()) or None
