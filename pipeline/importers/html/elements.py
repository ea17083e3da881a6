"""The allow-list: what each element of a page means to a sheet."""

from lxml.html import HtmlElement

from pipeline.importers.manuscript import Reason

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
STRONG = frozenset({"strong", "b"})
EMPHASIS = frozenset({"em", "i", "cite", "dfn", "var"})
LISTS = frozenset({"ul", "ol", "menu", "dir"})
FLOW = frozenset(
    {"html", "body", "main", "article", "section", "div", "p", "address", "center",
     "details", "summary", "dl", "dt", "dd", "figure", "figcaption", "fieldset",
     "legend", "hgroup", "pre", "listing", "ul", "ol", "menu", "dir", "tbody", "tr",
     "td", "th", "thead", "tfoot", "caption", "search", "header", "footer", "head",
     "blockquote", "li", *HEADINGS}
)  # fmt: skip
"""Elements that start on a line of their own; any other stands inside a line."""

_CODE = frozenset({"script", "style", "template", "noscript", "noembed", "noframes"})
_SITE = frozenset(
    {"nav", "aside", "form", "button", "select", "input", "textarea", "dialog",
     "datalist", "progress", "meter", "title", "meta", "link", "base"}
)  # fmt: skip
# Drawings, formulas, programs, frames, and words that are struck out.
_NOT_TEXT = frozenset(
    {"svg", "math", "canvas", "object", "embed", "applet", "iframe", "frame", "video",
     "audio", "map", "del", "s", "strike"}
)  # fmt: skip
# WAI-ARIA 1.2, 5.3.4: landmarks of the site, not of the document.
_SITE_ROLES = frozenset(
    {"navigation", "banner", "search", "contentinfo", "complementary", "menu",
     "menubar", "toolbar", "dialog", "alert", "tablist", "tooltip"}
)  # fmt: skip
_HIDING = ("display:none", "visibility:hidden")


def reason_to_leave(element: HtmlElement) -> Reason | None:
    """Return why the words of `element` are no part of the document, or None."""
    tag = element.tag
    if tag in _CODE:
        return Reason.SCRIPT
    if tag in _SITE or element.get("role") in _SITE_ROLES or _is_hidden(element):
        return Reason.CHROME
    if tag in ("header", "footer"):
        return None if _holds_document(element) else Reason.CHROME
    return Reason.UNSUPPORTED if tag in _NOT_TEXT else None


def _is_hidden(element: HtmlElement) -> bool:
    style = "".join((element.get("style") or "").lower().split())
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or any(each in style for each in _HIDING)
    )


def _holds_document(element: HtmlElement) -> bool:
    """Return whether a header or footer is the document's: it holds its title."""
    return element.tag == "header" and element.find(".//h1") is not None
