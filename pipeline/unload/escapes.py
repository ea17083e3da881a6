r"""Plain words as Markdown that reads as these words: `\*`, `&nbsp;`, and no more.

What is never seen (spaces that do not break, soft hyphens) is written by name, so that
an editor knows that it is there.
"""

import re
from dataclasses import dataclass
from html.entities import html5

from pipeline.unload.places import Place

# A brace behind one of these marks would hold its attributes.
_ENDS = (")", "}", ">", "call")
_NAMED = {
    "\u00a0": "&nbsp;",
    "\u00ad": "&shy;",
    "\u2002": "&ensp;",
    "\u2003": "&emsp;",
    "\u2009": "&thinsp;",
    "\u200e": "&lrm;",
    "\u200f": "&rlm;",
    "\u2060": "&NoBreak;",
}
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
# Unicode's spaces and format signs, less joiners (they stand inside the words of many
# scripts) and the signs around numbers (they are seen). The wide space of CJK is seen
# between words.
_UNSEEN = (
    "\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200b\u200e\u200f\u202a-\u202f\u205f-\u206f"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_SIGNS = re.compile(
    rf"[\\`*_\[\]{{}}<&!|{_UNSEEN}]|\A\^|(?<= ) |\A[ \u3000]|[ \u3000]\Z"
)
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|([A-Za-z][A-Za-z0-9]+));")
_PAIR = re.compile(r"\[(?!\^)[^\[\]]*\](?![\[(])")
_UNDERSCORED = re.compile(r"(?<!\w)_(?:[^\s_]|[^\s_][^_\n]*[^\s_])_(?!\w)")
_BRACES = re.compile(
    r"\{\s*(?:(?:lost|derived|decorative|row-headers|strong|emphasis)\s*\}"
    r"|(?:abbr|lang)\s*=)"
)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a text: at the ends of a line this is a line end."""

    place: Place
    before: str
    after: str
    in_brackets: bool
    stars: bool
    """Whether a star may meet another one."""
    backquotes: bool
    """Whether a backquote may meet another one."""
    strict: bool = False
    """Whether every sign that can be a mark gets its backslash."""


def escaped(text: str, around: Around) -> str:
    """Return `text` as Markdown."""
    first = _first_sign(text, around)
    done = 0 if first is None else first + 1
    if not _SIGNS.search(text, done):
        rest = text[done:]
    else:
        rest = _rest_escaped(text, done, around)
    return rest if first is None else f"{text[:first]}\\{text[first]}{rest}"


def _rest_escaped(text: str, done: int, around: Around) -> str:
    """Return what follows the first `done` signs of `text`."""
    kept = _kept_brackets(text, around)
    underscores = {
        index
        for match in _UNDERSCORED.finditer(text)
        for index in (match.start(), match.end() - 1)
    }

    def spell(match: re.Match[str]) -> str:
        index = match.start() + done
        if index in underscores:
            return "\\_"
        return match[0] if index in kept else _spelled(text, index, around)

    return _SIGNS.sub(spell, text[done:])


def _first_sign(text: str, around: Around) -> int | None:
    """Return the index of a sign with which a line would start another block."""
    if around.before == "\n" and around.place.start:
        match = around.place.start.match(text)
        return match.start("sign") if match else None
    if around.before == "call" and around.place.start and re.match(r":\s", text):
        # Behind a call at the start of a line it would define the footnote.
        return 0
    return None


def _kept_brackets(text: str, around: Around) -> set[int]:
    """Return the places of brackets that read as brackets."""
    if around.in_brackets or around.strict or "[" not in text:
        return set()
    return {
        index
        for match in _PAIR.finditer(text)
        if match.end() < len(text) or around.after not in ("[", "(")
        for index in (match.start(), match.end() - 1)
    }


def _spelled(text: str, index: int, around: Around) -> str:
    sign = text[index]
    before = text[index - 1] if index else around.before
    after = text[index + 1] if index + 1 < len(text) else around.after
    if sign in " \u3000":
        is_lost = before == "\n" or after == "\n" or before == sign == " "
        return f"&#{ord(sign)};" if is_lost else sign
    if not sign.isascii():
        return _NAMED.get(sign, f"&#{ord(sign)};")
    needs = _is_mark(sign, before, after, text[index:], around)
    return f"\\{sign}" if needs else sign


def _is_mark(sign: str, before: str, after: str, rest: str, around: Around) -> bool:
    """Return whether `sign` would be read as a mark."""
    if around.strict and sign not in "| !^":
        return True
    match sign:
        case "\\":
            return len(rest) == 1 or after in _PUNCTUATION
        case "*":
            return around.stars and not (before.isspace() and after.isspace())
        case "`":
            return around.backquotes
        case "[" | "]":
            return True
        case "{":
            is_glued = before == "]" or (before == around.before and before in _ENDS)
            return around.place.is_title or is_glued or bool(_BRACES.match(rest))
        case "<":
            return bool(re.match(r"<[A-Za-z/!?]", rest)) and (
                ">" in rest or around.after != "\n"
            )
        case "&":
            found = _ENTITY.match(rest)
            return bool(found and (found[1] is None or f"{found[1]};" in html5))
        case "!":
            return len(rest) == 1 and after == "["
        case "|":
            return around.place.is_cell
        case "^":
            return before == "["
        case _:
            return False
