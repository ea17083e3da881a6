"""What is at hand while one part of a Word file is read, and what came up so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.diagnostics import Diagnostic, error, note
from pipeline.inspect.docx.names import w
from pipeline.inspect.docx.package import Package
from pipeline.inspect.docx.reading import shortened, words
from pipeline.word.fields import Field
from pipeline.word.numbering import Numbering
from pipeline.word.story import View
from pipeline.word.styling import Styling

_GONE = {
    View.ACCEPTED: frozenset(map(w, ("del", "moveFrom"))),
    View.REJECTED: frozenset(map(w, ("ins", "moveTo"))),
}
_CHANGED = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))


@dataclass(slots=True)
class Reading:
    """The state of reading one part; findings are shared by all parts."""

    package: Package
    part: str
    view: View
    styling: Styling
    numbering: Numbering
    noted: Mapping[str, str]
    """Bookmarks that stand around the call of a note, to the note's key."""
    lang: str
    findings: dict[tuple[str, str], Diagnostic]
    """By code and message: each is told once."""
    places: dict[etree._Element, str] = field(default_factory=dict)
    """Of every paragraph, those under deletion too."""
    fields: list[Field] = field(default_factory=list)
    """Fields that are open, the innermost last: they may span paragraphs."""

    def is_gone(self, element: etree._Element) -> bool:
        """Return whether tracking takes the contents of `element` out of this view."""
        return element.tag in _GONE[self.view]

    def is_unmade(self, properties: etree._Element | None) -> bool:
        """Return whether what has these properties is not there in this view."""
        return properties is not None and any(map(self.is_gone, properties))

    def before(self, properties: etree._Element | None) -> etree._Element | None:
        """Return properties as they hold in this view: the new, or those before."""
        if properties is None or self.view is View.ACCEPTED:
            return properties
        name = str(properties.tag) + "Change"
        change = properties.find(name)
        old = None if change is None else change.find(properties.tag)
        return properties if change is None else old

    def refuse(
        self, code: str, what: str, place: str, hint: str, near: str = ""
    ) -> None:
        """Record what stands in `place` and is no paragraph, table or picture."""
        where = f"{place} (`{near}`)" if near else place
        message = f"{what} stands in {where}"
        self.findings.setdefault((code, message), error(code, message, hint=hint))

    def pass_over(self, code: str, what: str, place: str) -> None:
        """Record what was ignored because it says nothing."""
        message = f"{what} in {place} was ignored"
        self.findings.setdefault((code, message), note(code, message))


def is_tracked(element: etree._Element) -> bool:
    """Return whether the element holds what tracking inserted, deleted or moved."""
    return element.tag in _CHANGED


def first_words(element: etree._Element) -> str:
    """Return the first words in the paragraph of `element`, to find it by."""
    paragraph = next(element.iterancestors(w("p")), element)
    return shortened(words(paragraph))
