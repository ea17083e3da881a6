"""A leaf's content to lines of fragments: itemise, fit, build.

Layout gives a measure and gets lines whose x starts at 0; it knows where they stand.
"""

from dataclasses import dataclass, replace

from pipeline.styles import Adjust, TextStyle
from pipeline.tree import Content
from pipeline.typeset.atoms import After, Atom, emergency_atoms, hyphen
from pipeline.typeset.faces import Face
from pipeline.typeset.fit import Points, fit_justified, fit_ragged
from pipeline.typeset.hyphenate import divisions
from pipeline.typeset.itemise import Itemiser, Items, Voice
from pipeline.typeset.shape import Shaped

# What dividing a word costs when the dictionary, not the author, proposes it.
_DIVISION_COST = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """Text of one voice and face within a line; `gaps` (pt) follow the words."""

    x: float
    voice: Voice
    face: Face
    words: tuple[Shaped, ...]
    gaps: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SetLine:
    """One line, `x` to `x + width` pt within the measure; `notes` it calls, by id."""

    x: float
    width: float
    fragments: tuple[Fragment, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A break point: before atom `index`, or inside it behind `offset` characters."""

    index: int
    offset: int = 0


def set_lines(
    itemiser: Itemiser,
    content: Content,
    style: TextStyle,
    measure: float,
    lang: str,
    origin: str | None = None,
) -> tuple[SetLine, ...]:
    """Return `content` broken into lines, none wider than `measure` pt.

    What cannot be set is added to the itemiser's findings.
    """
    lines: list[SetLine] = []
    for items in itemiser.itemise(content, style, lang, origin):
        lines += _set(items, style, measure)
    return tuple(lines)


def natural_widths(
    itemiser: Itemiser, content: Content, style: TextStyle, lang: str
) -> tuple[float, float]:
    """Return the widths in pt of the widest unbreakable part and of the longest line."""
    widest = longest = 0.0
    for items in itemiser.itemise(content, style, lang, None):
        points, _ = _points(items, style)
        parts = zip(points.ends[1:], points.starts, strict=False)
        widest = max(widest, max(end - start for end, start in parts))
        longest = max(longest, points.ends[-1])
    return widest, longest


def _set(items: Items, style: TextStyle, measure: float) -> list[SetLine]:
    points, places = _points(items, style)
    parts = zip(points.ends[1:], points.starts, strict=False)
    if any(end - start > measure for end, start in parts):
        items = _broken_up(items, measure)
        points, places = _points(items, style)
    justified = style.adjust is Adjust.BOTH
    if points.ends[-1] <= measure:
        stops = [len(places) - 1]
    elif justified:
        stops = fit_justified(points, measure, _space(items))
    else:
        stops = fit_ragged(points, measure)
    lines, start = [], 0
    for stop in stops:
        last = stop == len(places) - 1
        extra = 0.0
        if justified:
            extra = _extra_space(points, start, stop, measure, last)
        lines.append(_line(items, places[start], places[stop], last, extra))
        start = stop
    return [_adjusted(line, style, measure) for line in lines]


def _points(items: Items, style: TextStyle) -> tuple[Points, list[_Place]]:
    points, places = Points(), [_Place(0)]
    x, spaces = 0.0, 0
    ends, starts, costs = points.ends, points.starts, points.costs
    before, behind, hyphens = points.spaces_before, points.spaces_after, points.hyphens
    final = len(items.atoms) - 1
    for index, (atom, voice) in enumerate(zip(items.atoms, items.voices, strict=True)):
        scale = voice.size / 1000
        if style.hyphenates:
            _add_divisions(points, places, index, atom, voice, x, spaces)
        x += atom.advance * scale
        after = atom.after
        if after is not After.NEVER or index == final:
            ends.append(x)
            before.append(spaces)
            costs.append(atom.penalty)
            hyphens.append(after is After.HYPHEN)
            if after is After.HYPHEN and index != final:
                ends[-1] += hyphen(atom.face).advance * scale
            if atom.space:
                x += atom.space * scale
                spaces += 1
            starts.append(x)
            behind.append(spaces)
            places.append(_Place(index + 1))
    return points, places


def _add_divisions(
    points: Points,
    places: list[_Place],
    index: int,
    atom: Atom,
    voice: Voice,
    x: float,
    spaces: int,
) -> None:
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
        places.append(_Place(index, offset))


def _broken_up(items: Items, measure: float) -> Items:
    """Return items in which every box wider than the measure may break anywhere."""
    broken = Items([], [])
    first, width = 0, 0.0
    for index, (atom, voice) in enumerate(zip(items.atoms, items.voices, strict=True)):
        width += atom.advance * voice.size / 1000
        if atom.after is After.NEVER and index + 1 < len(items.atoms):
            continue
        for atom, voice in zip(
            items.atoms[first : index + 1], items.voices[first : index + 1], strict=True
        ):
            parts = [atom]
            if width > measure:
                parts = emergency_atoms(atom, voice.cut, measure * 1000 / voice.size)
            broken.atoms += parts
            broken.voices += [voice] * len(parts)
        first, width = index + 1, 0.0
    return broken


def _space(items: Items) -> float:
    voice = items.voices[0]
    return voice.cut.shape(" ").advance * voice.size / 1000


def _extra_space(
    points: Points, start: int, stop: int, measure: float, last: bool
) -> float:
    spaces = points.spaces_before[stop] - points.spaces_after[start]
    slack = measure - (points.ends[stop] - points.starts[start])
    if not spaces or (last and slack > 0):
        return 0.0
    return slack / spaces


def _line(
    items: Items, start: _Place, stop: _Place, last: bool, extra: float
) -> SetLine:
    atoms = items.atoms[start.index : stop.index]
    voices = items.voices[start.index : stop.index]
    if stop.offset:
        voice, whole = items.voices[stop.index], items.atoms[stop.index]
        atoms += [_cut_atom(whole, voice, None, stop.offset), _hyphen_atom(whole)]
        voices += [voice, voice]
    elif atoms[-1].after is After.HYPHEN and not last:
        atoms.append(_hyphen_atom(atoms[-1]))
        voices.append(voices[-1])
    if start.offset:
        first = items.atoms[start.index]
        until = stop.offset if stop.index == start.index else None
        if until is not None:
            atoms, voices = atoms[-2:], voices[-2:]
        atoms[0] = _cut_atom(first, voices[0], start.offset, until)
    return _fragments(atoms, voices, extra)


def _cut_atom(atom: Atom, voice: Voice, first: int | None, last: int | None) -> Atom:
    shaped = voice.cut.shape(atom.shaped.text[first:last], atom.face)
    space = atom.space if last is None else 0.0
    return replace(atom, shaped=shaped, advance=shaped.advance - space, space=space)


def _hyphen_atom(atom: Atom) -> Atom:
    shaped = hyphen(atom.face)
    return replace(atom, shaped=shaped, advance=shaped.advance, space=0.0)


def _fragments(atoms: list[Atom], voices: list[Voice], extra: float) -> SetLine:
    fragments: list[Fragment] = []
    words: list[Shaped] = []
    gaps: list[float] = []
    notes: list[str] = []
    current, face, x, began, scale = voices[0], atoms[0].face, 0.0, 0.0, 0.0
    for atom, voice in zip(atoms, voices, strict=True):
        if voice is not current or atom.face is not face:
            fragments.append(Fragment(began, current, face, tuple(words), tuple(gaps)))
            words, gaps, current, face, began = [], [], voice, atom.face, x
        scale = voice.size / 1000
        gap = extra if atom.space else 0.0
        words.append(atom.shaped)
        gaps.append(gap)
        x += atom.shaped.advance * scale + gap
        if voice.note and voice.note not in notes:
            notes.append(voice.note)
    ending = atoms[-1]
    if ending.space:
        # The space stays for the text layer; the pen goes back over it, so that
        # underlines and link areas end with the ink.
        x -= ending.space * scale + gaps[-1]
        gaps[-1] = -ending.space * scale
    fragments.append(Fragment(began, current, face, tuple(words), tuple(gaps)))
    return SetLine(0.0, x, tuple(fragments), tuple(notes))


def _adjusted(line: SetLine, style: TextStyle, measure: float) -> SetLine:
    trailing = style.tracking * style.size
    match style.adjust:
        case Adjust.END:
            return replace(line, x=measure - line.width + trailing)
        case Adjust.CENTER:
            return replace(line, x=(measure - line.width + trailing) / 2)
        case Adjust.START | Adjust.BOTH:
            return line
