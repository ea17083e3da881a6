"""Running matter: the head of continuation pages and the foot of every page."""

from dataclasses import replace

from pipeline.layout.marks import text_line
from pipeline.layout.pages import Artifact, Mark, RuleMark, TextMark
from pipeline.layout.setter import Setter
from pipeline.styles import Adjust, TextStyle
from pipeline.tree import Document, Role, Text
from pipeline.typeset.paragraph import SetLine

# Baselines and rules, measured from the page's edges as shares of its margins.
_HEAD_BASELINE, _HEAD_RULE = 0.66, 0.73
_FOOT_BASELINE, _FOOT_RULE = 0.50, 0.64
_THIN = 0.5
_WORDS_GAP = 18.0


def running_marks(
    setter: Setter, document: Document, index: int, count: int
) -> list[Mark]:
    """Return the head and foot of page `index` (from 0) of `count`."""
    marks = _foot(setter, document, index, count)
    return (_head(setter, document) if index else []) + marks


def _head(setter: Setter, document: Document) -> list[Mark]:
    plan, colors = setter.geometry, setter.theme.colors
    muted = setter.style(Role.FIGURE_CAPTION)
    bold = replace(muted, weight=700, color=colors.heading)
    y = plan.height - plan.top * _HEAD_BASELINE
    running = document.running
    marks = _sides(
        setter,
        (running.head_start, bold),
        (running.head_end, muted),
        y,
        Artifact.HEADER,
    )
    rule = plan.height - plan.top * _HEAD_RULE
    marks.append(
        RuleMark(
            plan.whole.x, rule, plan.whole.right, rule, _THIN * 1.5, colors.accent,
            Artifact.HEADER,
        )
    )  # fmt: skip
    return marks


def _foot(setter: Setter, document: Document, index: int, count: int) -> list[Mark]:
    plan = setter.geometry
    muted = setter.style(Role.FIGURE_CAPTION)
    margin = plan.height - plan.bottom
    running = document.running
    page = running.page_label.format(page=index + 1, pages=count)
    marks = _sides(
        setter, (running.foot_start, muted), (page, muted), margin * _FOOT_BASELINE,
        Artifact.FOOTER,
    )  # fmt: skip
    rule = margin * _FOOT_RULE
    marks.append(
        RuleMark(
            plan.whole.x, rule, plan.whole.right, rule, _THIN, setter.theme.colors.rule,
            Artifact.FOOTER,
        )
    )  # fmt: skip
    return marks


def _sides(
    setter: Setter,
    start: tuple[str, TextStyle],
    end: tuple[str, TextStyle],
    y: float,
    artifact: Artifact,
) -> list[Mark]:
    """Return the words of both sides; a side that says nothing leaves no mark."""
    whole = setter.geometry.whole
    room, placed = whole.width, []
    if end[0]:
        right = _one_line(setter, *end, room * 0.6)
        room -= right.width + _WORDS_GAP
        placed.append((replace(right, x=whole.width - right.width), end[1]))
    if start[0]:
        placed.insert(0, (_one_line(setter, *start, room), start[1]))
    return [
        TextMark((text_line(line, whole.x, y, style.leading),), artifact=artifact)
        for line, style in placed
    ]


def _one_line(setter: Setter, words: str, style: TextStyle, room: float) -> SetLine:
    """Return as many of `words` as fit on one line; an ellipsis stands for the rest."""
    # Words on both sides of a bar stand well apart from it.
    words = words.replace(" | ", "\u2002|\u2002")
    style = replace(style, adjust=Adjust.START, space_before=0)
    lines = setter.lines((Text(words),), style, room, None)
    while len(lines) > 1:
        words = words.rpartition(" ")[0] or words[: len(words) // 2]
        lines = setter.lines((Text(words + "…"),), style, room, None)
    return lines[0]
