"""Words as a YAML value: in quotes only where YAML would read something else."""

import re

# At its start a sign means something else (YAML 1.1, 5.3); `-` only before a blank.
_INDICATOR = re.compile(r"[?:,\[\]{}#&*!|>'\"%@`=]|-(?:\s|$|-)|\.\.\.")
_COMMENT_OR_KEY = re.compile(r":(?:\s|$)|\s#")
# Between braces a comma ends a value, and a colon may end a key.
_IN_BRACES = re.compile(r"[,\[\]{}]|:(?!//)|\?")
_ABSENT = frozenset({"", "~", "null"})


def scalar(text: str, *, in_braces: bool = False) -> str:
    """Return `text` as a value, or as one inside a flow mapping or list."""
    return text if _stands_plain(text, in_braces) else quoted(text)


def quoted(text: str) -> str:
    """Return `text` in quotes, by preference in double ones."""
    if not text.isprintable() and not _SPACES.sub("", text).isprintable():
        return '"' + "".join(map(_escape, text)) + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


_SPACES = re.compile(r"[^\S\n\r\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|\u00ad")


def _escape(sign: str) -> str:
    if sign in '"\\':
        return "\\" + sign
    if sign.isprintable():
        return sign
    code = ord(sign)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _stands_plain(text: str, in_braces: bool) -> bool:
    if text in _ABSENT or text != text.strip() or "\n" in text:
        return False
    if _INDICATOR.match(text) or _COMMENT_OR_KEY.search(text):
        return False
    return not (in_braces and _IN_BRACES.search(text))
