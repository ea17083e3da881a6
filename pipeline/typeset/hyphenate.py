"""Where words may be divided, by the dictionaries of pyphen."""

import re
from functools import lru_cache
from typing import Any

# Shorter words are not divided, and no part is shorter than this.
SHORTEST_WORD, SHORTEST_PART = 6, 3

_LETTERS = re.compile(rf"[^\W\d_]{{{SHORTEST_WORD},}}")


@lru_cache(maxsize=32768)
def divisions(text: str, lang: str) -> tuple[int, ...]:
    """Return the offsets at which `text` may be divided; none for unknown languages."""
    found = _LETTERS.search(text)
    dictionary = _dictionary(lang) if found else None
    if not found or dictionary is None:
        return ()
    first, last = found.span()
    return tuple(
        first + offset
        for offset in dictionary.positions(found.group())
        if SHORTEST_PART <= offset <= last - first - SHORTEST_PART
    )


@lru_cache(maxsize=16)
def _dictionary(lang: str) -> Any:
    # Imported here: it costs 60 ms and most themes do not divide words.
    import pyphen

    known = pyphen.language_fallback(lang.replace("-", "_"))
    return pyphen.Pyphen(lang=known) if known else None
