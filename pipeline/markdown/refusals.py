"""What the text of a paragraph may not hold, and what prints as it stands."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from pipeline.diagnostics import Severity
from pipeline.markdown.attributes import attributes_at
from pipeline.markdown.reading import Finding
from pipeline.markdown.syntax import MAX_NESTING

MAX_TEXT, MAX_WORD = 100_000, 4_000
# Each open bracket is tried as a link to the end of the text.
MAX_BRACKETS = 100
_SHOWN = 60

_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1},}}")
_UNDEFINED_LINK = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]")
_LEFT_OVER = re.compile(r"\]\([^)]*\)?")
_INSIDE_WORD = re.compile(r"\w\*[^\s*]+\*\w")
_BRACES = re.compile(r"(?<=\])\{")


def check_text(text: str) -> Iterator[Finding]:
    """Yield errors that make reading `text` useless."""
    if len(text) > MAX_TEXT:
        message = f"a paragraph of {len(text):,} characters, it may have {MAX_TEXT:,}"
        yield Finding(0, "too-long", message, "divide it")
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = depth + 1 if match[0] == "[" else max(depth - 1, 0)
        if depth > MAX_BRACKETS:
            message = f"more than {MAX_BRACKETS} brackets are open at once"
            yield Finding(match.start(), "nesting", message, "close or remove them")
            break
    for match in re.finditer(r"\t", text):
        message = "a tab stands in the text"
        yield Finding(match.start(), "character", message, "use a space")


def check_words(words: str, text: str) -> Iterator[Finding]:
    """Yield an error if one of the `words` read from `text` is endless."""
    if match := _LONG_WORD.search(words):
        message = f"a word of {len(match[0]):,} characters, it may have {MAX_WORD:,}"
        offset = max(text.find(match[0][:_SHOWN]), 0)
        yield Finding(offset, "too-long", message, "divide it")


def check_tokens(tokens: list[Token]) -> Iterator[Finding]:
    """Yield an error if marks stand too deep in one another."""
    depth = 0
    for token in tokens:
        depth += token.nesting
        if depth > MAX_NESTING:
            message = f"marks stand more than {MAX_NESTING} deep in one another"
            offset = int(token.meta.get("offset", 0))
            yield Finding(offset, "nesting", message, "use fewer marks")
            return


def check_leftovers(tokens: list[Token], text: str) -> Iterator[Finding]:
    """Yield an error for each link that was not one and would print its signs."""
    offset = -1
    for token in tokens:
        if token.type == "text" and (match := _LEFT_OVER.search(token.content)):
            offset = max(text.find(match[0], offset + 1), 0)
            message = f"this link cannot be read: `{match[0][:_SHOWN]}`"
            hint = "an address holds no blanks, a link no link; `\\]` prints a bracket"
            yield Finding(offset, "link", message, hint)


def check_signs(text: str) -> Iterator[Finding]:
    """Yield signs that may not do what their author means."""
    for match in _UNDEFINED_LINK.finditer(text):
        message = f"`{match[0][:_SHOWN]}` prints as it stands, it is no link"
        hint = "write [words](address)"
        yield Finding(match.start(), "link-reference", message, hint, Severity.WARNING)
    for match in _INSIDE_WORD.finditer(text):
        message = f"`{match[0][:_SHOWN]}` prints without its stars"
        hint = "write `\\*` for a star that prints"
        yield Finding(match.start(), "emphasis", message, hint, Severity.WARNING)
    for match in _BRACES.finditer(text):
        if attributes_at(text, match.start()) is None:
            hint = 'write {lost}, {abbr="…"} or {lang=…}'
            message = "these braces cannot be read"
            yield Finding(match.start(), "attribute", message, hint)


def refused(token: Token) -> Finding:
    """Return the error for a token that is no part of a fact sheet."""
    offset, seen = int(token.meta.get("offset", 0)), token.content[:_SHOWN]
    match token.type:
        case "html_inline":
            message = f"HTML is not used here: `{seen}`"
            hint = "remove it; for a sign `<` that prints, write `\\<`"
            return Finding(offset, "html", message, hint)
        case "code_inline":
            message = f"code is not used here: `{seen}`"
            hint = "remove the backquotes; for one that prints, write \\`"
            return Finding(offset, "code", message, hint)
        case "image":
            message = "a picture stands in the middle of text"
            hint = "give it a paragraph of its own"
            return Finding(offset, "image-inline", message, hint)
        case _:
            return Finding(offset, "markdown", f"`{token.type}` is not used here")
