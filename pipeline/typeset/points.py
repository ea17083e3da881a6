"""Items to break points: every place where a line may end, as numbers for fitting."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.styles import TextStyle
from pipeline.typeset.atoms import After, Atom, hyphen
from pipeline.typeset.emergency import emergency_atoms
from pipeline.typeset.hyphenate import divisions
from pipeline.typeset.itemise import Items, Voice

# What dividing a word costs when the dictionary, not the author, proposes it.
_DIVISION_COST = 150.0


class Place(NamedTuple):
    """Before an atom, by its number, or inside it behind `offset` characters."""

    atom: int
    offset: int = 0


@dataclass(slots=True)
class Points:
    """Break points of a paragraph, in pt; number 0 is its start.

    A line from point `a` to point `b` is `ends[b] - starts[a]` pt wide and holds
    `spaces_before[b] - spaces_after[a]` word spaces; the one at its end is swallowed.
    """

    ends: list[float] = field(default_factory=lambda: [0.0])
    starts: list[float] = field(default_factory=lambda: [0.0])
    costs: list[float] = field(default_factory=lambda: [0.0])
    spaces_before: list[int] = field(default_factory=lambda: [0])
    spaces_after: list[int] = field(default_factory=lambda: [0])
    hyphens: list[bool] = field(default_factory=lambda: [False])
    places: list[Place] = field(default_factory=lambda: [Place(0)])

    def widest(self) -> float:
        """Return the width of the widest part that no line may enter."""
        parts = zip(self.ends[1:], self.starts, strict=False)
        return max((end - start for end, start in parts), default=0.0)


def points_of(items: Items, style: TextStyle) -> Points:
    """Return where `items` may break; the last point is their end."""
    points = Points()
    ends, starts, costs = points.ends, points.starts, points.costs
    before, behind, hyphens = points.spaces_before, points.spaces_after, points.hyphens
    x, spaces = 0.0, 0
    final = len(items.atoms) - 1
    for index, (atom, voice) in enumerate(zip(items.atoms, items.voices, strict=True)):
        scale = voice.size / 1000
        if style.hyphenates:
            _divide(points, index, atom, voice, x, spaces)
        x += atom.advance * scale
        if atom.after is After.NEVER and index < final:
            continue
        shows_hyphen = atom.after is After.HYPHEN and index < final
        ends.append(x + hyphen(atom.face).advance * scale if shows_hyphen else x)
        before.append(spaces)
        costs.append(atom.penalty)
        hyphens.append(shows_hyphen)
        if atom.space:
            x += atom.space * scale
            spaces += 1
        starts.append(x)
        behind.append(spaces)
        points.places.append(Place(index + 1))
    return points


def _divide(
    points: Points, index: int, atom: Atom, voice: Voice, x: float, spaces: int
) -> None:
    """Add the points inside a word; `x` is where it starts."""
    text, scale = atom.shaped.text, voice.size / 1000
    for offset in divisions(text, voice.lang):
        head = voice.cut.shape(text[:offset], atom.face).advance
        tail = voice.cut.shape(text[offset:], atom.face).advance
        points.ends.append(x + (head + hyphen(atom.face).advance) * scale)
        points.starts.append(x + (atom.advance + atom.space - tail) * scale)
        points.costs.append(_DIVISION_COST)
        points.spaces_before.append(spaces)
        points.spaces_after.append(spaces)
        points.hyphens.append(True)
        points.places.append(Place(index, offset))


def broken_up(items: Items, measure: float) -> Items:
    """Return items in which whatever is wider than `measure` may break anywhere."""
    broken = Items([], [])
    first, width = 0, 0.0
    for index, (atom, voice) in enumerate(zip(items.atoms, items.voices, strict=True)):
        width += atom.advance * voice.size / 1000
        if atom.after is After.NEVER and index + 1 < len(items.atoms):
            continue
        if atom.after is After.HYPHEN:
            width += hyphen(atom.face).advance * voice.size / 1000
        box = slice(first, index + 1)
        for part, tone in zip(items.atoms[box], items.voices[box], strict=True):
            parts = [part]
            if width > measure:
                room = measure * 1000 / tone.size
                parts = emergency_atoms(part, tone.cut, room, tone.lang)
            broken.atoms += parts
            broken.voices += [tone] * len(parts)
        first, width = index + 1, 0.0
    return broken
