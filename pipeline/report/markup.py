"""HTML in which nothing but our own elements is markup: every other text is escaped."""

from html import escape


class Markup(str):
    """Text that is HTML already; only `element` and `style` make it."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: str | int | None) -> Markup:
    """Return an element; a trailing `_` of an attribute's name is dropped.

    An attribute that is None is left out; an underscore inside a name is a hyphen.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{given}>{joined(*content)}</{name}>")


def void(name: str, /, **attributes: str | int) -> Markup:
    """Return an element that holds nothing, such as an image."""
    return Markup(element(name, **attributes).removesuffix(f"</{name}>"))


def joined(*content: str) -> Markup:
    """Return texts and elements one after the other."""
    return Markup(
        "".join(each if isinstance(each, Markup) else escape(each) for each in content)
    )


def style(css: str) -> Markup:
    """Return a style element. Its text knows no escapes, so it must be ours."""
    return Markup(f"<style>\n{css}</style>")
