"""Word styles of lists, in running text, in callouts and of resources."""

from pipeline.render.docx import roles
from pipeline.render.docx.look import PADDING, Look
from pipeline.render.docx.numbering import Sequence
from pipeline.render.docx.records import Frame, Numbering, ParagraphStyle
from pipeline.tree import Role

_KINDS = ("Bullet", "Number", "Continue")


def list_styles(look: Look) -> list[ParagraphStyle]:
    """Return the styles of list text, `roles.LIST_LEVELS` deep."""
    depths = range(1, roles.LIST_LEVELS + 1)
    return [
        _resource(look),
        *(_text(look, kind, depth) for depth in depths for kind in _KINDS),
        *(_callout(look, kind, depth) for depth in depths for kind in _KINDS),
    ]


def _resource(look: Look) -> ParagraphStyle:
    return ParagraphStyle(
        roles.STYLE_OF_ROLE[Role.RESOURCE_TEXT], look.texts[Role.RESOURCE_TEXT],
        before=look.space.item, numbering=Numbering(Sequence.RESOURCES.number, 0),
    )  # fmt: skip


def _text(look: Look, kind: str, depth: int) -> ParagraphStyle:
    sequence = {"Bullet": Sequence.BULLETS, "Number": Sequence.NUMBERS}.get(kind)
    # A numbered style takes its indent from the level, so that both move together.
    left = 0 if sequence else look.measures.indent + depth * look.space.indent
    return ParagraphStyle(
        roles.list_style(kind, depth, in_callout=False), look.texts[Role.LIST_TEXT],
        Frame(left), before=look.space.item, numbering=_numbering(sequence, depth),
    )  # fmt: skip


def _callout(look: Look, kind: str, depth: int) -> ParagraphStyle:
    sequence = {
        "Bullet": Sequence.CALLOUT_BULLETS, "Number": Sequence.CALLOUT_NUMBERS
    }.get(kind)  # fmt: skip
    frame = look.callout()
    left = 0 if sequence else frame.left + depth * look.space.indent
    return ParagraphStyle(
        roles.list_style(kind, depth, in_callout=True), look.texts[Role.CALLOUT_TEXT],
        Frame(left, PADDING, frame.lines, frame.fill),
        numbering=_numbering(sequence, depth), is_shown=False,
    )  # fmt: skip


def _numbering(sequence: Sequence | None, depth: int) -> Numbering | None:
    return Numbering(sequence.number, depth - 1) if sequence else None
