"""WordprocessingML as text: names of namespaces, escaping, lengths.

Parts are written as strings from closed patterns; every word of a sheet passes through
`escaped` or `quoted`, so no text can become markup.
"""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"

# What a story (body, notes, header, footer) may use. `w14` holds paragraph ids, which
# a reader that does not know them has to skip: ECMA-376 Part 3, 7.2 (Ignorable).
STORY = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}" xmlns:w14="{WORD_2010}" '
    f'xmlns:mc="{COMPATIBILITY}" xmlns:wp="{PLACING}" mc:Ignorable="w14"'
)

# English Metric Units, the lengths of DrawingML.
EMU_PER_POINT = 12_700


def escaped(text: str) -> str:
    """Return `text` for the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Return `text` for an attribute in double quotes."""
    return escaped(text).replace('"', "&quot;")


def twips(points: float) -> int:
    """Return a length in twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return a type size in half points, Word's unit for it."""
    return round(points * 2)
