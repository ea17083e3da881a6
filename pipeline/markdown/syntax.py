"""The syntax: markdown-it's CommonMark rules, less link definitions, plus our own.

Rules that recognize what a fact sheet may not hold (raw HTML, code) stay on, so that
the readers can refuse it by name instead of printing its signs as words.
"""

import re
from collections.abc import Callable
from functools import cache
from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    html_inline,
    image,
    link,
    newline,
)
from markdown_it.token import Token

from pipeline.markdown.attributes import attributes_at
from pipeline.markdown.labels import label_end

# Lists and quotes inside one another: Word counts lists on nine levels
# (ECMA-376 Part 1, 17.9.3).
MAX_LEVELS = 9
# Marks inside one another; deeper ones no reader can follow.
MAX_MARKS = 12
# markdown-it drops what lies deeper than its own limit, without a word: keep it out of
# reach (a list takes two levels, and the guard below stops at MAX_LEVELS of them).
_ITS_NESTING = 100

InlineRule = Callable[[StateInline, bool], bool]

_FENCE = re.compile(r":{3,}[ \t]*(.*?)[ \t]*$")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]+(?=\S)")
_NOTE_CALL = re.compile(r"\[\^([^\]\s]+)\]")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


def block_tokens(text: str) -> list[Token]:
    """Return the block tokens of `text`; their inline content is not yet parsed."""
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(text, parser, {}, tokens)
    return tokens


def inline_tokens(text: str) -> list[Token]:
    """Return the inline tokens of `text`, with `meta["offset"]` where it matters."""
    parser = _parser()
    return parser.inline.parse(text, parser, {}, [])


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _ITS_NESTING, "html": True})
    # Addresses stay as written: ours is the only check, and it refuses by name.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    block, inline = parser.block.ruler, parser.inline.ruler
    parser.disable("reference")
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=label_end,
        parseLinkDestination=parseLinkDestination,
        parseLinkTitle=parseLinkTitle,
    )
    everywhere: RuleOptionsType = {"alt": ["paragraph", "blockquote", "list"]}
    block.before("fence", "container", _container, everywhere)
    block.before("container", "pipe-table", _table, everywhere)
    block.before("pipe-table", "note", _note, everywhere)
    block.at("blockquote", _guarded(blockquote), everywhere)
    block.at("list", _guarded(list_block), {"alt": ["paragraph", "blockquote"]})
    for name, rule in (("backticks", backtick), ("link", link), ("image", image),
                       ("autolink", autolink), ("html_inline", html_inline),
                       ("entity", entity)):  # fmt: skip
        inline.at(name, _placed(rule))
    inline.at("newline", _newline)
    inline.at("emphasis", _stars_only(emphasis.tokenize))
    inline.before("link", "note-call", _placed(_note_call))
    inline.after("link", "span", _placed(_span))
    inline.push("attributes", _placed(_attributes))
    return parser


def _placed(rule: InlineRule) -> InlineRule:
    """Return `rule`, with the place in the text kept on the tokens that it makes."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, made = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            for token in state.tokens[made:]:
                token.meta.setdefault("offset", start)
        return matched

    return placed


def _stars_only(rule: InlineRule) -> InlineRule:
    """Return `rule` for stars: underscores are words, as in `__init__`."""
    return lambda state, silent: state.src[state.pos] != "_" and rule(state, silent)


def _guarded(
    rule: Callable[[StateBlock, int, int, bool], bool],
) -> Callable[[StateBlock, int, int, bool], bool]:
    """Return `rule`, stopped at MAX_LEVELS: a token `too-deep` takes the rest."""

    def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        depth = state.env.get("depth", 0)
        if silent or depth < MAX_LEVELS:
            state.env["depth"] = depth + 1
            matched = rule(state, start, end, silent)
            state.env["depth"] = depth
            return matched
        if not rule(state, start, end, True):
            return False
        token = state.push("too-deep", "", 0)
        token.map = [start, end]
        state.line = end
        return True

    return guarded


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Match `::: name …` down to `:::`; the token keeps whether it was closed."""
    opening = _FENCE.match(_line(state, start))
    if opening is None or state.is_code_block(start):
        return False
    if silent:
        return True
    line, closed, inner = _end_of_container(state, start, end)
    if not opening[1]:
        line, closed, inner = start + 1, False, None
    kind = opening[1].partition(" ")[0]
    if not closed and kind not in RAW_CONTAINERS:
        # Only its opening is at fault: what follows is read as if it were not there.
        line = start + 1
    token = state.push("container_open", "", 1)
    token.map, token.info = [start, line], opening[1]
    token.meta = {"closed": closed, "inner": inner}
    # A paragraph in it must not run on past its end.
    outer, state.lineMax = state.lineMax, line
    if kind not in RAW_CONTAINERS and inner is None:
        state.md.block.tokenize(state, start + 1, line)
    state.lineMax = outer
    state.push("container_close", "", -1)
    state.line = line + closed
    return True


def _end_of_container(
    state: StateBlock, start: int, end: int
) -> tuple[int, bool, int | None]:
    """Return the line that ends a container, whether `:::` closes it, and what nests.

    What nests is the line of the first container inside one that is closed all the
    same; without such a `:::` the container ends where the next one starts.
    """
    inner, depth = None, 1
    for line in range(start + 1, end):
        fence = _FENCE.match(_line(state, line))
        if fence is None:
            continue
        depth += 1 if fence[1] else -1
        if depth == 0:
            return line, True, inner
        if depth > MAX_LEVELS:
            break  # nobody meant this: do not look through the file for each
        inner = line if inner is None else inner
    return (end if inner is None else inner), False, None


RAW_CONTAINERS = frozenset({"timeline", "memberships", "officials", "missions"})
"""Containers whose lines are terms and `: details`, read line by line."""


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Match a pipe table: rows start with `|`; the second row is its rule."""
    if start + 1 >= end or not _line(state, start).startswith("|"):
        return False
    if state.is_code_block(start) or not _DELIMITER.match(_line(state, start + 1)):
        return False
    if silent:
        return True
    line = start + 2
    while line < end and _line(state, line).startswith("|"):
        line += 1
    token = state.push("pipe-table", "", 0)
    token.map = [start, line]
    token.meta = {"run-on": line < end and not state.isEmpty(line)}
    state.line = line
    return True


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Match a footnote `[^name]: words`, down to a blank line or the next footnote."""
    match = _NOTE.match(_line(state, start))
    if match is None or state.is_code_block(start):
        return False
    if silent:
        return True
    line = start + 1
    while (
        line < end and not state.isEmpty(line) and not _NOTE.match(_line(state, line))
    ):
        line += 1
    words = [_line(state, row) for row in range(start, line)]
    token = state.push("note", "", 0)
    token.map, token.meta = [start, line], {"name": match[1]}
    token.content = "\n".join(words)[match.end() :]
    state.line = line
    return True


def _newline(state: StateInline, silent: bool) -> bool:
    """Match a line end; blanks before it are unseen and force no line end."""
    if state.src[state.pos] == "\n" and not silent:
        state.pending = state.pending.rstrip(" ")
    return newline(state, silent)


def _note_call(state: StateInline, silent: bool) -> bool:
    match = _NOTE_CALL.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("note-call", "", 0).meta = {"name": match[1], "offset": state.pos}
    state.pos = match.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """Match `[words]{attributes}`."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = attributes_at(state.src, end + 1) if end >= 0 else None
    if found is None:
        return False
    attributes, after = found
    if not silent:
        maximum = state.posMax
        opening = state.push("span_open", "", 1)
        opening.meta = {"attributes": attributes, "offset": state.pos}
        state.pos, state.posMax = state.pos + 1, end
        state.md.inline.tokenize(state)
        state.push("span_close", "", -1)
        state.posMax = maximum
    state.pos = after
    return True


def _attributes(state: StateInline, silent: bool) -> bool:
    """Match attributes that follow a link or a picture directly."""
    if state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    if state.tokens[-1].type not in ("link_close", "image"):
        return False
    found = attributes_at(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.meta = {"attributes": found[0], "offset": state.pos}
    state.pos = found[1]
    return True
