"""Words to atoms: shaped text that is never broken inside, and what may follow it.

A cut is one face with its features; it remembers every word that it made, for sheets
repeat most of their words. Itemising asks cuts; breaking only looks at the numbers.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from pipeline.typeset.faces import Face
from pipeline.typeset.scripts import unset_script
from pipeline.typeset.shape import Shaped, shape

SOFT_HYPHEN, ZERO_WIDTH_SPACE, WORD_JOINER = "\u00ad", "\u200b", "\u2060"
# What a cut remembers before it starts afresh; a bound on a long-lived process.
REMEMBERED_WORDS = 65536

# Words of one or two letters lean on what follows: lines seldom end with them.
_SHORT_WORD_PENALTY, _DASH_PENALTY, ADDRESS_PENALTY, _HYPHEN_PENALTY = 4, 10, 60, 120

_LETTER = r"[^\W\d_]"
_BREAKS = re.compile(
    f"{SOFT_HYPHEN}+|{ZERO_WIDTH_SPACE}+"
    f"|(?<={_LETTER}[-–])(?={_LETTER})|(?<=[^\\s\\d]—)(?=[^\\s\\d])"
)
_ADDRESS = re.compile(r"://|^www\.|\S@\S")
ADDRESS_BREAKS = re.compile(r"(?<=[/._?&=#@-])(?![/._?&=#@-]|\s|$)")


class After(Enum):
    """What may happen behind an atom."""

    NEVER = 0
    SPACE = 1
    """A line may end; the atom's own space is swallowed."""
    BREAK = 2
    """A line may end without a mark."""
    HYPHEN = 3
    """A line may end and shows a hyphen."""


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """Text of one face. Lengths in 1/1000 em; `space` is that at the text's end."""

    face: Face
    shaped: Shaped
    advance: float
    """Without the space at the end."""
    space: float
    after: After
    penalty: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word's atoms, the characters no face has, and a script that cannot be set."""

    atoms: tuple[Atom, ...]
    missing: str = ""
    script: str | None = None


class Cut:
    """One face with features and tracking, and the face that steps in for a glyph."""

    __slots__ = ("_words", "face", "fallback", "features", "tracking")

    def __init__(
        self, face: Face, fallback: Face, features: tuple[str, ...], tracking: float
    ) -> None:
        self.face, self.fallback = face, fallback
        self.features, self.tracking = features, tracking
        self._words: dict[str, Word] = {}

    def word(self, text: str) -> Word:
        """Return `text`, a word with the white space behind it, if any, as atoms."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= REMEMBERED_WORDS:
                self._words.clear()
            found = self._words[text] = self._make(text)
        return found

    def shape(self, text: str, face: Face | None = None) -> Shaped:
        """Return `text` shaped and tracked in this cut's face, or in `face`."""
        shaped = shape(face or self.face, text, self.features)
        return tracked(shaped, self.tracking) if self.tracking else shaped

    def _make(self, text: str) -> Word:
        script = None if text.isascii() else unset_script(text)
        if script:
            return Word((), script=script)
        bare = text.rstrip(" \t\r\n")
        space = " " if len(bare) < len(text) else ""
        atoms: list[Atom] = []
        missing = ""
        for part, after, penalty in _parts(bare, space):
            found, lost = self._atoms(part, after, penalty)
            atoms += found
            missing += lost
        return Word(tuple(atoms), missing)

    def _atoms(self, text: str, after: After, penalty: float) -> tuple[list[Atom], str]:
        shaped = self.shape(text)
        if shaped.is_whole:
            return [self._atom(self.face, shaped, after, penalty)], ""
        pieces, missing = self._by_face(text)
        atoms = [
            self._atom(face, self.shape(piece, face), After.NEVER, 0)
            for face, piece in pieces
        ]
        atoms[-1] = replace(atoms[-1], after=after, penalty=penalty)
        return atoms, missing

    def _atom(self, face: Face, shaped: Shaped, after: After, penalty: float) -> Atom:
        space = self.shape(" ", face).advance if shaped.text[-1:] == " " else 0.0
        return Atom(face, shaped, shaped.advance - space, space, after, penalty)

    def _by_face(self, text: str) -> tuple[list[tuple[Face, str]], str]:
        """Return `text` in runs of the face that has the glyphs, and what none has."""
        runs: list[tuple[Face, str]] = []
        missing = ""
        for cluster in clusters(text):
            face = self.face
            if not shape(face, cluster).is_whole:
                face = self.fallback
                if not shape(face, cluster).is_whole:
                    missing += cluster
            if runs and runs[-1][0] == face:
                runs[-1] = (face, runs[-1][1] + cluster)
            else:
                runs.append((face, cluster))
        return runs, missing


@lru_cache(maxsize=256)
def cut(
    face: Face, fallback: Face, features: tuple[str, ...] = (), tracking: float = 0
) -> Cut:
    """Return the cut of these properties; the process keeps one of each."""
    return Cut(face, fallback, features, tracking)


@lru_cache(maxsize=4096)
def tracked(shaped: Shaped, tracking: float) -> Shaped:
    """Return `shaped` with `tracking` em added behind every glyph."""
    extra = tracking * 1000
    glyphs = tuple(
        replace(glyph, advance=glyph.advance + extra) for glyph in shaped.glyphs
    )
    return Shaped(shaped.text, glyphs, shaped.advance + extra * len(glyphs))


@lru_cache(maxsize=64)
def hyphen(face: Face) -> Shaped:
    """Return the hyphen of a broken word: drawn `-`, read as U+00AD."""
    drawn = shape(face, "-")
    glyphs = tuple(replace(glyph, text=SOFT_HYPHEN) for glyph in drawn.glyphs)
    return Shaped(SOFT_HYPHEN, glyphs, drawn.advance)


def _parts(bare: str, space: str) -> list[tuple[str, After, float]]:
    """Return the unbreakable parts of a word with what may follow each."""
    ending = (After.SPACE, _SHORT_WORD_PENALTY if len(bare) <= 2 else 0)
    ending = ending if space else (After.NEVER, 0)
    breaks: list[tuple[int, int, After, float]] = [
        (found.start(), found.end(), *_kind(found.group()))
        for found in _BREAKS.finditer(bare)
    ]
    if _ADDRESS.search(bare):
        breaks = [
            (found.start(), found.end(), After.BREAK, ADDRESS_PENALTY)
            for found in ADDRESS_BREAKS.finditer(bare)
        ]
    parts, start = [], 0
    for first, last, after, penalty in breaks:
        parts.append((_joined(bare[start:first]), after, penalty))
        start = last
    parts.append((_joined(bare[start:]) + space, *ending))
    return [part for part in parts if part[0]]


def _kind(mark: str) -> tuple[After, float]:
    if mark[:1] == SOFT_HYPHEN:
        return After.HYPHEN, _HYPHEN_PENALTY
    return After.BREAK, 0 if mark else _DASH_PENALTY


def _joined(text: str) -> str:
    # A word joiner has done its work once no break was found beside it.
    return text.replace(WORD_JOINER, "")


def clusters(text: str) -> list[str]:
    """Return `text` in letters with the marks that stand on them."""
    clusters: list[str] = []
    for character in text:
        joins = unicodedata.combining(character) or unicodedata.category(character) in (
            "Mn",
            "Me",
            "Cf",
        )
        if clusters and (joins or clusters[-1].endswith("\u200d")):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters
