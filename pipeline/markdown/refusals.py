"""What the text of a paragraph may not hold, and what prints as it stands."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from pipeline.diagnostics import Severity
from pipeline.markdown.attributes import attributes_at
from pipeline.markdown.reading import Finding
from pipeline.markdown.syntax import MAX_MARKS

MAX_TEXT, MAX_WORD = 100_000, 4_000
# Each open bracket is tried as a link to the end of the text.
MAX_BRACKETS = 100
_SHOWN = 60

_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1},}}")
_UNDEFINED_LINK = re.compile(r"\[(?!\^)[^\[\]]+(?<!\\)\]\[(?!\^)[^\[\]]*\]")
_LEFT_OVER = re.compile(r"\]\([^)]*\)?")
_NOTE_LIKE = re.compile(r"\[\^[^\]]*\]?")
_KNOWN_BRACES = re.compile(
    r"\{\s*(?:(?:lost|derived|decorative|row-headers|strong|emphasis)\s*\}|(?:abbr|lang)\s*=)"
)
_UNDERSCORED = re.compile(r"(?<!\w)_(?:[^\s_]|[^\s_][^_\n]*[^\s_])_(?!\w)")
_INSIDE_WORD = re.compile(r"\w\*[^\s*]+\*\w")
_BRACES = re.compile(r"(?<=\])\{")


LeftOver = tuple[re.Pattern[str], str, str, str, Severity]
"""What to look for in words, and code, message, hint and severity of the finding."""

_LEFT_OVERS: tuple[LeftOver, ...] = (
    (
        _LEFT_OVER,
        "link",
        "this link cannot be read: `{}`",
        "an address holds no blanks, a link no link; `\\]` prints a bracket",
        Severity.ERROR,
    ),
    (
        _NOTE_LIKE,
        "note",
        "this call of a footnote cannot be read: `{}`",
        "its name holds lower-case letters, digits and hyphens; `\\[` prints a bracket",
        Severity.ERROR,
    ),
    (
        _KNOWN_BRACES,
        "attribute",
        "`{}` stands behind no brackets",
        "write [words]{lost}, without a blank between; `\\{` prints a brace",
        Severity.ERROR,
    ),
    (
        _UNDERSCORED,
        "emphasis",
        "`{}` prints its underscores",
        "write *words* for stress; `\\_` is an underscore for certain",
        Severity.WARNING,
    ),
)


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
        if depth > MAX_MARKS:
            message = f"marks stand more than {MAX_MARKS} deep in one another"
            offset = int(token.meta.get("offset", 0))
            yield Finding(offset, "nesting", message, "use fewer marks")
            return


def check_leftovers(tokens: list[Token], text: str) -> Iterator[Finding]:
    """Yield what was meant for a mark, was none and prints its signs."""
    printed = list(_printed(tokens))
    for sought, code, message, hint, severity in _LEFT_OVERS:
        offset = -1
        for match in (each for words in printed for each in sought.finditer(words)):
            offset = max(text.find(match[0], offset + 1), 0)
            said = message.format(match[0][:_SHOWN])
            yield Finding(offset, code, said, hint, severity)


def _printed(tokens: list[Token]) -> Iterator[str]:
    """Yield the words of `tokens` that print as they stand, less bare addresses."""
    is_address = False
    for token in tokens:
        if token.type == "text" and not is_address:
            yield token.content
        is_address = token.markup == "autolink" and token.nesting > 0


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
