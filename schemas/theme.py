"""A theme: the design tokens that every renderer reads the same way.

Lengths are in points (1/72 inch); colours are sRGB `#rrggbb`.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from schemas.values import Flag, Line, Model


def _read_length(value: object) -> object:
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return value
    return float(value) if isinstance(value, int) else value


Points = Annotated[
    float,
    BeforeValidator(_read_length, json_schema_input_type=float | str),
    Field(ge=0, le=2000, allow_inf_nan=False),
]
"""A length in points."""

Color = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
"""An sRGB colour."""


class Colors(Model):
    """Colours by purpose. Text colours reach 4.5:1 on what they stand on."""

    ink: Color
    heading: Color
    muted: Color
    link: Color
    accent: Color
    """Ornament only: rules and bullets, never text on paper."""
    rule: Color
    tint: Color
    band: Color
    band_text: Color
    band_label: Color


class Faces(Model):
    """Type families: `text` for reading, `label` for finding one's way."""

    text: Line
    label: Line
    word_text: Line
    """What Word uses instead: a family found on every desk."""
    word_label: Line


class Step(Model):
    """One step of the type scale."""

    size: Points
    leading: Points


class TypeScale(Model):
    """Sizes by purpose."""

    title: Step
    standfirst: Step
    heading: Step
    subheading: Step
    body: Step
    small: Step
    fine: Step
    masthead: Step


class Spacing(Model):
    """White space."""

    paragraph: Points
    """Between paragraphs."""
    section: Points
    """Above a section's rule."""
    rule: Points
    """Between a section's rule and its text."""
    item: Points
    """Between list items."""
    block: Points
    """Above and below tables, figures, callouts and quotes."""
    indent: Points
    """From a list's label to its text."""
    cell: Points
    """Above and below the text of a table cell."""


class PageTokens(Model):
    """Margins and columns of one paper size; the main column takes what is left."""

    side: Points
    top: Points
    bottom: Points
    hung: Points
    """Width of the narrow column in which headings hang."""
    gutter: Points
    band: Points
    """Height of the letterhead band."""


class Theme(Model):
    """All tokens of one look."""

    name: Line
    colors: Colors
    faces: Faces
    type: TypeScale
    spacing: Spacing
    letter: PageTokens
    a4: PageTokens
    justified: Flag = False
    """Set the main text flush on both sides instead of ragged."""
