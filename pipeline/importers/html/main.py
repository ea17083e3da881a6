"""Which part of a page is the document: the rest is the site's."""

from lxml.html import HtmlElement


def main_part(root: HtmlElement) -> HtmlElement:
    """Return the element that holds the document, the body where nothing says which.

    Pages of today mark it (HTML, 4.4.14 `main`); pages that hold a single `article`
    say as much.
    """
    body = root.find("body")
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = root.findall(path)
        if len(found) == 1 and found[0].text_content().strip():
            return found[0]
    return root if body is None else body


def title_outside(root: HtmlElement, main: HtmlElement) -> HtmlElement | None:
    """Return the title that a site prints above the document, in its own band."""
    headings = root.findall(".//h1")
    if len(headings) == 1 and main not in headings[0].iterancestors():
        return headings[0]
    return None
