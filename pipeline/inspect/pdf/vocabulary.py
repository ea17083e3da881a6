"""Operators of content streams by what they do; ISO 32000-1, Annex A."""

FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))
STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
# Table 106: which rendering modes of text fill and stroke.
FILLING_MODES = (0, 2, 4, 6)
STROKING_MODES = (1, 2, 5, 6)
# These change nothing that any rule asks for.
SILENT = frozenset((
    "w", "J", "j", "M", "d", "i", "cm", "m", "l", "c", "v", "y", "h", "re", "n", "W",
    "W*", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Ts", "Td", "TD", "Tm", "T*", "d0", "d1",
    "MP", "DP", "BX", "EX",
))  # fmt: skip
