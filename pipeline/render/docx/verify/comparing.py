"""Passages read against passages expected: words, roles, marks, cells, pictures."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.package import Target
from pipeline.render.docx.identity import bookmark_name
from pipeline.render.docx.roles import ROLE_OF_STYLE, TABLE_GAP, style_id
from pipeline.render.docx.verify.expected import Expected
from pipeline.render.docx.verify.reading import Passage, Segment
from pipeline.words import normalized

_GAP = style_id(TABLE_GAP)
_SHOWN = 60

_MARKS = {
    "target": ("OX:07", "a link leads elsewhere"),
    "lang": ("BL:15.B", "words are marked with another language"),
    "strong": ("OX:16", "words are important that should not be, or the reverse"),
    "emphasis": ("OX:16", "words are stressed that should not be, or the reverse"),
}


def compare(
    story: str, read: Sequence[Passage], expected: Sequence[Expected]
) -> Iterator[Diagnostic]:
    """Yield where a story says otherwise than the tree; stop where order is lost."""
    passages = [passage for passage in read if passage.style != _GAP]
    for passage, wanted in zip(passages, expected, strict=False):
        if bool(passage.drawings) != (wanted.picture is not None):
            yield error(
                "MS:01", f"{story}: a picture is missing or stands elsewhere",
                origin=wanted.origin,
            )  # fmt: skip
            return
        if words_of(passage.segments) != words_of(wanted.segments):
            yield _other_words(story, passage, wanted)
            return
        yield from _other_look(story, passage, wanted)
    if len(passages) != len(expected):
        message = f"{story}: {len(passages)} paragraphs, the sheet has {len(expected)}"
        yield error("words", message)


def words_of(segments: Sequence[Segment]) -> str:
    """Return the normalized words of segments, calls of notes as their numbers."""
    return normalized(
        "".join(
            each.text if each.note is None else f"[{each.note}]" for each in segments
        )
    )


def _other_words(story: str, passage: Passage, wanted: Expected) -> Diagnostic:
    found, sought = words_of(passage.segments), words_of(wanted.segments)
    same = next(
        (
            index
            for index, pair in enumerate(zip(found, sought, strict=False))
            if pair[0] != pair[1]
        ),
        min(len(found), len(sought)),
    )
    start = max(same - 20, 0)
    message = (
        f"{story} says `{found[start : start + _SHOWN]}`, "
        f"the sheet `{sought[start : start + _SHOWN]}`"
    )
    return error("words", message, origin=wanted.origin)


def _other_look(story: str, passage: Passage, wanted: Expected) -> Iterator[Diagnostic]:
    if ROLE_OF_STYLE.get(passage.style) is not wanted.role:
        message = f"{story}: the style `{passage.style}` does not say `{wanted.role}`"
        yield error("OX:15", message, origin=wanted.origin)
    if passage.place != wanted.place or not _has_scope(passage.style, wanted):
        message = f"{story}: a table cell stands elsewhere, or heads other cells"
        yield error("BL:12.B", message, origin=wanted.origin)
    if passage.segments != wanted.segments:
        yield from _other_marks(story, passage, wanted)
    anchor = bookmark_name(wanted.anchor) if wanted.anchor else None
    if anchor and anchor not in passage.bookmarks:
        message = f"{story}: no bookmark `{anchor}` on the heading"
        yield error("OX:08", message, origin=wanted.origin)


def _has_scope(style: str, wanted: Expected) -> bool:
    if wanted.place is None:
        return True
    names = {"column": "TableHeading", "row": "TableRowHeading", None: "TableText"}
    return style.startswith(names[wanted.scope])


def _other_marks(
    story: str, passage: Passage, wanted: Expected
) -> Iterator[Diagnostic]:
    differing = [
        (code, message)
        for name, (code, message) in _MARKS.items()
        if _by_character(passage, name) != _by_character(wanted, name)
    ]
    # Where all marks agree letter by letter, something that is no letter differs.
    for code, message in differing or [
        ("words", "spaces, hyphens or line ends differ")
    ]:
        yield error(code, f"{story}: {message}", origin=wanted.origin)


def _by_character(passage: Passage | Expected, name: str) -> list[object]:
    return [
        getattr(segment, name)
        for segment in passage.segments
        for _ in segment.text.replace(" ", "")
    ]


def compare_pictures(
    read: Sequence[Passage],
    expected: Sequence[Expected],
    targets: Mapping[str, Target],
    parts: Mapping[str, bytes],
) -> Iterator[Diagnostic]:
    """Yield pictures that show or say otherwise than the tree's."""
    drawings = [drawing for passage in read for drawing in passage.drawings]
    pictures = [each for each in expected if each.picture is not None]
    if len(drawings) != len(pictures):
        message = f"{len(drawings)} pictures, the sheet has {len(pictures)}"
        yield error("MS:01", message)
    for drawing, wanted in zip(drawings, pictures, strict=False):
        target = targets.get(drawing.relation)
        shown = parts.get(target.name) if target else None
        if wanted.picture and shown != wanted.picture.data:
            yield error("MS:01", "another picture is shown", origin=wanted.origin)
        if drawing.alt != wanted.alt:
            message = f"the picture's words are `{drawing.alt}`, not `{wanted.alt}`"
            yield error("MS:01", message, origin=wanted.origin)
