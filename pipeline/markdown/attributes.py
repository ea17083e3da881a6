"""Attributes in braces: `{lost}`, `{lang=sq}`, `{abbr="Two words"}`, `{#name}`."""

import re
from collections.abc import Iterable

from pipeline.diagnostics import did_you_mean
from pipeline.markdown.reading import Finding

Attributes = dict[str, str | None]
"""Name to value; None for a bare word. `#name` is kept under `#`."""

_QUOTED = r"""(?:\\["{}\\]|\\(?!["{}\\])|[^"{}\n\\])*"""
_ONE = rf"""(?:\#[^\s{{}}"]+|[\w-]+(?:=(?:"{_QUOTED}"|[^\s"{{}}]+))?)"""
_BRACES = re.compile(rf"\{{\s*({_ONE}(?:\s+{_ONE})*)\s*\}}")
_EACH = re.compile(
    rf"""\#([^\s{{}}"]+)|([\w-]+)(?:=(?:"({_QUOTED})"|([^\s"{{}}]+)))?"""
)
_ESCAPED = re.compile(r"""\\(["{}\\])""")
# Braces that touch a bracket are the bracket's own, unless they hold a name.
_BEFORE = r"(?:(?<!\s)\s+|^|(?<![\s\\\])])|(?<=[\])])(?=\{\s*\#))"
_AT_END = re.compile(rf"{_BEFORE}({_BRACES.pattern})\s*$")


def attributes_at(text: str, start: int) -> tuple[Attributes, int] | None:
    """Return the attributes whose brace opens at `start`, and where they end."""
    match = _BRACES.match(text, start)
    if match is None:
        return None
    return _read(match[1]), match.end()


def attributes_at_end(text: str) -> tuple[str, Attributes, int]:
    """Return `text` without the attributes it ends with, these, and their offset."""
    match = _AT_END.search(text)
    if match is None:
        return text, {}, len(text)
    return text[: match.start()], _read(match[2]), match.start(1)


def unknown_attributes(
    found: Attributes, known: Iterable[str], offset: int
) -> list[Finding]:
    """Return an error for each attribute that means nothing here."""
    names = tuple(known)
    hint = "nothing in braces has a meaning here; to print a brace, write `\\{`"
    return [
        Finding(
            offset,
            "attribute",
            f"unknown attribute `{name}`",
            did_you_mean(name, names) if names else hint,
        )
        for name in found
        if name not in names
    ]


def _read(inside: str) -> Attributes:
    found: Attributes = {}
    for name, word, quoted, bare in _EACH.findall(inside):
        if name:
            found["#"] = name
        else:
            has_value = f'{word}="' in inside or bool(bare)
            value = _ESCAPED.sub(r"\1", quoted) or bare
            found[word] = value if has_value else None
    return found
