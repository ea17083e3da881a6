"""Comments and undecided changes of a Word file to remarks on the sheet."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.pull import Spot
from pipeline.word import Change, Comment
from schemas.review import Remark


def remarks_of(
    comments: Iterable[Comment],
    held: Iterable[Change],
    places: Mapping[str, Spot],
    file: str,
) -> list[Remark]:
    """Return what reviewers said in the Word file `file`.

    `places` say where in the sheet a place of the file is.
    """
    return [*_comments(comments, places, file), *_changes(held, places, file)]


def _comments(
    comments: Iterable[Comment], places: Mapping[str, Spot], file: str
) -> Iterator[Remark]:
    for comment in comments:
        if not comment.words.strip():
            continue
        spot = places.get(comment.place, Spot(None, comment.place))
        yield Remark(
            block=spot.origin or "",
            place=spot.where,
            quoted=_folded(comment.quoted),
            says=" ".join(comment.words.split()),
            author=_folded(comment.author),
            date=_folded(comment.date),
            source=file,
            done=comment.is_resolved,
        )


def _changes(
    held: Iterable[Change], places: Mapping[str, Spot], file: str
) -> Iterator[Remark]:
    for change in held:
        words = f": “{' '.join(change.words.split())}”" if change.words.strip() else ""
        spot = places.get(change.place, Spot(None, change.place))
        yield Remark(
            kind="change",
            block=spot.origin or "",
            place=spot.where,
            says=f"{change.kind.value}{words}",
            author=_folded(change.author),
            date=_folded(change.date),
            source=file,
        )


def _folded(text: str) -> str | None:
    return " ".join(text.split()) or None
