"""Theme tokens resolved to one text style per role, the same for every renderer."""

from dataclasses import dataclass, replace
from enum import Enum

from pipeline.tree import Role
from schemas.theme import Step, Theme


class Family(Enum):
    """Which of the theme's families: the reading face or the label face."""

    TEXT = "text"
    LABEL = "label"


class Adjust(Enum):
    """How lines meet the column's edges."""

    START = "start"
    END = "end"
    CENTER = "center"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text of one role is set. Lengths in pt, `tracking` in em."""

    family: Family
    size: float
    leading: float
    color: str
    weight: int = 400
    italic: bool = False
    adjust: Adjust = Adjust.START
    space_before: float = 0
    space_after: float = 0
    tracking: float = 0
    small_caps: bool = False
    """Set in small capitals by the font's features; the text stays as written."""
    tabular_figures: bool = False
    hyphenates: bool = False
    keeps_with_next: bool = False
    keeps_together: bool = False


Styles = dict[Role, TextStyle]


def resolve(theme: Theme) -> Styles:
    """Return the style of every role that sets text."""
    return {**_masthead(theme), **_body(theme), **_apart(theme), **_hung(theme)}


def _style(step: Step, family: Family, color: str) -> TextStyle:
    return TextStyle(family, step.size, step.leading, color)


def _masthead(theme: Theme) -> Styles:
    scale, colors = theme.type, theme.colors
    small = _style(scale.small, Family.LABEL, colors.band_text)
    # Small capitals stand as high as the masthead step's small letters.
    label = replace(
        _style(scale.masthead, Family.LABEL, colors.band_text),
        tracking=0.08, small_caps=True,
    )  # fmt: skip
    return {
        Role.TITLE: replace(
            _style(scale.title, Family.TEXT, colors.heading),
            weight=600, keeps_with_next=True, keeps_together=True,
        ),
        Role.AGENCY: label,
        Role.BUREAU: replace(
            _style(scale.masthead, Family.TEXT, colors.band_text), weight=600
        ),
        Role.KIND: replace(label, color=colors.band_label, weight=700),
        Role.DATE: small,
        Role.NUMBER: small,
    }  # fmt: skip


def _body(theme: Theme) -> Styles:
    scale, colors, space = theme.type, theme.colors, theme.spacing
    body = replace(
        _style(scale.body, Family.TEXT, colors.ink),
        space_after=space.paragraph,
        hyphenates=theme.justified,
        adjust=Adjust.BOTH if theme.justified else Adjust.START,
    )
    small = _style(scale.small, Family.LABEL, colors.ink)
    return {
        Role.BODY: body,
        Role.SUBHEADING: replace(
            _style(scale.subheading, Family.LABEL, colors.heading),
            weight=700, space_before=space.block, space_after=3.5,
            keeps_with_next=True, keeps_together=True,
        ),
        Role.LIST_TEXT: replace(body, space_after=space.item, adjust=Adjust.START),
        Role.RESOURCE_TEXT: replace(small, space_after=space.item),
        Role.TERM: replace(small, weight=600, keeps_with_next=True),
        Role.DETAIL: replace(body, space_after=space.paragraph),
    }  # fmt: skip


def _apart(theme: Theme) -> Styles:
    scale, colors, space = theme.type, theme.colors, theme.spacing
    small = _style(scale.small, Family.LABEL, colors.ink)
    fine = _style(scale.fine, Family.LABEL, colors.muted)
    body = _style(scale.body, Family.TEXT, colors.ink)
    return {
        Role.TABLE_CAPTION: replace(
            small, weight=700, color=colors.heading, space_before=space.block,
            space_after=4, keeps_with_next=True, keeps_together=True,
        ),
        Role.TABLE_HEAD: replace(small, weight=600, color=colors.heading),
        Role.TABLE_TEXT: replace(small, tabular_figures=True),
        Role.TABLE_NOTE: replace(fine, space_before=4, space_after=2),
        Role.FIGURE_CAPTION: replace(fine, space_before=4, space_after=space.block),
        Role.CALLOUT_TITLE: replace(
            small, weight=700, color=colors.heading, keeps_with_next=True,
            space_after=2,
        ),
        Role.CALLOUT_TEXT: replace(small, space_after=3),
        Role.QUOTE_TEXT: replace(body, italic=True, space_after=3),
        Role.ATTRIBUTION: replace(fine, space_after=space.block),
        Role.NOTE: replace(
            _style(scale.fine, Family.TEXT, colors.ink), space_after=2
        ),
        Role.COLOPHON_TEXT: replace(fine, space_after=3),
    }  # fmt: skip


def _hung(theme: Theme) -> Styles:
    scale, colors, space = theme.type, theme.colors, theme.spacing
    small = _style(scale.small, Family.LABEL, colors.ink)
    fine = _style(scale.fine, Family.LABEL, colors.muted)
    heading = replace(
        _style(scale.heading, Family.LABEL, colors.heading),
        weight=700, space_before=space.section,
        keeps_with_next=True, keeps_together=True,
    )  # fmt: skip
    title = replace(small, weight=700, color=colors.heading, keeps_with_next=True)
    return {
        Role.HEADING: heading,
        Role.STANDFIRST: replace(
            _style(scale.standfirst, Family.TEXT, colors.muted), italic=True
        ),
        Role.KEY_FACTS_TITLE: replace(title, space_after=3),
        Role.FACT_LABEL: replace(fine, keeps_with_next=True),
        Role.FACT_VALUE: replace(small, weight=600, space_after=4),
        Role.CONTACT_NAME: replace(title, space_after=2),
        Role.CONTACT_LINE: replace(fine, color=colors.ink),
    }
