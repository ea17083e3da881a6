"""Where the words between brackets end.

The parser's own answer says that nothing in brackets may stand inside a link; here only
a link may not, so that a link can hold an abbreviation or words of another language.
"""

import re

from markdown_it.rules_inline import StateInline

# The attributes of brackets that may stand in a link, at the end of what was skipped.
_HOLDS_WORDS = re.compile(
    r"\]\{\s*(?:abbr|lang|strong|emphasis)\b[^{}\\]*(?:\\.[^{}\\]*)*\}\Z"
)


def label_end(state: StateInline, start: int, disable_nested: bool = False) -> int:
    """Return the place of the bracket that closes the one at `start`, or -1.

    With `disable_nested` there is none where a link or picture stands between them.
    """
    before, state.pos = state.pos, start + 1
    end = _closing(state, disable_nested)
    state.pos = before
    return end


def _closing(state: StateInline, disable_nested: bool) -> int:
    level = 1
    while state.pos < state.posMax:
        sign, place = state.src[state.pos], state.pos
        if sign == "]":
            level -= 1
            if level == 0:
                return place
        state.md.inline.skipToken(state)
        if sign != "[":
            continue
        if state.pos == place + 1:
            level += 1
        elif disable_nested and not _HOLDS_WORDS.search(state.src, place, state.pos):
            return -1
    return -1
