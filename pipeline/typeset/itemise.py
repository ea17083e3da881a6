"""Content to items: atoms in order, each with the voice it speaks in.

A voice is what inlines make of a leaf's style: its cut, colour, and the path to the
inline. What cannot be set is collected: the author hears of all of it at once.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.diagnostics import Diagnostic, error
from pipeline.styles import Family, TextStyle
from pipeline.tree import (
    Abbreviation,
    Content,
    Emphasis,
    Foreign,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)
from pipeline.typeset.atoms import Atom, Cut, cut
from pipeline.typeset.faces import face_for
from pipeline.typeset.scripts import refuse_script
from pipeline.typeset.shape import shape
from schemas.theme import Faces

_WORD = re.compile(r"[^ \t\r\n]+[ \t\r\n]*|[ \t\r\n]+")

# Signs between words end a line rather than start one.
_LEANING, _LEANING_PENALTY = "|–—/·•=", 20000.0

# Where a face has no superior figures, they are made: smaller and raised, in em.
SUPERIOR_SIZE, SUPERIOR_RISE = 0.62, 0.34


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """How a stretch of text is set; `note` is the footnote that it calls."""

    cut: Cut
    size: float
    color: str
    lang: str
    path: tuple[int, ...] = ()
    rise: float = 0
    underlined: bool = False
    note: str | None = None


@dataclass(slots=True)
class Items:
    """Atoms and their voices, side by side, up to a forced line end."""

    atoms: list[Atom]
    voices: list[Voice]


@dataclass(frozen=True, slots=True)
class _Manner:
    """What the inlines around a stretch of text ask for."""

    style: TextStyle
    color: str
    lang: str
    weight: int
    italic: bool
    underlined: bool = False


class Itemiser:
    """Itemises leaves in one theme's faces; `findings` are what it could not set."""

    __slots__ = ("_faces", "_link_color", "findings")

    def __init__(self, faces: Faces, link_color: str) -> None:
        self._faces, self._link_color = faces, link_color
        self.findings: list[Diagnostic] = []

    def itemise(
        self, content: Content, style: TextStyle, lang: str, origin: str | None
    ) -> list[Items]:
        """Return `content` as items, one list per forced line; findings are kept."""
        lines = [Items([], [])]
        manner = _Manner(style, style.color, lang, style.weight, style.italic)
        self._add(content, manner, (), lines, origin)
        return [line for line in lines if line.atoms]

    def _add(
        self,
        content: Content,
        manner: _Manner,
        path: tuple[int, ...],
        lines: list[Items],
        origin: str | None,
    ) -> None:
        for index, inline in enumerate(content):
            here = (*path, index)
            match inline:
                case Text() | Abbreviation():
                    self._words(
                        inline.text, self._voice(manner, here), lines[-1], origin
                    )
                case Strong():
                    weight = 600 if manner.style.family is Family.LABEL else 700
                    inner = replace(manner, weight=max(weight, manner.weight))
                    self._add(inline.content, inner, here, lines, origin)
                case Emphasis():
                    inner = replace(manner, italic=not manner.italic)
                    self._add(inline.content, inner, here, lines, origin)
                case Link():
                    inner = replace(manner, color=self._link_color, underlined=True)
                    self._add(inline.content, inner, here, lines, origin)
                case Foreign():
                    inner = replace(manner, lang=inline.lang)
                    self._add(inline.content, inner, here, lines, origin)
                case NoteReference():
                    voice = self._superior(manner, here, inline)
                    self._words(inline.label, voice, lines[-1], origin)
                case LineBreak():
                    # The words on both sides stay two words in the text layer.
                    self._words(" ", self._voice(manner, here), lines[-1], origin)
                    lines.append(Items([], []))

    def _words(self, text: str, voice: Voice, line: Items, origin: str | None) -> None:
        atoms, voices, word_of = line.atoms, line.voices, voice.cut.word
        for written in _WORD.findall(text):
            if written.isspace() and (not atoms or atoms[-1].space):
                continue
            word = word_of(written)
            if written[0] in _LEANING and len(written.rstrip()) == 1 and atoms:
                atoms[-1] = replace(atoms[-1], penalty=_LEANING_PENALTY)
            # Without an origin the text is only measured, or set again elsewhere.
            if origin is not None and (word.missing or word.script):
                self._report(written, word.missing, word.script, origin)
            atoms += word.atoms
            voices += [voice] * len(word.atoms)

    def _voice(self, manner: _Manner, path: tuple[int, ...]) -> Voice:
        style = manner.style
        return Voice(
            styled_cut(self._faces, style, manner.weight, manner.italic),
            style.size, manner.color, manner.lang, path, 0, manner.underlined,
        )  # fmt: skip

    def _superior(
        self, manner: _Manner, path: tuple[int, ...], call: NoteReference
    ) -> Voice:
        plain = replace(self._voice(manner, path), note=call.note)
        drawn = superior(plain.cut, call.label)
        if drawn is not None:
            return replace(plain, cut=drawn)
        size, rise = plain.size * SUPERIOR_SIZE, plain.size * SUPERIOR_RISE
        return replace(plain, size=size, rise=rise)

    def _report(
        self, written: str, missing: str, script: str | None, origin: str | None
    ) -> None:
        if script:
            self.findings.append(refuse_script(script, written.strip(), origin or ""))
        for character in missing:
            self.findings.append(
                error(
                    "missing-glyph",
                    f"no font of the theme has the character `{character}` "
                    f"(U+{ord(character):04X})",
                    hint="replace the character or choose fonts that have it",
                    origin=origin,
                )
            )


@lru_cache(maxsize=256)
def styled_cut(faces: Faces, style: TextStyle, weight: int, italic: bool) -> Cut:
    """Return the cut for `style`; the other family steps in for missing glyphs."""
    text = style.family is Family.TEXT
    family, other = (faces.text, faces.label) if text else (faces.label, faces.text)
    features: tuple[str, ...] = ("smcp", "c2sc") if style.small_caps else ()
    if style.tabular_figures:
        features += ("tnum", "lnum")
    return cut(
        face_for(family, weight, italic, style.size),
        face_for(other, weight, italic, style.size),
        features,
        style.tracking,
    )


@lru_cache(maxsize=1024)
def superior(plain: Cut, label: str) -> Cut | None:
    """Return the cut with superior figures for `label`, or None if it has none."""
    raised = cut(plain.face, plain.fallback, (*plain.features, "sups"), plain.tracking)
    before, after = shape(plain.face, label), shape(raised.face, label, raised.features)
    changed = all(
        old.gid != new.gid
        for old, new in zip(before.glyphs, after.glyphs, strict=False)
    )
    return raised if changed else None
