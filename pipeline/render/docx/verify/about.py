"""What the file says of itself: properties, languages, running words, the model."""

import hashlib
from collections.abc import Iterator

from lxml import etree

from pipeline.diagnostics import Diagnostic, error
from pipeline.inspect.docx.names import DUBLIN_CORE, VAL, w
from pipeline.inspect.docx.wordfile import WordFile
from pipeline.render.docx.identity import SOURCE
from pipeline.tree import Document
from pipeline.words import normalized

_FIELDS = (("{page}", "PAGE"), ("{pages}", "NUMPAGES"))


def about_findings(file: WordFile, document: Document) -> Iterator[Diagnostic]:
    """Yield properties, languages and running words that are not the sheet's."""
    yield from _properties(file, document)
    yield from _language(file, document)
    yield from _running_matter(file, document)
    yield from _embedded_model(file, document)


def _properties(file: WordFile, document: Document) -> Iterator[Diagnostic]:
    for name, wanted in (
        ("title", document.meta.title),
        ("language", document.meta.lang),
        ("identifier", document.meta.id),
    ):
        found = file.core.findtext(f"{DUBLIN_CORE}{name}")
        if found != wanted:
            code = "MS:13" if name == "title" else "OX:19"
            yield error(code, f"the property `{name}` is `{found}`, not `{wanted}`")


def _language(file: WordFile, document: Document) -> Iterator[Diagnostic]:
    lang = document.meta.lang
    default = file.styles.root.find(f"{w('docDefaults')}//{w('lang')}")
    theme = file.settings.find(w("themeFontLang"))
    for place, element in (("styles", default), ("settings", theme)):
        if element is None or element.get(VAL) != lang:
            yield error("BL:15.A", f"the language in the {place} is not `{lang}`")


def _running_matter(file: WordFile, document: Document) -> Iterator[Diagnostic]:
    running = document.running
    head = normalized(f"{running.head_start} {running.head_end}")
    # The first page has the letterhead, so its head is empty.
    if {_text(tree) for tree in _stories(file, "header")} != {"", head}:
        yield error("words", "the running head is not the sheet's")
    wanted = {code for mark, code in _FIELDS if mark in running.page_label}
    for tree in _stories(file, "footer"):
        if not _text(tree).startswith(normalized(running.foot_start)):
            yield error("words", "the running foot is not the sheet's")
        codes = {(each.text or "").strip() for each in tree.iter(w("instrText"))}
        if codes != wanted:
            yield error("OX:02", "the running foot does not number the pages")


def _stories(file: WordFile, kind: str) -> Iterator[etree._Element]:
    return (story.root for story in file.stories if story.kind == kind)


def _text(tree: etree._Element) -> str:
    pieces = (
        each.text if each.tag == w("t") else " " for each in tree.iter(w("t"), w("tab"))
    )
    return normalized("".join(filter(None, pieces)))


def _embedded_model(file: WordFile, document: Document) -> Iterator[Diagnostic]:
    item = file.package.tree(file.main, "customXml")
    if item is None or item.tag != f"{{{SOURCE}}}source":
        return
    model = item.findtext(f"{{{SOURCE}}}model") or ""
    digest = hashlib.sha256(model.encode()).hexdigest()
    said = (item.get("id"), item.get("edition"), item.get("sha256"))
    if said != (document.meta.id, str(document.meta.edition), digest):
        yield error("OX:20", "the embedded model is not what it says it is")
