"""Content streams followed through pages, forms, patterns and appearances.

Nothing is drawn: each operator is asked what it would put on the page, in which colour
and font, and inside which marks. A form is entered once for each way it is marked.
"""

from dataclasses import dataclass, field, replace

from pipeline.inspect.pdf.colorspaces import parts, resolve
from pipeline.inspect.pdf.drawn import Drawn, Mark, Used
from pipeline.inspect.pdf.operators import follow
from pipeline.inspect.pdf.pages import Page
from pipeline.inspect.pdf.scope import Scope, State
from pipeline.inspect.pdf.streams import shown
from pipeline.inspect.pdf.tree import Tree
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    identity,
    is_keyed,
    is_stream,
    items,
    name,
    number,
    own,
    whole,
)

DEEPEST_FORM = 20


def draw(pages: list[Page], tree: Tree) -> Drawn:
    """Return what the pages do; raise `ContentError` for a hostile file."""
    artist = _Artist(tree)
    for page in pages:
        resources = page.get("/Resources")
        key = whole(entry(page.value, "/StructParents"))
        scope = Scope(page.number, resources, key, None, 0, True)
        follow(artist, page.content, scope, State())
        if entry(page.value, "/Group", "/S") is not None:
            artist.group(page.value, scope)
        for annotation in page.annotations:
            artist.appearances(annotation, scope)
    return artist.drawn


@dataclass(slots=True)
class _Artist:
    tree: Tree
    drawn: Drawn = field(default_factory=Drawn)
    met: set[tuple[object, ...]] = field(default_factory=set)
    count: int = 0
    known: dict[tuple[int, str], int | None] = field(default_factory=dict)
    painted: set[tuple[object, ...]] = field(default_factory=set)

    def appearances(self, annotation: Value, scope: Scope) -> None:
        for _, stream in items(entry(annotation, "/AP")):
            states = (
                [stream] if is_stream(stream) else [each for _, each in items(stream)]
            )
            for each in states:
                if is_stream(each):
                    inside = replace(scope, has_content=False, parents=None)
                    self.form(each, inside, State(), None)

    def form(self, form: Value, scope: Scope, state: State, mark: Mark | None) -> None:
        """Follow a form, unless it has been followed in the same circumstances."""
        seen = (identity(form), mark is not None and mark.is_tagged,
                mark is not None and mark.is_artifact,
                mark is not None and mark.is_replaced, scope.has_content)  # fmt: skip
        if (own(form) is not None and seen in self.met) or scope.depth > DEEPEST_FORM:
            return
        self.met.add(seen)
        self.group(form, scope)
        resources = entry(form, "/Resources")
        inside = Scope(
            scope.page,
            scope.resources if resources is None else resources,
            whole(entry(form, "/StructParents")),
            mark,
            scope.depth + 1,
            scope.has_content,
            form,
            scope.resources,
        )
        follow(self, shown(form), inside, replace(state))

    def font(self, font: Value, scope: Scope) -> int | None:
        """Enter a font; the drawings of a Type 3 font are content streams."""
        if not is_keyed(font):
            return None
        key = identity(font)
        if key in self.drawn.fonts:
            return key
        self.drawn.fonts[key] = Used(font, scope.page)
        if name(entry(font, "/Subtype")) == "Type3":
            resources = entry(font, "/Resources") or scope.resources
            inside = replace(scope, resources=resources, has_content=False)
            for _, stream in items(entry(font, "/CharProcs")):
                if is_stream(stream):
                    self.form(stream, inside, State(), None)
        return key

    def group(self, holder: Value, scope: Scope) -> None:
        group = entry(holder, "/Group")
        if name(entry(group, "/S")) == "Transparency":
            self.drawn.transparent.add(scope.page)
            space = entry(group, "/CS")
            if space is not None:
                self.color(resolve(space, scope.resources), scope)

    def color(self, space: Value, scope: Scope, mode: int = 0) -> None:
        """Note a colour space that is painted with."""
        key = (space if isinstance(space, str) else identity(space),
               identity(scope.resources), mode)  # fmt: skip
        if key in self.painted:
            return
        if isinstance(space, str) or own(space) is not None:
            self.painted.add(key)
        for part in parts(space, scope.resources):
            if isinstance(part, str):
                self.drawn.devices.setdefault(part, scope.page)
            else:
                self.drawn.spaces.setdefault(identity(part), Used(part, scope.page))
                if mode and _is_profiled_cmyk(part):
                    self.drawn.overprinted.setdefault(scope.page, scope.page)


def _is_profiled_cmyk(space: Value) -> bool:
    listed = elements(space)
    return (
        len(listed) > 1
        and name(listed[0]) == "ICCBased"
        and number(entry(listed[1], "/N")) == 4
    )
