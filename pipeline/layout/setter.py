"""Sets leaves: a heading or paragraph to strips, a line each, with what parts them."""

from copy import copy
from itertools import count

from pipeline.layout.geometry import Column, Geometry
from pipeline.layout.strips import Keep, Shown, Strip, TextInk
from pipeline.styles import Styles, TextStyle, resolve
from pipeline.tree import Content, Heading, Leaf, Role
from pipeline.typeset.itemise import Itemiser
from pipeline.typeset.paragraph import SetLine, natural_widths, set_lines
from schemas.theme import Theme

# A capital stands in the middle of its line: half its height below the middle, in em.
_HALF_CAPITAL = 0.335


class Setter:
    """Sets text in one theme, numbering leaves in reading order as they come."""

    __slots__ = (
        "_orders", "contacts_beside", "geometry", "itemiser", "lang", "styles",
        "term_width", "theme",
    )  # fmt: skip

    def __init__(self, theme: Theme, geometry: Geometry, lang: str) -> None:
        self.theme, self.geometry, self.lang = theme, geometry, lang
        self.styles: Styles = resolve(theme)
        self.itemiser = Itemiser(theme.faces, theme.colors.link)
        self._orders = count()
        self.term_width = 0.0
        """What the terms of the section's lists need, in pt."""
        self.contacts_beside = True
        """Whether contacts stand beside the text where there is one."""

    def restyled(self, styles: Styles) -> "Setter":
        """Return a setter with some styles replaced, numbering the same leaves on."""
        made = copy(self)
        made.styles = {**self.styles, **styles}
        return made

    def listing(self, term_width: float) -> "Setter":
        """Return a setter for a section whose lists' terms take `term_width` pt."""
        made = copy(self)
        made.term_width = term_width
        return made

    def with_contacts_in_text(self) -> "Setter":
        """Return a setter for sheets whose text is too short to stand beside them."""
        made = copy(self)
        made.contacts_beside = False
        return made

    def shown(
        self, origin: str | None, part: str = "text", is_heading: bool = False
    ) -> Shown:
        """Return the next place in the reading order."""
        return Shown(next(self._orders), origin, part, is_heading)

    def style(self, role: Role) -> TextStyle:
        """Return the style of `role`."""
        return self.styles[role]

    def leaf(
        self, leaf: Leaf, column: Column, style: TextStyle | None = None
    ) -> list[Strip]:
        """Return the lines of `leaf` as strips, without widows and orphans."""
        style = style or self.styles[leaf.role]
        shown = self.shown(leaf.origin, is_heading=isinstance(leaf, Heading))
        return self.strips(leaf.content, style, column, shown)

    def strips(
        self, content: Content, style: TextStyle, column: Column, shown: Shown
    ) -> list[Strip]:
        """Return `content` as one strip per line."""
        lines = self.lines(content, style, column.width, shown.origin)
        depth = baseline(style)
        strips = [
            Strip(
                style.leading,
                (TextInk(shown, column.x, depth, line, style.leading),),
                baseline=depth,
                notes=line.notes,
            )
            for line in lines
        ]
        keep_lines(strips, style)
        if strips:
            strips[0].before = style.space_before
        return strips

    def lines(
        self, content: Content, style: TextStyle, measure: float, origin: str | None
    ) -> tuple[SetLine, ...]:
        """Return `content` broken into lines no wider than `measure`."""
        return set_lines(self.itemiser, content, style, measure, self.lang, origin)

    def widths(self, content: Content, style: TextStyle) -> tuple[float, float]:
        """Return the least and the natural width of `content`."""
        return natural_widths(self.itemiser, content, style, self.lang)


def baseline(style: TextStyle) -> float:
    """Return how deep the baseline lies in a line of `style`."""
    return style.leading / 2 + style.size * _HALF_CAPITAL


def keep_lines(strips: list[Strip], style: TextStyle, unsplit: int = 3) -> None:
    """Let no page part fewer than two lines; `unsplit` lines and less stay whole."""
    last = len(strips) - 1
    whole = style.keeps_together or last < unsplit
    for index, strip in enumerate(strips[:-1]):
        if whole or index in (0, last - 1):
            strip.keep(Keep.FIRMLY)
    if strips and style.keeps_with_next:
        strips[-1].keep(Keep.FIRMLY)
