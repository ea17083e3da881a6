"""What no validator tells: ids used twice, names that nothing defines, odd contents."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.package import Target
from pipeline.render.docx.roles import TABLE_GAP, style_id
from pipeline.render.docx.verify.package import Package
from pipeline.render.docx.verify.reading import (
    DOCUMENT_PROPERTIES,
    EMBEDDED,
    PARAGRAPH,
    PARAGRAPH_ID,
    RELATION,
    VAL,
    w,
)
from schemas.values import ALLOWED_SCHEMES

_STORIES = ("document", "footnotes", "header", "footer")
_STYLE_USES = tuple(map(w, ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")))
_OF_PARAGRAPHS = {w("pStyle"), w("numPr")}
_OF_RUNS = {w("rStyle"), w("lang"), w("rtl")}
# Word takes no longer names, and the Open XML SDK says so (bookmarkStart, 17.13.6.2).
_LONGEST_BOOKMARK = 40
_FORBIDDEN = {
    w("framePr"): ("MS:08", "a frame"),
    w("txbxContent"): ("MS:08", "a text box"),
    w("altChunk"): ("OX:18", "content of another format"),
    w("object"): ("OX:18", "an embedded object"),
    w("sdt"): ("MS:11", "a content control"),
    w("documentProtection"): ("MS:05", "a protection"),
    w("background"): ("MS:12", "a background"),
    w("ins"): ("OX:18", "a change under tracking"),
    w("del"): ("OX:18", "a change under tracking"),
}  # fmt: skip


def integrity_findings(package: Package) -> Iterator[Diagnostic]:
    """Yield defects of the package that need no tree to see."""
    stories = dict(_stories(package))
    # Notes lead to headings of the body too.
    known = {name for story in stories.values() for name in _bookmark_names(story)}
    for name, story in stories.items():
        yield from _forbidden(name, story)
        yield from _direct_formatting(name, story)
        yield from _bookmarks(name, story, known)
        yield from _blank_paragraphs(name, story)
        yield from _relationships(name, story, package)
    yield from _forbidden("settings", package.tree("settings"))
    yield from _repeated_ids(stories.values())
    yield from _undefined_styles(package, stories.values())
    yield from _undefined_lists(package, stories.values())


def _stories(package: Package) -> Iterator[tuple[str, etree._Element]]:
    main = package.main()
    yield main, package.trees[main]
    for target in package.targets.get(main, {}).values():
        if target.kind.rpartition("/")[2] in _STORIES and target.name in package.trees:
            yield target.name, package.trees[target.name]


def _forbidden(name: str, story: etree._Element) -> Iterator[Diagnostic]:
    for element in story.iter(*_FORBIDDEN):
        code, what = _FORBIDDEN[element.tag]
        yield error(code, f"`{name}` holds {what}")
    if next(story.iter("{*}anchor"), None) is not None:
        yield error("MS:08", f"`{name}` holds a picture that is not in line with text")


def _direct_formatting(name: str, story: etree._Element) -> Iterator[Diagnostic]:
    for properties in story.iter(w("pPr"), w("rPr")):
        is_run = properties.tag == w("rPr")
        allowed = _OF_RUNS if is_run else _OF_PARAGRAPHS
        for child in properties:
            if child.tag not in allowed:
                local = etree.QName(child).localname
                yield error("OX:05", f"`{name}` formats directly with `w:{local}`")


def _bookmarks(
    name: str, story: etree._Element, known: Container[str]
) -> Iterator[Diagnostic]:
    starts = [each.get(w("id")) for each in story.iter(w("bookmarkStart"))]
    ends = [each.get(w("id")) for each in story.iter(w("bookmarkEnd"))]
    names = _bookmark_names(story)
    if Counter(starts) != Counter(ends) or len(set(starts)) != len(starts):
        yield error("OX:13", f"`{name}` has a bookmark with one end, or an id twice")
    if len(set(names)) != len(names):
        yield error("OX:13", f"`{name}` has two bookmarks of one name")
    if any(len(each) > _LONGEST_BOOKMARK for each in names):
        yield error("OX:13", f"`{name}` has a bookmark with too long a name")
    for link in story.iter(w("hyperlink")):
        anchor = link.get(w("anchor"))
        if anchor is not None and anchor not in known:
            yield error("OX:13", f"a link leads to `{anchor}`, which does not exist")


def _bookmark_names(story: etree._Element) -> list[str]:
    return [each.get(w("name"), "") for each in story.iter(w("bookmarkStart"))]


def _blank_paragraphs(name: str, story: etree._Element) -> Iterator[Diagnostic]:
    gap = style_id(TABLE_GAP)
    body = story.find(w("body"))
    for paragraph in () if body is None else body.iterchildren(PARAGRAPH):
        is_blank = next(paragraph.iter(w("t"), w("drawing")), None) is None
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if is_blank and (style is None or style.get(VAL) != gap):
            yield error("MS:10", f"`{name}` has a blank paragraph")


def _relationships(
    name: str, story: etree._Element, package: Package
) -> Iterator[Diagnostic]:
    targets = package.targets.get(name, {})
    used = {
        value
        for element in story.iter(
            "{*}hyperlink", "{*}blip", "{*}headerReference", "{*}footerReference"
        )
        for value in (element.get(RELATION), element.get(EMBEDDED))
        if value is not None
    }
    for key in sorted(used - set(targets)):
        yield error("OX:11", f"`{name}` uses the relationship `{key}`: there is none")
    for key, target in targets.items():
        yield from _target(name, key, target, is_used=key in used)


def _target(
    name: str, key: str, target: Target, *, is_used: bool
) -> Iterator[Diagnostic]:
    kind = target.kind.rpartition("/")[2]
    if kind in ("hyperlink", "image", "header", "footer") and not is_used:
        yield error("OX:11", f"`{name}` does not use its relationship `{key}`")
    if not target.is_external:
        return
    scheme = target.name.partition(":")[0].lower()
    if kind != "hyperlink" or scheme not in ALLOWED_SCHEMES:
        yield error("OX:07", f"`{name}` leads outside to `{target.name}`")


def _repeated_ids(stories: Iterable[etree._Element]) -> Iterator[Diagnostic]:
    for story in stories:
        ids = [each.get(PARAGRAPH_ID) for each in story.iter(PARAGRAPH)]
        given = [each for each in ids if each is not None]
        if len(set(given)) != len(given):
            yield error("OX:12", "two paragraphs have the same id")
        if any(not 0 < int(each, 16) < 0x80000000 for each in given):
            yield error("OX:12", "a paragraph's id is out of range")
        pictures = [each.get("id") for each in story.iter(DOCUMENT_PROPERTIES)]
        if len(set(pictures)) != len(pictures):
            yield error("OX:06", "two pictures have the same id")


def _undefined_styles(
    package: Package, stories: Iterable[etree._Element]
) -> Iterator[Diagnostic]:
    styles, numbering = package.tree("styles"), package.tree("numbering")
    defined = [each.get(w("styleId")) for each in styles.iter(w("style"))]
    used = {
        each.get(VAL)
        for tree in (*stories, styles, numbering)
        for each in tree.iter(*_STYLE_USES)
    }
    for name in sorted(filter(None, used - set(defined))):
        yield error("OX:04", f"the style `{name}` is not defined")
    if len(set(defined)) != len(defined):
        yield error("OX:04", "a style is defined twice")
    for story in stories:
        for paragraph in story.iter(PARAGRAPH):
            if paragraph.find(f"{w('pPr')}/{w('pStyle')}") is None:
                yield error("OX:04", "a paragraph has no style")


def _undefined_lists(
    package: Package, stories: Iterable[etree._Element]
) -> Iterator[Diagnostic]:
    numbering = package.tree("numbering")
    defined = {each.get(w("numId")) for each in numbering.iter(w("num"))}
    used = {
        each.get(VAL)
        for tree in (*stories, package.tree("styles"))
        for each in tree.iter(w("numId"))
    }
    for number in sorted(filter(None, used - defined)):
        yield error("OX:14", f"the list `{number}` is not defined")
