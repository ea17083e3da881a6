"""What is at hand while an edited sheet is put together, and what came up so far."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from urllib.parse import unquote

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, error, note
from pipeline.labels import Labels
from pipeline.pull.dress import Dress, Span
from pipeline.pull.items import How, Item
from pipeline.pull.model import at
from pipeline.pull.slots import Slot
from pipeline.pull.texts import read_runs
from pipeline.word import NoteCall, Paragraph, Picture, Words
from pipeline.wording import say
from schemas.factsheet import FactSheet
from schemas.richtext import ForeignRun, LinkRun, NoteRun, Run, TextRun, walk_runs

_SUPERSCRIPTS = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
# Word raises the end of an ordinal number by itself.
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "re", "e", "º", "ª", "o", "a"})


@dataclass(frozen=True, slots=True)
class TextChange:
    """Words, marks or links of one text before and after."""

    where: str
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    is_field: bool = False
    is_cell: bool = False
    slot: Slot | None = None


Line = tuple[str, str, int]
"""A row or column: where, its words, and whether it is new (1) or gone (-1)."""


@dataclass(slots=True)
class Desk:
    """The base, what the file's names mean, and the record of what was read."""

    base: FactSheet
    labels: Labels
    note_names: Mapping[str, str]
    """The key of a note in the file to its name in the sheet."""
    note_labels: Mapping[str, str]
    """The name of a note of the base to the number that it printed."""
    anchors: Mapping[str, str]
    """Bookmarks to the names of headings, with their `#`."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """The links of the base by what is left of them when programs spell them anew."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The sums of the base's pictures by origin, as far as they are known."""
    findings: list[Diagnostic] = field(default_factory=list)
    changes: list[TextChange] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)
    columns: list[Line] = field(default_factory=list)
    alts: list[tuple[str, str, str]] = field(default_factory=list)
    """Pictures whose words changed: where, the words before and now."""
    places: dict[str, str] = field(default_factory=dict)
    """New model paths to places in the file."""
    linked: dict[str, str] = field(default_factory=dict)
    """Names of headings that links lead to, each with the place of one of them."""

    @property
    def lang(self) -> str:
        """The language of the sheet."""
        return self.base.language

    def refuse(self, code: str, message: str, place: str, hint: str) -> None:
        """Record what cannot be read back."""
        self.findings.append(error(code, f"{place}: {message}", hint=hint))

    def note(self, code: str, message: str, place: str) -> None:
        """Record what was passed over."""
        found = note(code, f"{place}: {message}")
        if found not in self.findings:
            self.findings.append(found)

    def rich(self, item: Item, path: str) -> tuple[Run, ...]:
        """Return the runs of a paragraph, with those of the slots that it claims."""
        base = self.runs_of(item)
        return self.rich_text(item.paragraph, base, item, path)

    def rich_text(
        self, paragraph: Paragraph, base: Sequence[Run], item: Item, path: str
    ) -> tuple[Run, ...]:
        """Return the runs of a paragraph that were `base`; record what changed."""
        runs = read_runs(base, self.spans(paragraph, base))
        self.places[path] = paragraph.place
        self._note_languages(paragraph, base)
        if base and item.slot is not None and runs != tuple(base):
            self._note_change(item, tuple(base), runs)
        return runs

    def _note_languages(self, paragraph: Paragraph, base: Sequence[Run]) -> None:
        """Record words marked as another language, which keyboards do by themselves."""
        known = {
            self.lang,
            *(r.lang for r in walk_runs(base) if isinstance(r, ForeignRun)),
        }
        primary = {each.partition("-")[0] for each in known}
        for each in paragraph.inlines:
            if not isinstance(each, Words):
                continue
            lang = each.marks.lang
            if lang is None or lang.partition("-")[0] in primary:
                continue
            if any(sign.isalpha() for sign in each.text):
                message = f"`{each.text.strip()[:40]}` is marked as `{lang}` in Word"
                hint = "languages of words come from the source"
                self.note("language", f"{message}; {hint}", paragraph.place)

    def _note_change(
        self, item: Item, before: tuple[Run, ...], after: tuple[Run, ...]
    ) -> None:
        """Record a change of a text; the pieces of a divided one are held together."""
        for index, change in enumerate(self.changes):
            if change.slot is item.slot and item.how is How.SPLIT:
                both = (*change.after, TextRun(text=" "), *after)
                self.changes[index] = replace(change, after=both)
                return
        self.changes.append(TextChange(item.where, before, after, slot=item.slot))

    def runs_of(self, item: Item) -> tuple[Run, ...]:
        """Return the base's runs behind an item; empty for a new one."""
        found: list[Run] = []
        for slot in (item.slot, *item.merged):
            value = at(self.base, slot.origin) if slot else None
            if found and value:
                found.append(TextRun(text=" "))
            if isinstance(value, str):
                found.append(TextRun(text=value))
            elif isinstance(value, tuple):
                found += value
        return tuple(found)

    def line(self, item: Item, path: str) -> str:
        """Return a paragraph's words where the sheet holds a line of plain text."""
        self.places[path] = item.place
        text = self.plain(item.paragraph, item.place)
        before = item.slot.printed if item.slot else None
        if before is not None and text != before:
            was, now = (TextRun(text=before),), (TextRun(text=text),)
            self.changes.append(TextChange(item.where, was, now, is_field=True))
        return text

    def hold_picture(self, item: Item, shown: Picture, name: str) -> None:
        """Refuse another picture than the base's; `name` is that one's file."""
        known = self.pictures.get(item.slot.origin) if item.slot else None
        if known and known != sha256(shown.data).hexdigest():
            message = f"this is another picture than `{name}`"
            hint = "put the file beside the source, and change its name there"
            self.refuse("picture", message, item.place, hint)

    def note_field(self, item: Item, text: str) -> None:
        """Record that a line of facts reads otherwise than before."""
        if item.slot is not None:
            was, now = (TextRun(text=item.slot.printed),), (TextRun(text=text),)
            self.changes.append(TextChange(item.where, was, now, is_field=True))

    def plain(self, paragraph: Paragraph, place: str, *, links: bool = False) -> str:
        """Return words without marks; refuse links, unless expected, and notes."""
        for span in self.spans(paragraph):
            if span.note is not None:
                hint = "call the note from running text"
                self.refuse("plain-text", "a note is called here", place, hint)
            elif span.dress.target and not links:
                hint = "take the link off, or put it into running text"
                message = f"the link on `{span.text.strip()}` cannot be kept here"
                self.refuse("plain-text", message, place, hint)
            elif span.dress.strong or span.dress.emphasis:
                self.note("marks", "bold and italic say nothing here", place)
        return unicodedata.normalize(
            "NFC", " ".join(paragraph.text.split("\n"))
        ).strip()

    def spans(self, paragraph: Paragraph, base: Sequence[Run] = ()) -> list[Span]:
        """Return a paragraph's words as the sheet holds them.

        A raised number is a note's, where the `base` calls the note of that number:
        some programs turn a second call into its number.
        """
        called = {run.note for run in walk_runs(base) if isinstance(run, NoteRun)}
        labels = {self.note_labels.get(name): name for name in called}
        found = []
        for each in paragraph.inlines:
            match each:
                case Words() if each.marks.vertical and each.text.strip() in labels:
                    found.append(Span("", note=labels[each.text.strip()]))
                case Words():
                    found.append(self._span(each, paragraph.place))
                case NoteCall():
                    name = self.note_names.get(each.note)
                    if name is not None:
                        found.append(Span("", note=name))
                case Picture():
                    message = "a picture stands among words"
                    hint = "put it into a paragraph of its own"
                    self.refuse("picture", message, paragraph.place, hint)
        return found

    def _span(self, words: Words, place: str) -> Span:
        text = unicodedata.normalize("NFC", self._raised(words, place))
        if "\t" in text:
            self.note("tab", "a tab became a blank", place)
            text = text.replace("\t", " ")
        marks = words.marks
        target = self._target(marks.target, text, place) if marks.target else None
        return Span(text, Dress(marks.strong, marks.emphasis, target))

    def _raised(self, words: Words, place: str) -> str:
        if words.marks.vertical is None or not words.text.strip():
            return words.text
        is_up = words.marks.vertical == "superscript"
        table = _SUPERSCRIPTS if is_up else _SUBSCRIPTS
        if all(ord(each) in table or each.isspace() for each in words.text):
            return words.text.translate(table)
        if not is_up or words.text.strip().lower() not in _ORDINALS:
            message = f"`{words.text}` is raised or lowered, which sheets cannot say"
            hint = "use a character that is raised by itself, such as ²"
            self.refuse("raised", message, place, hint)
        return words.text

    def _target(self, target: str, text: str, place: str) -> str | None:
        if not target.startswith("#"):
            return self._address(target, text, place)
        name = self.anchors.get(target[1:])
        if name is None:
            message = f"the link `{text.strip()}` leads to no heading of the text"
            hint = "link to a heading, or take the link off where its heading is gone"
            self.refuse("link-target", message, place, hint)
            return None
        self.linked.setdefault(name, place)
        return name

    def _address(self, target: str, text: str, place: str) -> str | None:
        """Return an address outside the sheet; refuse one that sheets cannot hold."""
        known = self.addresses.get(spelling(target))
        if known is not None:
            return known
        try:
            LinkRun(runs=(TextRun(text="…"),), target=target)
        except ValidationError as problem:
            message = f"the link `{text.strip()}`: {say(problem.errors()[0]).message}"
            hint = "give it an https address without blanks, or take the link off"
            self.refuse("link-target", message, place, hint)
            return None
        return target


def spelling(address: str) -> str:
    """Return what of an address stays when a program writes it in its own way."""
    return unquote(address).rstrip("/").casefold()
