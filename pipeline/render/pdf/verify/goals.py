"""Where links and bookmarks lead, read back: to which page and which element."""

from dataclasses import dataclass
from typing import Any

from pipeline.render.pdf.edition import Edition
from pipeline.render.pdf.verify.content import Problem
from pipeline.render.pdf.verify.objects import Reference
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
        keys = self.reading.objects.dictionary(action)
        if shown is None or keys.get("/S") != "/GoTo" or "/D" not in keys:
            return "structure", "leads nowhere in the file"
        page = self.reading.numbers.get(self._goal(keys["/D"]))
        if page is None or page != min({run.page for run in runs(shown)}, default=None):
            return "structure", "leads to another place in the file"
        if not self.edition.has_structure_destinations:
            return None
        if self._goal(keys.get("/SD")) != shown.id:
            return "UA2:8.8-2", "leads to another element, or to none"
        return None

    def _goal(self, destination: Any) -> Reference:
        return next(iter(self.reading.objects.array(destination)), "")


def runs(tag: Tag) -> list[Run]:
    """Return the marked content of an element, that of notes within it left out."""
    found: list[Run] = []
    for kid in tag.kids:
        if isinstance(kid, Run):
            found.append(kid)
        elif isinstance(kid, Tag) and kid.type not in ("Note", "FENote"):
            found += runs(kid)
    return found
