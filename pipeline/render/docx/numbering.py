"""Lists of the Word file: `numbering.xml`, and a `w:num` for each ordered list.

Every style of list text belongs to a sequence; an ordered list starts its own count on
its sequence's abstract numbering (ECMA-376 Part 1, 17.9).
"""

from dataclasses import dataclass
from enum import Enum

from pipeline.render.docx import roles
from pipeline.render.docx.look import Look
from pipeline.render.docx.markup import DECLARATION, WORD, half_points, twips
from pipeline.render.docx.palette import Palette
from pipeline.tree import Role

BULLETS = ("•", "–", "•")


class Sequence(Enum):
    """The abstract numberings, by their ids; each has a `w:num` of its own."""

    BULLETS = 0
    NUMBERS = 1
    RESOURCES = 2
    CALLOUT_BULLETS = 3
    CALLOUT_NUMBERS = 4

    @property
    def number(self) -> int:
        """The `w:numId` that styles name."""
        return self.value + 1

    @property
    def is_ordered(self) -> bool:
        """Whether its levels count."""
        return self in (Sequence.NUMBERS, Sequence.CALLOUT_NUMBERS)


@dataclass(frozen=True, slots=True)
class OrderedList:
    """The count of one ordered list."""

    sequence: Sequence
    level: int
    """From 0."""
    start: int


def numbering_part(look: Look, palette: Palette) -> str:
    """Return `numbering.xml` with the sequences of the styles."""
    abstracts = "".join(_abstract(each, look, palette) for each in Sequence)
    numbers = "".join(
        f'<w:num w:numId="{each.number}"><w:abstractNumId w:val="{each.value}"/>'
        "</w:num>"
        for each in Sequence
    )
    return (
        f'{DECLARATION}<w:numbering xmlns:w="{WORD}">{abstracts}{numbers}</w:numbering>'
    )


def first_free_number() -> int:
    """Return the lowest `w:numId` that a list of the body may take."""
    return max(each.number for each in Sequence) + 1


def ordered_list(number: int, ordered: OrderedList) -> str:
    """Return the `w:num` that starts an ordered list's count."""
    return (
        f'<w:num xmlns:w="{WORD}" w:numId="{number}">'
        f'<w:abstractNumId w:val="{ordered.sequence.value}"/>'
        f'<w:lvlOverride w:ilvl="{ordered.level}">'
        f'<w:startOverride w:val="{ordered.start}"/></w:lvlOverride></w:num>'
    )


def _abstract(sequence: Sequence, look: Look, palette: Palette) -> str:
    levels = "".join(
        _level(sequence, level, look, palette) for level in range(roles.MAX_LIST_LEVELS)
    )
    # Word wants a number that tells lists apart; the id is as good as a random one.
    mark = f'<w:nsid w:val="{0x0B0B0000 + sequence.value:08X}"/>'
    kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
    start = f'<w:abstractNum w:abstractNumId="{sequence.value}">'
    return f"{start}{mark}{kind}{levels}</w:abstractNum>"


def _level(sequence: Sequence, level: int, look: Look, palette: Palette) -> str:
    indent = look.space.indent
    left = _base(sequence, look) + (level + 1) * indent
    place = f'<w:ind w:left="{twips(left)}" w:hanging="{twips(indent)}"/>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>{_format(sequence, level)}'
        f'<w:lvlJc w:val="left"/><w:pPr>{place}</w:pPr>'
        f"{_mark(sequence, look, palette)}</w:lvl>"
    )


def _base(sequence: Sequence, look: Look) -> float:
    if sequence in (Sequence.CALLOUT_BULLETS, Sequence.CALLOUT_NUMBERS):
        return look.callout().left
    return look.measures.indent


def _format(sequence: Sequence, level: int) -> str:
    style = _linked_style(sequence, level)
    linked = f'<w:pStyle w:val="{roles.style_id(style)}"/>' if style else ""
    if sequence.is_ordered:
        return f'<w:numFmt w:val="decimal"/>{linked}<w:lvlText w:val="%{level + 1}."/>'
    bullet = BULLETS[min(level, len(BULLETS) - 1)]
    return f'<w:numFmt w:val="bullet"/>{linked}<w:lvlText w:val="{bullet}"/>'


def _linked_style(sequence: Sequence, level: int) -> str | None:
    if sequence is Sequence.RESOURCES:
        return roles.STYLE_OF_ROLE[Role.RESOURCE_TEXT] if level == 0 else None
    if level >= roles.LIST_LEVELS:
        return None
    kind = "Number" if sequence.is_ordered else "Bullet"
    in_callout = sequence in (Sequence.CALLOUT_BULLETS, Sequence.CALLOUT_NUMBERS)
    return roles.list_style(kind, level + 1, in_callout=in_callout)


def _mark(sequence: Sequence, look: Look, palette: Palette) -> str:
    if sequence.is_ordered:
        return ""
    size = half_points(look.texts[Role.LIST_TEXT].size)
    fonts = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    color = f"<w:color {palette.color(look.colors.accent)}/>"
    return f'<w:rPr>{fonts}{color}<w:sz w:val="{size}"/></w:rPr>'
