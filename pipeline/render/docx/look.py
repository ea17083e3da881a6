"""What all styles draw on: the theme's tokens, and the frames made of them."""

from dataclasses import dataclass

from pipeline import styles
from pipeline.render.docx.measures import HEAD_TOP, Measures
from pipeline.render.docx.records import Frame, Line, ParagraphStyle, Side
from pipeline.render.docx.roles import STYLE_OF_ROLE
from pipeline.styles import Styles
from pipeline.tree import Role
from schemas.theme import Colors, Spacing, Theme

HAIRLINE = 0.5
PADDING = 9.0
"""From a tinted box's edge to its text."""
BAND_PADDING = 14.0
RUNNING_HEAD_SPACE = 4.0


@dataclass(frozen=True, slots=True)
class Look:
    """The tokens that styles are made of."""

    colors: Colors
    space: Spacing
    texts: Styles
    measures: Measures

    def column(self) -> Frame:
        """Return the frame of running text."""
        return Frame(left=self.measures.indent)

    def ruled(self, left: float = 0) -> Frame:
        """Return a frame with a fine rule above it."""
        line = Line(Side.TOP, self.colors.rule, HAIRLINE, self.space.rule)
        return Frame(left=left, lines=(line,))

    def band(self) -> Frame:
        """Return the letterhead: a dark surface that ends in a strong line.

        It keeps between the margins: LibreOffice leaves white holes beyond them.
        """
        band = self.colors.band
        lines = (
            Line(Side.TOP, band, HAIRLINE, BAND_PADDING),
            Line(Side.LEFT, band, HAIRLINE, BAND_PADDING),
            Line(Side.BOTTOM, self.colors.accent, 3, BAND_PADDING),
            Line(Side.RIGHT, band, HAIRLINE, BAND_PADDING),
        )
        return Frame(BAND_PADDING, BAND_PADDING, lines, band)

    def panel(self) -> Frame:
        """Return the frame of key facts: tinted, under a strong line."""
        return self._tinted(Line(Side.TOP, self.colors.heading, 2.25, PADDING))

    def callout(self) -> Frame:
        """Return the frame of a callout: tinted, beside a strong line."""
        return self._tinted(Line(Side.LEFT, self.colors.accent, 3, PADDING))

    def contact(self) -> Frame:
        """Return the frame of contacts: between a strong line and a fine one."""
        lines = (
            Line(Side.TOP, self.colors.accent, 1.5, 5),
            Line(Side.BOTTOM, self.colors.rule, HAIRLINE, 5),
        )
        return Frame(left=self.measures.indent, lines=lines)

    def quotation(self) -> Frame:
        """Return the frame of a quotation: beside a line in the ornament's colour."""
        line = Line(Side.LEFT, self.colors.accent, 1.5, PADDING)
        inset = PADDING + self.space.indent
        return Frame(self.measures.indent + inset, self.space.indent, (line,))

    def running_head(self) -> Frame:
        """Return the frame of the head of later pages."""
        line = Line(Side.BOTTOM, self.colors.accent, HAIRLINE, RUNNING_HEAD_SPACE)
        return Frame(lines=(line,))

    def below_running_head(self) -> float:
        """Return the white space that brings later pages' text to the top margin."""
        head = self.texts[Role.COLOPHON_TEXT].leading + RUNNING_HEAD_SPACE
        return max(self.measures.top - HEAD_TOP - head, 0)

    def style(self, role: Role, frame: Frame | None = None) -> ParagraphStyle:
        """Return the style of `role`, in the column of running text unless framed."""
        text = self.texts[role]
        frame = self.column() if frame is None else frame
        above = text.space_before or text.space_after
        return ParagraphStyle(STYLE_OF_ROLE[role], text, frame, before=above)

    def _tinted(self, strong: Line) -> Frame:
        # The other lines have the surface's colour: they only carry the padding.
        lines = tuple(
            strong
            if side is strong.side
            else Line(side, self.colors.tint, HAIRLINE, PADDING)
            for side in Side
        )
        left = self.measures.indent + PADDING
        return Frame(left, PADDING, lines, self.colors.tint)


def look_of(theme: Theme, measures: Measures) -> Look:
    """Return the look of `theme` on a page."""
    return Look(theme.colors, theme.spacing, styles.resolve(theme), measures)
