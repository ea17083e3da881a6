"""What a page says of itself in its head: hints for the masthead, and its base."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.importers.manuscript import Hints

# Names that publishing systems give the day of publication: the Open Graph protocol,
# Dublin Core in HTML, and the forms that governments' systems made of it.
_ISSUED = ("article:published_time", "dcterms.issued", "dc.date.issued", "dc.date",
           "dcterms.date", "date", "pubdate")  # fmt: skip
_DESCRIPTION = ("description", "og:description", "dcterms.description")
_TITLE = ("og:title", "dcterms.title", "dc.title")
_AGENCY = ("dcterms.publisher", "dc.publisher", "dcterms.creator", "dc.creator")


def read_head(root: HtmlElement) -> tuple[Hints, str | None]:
    """Return what the page says of itself, and the address its links start from."""
    said = dict(_statements(root))
    title = root.find(".//head/title")
    base = root.find(".//head/base")
    stated = None if title is None else _folded(title.text_content())
    hints = Hints(
        title=_first(said, _TITLE) or stated,
        language=root.get("lang") or said.get("content-language"),
        issued=_first(said, _ISSUED),
        agency=_first(said, _AGENCY),
        description=_first(said, _DESCRIPTION),
    )
    return hints, None if base is None else base.get("href")


def _statements(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield names and contents of `meta` elements, the first of a name last."""
    for meta in reversed(list(root.iter("meta"))):
        name = meta.get("name") or meta.get("property") or meta.get("http-equiv")
        content = _folded(meta.get("content") or "")
        if name and content:
            yield name.lower(), content


def _first(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _folded(text: str) -> str | None:
    return " ".join(text.split()) or None
