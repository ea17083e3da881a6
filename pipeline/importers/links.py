"""Addresses that a text writes out become links to themselves. Nothing is guessed.

For readers of formats in which an address is mere words: plain text, and the words of
pages and files whose makers did not mark it.
"""

import re
from collections.abc import Iterator

from pydantic import ValidationError

from schemas.richtext import LinkRun, LinkStatus, Run, TextRun

_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_HOST = rf"{_NAME}(?:\.{_NAME}){{1,10}}"
# RFC 3986, 2: what an address may hold; letters beyond ASCII are judged apart.
_REST = r"(?:[/?#][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?"
# Chunks of text that may hold an address: long strings of other signs cost nothing.
_CHUNK = re.compile(r"[!-~]+")
_ADDRESS = re.compile(
    r"(?P<whole>(?<![A-Za-z0-9])(?i:https?)://" + _HOST + r"(?::\d{2,5})?" + _REST + ")"
    r"|(?P<schemeless>(?<![A-Za-z0-9:/])//" + _HOST + _REST + ")"
    r"|(?P<mail>(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@" + _HOST + ")"
    r"|(?P<bare>(?<![A-Za-z0-9._%+@/=&-])" + _HOST + _REST + ")"
)
_LONGEST = 4000
# Top-level domains that no abbreviation and no file ends with. Others count only behind
# `www.` or below two more names, for `README.md` and `end.So` are no addresses.
_SURE = frozenset(("gov", "mil", "edu", "int", "org", "com", "net", "info", "eu"))
_CLOSERS = {")": "(", "]": "["}
# Scripts that leave no blank between an address and the words around it.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]"
)
_CUT = re.compile(r"\.*\u2026|\.{3}")


def linked(text: str) -> tuple[Run, ...]:
    """Return `text` as runs in which each address written out leads to itself."""
    if "." not in text:
        return (TextRun(text=text),)
    runs: list[Run] = []
    done = 0
    for start, end, target in _addresses(text):
        link = _link(text[start:end], target)
        if link:
            runs += [TextRun(text=text[done:start])] if start > done else []
            runs.append(link)
            done = end
    runs += [TextRun(text=text[done:])] if done < len(text) or not runs else []
    return tuple(runs)


def _addresses(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and target of each address that stands whole in `text`."""
    for chunk in _CHUNK.finditer(text):
        if "." not in chunk[0] or len(chunk[0]) > _LONGEST:
            continue
        for found in _ADDRESS.finditer(text, *chunk.span()):
            end = _end(text, found)
            words = text[found.start() : end]
            if not _is_cut(text, end) and (target := _target(found.lastgroup, words)):
                yield found.start(), end, target


def _end(text: str, found: re.Match[str]) -> int:
    """Return where the address ends: marks of the sentence around are not its own."""
    end = found.end()
    surplus = {
        closer: found[0].count(closer) - found[0].count(opener)
        for closer, opener in _CLOSERS.items()
    }
    while end > found.start():
        last = text[end - 1]
        if last in _CLOSERS:
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
        elif last not in ".,;:!?'*&":
            break
        end -= 1
    return end


def _is_cut(text: str, end: int) -> bool:
    """Return whether the address goes on in signs that do not tell where it leads.

    Pages shorten addresses with an ellipsis; letters beyond ASCII may be part of it.
    """
    behind = text[end : end + 1]
    if behind.isalnum() and not _UNSPACED.match(behind):
        return True
    return behind in ("_", "@", "%") or bool(_CUT.match(text, end))


def _target(kind: str | None, words: str) -> str | None:
    """Return where the words lead; None where they are no address after all."""
    address = words.removeprefix("//")
    host = re.split(r"[/?#]", address, maxsplit=1)[0]
    match kind:
        case "whole":
            return words
        case "mail":
            return f"mailto:{words}" if _ends_as_host(host) else None
        case "schemeless":
            return _secure(address, host) if _ends_as_host(host) else None
        case _:
            return _secure(address, host) if _is_host(host) else None


def _secure(address: str, host: str) -> str:
    return f"https://{address}" if len(address) > len(host) else f"https://{address}/"


def _ends_as_host(host: str) -> bool:
    last = host.rpartition(".")[2]
    return last.isalpha() and len(last) > 1


def _is_host(host: str) -> bool:
    """Return whether words without any other sign of an address can only be one."""
    first, *others = host.split(".")
    last = others[-1]
    if not last.islower() or not _ends_as_host(host):
        return False
    # `e.g.the` and `a.m.to` are no hosts.
    is_long = len(others) > 1 and all(len(name) > 1 for name in (first, *others))
    return last in _SURE or is_long or first.lower() == "www"


def _link(words: str, target: str) -> LinkRun | None:
    try:
        run = TextRun(text=words)
        return LinkRun(runs=(run,), target=target, status=LinkStatus.DERIVED)
    except ValidationError:
        return None
