"""Words wider than any line: where they break when nothing else will."""

import re
from dataclasses import replace

from pipeline.typeset.atoms import (
    ADDRESS_BREAKS,
    ADDRESS_PENALTY,
    After,
    Atom,
    Cut,
    clusters,
    hyphen,
)
from pipeline.typeset.hyphenate import divisions
from pipeline.typeset.shape import Shaped

_DIGIT = re.compile(r"\d")


def emergency_atoms(atom: Atom, using: Cut, widest: float, lang: str) -> list[Atom]:
    """Return `atom`, too wide for the measure, in parts no wider than `widest`.

    It parts where addresses part; words where `lang` divides them, and where no
    dictionary helps between any two letters: with a hyphen.
    """
    room = widest - hyphen(atom.face).advance
    texts: list[str] = []
    for text in ADDRESS_BREAKS.split(atom.shaped.text):
        if using.shape(text, atom.face).advance <= widest:
            texts.append(text)
            continue
        for syllables in _divided(text, lang):
            fits = using.shape(syllables, atom.face).advance <= room
            texts += [syllables] if fits else clusters(syllables)
    followers = [*texts[1:], ""]
    parts = [
        _part(atom, using.shape(text, atom.face), following)
        for text, following in zip(texts, followers, strict=True)
    ]
    ending = parts[-1]
    parts[-1] = replace(
        ending, after=After.SPACE if atom.space else After.BREAK,
        space=atom.space, advance=ending.shaped.advance - atom.space,
    )  # fmt: skip
    return parts


def _divided(text: str, lang: str) -> list[str]:
    """Return `text` in the parts that the dictionary of `lang` knows."""
    parts, start = [], 0
    for offset in divisions(text, lang):
        parts.append(text[start:offset])
        start = offset
    return [*parts, text[start:]]


def _part(atom: Atom, shaped: Shaped, following: str) -> Atom:
    # Addresses and numbers stay as they are: a hyphen would be taken for theirs.
    is_word = atom.penalty != ADDRESS_PENALTY and not _DIGIT.search(atom.shaped.text)
    is_within = shaped.text[-1:].isalpha() and following[:1].isalpha()
    after = After.HYPHEN if is_word and is_within else After.BREAK
    return Atom(atom.face, shaped, shaped.advance, 0, after, ADDRESS_PENALTY)
