"""Inline Markdown to typed runs; what is not one of them is refused by name and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from markdown_it.token import Token
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from pipeline.diagnostics import Severity
from pipeline.markdown.attributes import (
    Attributes,
    attributes_at,
    unknown_attributes,
)
from pipeline.markdown.reading import Finding
from pipeline.markdown.syntax import MAX_NESTING, inline_tokens
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

MAX_TEXT, MAX_WORD = 100_000, 4_000
SPAN_ATTRIBUTES = ("lost", "abbr", "lang")
LINK_ATTRIBUTES = ("derived",)

# Text without any of these is words and nothing else.
_MARKED = re.compile(r"[\\`*_\[\]!<&\n\t]|  ")
_LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1},}}")
_UNDEFINED = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]")
_BRACES = re.compile(r"(?<=\])\{")


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


def parse_inline(text: str) -> Inline:
    """Return the runs of `text`, with every error and warning in it."""
    refused = tuple(_check_text(text))
    if refused:
        return Inline((TextRun(text="…"),), refused)
    if not _MARKED.search(text):
        return Inline((TextRun(text=text),) if text else ())
    return runs_of(inline_tokens(text), text)


def runs_of(tokens: list[Token], text: str) -> Inline:
    """Return the runs of the inline `tokens` of `text`."""
    findings = list(_check_depth(tokens))
    if findings:
        return Inline((TextRun(text="…"),), tuple(findings))
    stack = [_Frame(None)]
    for token in tokens:
        _take(token, stack, findings)
    for match in _UNDEFINED.finditer(text):
        findings.append(_undefined(match))
    for match in _BRACES.finditer(text):
        if attributes_at(text, match.start()) is None:
            hint = 'write {lost}, {abbr="…"} or {lang=…}'
            message = "these braces cannot be read"
            findings.append(Finding(match.start(), "attribute", message, hint))
    return Inline(canonical(stack[0].runs), tuple(findings))


def _check_text(text: str) -> Iterator[Finding]:
    if len(text) > MAX_TEXT:
        yield Finding(
            0, "too-long", f"this text has {len(text):,} characters, a paragraph may "
            f"have {MAX_TEXT:,}", "divide it into paragraphs",
        )  # fmt: skip
    if match := _LONG_WORD.search(text):
        yield Finding(
            match.start(), "too-long", f"a word of {len(match[0]):,} characters, a word "
            f"may have {MAX_WORD:,}", "divide it, or leave it out",
        )  # fmt: skip
    for match in re.finditer(r"\t", text):
        yield Finding(
            match.start(), "character", "a tab stands in the text", "use a space"
        )


def _check_depth(tokens: list[Token]) -> Iterator[Finding]:
    depth = 0
    for token in tokens:
        depth += token.nesting
        if depth > MAX_NESTING:
            offset = int(token.meta.get("offset", 0))
            yield Finding(
                offset, "nesting", f"marks stand more than {MAX_NESTING} deep in one "
                "another", "use fewer marks",
            )  # fmt: skip
            return


def _take(token: Token, stack: list[_Frame], findings: list[Finding]) -> None:
    """Add what `token` says to the innermost open frame."""
    runs = stack[-1].runs
    match token.type:
        case "text" | "text_special":
            if token.content:
                runs.append(TextRun(text=re.sub(" {2,}", " ", token.content)))
        case "softbreak":
            runs.append(TextRun(text=" "))
        case "hardbreak":
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
            findings.append(_refused(token))


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
    offset, target = int(token.meta["offset"]), ascii_url(str(token.attrs["href"]))
    if not plain(inner).strip():
        hint = "write the words of the link between the brackets"
        findings.append(Finding(offset, "link", "this link has no words", hint))
    elif "title" in token.attrs:
        hint = "leave out the words in quotes after the address"
        findings.append(Finding(offset, "link", "a link takes no title", hint))
    else:
        _add(runs, findings, token, LinkRun, runs=inner, target=target)


def ascii_url(url: str) -> str:
    """Return `url` with letters beyond ASCII percent-encoded (RFC 3986, 2.1)."""
    return quote(url, safe="".join(map(chr, range(0x20, 0x7F)))) if url else url


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
    ((name, value),) = attributes.items()
    match name:
        case "lost":
            _add(runs, findings, token, LinkRun, runs=inner, status=LinkStatus.LOST)
        case "abbr":
            words = plain(inner)
            _add(runs, findings, token, AbbreviationRun, text=words, expansion=value)
        case _:
            _add(runs, findings, token, ForeignRun, lang=value, runs=inner)


def _mark_link(runs: list[Run], token: Token, findings: list[Finding]) -> None:
    attributes: Attributes = token.meta["attributes"]
    unknown = unknown_attributes(attributes, LINK_ATTRIBUTES, int(token.meta["offset"]))
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
        findings.append(
            Finding(int(token.meta["offset"]), said.code, said.message, said.hint)
        )


def _refused(token: Token) -> Finding:
    offset = int(token.meta.get("offset", 0))
    match token.type:
        case "html_inline":
            return Finding(
                offset, "html", f"HTML is not used here: `{token.content[:60]}`",
                "remove it; for a sign `<` that prints, write `\\<`",
            )  # fmt: skip
        case "code_inline":
            return Finding(
                offset, "code", f"code is not used here: `{token.content[:60]}`",
                "remove the backquotes; for one that prints, write \\`",
            )  # fmt: skip
        case "image":
            return Finding(
                offset, "image-inline", "a picture stands in the middle of text",
                "give it a paragraph of its own",
            )  # fmt: skip
        case _:
            return Finding(offset, "markdown", f"`{token.type}` is not used here")


def _undefined(match: re.Match[str]) -> Finding:
    return Finding(
        match.start(), "link-reference", f"`{match[0][:80]}` prints as it stands: links "
        "are not defined elsewhere", "write [words](address)", Severity.WARNING,
    )  # fmt: skip


def read_inline(text: str) -> tuple[Run, ...]:
    """Return the runs of `text`; raise PydanticCustomError for its first error."""
    found = parse_inline(text)
    for finding in found.findings:
        if finding.severity is Severity.ERROR:
            raise PydanticCustomError(
                finding.code, "{message}",
                {"message": finding.message, "offset": finding.offset,
                 "hint": finding.hint},
            )  # fmt: skip
    return found.runs
