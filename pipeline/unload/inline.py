"""Runs as the Markdown of a paragraph, a heading, a cell or a value.

Stars are used where they read as meant, brackets with `{strong}` elsewhere; every text
with a mark in it is read back, so that no spelling says something else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Severity
from pipeline.markdown import parse_inline
from pipeline.unload.escapes import Around, escaped
from pipeline.unload.places import Place, UnspellableError
from schemas.richtext import (
    AbbreviationRun,
    BreakRun,
    EmphasisRun,
    ForeignRun,
    LinkRun,
    LinkStatus,
    NoteRun,
    Run,
    StrongRun,
    TextRun,
    plain,
)

_MARKED = re.compile(r"[\\`*_\[\]{!<&\n]|  ")
# A star that can open, and further on one that can close.
_STARS_MEET = re.compile(r"\*(?=\S).*(?<=\S)\*", re.DOTALL)
_ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How much is written for certain."""

    has_stars: bool
    is_strict: bool


# The next one is for what the one before did not say.
_SPELLINGS = (_Spelling(True, False), _Spelling(False, False), _Spelling(False, True))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words, or a mark as it is written."""

    raw: str
    is_text: bool = False
    depth: int = 0
    """In how many brackets it stands."""
    is_break: bool = False
    is_end: bool = False
    """Whether it closes a mark."""


def spell_runs(runs: Sequence[Run], place: Place, origin: str) -> str:
    """Return `runs` as Markdown; raise UnspellableError where there is none."""
    text = ""
    for spelling in _SPELLINGS:
        text = _assembled(runs, place, spelling)
        if not _MARKED.search(text) or reads_as(text, runs, place):
            return text
    found = parse_inline(_in_place(text, place)).findings
    raise UnspellableError(
        origin, found[0].message if found else "these runs read as others"
    )


def reads_as(text: str, runs: Sequence[Run], place: Place) -> bool:
    """Return whether `text` is read as `runs` where it stands."""
    found = parse_inline(_in_place(text, place))
    errors = [each for each in found.findings if each.severity is Severity.ERROR]
    return not errors and found.runs == tuple(runs)


def _in_place(text: str, place: Place) -> str:
    return text.replace("\\|", "|") if place.is_cell else text


def _assembled(runs: Sequence[Run], place: Place, spelling: _Spelling) -> str:
    pieces = list(_pieces(runs, 0, spelling))
    words = "".join(piece.raw for piece in pieces if piece.is_text)
    stars = bool(_STARS_MEET.search(words)) or any(
        "*" in piece.raw for piece in pieces if not piece.is_text
    )
    backquotes = "".join(piece.raw for piece in pieces).count("`") > 1
    out: list[str] = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if piece.is_break:
            out.append(_line_end(out, following, place))
            continue
        if not piece.is_text:
            out.append(_in_cell(piece.raw) if place.is_cell else piece.raw)
            continue
        around = Around(
            place,
            _last(out, pieces[index - 1] if index else None),
            _first(following),
            bool(piece.depth),
            stars,
            backquotes,
            spelling.is_strict,
        )
        out.append(escaped(piece.raw, around))
    return "".join(out)


def _in_cell(raw: str) -> str:
    return raw.replace("|", "\\|")


def _last(out: list[str], previous: _Piece | None) -> str:
    if previous is None or not out[-1]:
        return "\n"
    if previous.raw.startswith("[^") and not previous.is_text:
        return "call"
    return out[-1][-1]


def _first(following: _Piece | None) -> str:
    if following is None:
        return "\n"
    return "<" if following.is_break else following.raw[:1]


def _line_end(out: list[str], following: _Piece | None, place: Place) -> str:
    """Return a forced line end: a real one where words stand on both sides."""
    line = "".join(out).rpartition("\n")[2]
    goes_on = following and not (
        following.is_break or following.is_end or following.raw.startswith(" ")
    )
    return "\\\n" if place.ends_lines and line.strip() and goes_on else "<br>"


def _pieces(runs: Sequence[Run], depth: int, spelling: _Spelling) -> Iterator[_Piece]:
    for index, run in enumerate(runs):
        match run:
            case TextRun():
                yield _Piece(run.text, True, depth)
            case BreakRun():
                yield _Piece("<br>", is_break=True)
            case NoteRun():
                yield _Piece(f"[^{run.note}]")
            case AbbreviationRun():
                yield _Piece("[")
                yield _Piece(run.text, True, depth + 1)
                yield _end(f']{{abbr="{_quoted(run.expansion)}"}}')
            case StrongRun() | EmphasisRun():
                is_starred = spelling.has_stars and _stars_work(runs, index)
                yield from _stressed(run, depth, is_starred, spelling)
            case ForeignRun():
                yield _Piece("[")
                yield from _pieces(run.runs, depth + 1, spelling)
                yield _end(f"]{{lang={run.lang}}}")
            case LinkRun():
                yield from _link(run, depth, spelling)


def _end(raw: str) -> _Piece:
    return _Piece(raw, is_end=True)


def _quoted(expansion: str) -> str:
    return re.sub(r'(["{}\\])', r"\\\1", expansion)


def _stressed(
    run: StrongRun | EmphasisRun,
    depth: int,
    is_starred: bool,
    spelling: _Spelling,
) -> Iterator[_Piece]:
    stars = "**" if isinstance(run, StrongRun) else "*"
    yield _Piece(stars if is_starred else "[")
    inside = depth if is_starred else depth + 1
    yield from _pieces(run.runs, inside, spelling)
    yield _end(stars if is_starred else f"]{{{run.kind}}}")


def _stars_work(runs: Sequence[Run], index: int) -> bool:
    """Return whether stars around a run open and close (CommonMark, 6.2)."""
    run = runs[index]
    words = plain((run,))
    if not words or not isinstance(run, StrongRun | EmphasisRun):
        return False
    first, last = run.runs[0], run.runs[-1]
    if isinstance(first, BreakRun) or isinstance(last, BreakRun):
        return False
    if isinstance(run, type(first) | type(last)) or (
        isinstance(run, StrongRun) and isinstance(first, EmphasisRun) and first is last
    ):
        return False  # stars that meet are read as others
    before, after = _edge(runs[:index], -1), _edge(runs[index + 1 :], 0)
    opens = _begins(before, words[0] if isinstance(first, TextRun) else "[")
    closes = _begins(after, words[-1] if isinstance(last, TextRun) else "]")
    return opens and closes


def _edge(runs: Sequence[Run], index: int) -> str:
    """Return the sign that a mark meets outside: a letter, another mark, or a blank."""
    if not runs:
        return " "
    match runs[index]:
        case TextRun() as run:
            return run.text[index]
        case StrongRun() | EmphasisRun():
            return "*"
        case BreakRun():
            return " "
        case _:
            return "["


def _begins(outside: str, inside: str) -> bool:
    if outside == "*" or inside == "*" or inside.isspace():
        return False
    return inside.isalnum() or not outside.isalnum()


def _link(run: LinkRun, depth: int, spelling: _Spelling) -> Iterator[_Piece]:
    target = run.target
    is_web = target is not None and target.startswith(("https://", "http://"))
    derived = "{derived}" if run.status is LinkStatus.DERIVED else ""
    if is_web and run.runs == (TextRun(text=str(target)),):
        yield _Piece(f"<{target}>{derived}")
        return
    yield _Piece("[")
    yield from _pieces(run.runs, depth + 1, spelling)
    if target is None:
        yield _end("]{lost}")
    else:
        yield _end(f"]({_address(target)}){derived}")


def _address(target: str) -> str:
    """Return the target as it stands in parentheses (CommonMark, 6.3)."""
    target = _ENTITY_LIKE.sub(r"\\&", target)
    level = 0
    for sign in target:
        level += (sign == "(") - (sign == ")")
        if level < 0:
            break
    return target if level == 0 else re.sub(r"([()])", r"\\\1", target)
