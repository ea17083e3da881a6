"""What stands beside the text: tracked changes, comments, heads and feet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.inspect.docx.names import (
    PARAGRAPH,
    PARAGRAPH_ID,
    TEXT,
    w,
)
from pipeline.inspect.docx.package import Package
from pipeline.inspect.docx.reading import words
from pipeline.word.story import Change, ChangeKind, Comment

_KINDS = {
    w("ins"): ChangeKind.INSERTED,
    w("del"): ChangeKind.DELETED,
    w("moveTo"): ChangeKind.MOVED_HERE,
    w("moveFrom"): ChangeKind.MOVED_AWAY,
    w("cellIns"): ChangeKind.INSERTED,
    w("cellDel"): ChangeKind.DELETED,
    w("rPrChange"): ChangeKind.FORMATTED,
    w("pPrChange"): ChangeKind.FORMATTED,
}
_TEXTS = (TEXT, w("delText"))
_SILENT = (w("rPr"), w("commentReference"))
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
_EXTENDED = f"{{{_WORD_2012}}}commentEx"

Places = dict[etree._Element, str]


def read_changes(root: etree._Element, places: Places) -> Iterator[Change]:
    """Yield the tracked changes below `root`; one that many runs share is one."""
    before: Change | None = None
    for element in root.iter(*_KINDS):
        if _says_nothing(element) or _is_in_row(element):
            continue
        change = _change(element, places)
        if before and replace(before, words=change.words) == change and before.words:
            before = replace(before, words=before.words + change.words)
        else:
            if before:
                yield before
            before = change
    if before:
        yield before


def _says_nothing(element: etree._Element) -> bool:
    """Return whether its runs are empty: LibreOffice records a comment so."""
    runs = list(element.iter(w("r")))
    return bool(runs) and not any(
        each.tag not in _SILENT for run in runs for each in run
    )


def _is_in_row(element: etree._Element) -> bool:
    """Return whether the same became of the whole row, which is listed itself."""
    row = next(element.iterancestors(w("tr")), None)
    same = None if row is None else row.find(f"{w('trPr')}/{element.tag}")
    return same is not None and same is not element and _who(same) == _who(element)


def _who(element: etree._Element) -> str | None:
    return element.get(w("author"))


def _change(element: etree._Element, places: Places) -> Change:
    row = next(element.iterancestors(w("tr")), None)
    found = next(element.iterancestors(PARAGRAPH), None)
    parent = element.getparent()
    if row is not None and parent is not None and parent.tag == w("trPr"):
        found = next(row.iter(PARAGRAPH), None)
        said = "; ".join(filter(None, map(_words, row.iter(PARAGRAPH))))
    else:
        said = _words(element)
    return Change(
        _KINDS[str(element.tag)],
        element.get(w("author"), ""),
        element.get(w("date"), ""),
        said,
        "the text" if found is None else places.get(found, "the text"),
    )


def _words(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(*_TEXTS))


@dataclass(slots=True)
class _Range:
    paragraph: etree._Element | None = None
    quoted: list[str] = field(default_factory=list)


def read_comments(
    package: Package, main: str, root: etree._Element, places: Places
) -> Iterator[Comment]:
    """Yield the comments in their order, each with the words it stands beside."""
    part = package.tree(main, "comments")
    if part is None:
        return
    ranges = _ranges(root)
    resolved = set(_resolved(package.tree(main, "commentsExtended")))
    for each in part.iterchildren(w("comment")):
        found = ranges.get(each.get(w("id"), ""), _Range())
        paragraph = found.paragraph
        ids = [inner.get(PARAGRAPH_ID, "") for inner in each.iter(PARAGRAPH)]
        yield Comment(
            each.get(w("author"), ""),
            each.get(w("date"), ""),
            "\n".join(words(inner) for inner in each.iter(PARAGRAPH)),
            "".join(found.quoted),
            bool(ids) and ids[-1] in resolved,
            "the text" if paragraph is None else places.get(paragraph, "the text"),
            None if paragraph is None else paragraph.get(PARAGRAPH_ID),
            "" if paragraph is None else words(paragraph),
        )


def _resolved(part: etree._Element | None) -> Iterator[str]:
    for each in () if part is None else part.iter(_EXTENDED):
        if each.get(f"{{{_WORD_2012}}}done") in ("1", "true"):
            yield each.get(f"{{{_WORD_2012}}}paraId", "")


def _ranges(root: etree._Element) -> dict[str, _Range]:
    """Return what each comment stands beside, by its id."""
    start, end, call = map(
        w, ("commentRangeStart", "commentRangeEnd", "commentReference")
    )
    found: dict[str, _Range] = {}
    opened: dict[str, _Range] = {}
    for each in root.iter(PARAGRAPH, start, end, call, *_TEXTS):
        key = each.get(w("id"), "")
        if each.tag == PARAGRAPH:
            _begin_in(each, opened.values())
        elif each.tag == start:
            paragraph = next(each.iterancestors(PARAGRAPH), None)
            found[key] = opened[key] = _Range(paragraph)
        elif each.tag == end:
            opened.pop(key, None)
        elif each.tag == call:
            paragraph = next(each.iterancestors(PARAGRAPH), None)
            found.setdefault(key, _Range(paragraph))
        else:
            for open_range in opened.values():
                open_range.quoted.append(each.text or "")
    return found


def _begin_in(paragraph: etree._Element, ranges: Iterable[_Range]) -> None:
    for each in ranges:
        if each.paragraph is None:
            each.paragraph = paragraph


def read_running(package: Package, main: str) -> tuple[str, ...]:
    """Return the words of all heads and feet, each once."""
    found = (
        " ".join(filter(None, (words(each).strip() for each in tree.iter(PARAGRAPH))))
        for target in package.targets.get(main, {}).values()
        if target.kind in ("header", "footer")
        if (tree := package.trees.get(target.name)) is not None
    )
    return tuple(dict.fromkeys(filter(None, found)))
