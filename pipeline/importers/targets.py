"""Targets of links: kept where the page states them whole, lost where it does not."""

from urllib.parse import urljoin

from pydantic import TypeAdapter, ValidationError

from schemas.flat import Link
from schemas.richtext import LinkStatus
from schemas.values import Url

_ADDRESS: TypeAdapter[str] = TypeAdapter(Url)


def target_of(href: str, base: str | None) -> str | None:
    """Return the address that `href` states; None where it cannot be known.

    A relative address needs the page's own `base`; nothing is ever guessed. A link
    inside the page leads to a place that the sheet does not have.
    """
    href = href.strip()
    if not href or href.startswith("#"):
        return None
    try:
        whole = urljoin(base, href) if base else href
        return _ADDRESS.validate_python(whole.replace(" ", "%20"))
    except (ValidationError, ValueError):
        return None


def link_to(target: str | None) -> Link:
    """Return the mark of words that lead to `target`, or once led somewhere."""
    return Link(target, LinkStatus.LIVE if target else LinkStatus.LOST)
