"""A leaf's content to lines of fragments: itemise, fit, build.

Layout gives a measure and gets lines whose x starts at 0; it knows where they stand.
"""

from dataclasses import dataclass, replace

from pipeline.styles import Adjust, TextStyle
from pipeline.tree import Content
from pipeline.typeset.atoms import After, Atom, hyphen
from pipeline.typeset.faces import Face
from pipeline.typeset.fit import fit_justified, fit_ragged
from pipeline.typeset.itemise import Itemiser, Items, Voice
from pipeline.typeset.points import Place, Points, broken_up, points_of
from pipeline.typeset.shape import Shaped


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
    """Return the width of the widest unbreakable part and of the longest line."""
    widest = longest = 0.0
    for items in itemiser.itemise(content, style, lang, None):
        points = points_of(items, style)
        widest = max(widest, points.widest())
        longest = max(longest, points.ends[-1])
    return widest, longest


def _set(items: Items, style: TextStyle, measure: float) -> list[SetLine]:
    points = points_of(items, style)
    if points.widest() > measure:
        items = broken_up(items, measure)
        points = points_of(items, style)
    lines, start = [], 0
    for stop in _stops(points, items, style, measure):
        last = stop == len(points.places) - 1
        extra = 0.0
        if style.adjust is Adjust.BOTH:
            extra = _extra_space(points, start, stop, measure, last)
        place, until = points.places[start], points.places[stop]
        lines.append(_adjusted(_line(items, place, until, last, extra), style, measure))
        start = stop
    return lines


def _stops(points: Points, items: Items, style: TextStyle, measure: float) -> list[int]:
    if points.ends[-1] <= measure:
        return [len(points.places) - 1]
    if style.adjust is Adjust.BOTH:
        return fit_justified(points, measure, _space(items))
    # Headings look best in lines of like length; text runs on to its last line.
    return fit_ragged(points, measure, is_balanced=style.keeps_together)


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


def _line(items: Items, start: Place, stop: Place, last: bool, extra: float) -> SetLine:
    atoms = items.atoms[start.atom : stop.atom]
    voices = items.voices[start.atom : stop.atom]
    if stop.offset:
        voice, whole = items.voices[stop.atom], items.atoms[stop.atom]
        atoms += [_cut_atom(whole, voice, None, stop.offset), _hyphen_atom(whole)]
        voices += [voice, voice]
    elif atoms[-1].after is After.HYPHEN and not last:
        atoms.append(_hyphen_atom(atoms[-1]))
        voices.append(voices[-1])
    if start.offset:
        first = items.atoms[start.atom]
        until = stop.offset if stop.atom == start.atom else None
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
    if style.tracking:
        # The space behind the last letter is not seen.
        line = replace(line, width=line.width - style.tracking * style.size)
    match style.adjust:
        case Adjust.END:
            return replace(line, x=measure - line.width)
        case Adjust.CENTER:
            return replace(line, x=(measure - line.width) / 2)
        case Adjust.START | Adjust.BOTH:
            return line
