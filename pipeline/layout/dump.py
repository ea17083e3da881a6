"""Pages as text for goldens and reviewers: where each line, rule and panel stands."""

from pipeline.layout.pages import (
    EmblemMark,
    Line,
    Mark,
    Pages,
    PanelMark,
    PictureMark,
    RuleMark,
    TextMark,
)
from pipeline.typeset.atoms import SOFT_HYPHEN


def dump(pages: Pages) -> str:
    """Return `pages` one mark or line a row, rounded to a point, in painting order."""
    rows = [f"pages {len(pages.pages)} of {pages.width:.0f} x {pages.height:.0f}"]
    for number, page in enumerate(pages.pages, start=1):
        rows.append(f"page {number}")
        for mark in page.marks:
            rows += _rows(mark)
    for origin, place in pages.destinations.items():
        rows.append(f"heading {origin}: page {place.page + 1} at {place.y:.0f}")
    return "\n".join(rows) + "\n"


def line_text(line: Line) -> str:
    """Return the characters of a line as its text layer has them."""
    return "".join(word.text for piece in line.pieces for word in piece.words)


def _rows(mark: Mark) -> list[str]:
    match mark:
        case TextMark():
            sign = _sign(mark)
            return [
                f"  {line.x:3.0f} {line.y:3.0f}  {_shown(line)}{sign}"
                for line in mark.lines
            ]
        case RuleMark():
            ends = f"{mark.x1:.0f},{mark.y1:.0f} to {mark.x2:.0f},{mark.y2:.0f}"
            return [f"  rule {ends} {mark.width:g} {mark.color}"]
        case PanelMark():
            return [f"  panel {_box(mark)} {mark.color}"]
        case PictureMark():
            return [f"  picture {_box(mark)} {mark.origin or '(decorative)'}"]
        case EmblemMark():
            return [f"  emblem {mark.x:.0f},{mark.y:.0f} {mark.radius:.0f}"]


def _sign(mark: TextMark) -> str:
    if mark.artifact:
        return f"  ({mark.artifact.value})"
    return "  (label)" if mark.part == "label" else ""


def _shown(line: Line) -> str:
    return line_text(line).rstrip().replace(SOFT_HYPHEN, "-")


def _box(mark: PanelMark | PictureMark) -> str:
    return f"{mark.x:.0f},{mark.y:.0f} {mark.width:.0f} x {mark.height:.0f}"
