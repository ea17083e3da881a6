"""Where links and bookmarks lead, read back: to which page and which element."""

from dataclasses import dataclass
from typing import Any

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.verify.content import Problem
from pipeline.render.pdf.verify.reading import Reading, Run, Tag


@dataclass(frozen=True, slots=True)
class Goals:
    """What the file holds, by origin of what it shows."""

    reading: Reading
    edition: Edition
    leaves: dict[str, Tag]

    def wrong(self, action: Any, origin: str) -> Problem | None:
        """Return why `action` does not lead to the leaf of that origin, or None."""
        shown = self.leaves.get(origin)
        keys = {} if action is None else dict(action.items())
        if shown is None or keys.get("/S") != "/GoTo" or "/D" not in keys:
            return "structure", "leads nowhere in the file"
        page = self._page(keys["/D"][0])
        if page is None or page != min({run.page for run in runs(shown)}, default=None):
            return "structure", "leads to another place in the file"
        if not self.edition.has_structure_destinations:
            return None
        element = keys["/SD"][0] if "/SD" in keys else None
        if element is None or element.objgen != shown.id:
            return "UA2:8.8-2", "leads to another element, or to none"
        return None

    def _page(self, wanted: Any) -> int | None:
        for at, page in enumerate(self.reading.pdf.pages):
            if page.obj.objgen == wanted.objgen:
                return at
        return None


def runs(tag: Tag) -> list[Run]:
    """Return the marked content of an element, that of notes within it left out."""
    found: list[Run] = []
    for kid in tag.kids:
        if isinstance(kid, Run):
            found.append(kid)
        elif isinstance(kid, Tag) and kid.type not in ("Note", "FENote"):
            found += runs(kid)
    return found
