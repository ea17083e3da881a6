"""Links read back: that each leads where the Document says, and is fit for all."""

from dataclasses import dataclass, field
from typing import Any

from pipeline.diagnostics import Diagnostic, error
from pipeline.render.pdf.structure.elements import Target
from pipeline.render.pdf.verify.goals import Goals, runs
from pipeline.render.pdf.verify.objects import Reference, text
from pipeline.render.pdf.verify.reading import Annotation, Reading, Tag


@dataclass(frozen=True, slots=True)
class _Expected:
    target: Target
    annotation: Annotation
    element: Reference
    origin: str | None


@dataclass(slots=True)
class LinkChecker:
    """Gathers links while the trees are compared; checks them when all is known."""

    reading: Reading
    goals: Goals
    findings: list[Diagnostic]
    links: list[_Expected] = field(default_factory=list)

    def expect(
        self,
        target: Target,
        annotations: list[Annotation],
        element: Tag,
        origin: str | None,
    ) -> None:
        """Remember a Link and its annotations: one for each page it stands on."""
        pages = sorted({run.page for run in runs(element)})
        if [each.page for each in annotations] != pages:
            message = "a Link has not one annotation for each page it stands on"
            self._wrong("UA1:7.18.5-1", message, origin)
        self.links += [
            _Expected(target, each, element.id, origin) for each in annotations
        ]

    def _wrong(self, code: str, message: str, origin: str | None) -> None:
        self.findings.append(error(code, message, origin=origin))

    def check(self) -> None:
        """Check every link, and that no annotation stands outside the tag tree."""
        for link in self.links:
            self._check_link(link)
        tagged = sorted(
            (each.annotation.page, each.annotation.id) for each in self.links
        )
        drawn = sorted(
            (at, annotation)
            for at, page in enumerate(self.reading.pages)
            for annotation in self.reading.objects.array(page.get("/Annots"))
        )
        if tagged != drawn:
            message = "an annotation is in no Link, or a Link's is on no page"
            self._wrong("UA1:7.18.5-1", message, None)

    def _check_link(self, link: _Expected) -> None:
        keys = link.annotation.keys
        target = link.target
        contents = text(keys.get("/Contents"))
        if not contents or contents != target.contents:
            message = f"a link is described as `{contents}`, not `{target.contents}`"
            self._wrong("UA1:7.18.5-2", message, link.origin)
        if keys.get("/F") != 4:
            self._wrong("A2:6.3.2-2", "a link does not print", link.origin)
        if len(self.reading.objects.array(keys.get("/QuadPoints"))) < 8:
            self._wrong("structure", "a link covers none of its lines", link.origin)
        if self.reading.parents.get(keys.get("/StructParent", -1)) != link.element:
            message = "a link's annotation names another element than its own"
            self._wrong("parent-tree", message, link.origin)
        self._check_action(keys.get("/A"), target, link.origin)

    def _check_action(self, action: Any, target: Target, origin: str | None) -> None:
        if target.url is not None:
            keys = self.reading.objects.dictionary(action)
            address = text(keys.get("/URI")) if keys.get("/S") == "/URI" else None
            if address != target.url:
                message = f"a link leads to `{address}`, not `{target.url}`"
                self._wrong("structure", message, origin)
            return
        wrong = self.goals.wrong(action, target.origin or "")
        if wrong:
            self._wrong(wrong[0], f"a link {wrong[1]}", origin)
