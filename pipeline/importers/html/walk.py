"""Walks a page in reading order and writes its passages down."""

from collections.abc import Callable, Iterable
from itertools import count

from lxml.html import HtmlElement

from pipeline.importers.html.elements import (
    EMPHASIS,
    FLOW,
    HEADINGS,
    LISTS,
    STRONG,
    reason_to_leave,
)
from pipeline.importers.html.notes import called, find_notes, is_way_back
from pipeline.importers.html.tables import is_data, read_grid
from pipeline.importers.manuscript import (
    Footnote,
    Heading,
    Item,
    Paragraph,
    Passage,
    Quotation,
    Reason,
    Rule,
    Words,
)
from pipeline.importers.scribe import (
    NOTHING,
    Abbreviation,
    Break,
    Call,
    Dress,
    Inline,
    Piece,
    Scribe,
)
from pipeline.importers.targets import link_to, target_of
from schemas.flat import Emphasis, Foreign, Strong

Make = Callable[[Words], Passage]
LINE = "data-bulletin-line"
"""Attribute that carries a line of the file that the page was made from."""
_RAISED = "raised or lowered signs"
_MERGED = "merged cells"


class Walk:
    """One page on its way into a manuscript."""

    def __init__(self, scribe: Scribe, base: str | None, lang: str | None) -> None:
        """Write to `scribe`; links start from `base`, words are in `lang`."""
        self._scribe = scribe
        self._base = base
        self._lang = lang
        self._notes: dict[str, str] = {}
        self._line: list[Inline] = []
        self._dress: tuple[Dress, ...] = ()
        self._make: Make = Paragraph
        self._depth = 0
        self._is_one_passage = False
        self._keeps_lines = False
        self._doubts: list[str] = []

    def page(self, main: HtmlElement, title: HtmlElement | None) -> None:
        """Write `title` and the document `main`; account for what stands around."""
        self._notes = find_notes(main)
        if title is not None:
            self._flow(title)
            title.drop_tree()
        self._leave_texts(main.xpath("preceding::text()"))
        self._content(main)
        self._flush()
        self._leave_texts(main.xpath("following::text()"))

    def _leave_texts(self, texts: Iterable[str]) -> None:
        for text in texts:
            parent = text.getparent()  # type: ignore[attr-defined]
            around = parent.getparent() if text.is_tail else parent  # type: ignore[attr-defined]
            reason = None if around is None else reason_to_leave(around)
            self._scribe.leave_out(text, reason or Reason.CHROME)

    def _content(self, element: HtmlElement) -> None:
        self._say(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        lines = (text or "").split("\n") if self._keeps_lines else [text or ""]
        for index, line in enumerate(lines):
            if index:
                self._line.append(Break(self._dress))
            if line:
                self._line.append(Piece(line, self._dress))

    def _element(self, element: HtmlElement) -> None:
        reason = reason_to_leave(element)
        if reason:
            self._scribe.leave_out(element.text_content(), reason)
        elif element.tag in FLOW:
            self._flow(element)
        elif element.tag == "table":
            self._table(element)
        else:
            self._inline(element)

    def _flow(self, element: HtmlElement) -> None:
        """Write an element that starts a line of its own."""
        self._flush()
        self._scribe.at(f"line {element.get(LINE) or element.sourceline}")
        before = self._make, self._dress, self._depth
        tag = str(element.tag)
        if name := self._notes.get(element.get("id") or ""):
            self._footnote(element, name)
        elif tag in HEADINGS:
            self._make = lambda words: Heading(words, HEADINGS[tag])
        elif tag in LISTS:
            self._depth += 1
            self._items(element)
        elif tag == "blockquote" and not self._depth:
            self._make = Quotation
        elif tag == "dt":
            self._dress = (*self._dress, Strong())
        self._keeps_lines = tag == "pre"
        if not name and tag not in LISTS:
            self._content(element)
        self._flush()
        self._make, self._dress, self._depth = before
        self._keeps_lines = False

    def _items(self, element: HtmlElement) -> None:
        """Write the items of a list; words outside of items continue the item."""
        numbers = count(_number(element.get("start"), 1))
        for child in element:
            if child.tag != "li":
                if isinstance(child.tag, str):
                    self._element(child)
                continue
            number = next(numbers) if element.tag == "ol" else None
            if number is not None and child.get("value"):
                number = _number(child.get("value"), number)
                numbers = count(number + 1)
            self._make = _item_maker(self._depth, number)
            self._flow(child)
            self._say(child.tail)

    def _inline(self, element: HtmlElement) -> None:
        """Write an element that stands inside a line."""
        match element.tag:
            case "br":
                self._break()
            case "hr":
                self._flush()
                self._scribe.passages.append(Rule(self._scribe.here()))
            case "img":
                self._scribe.leave_out(element.get("alt") or "", Reason.UNSUPPORTED)
            case "a" if (called(element) or "") in self._notes:
                note = self._notes[called(element) or ""]
                label = element.text_content().strip()
                self._line.append(Call(note, label, self._dress))
            case _:
                self._dressed(element)

    def _dressed(self, element: HtmlElement) -> None:
        before = self._dress
        added = self._dress_of(element)
        if added and not any(isinstance(each, type(added)) for each in before):
            self._dress = (*before, added)
        if element.tag in ("sup", "sub") and _holds_digits(element):
            self._doubts.append(_RAISED)
        # What browsers show around `q` (HTML, 15.3.5).
        self._say("“" if element.tag == "q" else None)
        self._content(element)
        self._say("”" if element.tag == "q" else None)
        self._dress = before

    def _dress_of(self, element: HtmlElement) -> Dress | None:
        tag, href = element.tag, element.get("href")
        if tag in STRONG:
            return Strong()
        if tag in EMPHASIS:
            return Emphasis()
        if tag == "a" and href is not None:
            return link_to(target_of(href, self._base))
        if tag in ("abbr", "acronym") and element.get("title", "").strip():
            return Abbreviation(element.get("title", ""))
        lang = element.get("lang")
        return Foreign(lang) if lang and lang != self._lang else None

    def _break(self) -> None:
        """End a line; two ends in a row end the paragraph, as old pages do it."""
        shown = [
            each
            for each in self._line
            if not isinstance(each, Piece) or each.text.strip()
        ]
        if shown and isinstance(shown[-1], Break) and not self._is_one_passage:
            self._flush()
        else:
            self._line.append(Break(self._dress))

    def _flush(self) -> None:
        """End the passage."""
        if self._is_one_passage:
            self._line.append(Break())
            return
        words = self._scribe.write(self._taken())
        if words:
            self._scribe.passages.append(self._make(words))
            for doubt in dict.fromkeys(self._doubts):
                self._scribe.guess(doubt, "set as plain words", words, 0.5)
        self._doubts.clear()

    def _taken(self) -> list[Inline]:
        taken, self._line = self._line, []
        return taken

    def _footnote(self, element: HtmlElement, name: str) -> None:
        for link in list(element.iter("a")):
            if is_way_back(link):
                self._scribe.leave_out(link.text_content(), Reason.MARKER)
                link.drop_tree()
        words = self._as_one(element)
        if words.runs:
            self._scribe.passages.append(Footnote(name, words))

    def _table(self, element: HtmlElement) -> None:
        if not is_data(element) or self._is_one_passage:
            self._content(element)
            return
        self._flush()
        self._scribe.at(f"line {element.get(LINE) or element.sourceline}")
        grid, is_merged = read_grid(element, self._as_one)
        if grid:
            self._scribe.passages.append(grid)
            if is_merged:
                first = next(cell for row in grid.rows for cell in row if cell.runs)
                self._scribe.guess(_MERGED, "only the first has words", first, 0.5)

    def _as_one(self, element: HtmlElement) -> Words:
        """Return all words of `element` as one passage, with line ends inside."""
        before = self._line, self._dress, self._is_one_passage
        self._line, self._dress, self._is_one_passage = [], (), True
        self._content(element)
        words = self._scribe.write(self._line)
        self._line, self._dress, self._is_one_passage = before
        return words or NOTHING


def _item_maker(depth: int, number: int | None) -> Make:
    """Return what makes of passages an item and its further paragraphs."""
    earlier: list[Words] = []

    def make(words: Words) -> Item:
        earlier.append(words)
        return Item(words, depth, number, is_continued=len(earlier) > 1)

    return make


def _number(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return (
        int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise
    )


def _holds_digits(element: HtmlElement) -> bool:
    return any(map(str.isdigit, element.text_content()))
