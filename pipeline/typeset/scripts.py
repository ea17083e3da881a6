"""Scripts that need reordering, joining or other line breaking than this engine knows.

Itemising asks here before it sets a word: such text is refused by name and never
printed wrong.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error

SET = frozenset({"Latn", "Grek", "Cyrl"})
"""Scripts that are set, by their ISO 15924 codes."""

# As many letters of a run as a message shows.
_SHOWN = 24

# Blocks of Unicode 16, first code point to last, whose scripts run right to left, join
# or reorder their letters, or break lines between ideographs.
_BLOCKS = (
    (0x0590, 0x05FF, "Hebrew"),
    (0x0600, 0x06FF, "Arabic"),
    (0x0700, 0x074F, "Syriac"),
    (0x0750, 0x077F, "Arabic"),
    (0x0780, 0x08FF, "right-to-left"),
    (0x0900, 0x0DFF, "Indic"),
    (0x0E00, 0x0EFF, "Thai or Lao"),
    (0x0F00, 0x109F, "Tibetan or Myanmar"),
    (0x1100, 0x11FF, "Korean"),
    (0x1780, 0x17FF, "Khmer"),
    (0x1800, 0x18AF, "Mongolian"),
    (0x1900, 0x1CFF, "South-East Asian"),
    (0x2E80, 0x9FFF, "Chinese or Japanese"),
    (0xA000, 0xA4CF, "Yi"),
    (0xA840, 0xA87F, "Mongolian"),
    (0xA880, 0xAAFF, "South-East Asian"),
    (0xAC00, 0xD7FF, "Korean"),
    (0xF900, 0xFAFF, "Chinese or Japanese"),
    (0xFB1D, 0xFB4F, "Hebrew"),
    (0xFB50, 0xFDFF, "Arabic"),
    (0xFE70, 0xFEFE, "Arabic"),
    (0xFF00, 0xFFEF, "Chinese or Japanese"),
    (0x10800, 0x10FFF, "right-to-left"),
    (0x11000, 0x1145F, "Indic"),
    (0x1E800, 0x1EFFF, "right-to-left"),
    (0x20000, 0x3FFFF, "Chinese or Japanese"),
)
_FIRSTS = tuple(block[0] for block in _BLOCKS)
_RUN = re.compile(f"[{''.join(f'{chr(a)}-{chr(b)}' for a, b, _ in _BLOCKS)}]+")


def unset_script(text: str) -> str | None:
    """Return the name of the first script in `text` that cannot be set, or None."""
    found = _RUN.search(text)
    return _name(found[0][0]) if found else None


def unset_runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield (script, letters) for each run of `text` that cannot be set."""
    for found in _RUN.finditer(text):
        yield _name(found[0][0]), found[0]


def _name(character: str) -> str:
    return _BLOCKS[bisect_right(_FIRSTS, ord(character)) - 1][2]


def refuse_script(script: str, run: str, origin: str, texts: int = 1) -> Diagnostic:
    """Return the error for `run` and all else in its script, which `texts` hold."""
    rest = f"; {texts} texts are in it" if texts > 1 else ""
    return error(
        "script",
        f"`{run[:_SHOWN]}` is in {script} script, which cannot be set yet{rest}",
        hint="sheets are set in Latin, Greek and Cyrillic letters",
        origin=origin,
    )
