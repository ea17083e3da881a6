"""What holds for tags whatever the sheet says: places, headings, tables, notes."""

import re
from collections.abc import Iterator

from pipeline.render.pdf.verify.content import Problem
from pipeline.render.pdf.verify.reading import Run, Tag

# ISO 32000-1, 14.8.4.3: what tables and lists may hold.
KIDS = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TR": {"Table", "THead", "TBody"},
    "TH": {"TR"},
    "TD": {"TR"},
}
HEADINGS = {f"H{level}": level for level in range(1, 7)}
# BCP 47, as far as its form goes.
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def check_tags(root: Tag) -> Iterator[Problem]:
    """Yield what is wrong with elements in themselves and where they stand."""
    level = 0
    ids: set[str] = set()
    for tag, parent in walk(root):
        if tag.type in KIDS or tag.type in PARENTS:
            yield from _check_place(tag, parent)
        match tag.type:
            case heading if heading in HEADINGS:
                if HEADINGS[heading] > level + 1:
                    yield "UA1:7.4.2-1", f"{heading} follows a heading of level {level}"
                level = HEADINGS[heading]
            case "Note" | "FENote":
                if tag.texts.get("ID", "") in ids | {""}:
                    yield "UA1:7.9-1", "a note has no ID of its own"
                ids.add(tag.texts.get("ID", ""))
            case "Figure" if not tag.texts.get("Alt", "").strip():
                yield "UA1:7.3-1", "a figure has no alternative text"
            case "TH" if tag.attributes.get("Scope") not in ("Column", "Row"):
                yield "UA1:7.5-1", "a header cell does not say what it heads"
            case "Table":
                yield from _check_table(tag)
            case _:
                pass
        if "Lang" in tag.texts and not LANGUAGE.fullmatch(tag.texts["Lang"]):
            yield "UA1:7.2-29", f"`{tag.texts['Lang']}` is no language tag"


def _check_place(tag: Tag, parent: Tag | None) -> Iterator[Problem]:
    allowed = KIDS.get(tag.type)
    kids = [kid for kid in tag.kids if isinstance(kid, Tag | Run)]
    for kid in kids if allowed is not None else ():
        kind = kid.type if isinstance(kid, Tag) else "content"
        if allowed is not None and kind not in allowed:
            yield "UA1:7.2-3", f"a {tag.type} holds {kind}"
    above = PARENTS.get(tag.type)
    if above is not None and (parent is None or parent.type not in above):
        yield (
            "UA1:7.2-4",
            f"a {tag.type} stands in {parent.type if parent else 'nothing'}",
        )


def _check_table(table: Tag) -> Iterator[Problem]:
    rows = [tag for tag, _ in walk(table) if tag.type == "TR"]
    if len({len(row.kids) for row in rows}) > 1:
        yield "UA1:7.2-42", "rows of a table have different numbers of cells"


def walk(tag: Tag, parent: Tag | None = None) -> Iterator[tuple[Tag, Tag | None]]:
    """Yield `tag` and those inside it in reading order, each with its parent."""
    waiting = [(tag, parent)]
    while waiting:
        tag, parent = waiting.pop()
        yield tag, parent
        waiting += [(kid, tag) for kid in tag.kids[::-1] if isinstance(kid, Tag)]
