"""Scripts that need reordering, joining or other line breaking than this engine knows.

Itemising asks here before it sets a word: such text is refused by name and never
printed wrong.
"""

from bisect import bisect_right

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


def unset_script(text: str) -> str | None:
    """Return the name of the first script in `text` that cannot be set, or None."""
    for character in text:
        index = bisect_right(_FIRSTS, ord(character)) - 1
        if index >= 0 and ord(character) <= _BLOCKS[index][1]:
            return _BLOCKS[index][2]
    return None
