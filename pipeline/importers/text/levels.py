"""Levels of headings: by the marks that a text gives them, or by how they look."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.importers.text.forms import Form
from pipeline.importers.text.numbered import NUMBERED
from pipeline.importers.text.units import Titled, Unit

_SURENESS = {
    Form.CAPITALS: 0.9,
    Form.TITLE: 0.8,
    Form.DATED: 0.8,
    Form.QUESTION: 0.7,
    Form.COLON: 0.7,
    Form.SENTENCE: 0.6,
    Form.LABEL: 0.6,
}


@dataclass(frozen=True, slots=True)
class Head:
    """A heading: its level, and how sure that is; 1 where the text marks it."""

    level: int
    confidence: float


def marked_heads(units: Sequence[Unit]) -> dict[int, Head]:
    """Return the headings that the text marks, their grades as levels without gaps."""
    grades = [unit.grade for unit in units if isinstance(unit, Titled)]
    found: dict[int, Head] = {}
    for start, end in ((0, NUMBERED), (NUMBERED, 100)):
        own = sorted({grade for grade in grades if start <= grade < end})
        first = next((unit for unit in units[:1] if isinstance(unit, Titled)), None)
        is_titled = bool(
            first and own and first.grade == own[0] and grades.count(own[0]) == 1
        )
        for index, unit in enumerate(units):
            if isinstance(unit, Titled) and unit.grade in own:
                level = own.index(unit.grade) + (1 if is_titled else 2)
                found[index] = Head(level, 1 if unit.marks else 0.8)
    return found


def heads_by_form(forms: dict[int, Form], marked: int) -> dict[int, Head]:
    """Return the headings found by form, where the text marks `marked` others.

    Capitals stand above other forms where they do so in at least one place; one line
    of capitals among others is a section like them.
    """
    counts = Counter(forms.values())
    is_above = any(
        form is Form.CAPITALS and forms.get(index + 1) not in (None, Form.CAPITALS)
        for index, form in forms.items()
    )
    others = len(forms) - counts[Form.CAPITALS]
    below_capitals = is_above or (counts[Form.CAPITALS] > 1 and others > 0)
    top = 3 if marked > 1 else 2
    is_below = False
    levels: dict[int, int] = {}
    for index, form in forms.items():
        is_below = is_below or (below_capitals and form is Form.CAPITALS)
        level = top + (is_below and form is not Form.CAPITALS)
        if form in (Form.DATED, Form.LABEL) and levels:
            level = top + 1 + is_below
        elif index - 1 in levels and form is not Form.CAPITALS:
            level = max(level, levels[index - 1] + 1)
        levels[index] = level
    return {
        index: Head(level, _SURENESS[forms[index]]) for index, level in levels.items()
    }
