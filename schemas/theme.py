"""A theme: the design tokens that every renderer reads the same way.

Lengths are in points (1/72 inch); colours are sRGB `#rrggbb`.
"""

import re
from collections.abc import Callable
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from schemas.values import Flag, Line, Model

# Lines closer than this share of their size run into each other.
_LEAST_LEADING = 0.95
# Outside of these, reading text is no reading text.
_LEAST_BODY, _LARGEST_BODY = 8, 16
# What margins, columns and band must leave of a page, in pt, and the band's share.
_LEAST_COLUMN, _LEAST_HEIGHT, _BAND_SHARE = 200, 300, 0.25
_PAPERS = {"letter": (612.0, 792.0), "a4": (595.276, 841.89)}


def _refused(message: str, hint: str) -> PydanticCustomError:
    return PydanticCustomError("theme", "{message}", {"message": message, "hint": hint})


def _read_length(value: object) -> object:
    length = float(value) if isinstance(value, int) else value
    if isinstance(value, str):
        try:
            length = float(value)
        except ValueError:
            length = None
    if not isinstance(length, float) or length != length or abs(length) == float("inf"):
        hint = "write a number of points, such as 10.5"
        raise _refused(f"`{value}` is not a length", hint)
    return length


def _within(least: float, most: float) -> Callable[[float], float]:
    def check(value: float) -> float:
        if not least <= value <= most:
            hint = f"choose a length from {least:g} to {most:g} pt"
            raise _refused(f"{value:g} pt is not between {least:g} and {most:g}", hint)
        return value

    return check


def _read_color(value: object) -> object:
    if value is None:
        hint = "YAML takes `#` for a comment: put the colour in quotes"
        raise _refused("no colour is given", hint)
    if not (isinstance(value, str) and re.fullmatch("#[0-9a-fA-F]{6}", value)):
        hint = "write `#` and six of the digits 0-9 and a-f, in quotes"
        raise _refused(f"`{value}` is not a colour like #112f5c", hint)
    return value.lower()


_Length = Annotated[
    float, BeforeValidator(_read_length, json_schema_input_type=float | str)
]

TypeSize = Annotated[
    _Length,
    AfterValidator(_within(6, 72)),
    Field(json_schema_extra={"minimum": 6, "maximum": 72}),
]
"""A size of type in points."""

Leading = Annotated[
    _Length,
    AfterValidator(_within(6, 100)),
    Field(json_schema_extra={"minimum": 6, "maximum": 100}),
]
"""From one line to the next, in points."""

Space = Annotated[
    _Length,
    AfterValidator(_within(0, 72)),
    Field(json_schema_extra={"minimum": 0, "maximum": 72}),
]
"""White space in points."""

Edge = Annotated[
    _Length,
    AfterValidator(_within(18, 300)),
    Field(json_schema_extra={"minimum": 18, "maximum": 300}),
]
"""A margin in points; printers leave a quarter of an inch at the edge white."""

Width = Annotated[
    _Length,
    AfterValidator(_within(60, 300)),
    Field(json_schema_extra={"minimum": 60, "maximum": 300}),
]
"""A column's width in points."""

Color = Annotated[
    str,
    BeforeValidator(_read_color),
    Field(json_schema_extra={"pattern": "^#[0-9a-fA-F]{6}$"}),
]
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

    size: TypeSize
    leading: Leading

    @model_validator(mode="after")
    def _lines_stand_apart(self) -> Self:
        least = self.size * _LEAST_LEADING
        if self.leading < least:
            message = (
                f"lines {self.leading:g} pt apart overlap in type of {self.size:g} pt"
            )
            raise _refused(message, f"make `leading` {least:.4g} or more")
        return self


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

    @field_validator("body")
    @classmethod
    def _body_is_readable(cls, body: Step) -> Step:
        _within(_LEAST_BODY, _LARGEST_BODY)(body.size)
        return body


class Spacing(Model):
    """White space."""

    paragraph: Space
    """Between paragraphs."""
    section: Space
    """Above a section's rule."""
    rule: Space
    """Between a section's rule and its text."""
    item: Space
    """Between list items."""
    block: Space
    """Above and below tables, figures, callouts and quotes."""
    indent: Space
    """From a list's label to its text."""
    cell: Space
    """Above and below the text of a table cell."""


class PageTokens(Model):
    """Margins and columns of one paper size; the main column takes what is left."""

    side: Edge
    top: Edge
    bottom: Edge
    hung: Width
    """Width of the narrow column in which headings hang."""
    gutter: Space
    band: Edge
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

    @field_validator("letter", "a4")
    @classmethod
    def _page_has_room(cls, page: PageTokens, info: ValidationInfo) -> PageTokens:
        width, height = _PAPERS[info.field_name or "letter"]
        column = width - 2 * page.side - page.hung - page.gutter
        if column < _LEAST_COLUMN:
            message = f"margins and columns leave {column:.4g} pt to the main column"
            hint = f"leave {_LEAST_COLUMN} pt: narrow `side`, `hung` or `gutter`"
            raise _refused(message, hint)
        live = height - page.top - page.bottom
        if live < _LEAST_HEIGHT:
            message = f"margins leave {live:.4g} pt to the text's height"
            hint = f"leave {_LEAST_HEIGHT} pt: lower `top` or `bottom`"
            raise _refused(message, hint)
        if page.band > height * _BAND_SHARE:
            message = f"the band takes {page.band:g} pt of a page {height:.4g} pt high"
            hint = f"make `band` {height * _BAND_SHARE:.4g} or less, a quarter of it"
            raise _refused(message, hint)
        return page
