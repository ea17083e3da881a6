"""The tag tree held against the tree grown from the Document, node by node."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.structure import grow
from pipeline.render.pdf.structure.elements import Element, Stretch, note_references
from pipeline.render.pdf.verify.goals import Goals
from pipeline.render.pdf.verify.linkcheck import LinkChecker
from pipeline.render.pdf.verify.outlines import check_outline
from pipeline.render.pdf.verify.reading import (
    TEXTS,
    Annotation,
    Reading,
    Run,
    Tag,
)
from pipeline.tree import Document
from pipeline.words import Passage, normalized, note_passages, passages

CONTENT = "content"
"""What marked content is called among the kids of an element."""


def compare(reading: Reading, document: Document, edition: Edition) -> list[Diagnostic]:
    """Return where the file's tags, words and links are not those of `document`."""
    if reading.root is None:
        return []
    comparer = _Comparer(reading, edition)
    expected = grow(document, edition).root
    comparer.compare(expected, reading.root, None)
    comparer.compare_references(expected)
    comparer.compare_words(document)
    comparer.links.check()
    return [*comparer.findings, *check_outline(document, comparer.links.goals)]


@dataclass(slots=True)
class _Comparer:
    """Walks the expected tree and the tag tree side by side."""

    reading: Reading
    edition: Edition
    findings: list[Diagnostic] = field(default_factory=list)
    leaves: dict[str, Tag] = field(default_factory=dict)
    """The elements met, by origin of what they show."""
    met: dict[Element, Tag] = field(default_factory=dict)
    links: LinkChecker = field(init=False)

    def __post_init__(self) -> None:
        goals = Goals(self.reading, self.edition, self.leaves)
        self.links = LinkChecker(self.reading, goals, self.findings)

    def wrong(self, message: str, origin: str | None, code: str = "structure") -> None:
        self.findings.append(error(code, message, origin=origin))

    def compare(self, wanted: Element, found: Tag, around: str | None) -> None:
        origin = wanted.origin or around
        if found.type != wanted.tag:
            self.wrong(f"a {wanted.tag} is tagged as {found.type}", origin)
            return
        if wanted.origin:
            self.leaves.setdefault(wanted.origin, found)
        self.met[wanted] = found
        self.compare_namespace(found, origin)
        self.compare_entries(wanted, found, origin)
        if wanted.target is not None:
            annotations = [kid for kid in found.kids if isinstance(kid, Annotation)]
            self.links.expect(wanted.target, annotations, found, origin)
        self.compare_kids(wanted, found, origin)

    def compare_namespace(self, found: Tag, origin: str | None) -> None:
        wanted = self.edition.namespace(found.type)
        if found.namespace != wanted:
            message = f"a {found.type} is of {found.namespace}, not of {wanted}"
            rule = "8.2.5.2-2" if found.type == "Document" else "8.2.4-1"
            self.wrong(message, origin, f"UA2:{rule}")

    def compare_entries(self, wanted: Element, found: Tag, origin: str | None) -> None:
        due = (wanted.alt, wanted.lang, wanted.expansion, wanted.id)
        for key, value in zip(TEXTS, due, strict=True):
            shown = found.texts.get(key)
            if shown != value:
                message = f"{key} of a {found.type} is {shown!r}, not {value!r}"
                self.wrong(message, origin)
        expected = _attributes(wanted)
        if found.attributes != expected:
            message = f"a {found.type} has {found.attributes}, not {expected}"
            self.wrong(message, origin)

    def compare_kids(self, wanted: Element, found: Tag, origin: str | None) -> None:
        expected = [kid for kid in wanted.kids if _is_shown(kid)]
        present = list(_kids(found))
        names = [kid.type if isinstance(kid, Tag) else CONTENT for kid in present]
        due = [kid.tag if isinstance(kid, Element) else CONTENT for kid in expected]
        if names != due:
            kids, should = (" ".join(each) or "nothing" for each in (names, due))
            self.wrong(f"a {found.type} holds {kids}, not {should}", origin)
            return
        for kid, own in zip(expected, present, strict=True):
            match kid, own:
                case Element(), Tag():
                    self.compare(kid, own, origin)
                case Stretch(), Run():
                    self.compare_run(kid, own, origin)
                case _:
                    raise AssertionError("kids of one name are of one kind")

    def compare_run(self, wanted: Stretch, found: Run, origin: str | None) -> None:
        if wanted.tag == "Figure" and not found.has_picture:
            self.wrong("a Figure shows no picture", origin)
        if normalized(found.text) != normalized(wanted.text):
            message = f"`{found.text}` stands where `{wanted.text}` belongs"
            self.findings.append(error("words", message, origin=origin))

    def compare_references(self, root: Element) -> None:
        """Hold what notes and their calls refer to, in both directions."""
        wanted = note_references(root) if self.edition.has_note_references else {}
        for element, tag in self.met.items():
            expected = [self.met[each].id for each in wanted.get(element, ())]
            if list(tag.references) != expected:
                message = f"a {tag.type} does not refer to its note, or calls, alone"
                self.wrong(message, element.origin, "UA2:8.2.5.14-2")

    def compare_words(self, document: Document) -> None:
        """Hold the words of each leaf, spaces between its inlines included."""
        for passage in (*passages(document), *note_passages(document)):
            found = self.leaves.get(passage.origin)
            if found is not None:
                self.compare_passage(passage, found)
            elif passage.text:
                message = f"`{passage.text}` is missing"
                self.findings.append(error("words", message, origin=passage.origin))

    def compare_passage(self, passage: Passage, found: Tag) -> None:
        text = normalized("".join(_texts(found, is_outermost=True)))
        if text != passage.text:
            message = f"the file says `{text}`, the sheet `{passage.text}`"
            self.findings.append(error("words", message, origin=passage.origin))


def _kids(tag: Tag) -> Iterator[Tag | Run]:
    """Yield elements and runs of marked content, neighbouring ones as one."""
    pending: Run | None = None
    for kid in tag.kids:
        match kid:
            case Run():
                joined = pending.text + kid.text if pending else kid.text
                has_picture = kid.has_picture or (pending and pending.has_picture)
                pending = Run(joined, bool(has_picture), kid.page)
            case Tag():
                yield from _said(pending)
                pending = None
                yield kid
            case Annotation():
                pass
    yield from _said(pending)


def _said(run: Run | None) -> Iterator[Run]:
    if run is not None and (run.has_picture or normalized(run.text)):
        yield run


def _is_shown(kid: Element | Stretch) -> bool:
    return isinstance(kid, Element) or kid.tag == "Figure" or bool(normalized(kid.text))


def _attributes(element: Element) -> dict[str, str]:
    """Return the attributes an element should have, by key."""
    if element.tag == "Figure":
        return {"O": "Layout", "Placement": "Block", "BBox": "set"}
    if not element.attributes:
        return {}
    parts = element.attributes.split("/")[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _texts(tag: Tag, is_outermost: bool) -> Iterator[str]:
    """Yield the texts of a leaf, without the notes that its calls bring in."""
    if tag.type in ("Note", "FENote") and not is_outermost:
        return
    for kid in tag.kids:
        if isinstance(kid, Run):
            yield kid.text
        elif isinstance(kid, Tag):
            yield from _texts(kid, is_outermost=False)
