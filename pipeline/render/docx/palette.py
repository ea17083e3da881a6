"""The theme's colours as the twelve slots of an Office theme.

A colour is written as its value and its slot, so Word recolours a sheet when an editor
picks another theme, and every other reader sees the value.
"""

from dataclasses import dataclass

from schemas.theme import Colors

PAPER = "#ffffff"


@dataclass(frozen=True, slots=True)
class Slot:
    """One theme colour: its element in the theme and its name in the text."""

    element: str
    name: str
    color: str


def slots(colors: Colors) -> tuple[Slot, ...]:
    """Return the twelve slots in the order of CT_ColorScheme."""
    return (
        Slot("dk1", "text1", colors.ink),
        Slot("lt1", "background1", PAPER),
        Slot("dk2", "text2", colors.heading),
        Slot("lt2", "background2", colors.tint),
        Slot("accent1", "accent1", colors.band),
        Slot("accent2", "accent2", colors.accent),
        Slot("accent3", "accent3", colors.muted),
        Slot("accent4", "accent4", colors.rule),
        Slot("accent5", "accent5", colors.band_label),
        Slot("accent6", "accent6", colors.band_text),
        Slot("hlink", "hyperlink", colors.link),
        Slot("folHlink", "followedHyperlink", colors.link),
    )


def hex_value(color: str) -> str:
    """Return `#rrggbb` as Word writes it."""
    return color.removeprefix("#").upper()


class Palette:
    """Colours as attributes, each with the slot that holds it."""

    def __init__(self, colors: Colors) -> None:
        # Of equal colours the first slot counts: both show the same.
        self._names = {slot.color: slot.name for slot in reversed(slots(colors))}

    def color(self, color: str) -> str:
        """Return the attributes of `w:color`."""
        return f'w:val="{hex_value(color)}" w:themeColor="{self._names[color]}"'

    def line(self, color: str) -> str:
        """Return the colour attributes of a border."""
        return f'w:color="{hex_value(color)}" w:themeColor="{self._names[color]}"'

    def fill(self, color: str) -> str:
        """Return the attributes of `w:shd` for a plain surface."""
        name = self._names[color]
        fill = f'w:fill="{hex_value(color)}" w:themeFill="{name}"'
        return f'w:val="clear" w:color="auto" {fill}'
