"""Page plans to marks: the last step of layout, where depths become the page's y.

Layout artifacts come first, for panels lie under text; then content in reading order.
"""

from pipeline.layout.geometry import Column, Geometry
from pipeline.layout.pages import (
    Artifact,
    Destination,
    Line,
    Mark,
    PanelMark,
    PictureMark,
    Piece,
    RuleMark,
    TextMark,
)
from pipeline.layout.plan import PagePlan, Placed
from pipeline.layout.strips import (
    Panel,
    PanelInk,
    PictureInk,
    RuleInk,
    Shown,
    TextInk,
)
from pipeline.typeset.paragraph import SetLine
from schemas.theme import Colors

_THIN = 0.5
# The short rule over the notes, as a share of the column.
_NOTES_RULE = 0.22
_NOTES_RULE_ABOVE = 6.0


def page_marks(plan: PagePlan, geometry: Geometry, colors: Colors) -> list[Mark]:
    """Return the marks of one page, without running matter."""
    under: list[Mark] = []
    for column in (plan.main, plan.hung):
        under += _panels(column, geometry.height)
    for rule in plan.rules:
        y = geometry.height - rule.depth
        columns = (geometry.hung, geometry.main) if rule.is_whole else (geometry.main,)
        under += [_rule(column, y, _THIN, colors.rule) for column in columns]
    if plan.notes:
        y = geometry.height - plan.notes[0].depth + _NOTES_RULE_ABOVE
        short = Column(geometry.main.x, geometry.main.width * _NOTES_RULE)
        under.append(_rule(short, y, _THIN, colors.muted))
    page = _PageMarks(geometry.height)
    for placed in (*plan.main, *plan.hung, *plan.notes):
        page.add(placed)
    return [*under, *page.artifacts, *page.content()]


def destinations(plans: list[PagePlan], height: float) -> dict[str, Destination]:
    """Return where each heading of `plans` stands, by its origin."""
    found: dict[str, Destination] = {}
    for index, plan in enumerate(plans):
        for placed in (*plan.main, *plan.hung):
            for ink in placed.strip.inks:
                shown = ink.shown if isinstance(ink, TextInk) else None
                if shown and shown.is_heading and shown.origin and not placed.is_repeat:
                    place = Destination(index, height - placed.depth)
                    found.setdefault(shown.origin, place)
    return found


def text_line(line: SetLine, x: float, y: float, leading: float) -> Line:
    """Return `line` as it stands in a column at `x`, its baseline at `y`."""
    start = x + line.x
    pieces = []
    for part in line.fragments:
        voice = part.voice
        pieces.append(
            Piece(
                start + part.x, part.face, voice.size, voice.color, part.words,
                part.gaps, voice.path, voice.rise, voice.underlined,
            )
        )  # fmt: skip
    return Line(start, y, line.width, leading, tuple(pieces))


class _PageMarks:
    """Gathers the lines of each leaf, wherever on the page they stand."""

    __slots__ = ("_height", "_lines", "_others", "artifacts")

    def __init__(self, height: float) -> None:
        self._height = height
        self._lines: dict[Shown, list[Line]] = {}
        self._others: list[tuple[int, Mark]] = []
        self.artifacts: list[Mark] = []

    def add(self, placed: Placed) -> None:
        """Add what a strip holds."""
        top = self._height - placed.depth
        for ink in placed.strip.inks:
            y = top - ink.depth
            match ink:
                case TextInk():
                    line = text_line(ink.line, ink.x, y, ink.leading)
                    if placed.is_repeat:
                        repeat = TextMark((line,), artifact=Artifact.REPEAT)
                        self._others.append((-1, repeat))
                    else:
                        self._lines.setdefault(ink.shown, []).append(line)
                case RuleInk():
                    rule = RuleMark(ink.x1, y, ink.x2, y, ink.width, ink.color)
                    self.artifacts.append(rule)
                case PanelInk():
                    panel = PanelMark(
                        ink.x, y - ink.height, ink.width, ink.height, ink.color
                    )
                    self.artifacts.append(panel)
                case PictureInk():
                    mark = PictureMark(
                        ink.x, y - ink.height, ink.width, ink.height, ink.picture,
                        ink.shown.origin,
                    )  # fmt: skip
                    self._others.append((ink.shown.order, mark))

    def content(self) -> list[Mark]:
        """Return text and pictures in reading order."""
        ordered = self._others + [
            (shown.order, TextMark(tuple(lines), shown.origin, shown.part))
            for shown, lines in self._lines.items()
        ]
        return [mark for _, mark in sorted(ordered, key=lambda pair: pair[0])]


def _panels(column: list[Placed], height: float) -> list[Mark]:
    marks: list[Mark] = []
    first = 0
    for index, placed in enumerate(column):
        panel = placed.strip.panel
        following = column[index + 1].strip.panel if index + 1 < len(column) else None
        if panel is None:
            first = index + 1
        elif following is not panel:
            top = height - column[first].depth + panel.pad_top
            bottom = height - placed.depth - placed.strip.height - panel.pad_bottom
            marks += _panel(panel, top, bottom)
            first = index + 1
    return marks


def _panel(panel: Panel, top: float, bottom: float) -> list[Mark]:
    marks: list[Mark] = []
    column = Column(panel.x, panel.width)
    if panel.tint:
        marks.append(PanelMark(panel.x, bottom, panel.width, top - bottom, panel.tint))
    if panel.head:
        width, color = panel.head
        marks.append(_rule(column, top - width / 2, width, color))
    if panel.foot:
        width, color = panel.foot
        marks.append(_rule(column, bottom + width / 2, width, color))
    if panel.side:
        width, color = panel.side
        marks.append(PanelMark(panel.x, bottom, width, top - bottom, color))
    return marks


def _rule(column: Column, y: float, width: float, color: str) -> RuleMark:
    return RuleMark(column.x, y, column.right, y, width, color)
