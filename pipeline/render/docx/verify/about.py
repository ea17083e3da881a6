"""What the file says of itself: properties, languages, running words, the model."""

import hashlib
from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.docx.identity import SOURCE
from pipeline.render.docx.verify.package import Package
from pipeline.render.docx.verify.reading import VAL, w
from pipeline.tree import Document
from pipeline.words import normalized

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_FIELDS = (("{page}", "PAGE"), ("{pages}", "NUMPAGES"))


def about_findings(package: Package, document: Document) -> Iterator[Diagnostic]:
    """Yield properties, languages and running words that are not the sheet's."""
    yield from _properties(package, document)
    yield from _language(package, document)
    yield from _running_matter(package, document)
    yield from _embedded_model(package, document)


def _properties(package: Package, document: Document) -> Iterator[Diagnostic]:
    core = package.tree("core-properties", "")
    for name, wanted in (
        ("title", document.meta.title),
        ("language", document.meta.lang),
        ("identifier", document.meta.id),
    ):
        found = core.findtext(f"{{{_DUBLIN_CORE}}}{name}")
        if found != wanted:
            code = "MS:13" if name == "title" else "OX:19"
            yield error(code, f"the property `{name}` is `{found}`, not `{wanted}`")


def _language(package: Package, document: Document) -> Iterator[Diagnostic]:
    lang = document.meta.lang
    styles, settings = package.tree("styles"), package.tree("settings")
    default = styles.find(f"{w('docDefaults')}//{w('lang')}")
    theme = settings.find(w("themeFontLang"))
    for place, element in (("styles", default), ("settings", theme)):
        if element is None or element.get(VAL) != lang:
            yield error("BL:15.A", f"the language in the {place} is not `{lang}`")


def _running_matter(package: Package, document: Document) -> Iterator[Diagnostic]:
    running = document.running
    head = normalized(f"{running.head_start} {running.head_end}")
    # The first page has the letterhead, so its head is empty.
    if {_text(tree) for tree in _stories(package, "header")} != {"", head}:
        yield error("words", "the running head is not the sheet's")
    wanted = {code for mark, code in _FIELDS if mark in running.page_label}
    for tree in _stories(package, "footer"):
        if not _text(tree).startswith(normalized(running.foot_start)):
            yield error("words", "the running foot is not the sheet's")
        codes = {(each.text or "").strip() for each in tree.iter(w("instrText"))}
        if codes != wanted:
            yield error("OX:02", "the running foot does not number the pages")


def _stories(package: Package, kind: str) -> Iterator[etree._Element]:
    for target in package.targets[package.main()].values():
        if target.kind.rpartition("/")[2] == kind and target.name in package.trees:
            yield package.trees[target.name]


def _text(tree: etree._Element) -> str:
    pieces = (
        each.text if each.tag == w("t") else " " for each in tree.iter(w("t"), w("tab"))
    )
    return normalized("".join(filter(None, pieces)))


def _embedded_model(package: Package, document: Document) -> Iterator[Diagnostic]:
    item = package.tree("customXml")
    if item.tag != f"{{{SOURCE}}}source":
        return
    model = item.findtext(f"{{{SOURCE}}}model") or ""
    digest = hashlib.sha256(model.encode()).hexdigest()
    said = (item.get("id"), item.get("edition"), item.get("sha256"))
    if said != (document.meta.id, str(document.meta.edition), digest):
        yield error("OX:20", "the embedded model is not what it says it is")
