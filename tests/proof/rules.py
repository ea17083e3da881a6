"""What every page owes its reader, as rules that name each place where it fails.

A rule takes a laid-out document and yields a line for each violation; it knows the
theme's geometry and the tree, never how the pages were made.
"""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.layout.dump import line_text
from pipeline.layout.pages import Line, PanelMark, PictureMark
from pipeline.tree import Block, Figure, Group, Heading, Role, leaves
from tests.proof.reading import (
    Laid,
    Parts,
    first_calls,
    ink_right,
    parts,
    read_marks,
    spaces,
)

TOLERANCE = 0.02
# Two lines share a page or none does; a text of three lines cannot be parted so.
LEAST_PART, SHORTEST_PARTED = 2, 4
SHORTEST_PARTED_NOTE = 7
# Text on a tint keeps this far from the tint's edge.
PANEL_EDGE = 4.0
# A word space squeezed further than this stops to part words.
LEAST_SPACE = 0.6

MASTHEAD = {Role.TITLE, Role.AGENCY, Role.BUREAU, Role.KIND, Role.NUMBER, Role.DATE}
IN_ROWS = {Role.TABLE_HEAD, Role.TABLE_TEXT, Role.TERM, Role.DETAIL}
IN_TABLES = {Role.TABLE_HEAD, Role.TABLE_TEXT, Role.TABLE_CAPTION, Role.TABLE_NOTE}
NEVER_PARTED = {Role.TITLE, Role.HEADING, Role.SUBHEADING, Role.TABLE_CAPTION}
# What stays on the page of the next leaf, where that leaf has one of these roles.
LEADS_TO = {
    Role.TABLE_CAPTION: {Role.TABLE_HEAD},
    Role.CALLOUT_TITLE: {Role.CALLOUT_TEXT, Role.LIST_TEXT},
    Role.KEY_FACTS_TITLE: {Role.FACT_LABEL},
    Role.FACT_LABEL: {Role.FACT_VALUE},
    Role.CONTACT_NAME: {Role.CONTACT_LINE},
    Role.TERM: {Role.DETAIL},
}


def overfull_lines(laid: Laid) -> Iterator[str]:
    """Yield lines that reach out of their column, or to the edge of a tint."""
    roles = {leaf.origin: leaf.role for leaf in laid.leaves()}
    for number, page in enumerate(laid.pages.pages, start=1):
        panels = [mark for mark in page.marks if isinstance(mark, PanelMark)]
        for mark in read_marks(page):
            role = roles.get(mark.origin or "")
            for line in mark.lines:
                limit = _right_limit(laid, line, role, panels)
                # The space behind the last of widely set letters is not seen.
                right = line.x + line.width if role in MASTHEAD else ink_right(line)
                if right > limit + TOLERANCE:
                    over = right - limit
                    yield f"page {number}: {over:.1f} pt over: {line_text(line)}"


def _right_limit(
    laid: Laid, line: Line, role: Role | None, panels: list[PanelMark]
) -> float:
    plan = laid.plan
    is_hung = line.x < plan.main.x - TOLERANCE
    if is_hung and role not in MASTHEAD | IN_TABLES:
        limit = plan.hung.right
    else:
        limit = plan.main.right
    around = (
        panel.x + panel.width - PANEL_EDGE
        for panel in panels
        if panel.x <= line.x <= panel.x + panel.width
        and panel.y <= line.y <= panel.y + panel.height
    )
    return min((limit, *around))


def lines_off_the_page(laid: Laid) -> Iterator[str]:
    """Yield lines that stand in the margins."""
    plan, lowest = laid.plan, laid.plan.height - laid.plan.bottom
    for number, page in enumerate(laid.pages.pages, start=1):
        for mark in read_marks(page):
            for line in mark.lines:
                if line.y < lowest or line.x < plan.whole.x - TOLERANCE:
                    yield f"page {number}: in the margin: {line_text(line)}"


def colliding_lines(laid: Laid) -> Iterator[str]:
    """Yield lines that are printed over each other."""
    for number, page in enumerate(laid.pages.pages, start=1):
        lines = [line for mark in read_marks(page) for line in mark.lines]
        lines.sort(key=lambda line: -line.y)
        for index, above in enumerate(lines):
            for below in lines[index + 1 :]:
                if above.y - below.y > 0.7 * max(below.height, above.height):
                    break
                left, right = max(above.x, below.x), min(map(ink_right, (above, below)))
                is_close = above.y - below.y <= 0.7 * below.height
                if is_close and left < right - TOLERANCE:
                    both = f"{line_text(above)} / {line_text(below)}"
                    yield f"page {number}: over each other: {both}"


def squeezed_lines(laid: Laid) -> Iterator[str]:
    """Yield justified lines whose word spaces are squeezed too far."""
    for number, page in enumerate(laid.pages.pages, start=1):
        for mark in read_marks(page):
            for line in mark.lines:
                for piece in line.pieces:
                    last = piece is line.pieces[-1]
                    ends = zip(piece.words, piece.gaps, strict=True)
                    for word, gap in list(ends)[: -1 if last else None]:
                        natural = word.glyphs[-1].advance * piece.size / 1000
                        if gap < natural * (LEAST_SPACE - 1) - TOLERANCE:
                            yield f"page {number}: squeezed: {line_text(line)}"


def headings_alone(laid: Laid) -> Iterator[str]:
    """Yield headings, titles and labels that end a page without what they head."""
    places = _places(laid)
    for heading, following in _headed(laid):
        if heading not in places or following not in places:
            continue
        (_, last), (first, _) = places[heading], places[following]
        if last != first:
            yield f"{heading} ends page {last}, {following} starts on {first}"


def _places(laid: Laid) -> dict[str, tuple[int, int]]:
    """Return by origin the first and last page of each leaf and picture."""
    places = {
        origin: (found[0][0], found[-1][0]) for origin, found in parts(laid).items()
    }
    for number, page in enumerate(laid.pages.pages, start=1):
        for mark in page.marks:
            if isinstance(mark, PictureMark) and mark.origin:
                places[mark.origin] = (number, number)
    return places


def _headed(laid: Laid) -> Iterator[tuple[str, str]]:
    """Yield the origin of each heading with that of the first thing below it."""
    inked = parts(laid)
    shown = [leaf for leaf in laid.leaves() if leaf.origin in inked]
    for leaf, following in pairwise(shown):
        if following.role in LEADS_TO.get(leaf.role, ()):
            yield leaf.origin, following.origin
    for group in _groups(laid.document.blocks):
        if group.role is Role.SECTION and isinstance(group.blocks[0], Heading):
            below = group.blocks[1:]
            if group.blocks[0].role is Role.HEADING:
                # A section's contacts stand beside its text, if there is room.
                text = (block for block in below if not _is_beside(block, laid, inked))
                below = tuple(text) or below
            first = _first_shown(below, set(inked))
            if first:
                yield group.blocks[0].origin, first


def _is_beside(block: Block, laid: Laid, inked: Parts) -> bool:
    if not (isinstance(block, Group) and block.role is Role.CONTACTS):
        return False
    first = next(leaf.origin for leaf in leaves((block,)) if leaf.origin in inked)
    ((_, lines), *_) = inked[first]
    return lines[0].x < laid.plan.main.x - TOLERANCE


def _groups(blocks: tuple[Block, ...]) -> Iterator[Group]:
    for block in blocks:
        if isinstance(block, Group):
            yield block
            yield from _groups(block.blocks)


def _first_shown(blocks: tuple[Block, ...], inked: set[str]) -> str | None:
    """Return the origin of what is seen first."""
    for block in blocks:
        if isinstance(block, Figure):
            return block.origin
        for leaf in leaves((block,)):
            if leaf.origin in inked:
                return leaf.origin
    return None


def captions_astray(laid: Laid) -> Iterator[str]:
    """Yield captions that are not on the page of their picture."""
    places = _places(laid)
    for block in (b for g in _groups(laid.document.blocks) for b in g.blocks):
        if isinstance(block, Figure) and block.caption and block.alt:
            picture, caption = places[block.origin], places[block.caption.origin]
            if picture[0] != caption[0]:
                yield f"{block.origin}: picture on {picture[0]}, words on {caption[0]}"


def notes_astray(laid: Laid) -> Iterator[str]:
    """Yield notes that do not start on the page of their first call."""
    found, calls = parts(laid), first_calls(laid)
    for note in laid.document.notes:
        called, printed = calls.get(note.id), found.get(note.text.origin)
        start = printed[0][0] if printed else None
        if called is None or called != start:
            yield f"note {note.label} is called on page {called}, printed on {start}"


def notes_out_of_order(laid: Laid) -> Iterator[str]:
    """Yield notes that stand above one with a lower number."""
    for number, page in enumerate(laid.pages.pages, start=1):
        tops = {mark.origin: mark.lines[0].y for mark in read_marks(page)}
        notes = [note for note in laid.document.notes if note.text.origin in tops]
        for note, below in pairwise(notes):
            if tops[note.text.origin] < tops[below.text.origin]:
                yield f"page {number}: note {note.label} stands under {below.label}"


def lone_lines(laid: Laid) -> Iterator[str]:
    """Yield widows, orphans, and short or whole texts that are parted at all."""
    roles = {leaf.origin: leaf.role for leaf in laid.leaves()}
    for origin, found in parts(laid).items():
        role = roles.get(origin, Role.NOTE)
        counts = [len(lines) for _, lines in found]
        if len(counts) == 1 or role in IN_ROWS:
            continue
        shortest = SHORTEST_PARTED_NOTE if role is Role.NOTE else SHORTEST_PARTED
        is_whole = role in NEVER_PARTED or sum(counts) < shortest
        if is_whole or min(counts) < LEAST_PART:
            split = " + ".join(map(str, counts))
            yield f"{origin} ({role.value}) is parted {split} from page {found[0][0]}"


def rivers(laid: Laid) -> Iterator[int]:
    """Yield how many lines each chain of touching word spaces runs down, where it ends.

    Two spaces on neighbouring lines touch when they share at least half the width of
    the narrower one.
    """
    for page in laid.pages.pages:
        for mark in read_marks(page):
            if mark.part == "text":
                yield from _chains(mark.lines)


def _chains(lines: tuple[Line, ...]) -> Iterator[int]:
    above: list[tuple[float, float, int]] = []
    for line in lines:
        here = []
        for space in spaces(line):
            length = 1
            for start, end, run in above:
                shared = min(end, space.end) - max(start, space.start)
                if shared >= min(end - start, space.end - space.start) / 2:
                    length = max(length, run + 1)
            here.append((space.start, space.end, length))
        yield from (run for _, _, run in above)
        above = here
    yield from (run for _, _, run in above)
