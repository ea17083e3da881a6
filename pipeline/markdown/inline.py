"""Inline Markdown to typed runs; the rest is refused by name and place."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from markdown_it.token import Token
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from pipeline.diagnostics import Severity
from pipeline.markdown.attributes import Attributes, unknown_attributes
from pipeline.markdown.reading import Finding
from pipeline.markdown.refusals import (
    check_leftovers,
    check_signs,
    check_text,
    check_tokens,
    check_words,
    refused,
)
from pipeline.markdown.syntax import inline_tokens
from pipeline.wording import say
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
    canonical,
    plain,
)
from schemas.values import forbidden_character, has_words

SPAN_ATTRIBUTES = ("lost", "abbr", "lang", "strong", "emphasis")
LINK_ATTRIBUTES = ("derived",)

# Text without any of these is words and nothing else.
_MARKED = re.compile(r"[\\`*_\[\]{!<&\n]|  ")
# More findings than this in one text help nobody.
_ENOUGH = 100
# The one sign of HTML that is read: a forced line end where a line cannot end.
_LINE_END = re.compile(r"<br *(?:/ *)?>")


@dataclass(frozen=True, slots=True)
class Inline:
    """Runs read from a text, and what was wrong with it."""

    runs: tuple[Run, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Frame:
    """An open pair of marks: its token and the runs inside so far."""

    opening: Token | None
    runs: list[Run] = field(default_factory=list)


def read_inline(text: str, warned: list[Finding] | None = None) -> tuple[Run, ...]:
    """Return the runs of `text`; raise PydanticCustomError for its first error.

    Warnings are added to `warned`.
    """
    words = text.strip()
    start = text.find(words)
    if "\n\n" in words:
        raise PydanticCustomError(
            "paragraph",
            "an empty line stands in a text of one paragraph",
            {"offset": start + words.find("\n\n") + 2, "hint": "remove the line"},
        )
    found = parse_inline(words)
    for finding in found.findings:
        if finding.severity is Severity.ERROR:
            raise PydanticCustomError(
                finding.code,
                "{message}",
                {
                    "message": finding.message,
                    "offset": start + finding.offset,
                    "hint": finding.hint,
                },
            )
    if warned is not None:
        warned += found.findings
    return found.runs


def parse_inline(text: str) -> Inline:
    """Return the runs of `text`, with every error and warning in it."""
    findings = tuple(check_text(text))
    if findings:
        return Inline((TextRun(text="…"),), findings)
    if not _MARKED.search(text):
        runs = (TextRun(text=text),) if text else ()
        return Inline(runs, tuple(check_words(text, text)))
    return _parsed(text)


# Whoever writes a source reads each text back, and then the whole.
@lru_cache(maxsize=4096)
def _parsed(text: str) -> Inline:
    return runs_of(inline_tokens(text), text)


def runs_of(tokens: list[Token], text: str) -> Inline:
    """Return the runs of the inline `tokens` of `text`."""
    findings = list(check_tokens(tokens))
    if findings:
        return Inline((TextRun(text="…"),), tuple(findings))
    stack = [_Frame(None)]
    for token in tokens:
        _take(token, stack, findings)
    findings += check_leftovers(tokens, text)
    findings += check_signs(text)
    runs = canonical(stack[0].runs)
    words = plain(runs)
    findings += check_words(words, text)
    if findings and not has_words(words):
        runs = (TextRun(text="…"),)
    return Inline(runs, tuple(findings[:_ENOUGH]))


def _take(token: Token, stack: list[_Frame], findings: list[Finding]) -> None:
    """Add what `token` says to the innermost open frame."""
    runs = stack[-1].runs
    match token.type:
        case "text" | "text_special":
            _add_words(token, runs, findings)
        case "softbreak":
            runs.append(TextRun(text=" "))
        case "hardbreak":
            runs.append(BreakRun())
        case "html_inline" if _LINE_END.fullmatch(token.content):
            runs.append(BreakRun())
        case "note-call":
            _add(runs, findings, token, NoteRun, note=token.meta["name"])
        case "attributes":
            _mark_link(runs, token, findings)
        case "strong_open" | "em_open" | "link_open" | "span_open":
            stack.append(_Frame(token))
        case "strong_close" | "em_close" | "link_close" | "span_close":
            frame = stack.pop()
            _close(frame, stack[-1].runs, findings)
        case _:
            findings.append(refused(token))


def _add_words(token: Token, runs: list[Run], findings: list[Finding]) -> None:
    index = forbidden_character(token.content)
    if index is not None:
        # Written by its number, such as `&#8232;`: as itself it is refused before.
        message = f"character U+{ord(token.content[index]):04X} is not allowed"
        offset = int(token.meta.get("offset", 0))
        findings.append(Finding(offset, "character", message, "remove it"))
    elif token.content:
        runs.append(TextRun(text=re.sub(" {2,}", " ", token.content)))


def _close(frame: _Frame, runs: list[Run], findings: list[Finding]) -> None:
    token, inner = frame.opening, canonical(frame.runs)
    if token is None:
        return
    match token.type:
        case "strong_open":
            runs.append(StrongRun(runs=inner))
        case "em_open":
            runs.append(EmphasisRun(runs=inner))
        case "link_open":
            _link(token, inner, runs, findings)
        case _:
            _span(token, inner, runs, findings)


def _link(
    token: Token, inner: tuple[Run, ...], runs: list[Run], findings: list[Finding]
) -> None:
    offset, target = int(token.meta["offset"]), str(token.attrs["href"])
    if not has_words(plain(inner)):
        hint = "write the words of the link between the brackets"
        findings.append(Finding(offset, "link", "this link has no words", hint))
    elif "title" in token.attrs:
        hint = "leave out the words in quotes after the address"
        findings.append(Finding(offset, "link", "a link takes no title", hint))
    else:
        _add(runs, findings, token, LinkRun, runs=inner, target=target)


def _span(
    token: Token, inner: tuple[Run, ...], runs: list[Run], findings: list[Finding]
) -> None:
    attributes: Attributes = token.meta["attributes"]
    offset = int(token.meta["offset"])
    unknown = unknown_attributes(attributes, SPAN_ATTRIBUTES, offset)
    if unknown or len(attributes) != 1:
        hint = 'use one of {lost}, {abbr="…"}, {lang=…}'
        both = Finding(offset, "attribute", "words take one attribute, not two", hint)
        findings += unknown or [both]
        runs.extend(inner)
        return
    for name, value in attributes.items():
        match name:
            case "lost":
                status = LinkStatus.LOST
                _add(runs, findings, token, LinkRun, runs=inner, status=status)
            case "strong" | "emphasis":
                runs.append(_STRESS[name](runs=inner))
            case "abbr":
                text = plain(inner)
                _add(runs, findings, token, AbbreviationRun, text=text, expansion=value)
            case _:
                _add(runs, findings, token, ForeignRun, lang=value, runs=inner)


_STRESS: dict[str, type[StrongRun | EmphasisRun]] = {
    "strong": StrongRun,
    "emphasis": EmphasisRun,
}


def _mark_link(runs: list[Run], token: Token, findings: list[Finding]) -> None:
    attributes: Attributes = token.meta["attributes"]
    offset = int(token.meta["offset"])
    unknown = unknown_attributes(attributes, LINK_ATTRIBUTES, offset)
    findings += unknown
    if not unknown and runs and isinstance(runs[-1], LinkRun):
        runs[-1] = runs[-1].model_copy(update={"status": LinkStatus.DERIVED})


def _add(
    runs: list[Run],
    findings: list[Finding],
    token: Token,
    kind: type[Run],
    /,
    **parts: object,
) -> None:
    """Add a run of `kind`, or say why its parts do not make one."""
    try:
        runs.append(kind.model_validate(parts))
    except ValidationError as refusal:
        said = say(refusal.errors()[0])
        offset = int(token.meta["offset"])
        findings.append(Finding(offset, said.code, said.message, said.hint))
