"""What tests ask of a manuscript: its passages in short, and what is unaccounted."""

from pipeline.importers.manuscript import (
    Footnote,
    Grid,
    Heading,
    Item,
    Manuscript,
    Paragraph,
    Passage,
    Picture,
    Quotation,
    Rule,
    Stretch,
    Words,
)
from schemas.richtext import plain


def told(manuscript: Manuscript) -> list[str]:
    """Return a line for each passage: what it is, then its words."""
    return [_told(each) for each in manuscript.passages]


def _told(passage: Passage) -> str:
    match passage:
        case Heading(words, level):
            return f"h{level} {plain(words.runs)}"
        case Paragraph(words):
            return f"p {plain(words.runs)}"
        case Item(words, depth, number, is_continued):
            label = "+" if is_continued else "-" if number is None else f"{number}."
            return f"{'  ' * (depth - 1)}{label} {plain(words.runs)}"
        case Quotation(words):
            return f"q {plain(words.runs)}"
        case Grid(rows, head_rows):
            cells = [" | ".join(plain(cell.runs) for cell in row) for row in rows]
            return f"table {head_rows}: " + " / ".join(cells)
        case Footnote(name, words):
            return f"[^{name}] {plain(words.runs)}"
        case Picture(file):
            return f"picture {file}"
        case Rule():
            return "---"


def stretches(passage: Passage) -> list[Stretch]:
    """Return what of the text a passage holds."""
    match passage:
        case Grid(rows, _, caption, notes):
            cells = [cell for row in rows for cell in row]
            words = [*cells, *([caption] if caption else []), *notes]
            return [each.stretch for each in words]
        case Rule(stretch):
            return [stretch]
        case Picture(_, _, stretch, caption):
            return [stretch, *([caption.stretch] if caption else [])]
        case _:
            return [passage.words.stretch]


def all_words(passage: Passage) -> list[Words]:
    """Return the words of a passage, cell by cell."""
    match passage:
        case Grid(rows, _, caption, notes):
            cells = [cell for row in rows for cell in row]
            return [*([caption] if caption else []), *cells, *notes]
        case Rule() | Picture():
            return []
        case _:
            return [passage.words]


def unaccounted(manuscript: Manuscript) -> str:
    """Return the characters but blanks that no passage and no account holds."""
    held = [False] * len(manuscript.text)
    spans = [each for passage in manuscript.passages for each in stretches(passage)]
    spans += [each.stretch for each in manuscript.left_out]
    for span in spans:
        held[span.start : span.end] = [True] * (span.end - span.start)
    return "".join(
        sign
        for sign, is_held in zip(manuscript.text, held, strict=True)
        if not is_held and not sign.isspace()
    )
