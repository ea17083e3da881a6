"""Markdown of any maker to manuscripts: as the page that it stands for.

A sheet of our own is refused: it is a source already. Everything else is read as
CommonMark with tables and footnotes, the markup of most sites and scrapers.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from pipeline.diagnostics import Location, error
from pipeline.importers.html import decode, read_page
from pipeline.importers.html.walk import LINE
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.manuscript import Heading, Hints, Manuscript, Reason
from pipeline.importers.scribe import Piece, Scribe
from pipeline.load import load_bytes
from pipeline.load.text import MAX_SOURCE

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = ("title",)
_ISSUED = ("date", "issued", "published", "published_time", "pubdate")
_AGENCY = ("agency", "publisher", "author", "organization")
_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]+(?=\S)", re.MULTILINE)
_CALL = re.compile(r"\[\^([^\]\s]+)\]")


class MarkdownImporter:
    """Reads Markdown files."""

    def read(self, name: str, data: bytes) -> Manuscript:
        """Return the file as read; raise ImportRefusedError where it is a sheet."""
        if len(data) > MAX_SOURCE:
            raise _refused(name, f"the file has more than {MAX_SOURCE:,} bytes", None)
        if data.startswith(b"---") and load_bytes(name, data).sheet:
            hint = "put it into the folder `sources` as it is"
            raise _refused(name, "the file is a fact sheet already", hint)
        return read_markdown(name, re.sub("\r\n?", "\n", decode(data)))


def read_markdown(name: str, text: str) -> Manuscript:
    """Return the manuscript of Markdown `text`, its front matter included."""
    scribe = Scribe(name)
    front = _FRONT.match(text)
    said = _front_matter(front[1]) if front else {}
    body = text[front.end() :] if front else text
    first_line = text.count("\n", 0, front.end()) if front else 0
    scribe.at("the front matter")
    for key, value in said.items():
        if key in _TITLE and (words := scribe.write([Piece(value)])):
            scribe.passages.append(Heading(words, 1))
        else:
            scribe.leave_out(f"{key}: {value}", Reason.CHROME)
    if front and not said:
        scribe.leave_out(front[1], Reason.CHROME)
    page = _parser().render(body, {"first_line": first_line, "source": body})
    # The language of a page would come from its head, and this one has none.
    return replace(read_page(name, page, scribe), hints=_hints(said))


def _hints(said: dict[str, str]) -> Hints:
    def first(names: tuple[str, ...]) -> str | None:
        return next((said[each] for each in names if said.get(each)), None)

    return Hints(
        title=first(_TITLE),
        language=first(("lang", "language")),
        issued=first(_ISSUED),
        agency=first(_AGENCY),
        description=first(("description", "summary")),
    )


def _front_matter(text: str) -> dict[str, str]:
    """Return what the front matter says, key by key; nothing where it is damaged."""
    try:
        # Text only: what a value means is for the masthead to find out.
        said = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return dict(_flat(said)) if isinstance(said, dict) else {}


def _flat(said: dict[Any, Any]) -> Iterator[tuple[str, str]]:
    for key, value in said.items():
        yield str(key).lower(), value if isinstance(value, str) else str(value)


@cache
def _parser() -> MarkdownIt:
    # It drops what lies deeper than its limit, without a word; the page's own limit
    # refuses that.
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 1_000})
    parser.enable(["table", "strikethrough"])
    parser.block.ruler.before("reference", "note", _note, {"alt": ["paragraph"]})
    parser.inline.ruler.before("link", "note-call", _note_call)
    parser.core.ruler.push("lines", _number_lines)
    return parser


def _number_lines(state: StateCore) -> None:
    """Give each block the line of the file that it starts on."""
    for token in state.tokens:
        if token.map and token.nesting >= 0:
            line = state.env["first_line"] + token.map[0] + 1
            token.attrSet(LINE, str(line))


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read `[^name]: words`, up to an empty line or the next note."""
    first = state.bMarks[start] + state.tShift[start]
    found = _NOTE.match(state.src, first)
    if not found:
        return False
    if silent:
        return True
    line = start + 1
    while line < end and not state.isEmpty(line) and not _opens_note(state, line):
        line += 1
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [start, line]
    opening.attrSet("id", f"note-{found[1]}")
    inline = state.push("inline", "", 0)
    inline.content = state.src[found.end() : state.eMarks[line - 1]].strip()
    inline.map, inline.children = [start, line], []
    state.push("paragraph_close", "p", -1)
    state.line = line
    return True


def _opens_note(state: StateBlock, line: int) -> bool:
    return bool(_NOTE.match(state.src, state.bMarks[line] + state.tShift[line]))


def _note_call(state: StateInline, silent: bool) -> bool:
    """Read `[^name]` as the raised link that pages call footnotes with."""
    found = _CALL.match(state.src, state.pos)
    if not found or f"[^{found[1]}]:" not in state.env["source"]:
        return False
    if not silent:
        state.push("sup_open", "sup", 1)
        state.push("link_open", "a", 1).attrs = {"href": f"#note-{found[1]}"}
        state.push("text", "", 0).content = found[1]
        state.push("link_close", "a", -1)
        state.push("sup_close", "sup", -1)
    state.pos = found.end()
    return True


def _refused(name: str, message: str, hint: str | None) -> ImportRefusedError:
    return ImportRefusedError(
        error("import", message, location=Location(name), hint=hint)
    )
