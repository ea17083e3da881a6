"""Word styles of lists, in running text, in callouts and of resources."""

from dataclasses import replace

from pipeline.render.docx import roles
from pipeline.render.docx.look import Look
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
    inset = look.space.indent
    return ParagraphStyle(
        roles.STYLE_OF_ROLE[Role.RESOURCE_TEXT], look.texts[Role.RESOURCE_TEXT],
        Frame(look.measures.indent + inset), before=look.space.item, hanging=inset,
        numbering=Numbering(Sequence.RESOURCES.number, 0),
    )  # fmt: skip


def _text(look: Look, kind: str, depth: int) -> ParagraphStyle:
    sequence = {"Bullet": Sequence.BULLETS, "Number": Sequence.NUMBERS}.get(kind)
    inset = look.space.indent
    return ParagraphStyle(
        roles.list_style(kind, depth, in_callout=False), look.texts[Role.LIST_TEXT],
        Frame(look.measures.indent + depth * inset), before=look.space.item,
        hanging=inset if sequence else 0, numbering=_numbering(sequence, depth),
    )  # fmt: skip


def _callout(look: Look, kind: str, depth: int) -> ParagraphStyle:
    sequence = {
        "Bullet": Sequence.CALLOUT_BULLETS, "Number": Sequence.CALLOUT_NUMBERS
    }.get(kind)  # fmt: skip
    frame, inset = look.callout(), look.space.indent
    # Callouts are short: no page parts them.
    text = replace(look.texts[Role.CALLOUT_TEXT], keeps_with_next=True)
    return ParagraphStyle(
        roles.list_style(kind, depth, in_callout=True), text,
        replace(frame, left=frame.left + depth * inset),
        hanging=inset if sequence else 0,
        numbering=_numbering(sequence, depth), is_shown=False,
    )  # fmt: skip


def _numbering(sequence: Sequence | None, depth: int) -> Numbering | None:
    return Numbering(sequence.number, depth - 1) if sequence else None
