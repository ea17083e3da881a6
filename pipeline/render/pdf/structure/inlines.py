"""Leaves and their inlines to structure elements with stretches for page content."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import quote, urlsplit

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.structure.elements import Element, Kid, Path, Stretch, Target
from pipeline.tree import (
    Abbreviation,
    Content,
    Emphasis,
    Foreign,
    Inline,
    Leaf,
    LineBreak,
    Link,
    Note,
    NoteReference,
    Strong,
    Text,
    inlines,
    plain_text,
)

# What an annotation says of a note is a help in passing, not the note.
CONTENTS_LENGTH = 250
# RFC 3986: what may stand in an address as it is; the rest is percent-encoded.
ADDRESS_CHARACTERS = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class LeafGrower:
    """Grows leaves; remembers which path of which leaf goes to which stretch."""

    edition: Edition
    anchors: dict[str, str]
    """Origin of the heading of each anchor."""
    notes: dict[str, Note]
    texts: dict[str, dict[Path, Stretch]] = field(default_factory=dict)
    labels: dict[str, Stretch] = field(default_factory=dict)
    lost: list[Diagnostic] = field(default_factory=list)
    """Links that lead to no heading."""

    def grow(self, tag: str, leaf: Leaf, attributes: str = "") -> Element:
        """Return `leaf` as an element; a note joins right after its first call."""
        tag = self.edition.tag(tag)
        paths = self.texts[leaf.origin] = {}
        kids: list[Kid] = []
        content = _Content(self, leaf.origin, paths)
        for inline, grown in content.grow(leaf.content, tag, (), None):
            kids.append(grown)
            kids += self._first_called(inline)
        return Element(tag, tuple(kids), leaf.origin, attributes=attributes)

    def label(self, origin: str, words: str) -> Element:
        """Return the label of a list item or note."""
        stretch = self.labels[origin] = Stretch("Lbl", words)
        return Element("Lbl", (stretch,))

    def _first_called(self, inline: Inline) -> Iterator[Element]:
        for inner in inlines((inline,)):
            if isinstance(inner, NoteReference):
                note = self.notes[inner.note]
                if note.text.origin not in self.texts:
                    yield self.note(note)

    def note(self, note: Note) -> Element:
        """Return a footnote: its label and its text."""
        origin = note.text.origin
        kids = (self.label(origin, note.label), self.grow("P", note.text))
        return Element(
            self.edition.tag("FENote"), kids, id=note_id(note),
            attributes=self.edition.note_attributes,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Content:
    """Grows the inlines of one leaf."""

    leaves: LeafGrower
    origin: str
    paths: dict[Path, Stretch]

    def grow(
        self, content: Content, tag: str, path: Path, target: Target | None
    ) -> Iterator[tuple[Inline, Kid]]:
        """Yield kids of an element `tag`, each with the inline that it ends with."""
        numbered = list(enumerate(content))
        for is_plain, group in groupby(numbered, key=lambda each: _is_plain(each[1])):
            members = list(group)
            if is_plain:
                words = plain_text(tuple(inline for _, inline in members))
                stretch = Stretch(tag, words, target)
                self.paths.update({(*path, index): stretch for index, _ in members})
                yield members[-1][1], stretch
            else:
                for index, inline in members:
                    grown = self._element(inline, tag, (*path, index), target)
                    yield inline, grown

    def _element(
        self, inline: Inline, around: str, path: Path, target: Target | None
    ) -> Element:
        match inline:
            case Strong():
                return self._around("Strong", inline.content, path, target)
            case Emphasis():
                return self._around("Em", inline.content, path, target)
            case Foreign():
                inner = self._around("Span", inline.content, path, target)
                return Element("Span", inner.kids, lang=inline.lang)
            case Abbreviation():
                words = self._words("Span", inline.text, path, target)
                return Element("Span", words, expansion=inline.expansion)
            case Link():
                target = self._target(inline)
                kids = self._around("Link", inline.content, path, target).kids
                return Element("Link", kids, target=target)
            case NoteReference():
                return self._call(inline, around, path, target)
            case Text() | LineBreak():
                raise AssertionError("plain inlines need no element")

    def _around(
        self, name: str, content: Content, path: Path, target: Target | None
    ) -> Element:
        tag = self.leaves.edition.tag(name)
        return Element(
            tag, tuple(kid for _, kid in self.grow(content, tag, path, target))
        )

    def _words(
        self, tag: str, words: str, path: Path, target: Target | None
    ) -> tuple[Stretch]:
        stretch = self.paths[path] = Stretch(tag, words, target)
        return (stretch,)

    def _call(
        self, inline: NoteReference, around: str, path: Path, outer: Target | None
    ) -> Element:
        tag = self.leaves.edition.call(around)
        note = self.leaves.notes[inline.note]
        if outer is not None:
            # A Link may not hold a Link (ISO 32000-1, Annex L): the outer one wins.
            words = self._words(tag, inline.label, path, outer)
            return Element(tag, words, calls=note_id(note))
        contents = f"{inline.label} {plain_text(note.text.content)}"[:CONTENTS_LENGTH]
        target = Target(contents, origin=note.text.origin)
        words = self._words("Link", inline.label, path, target)
        link = Element("Link", words, target=target)
        return Element(tag, (link,), calls=note_id(note))

    def _target(self, link: Link) -> Target:
        words = " ".join(plain_text(link.content).split())
        if not link.target.startswith("#"):
            return Target(
                _described(words, link.target), url=ascii_address(link.target)
            )
        anchor = link.target[1:]
        if anchor not in self.leaves.anchors:
            self.leaves.lost.append(
                error(
                    "link-target",
                    f"no heading is called `{link.target}`",
                    origin=self.origin,
                    hint="link to the name of a heading, such as `#budget`",
                )
            )
        return Target(words, origin=self.leaves.anchors.get(anchor, ""))


def note_id(note: Note) -> str:
    """Return the ID of a footnote's element (ISO 14289-1, 7.9)."""
    return f"note-{note.id}"


def _is_plain(inline: Inline) -> bool:
    return isinstance(inline, Text | LineBreak)


def _described(words: str, address: str) -> str:
    """Return a link's words and where they lead: `Travel (travel.state.gov)`."""
    parts = urlsplit(address)
    place = parts.netloc or parts.path
    return words if place in words else f"{words} ({place})"


def ascii_address(address: str) -> str:
    """Return `address` as a URI action holds it: ASCII (ISO 32000-1, 12.6.4.7)."""
    return quote(address, safe=ADDRESS_CHARACTERS)
