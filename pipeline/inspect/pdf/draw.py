"""Content streams followed through pages, forms, patterns and appearances.

Nothing is drawn: each operator is asked what it would put on the page, in which colour
and font, and inside which marks. A form is entered once for each way it is marked.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pipeline.inspect.pdf.colorspaces import parts, resolve
from pipeline.inspect.pdf.drawn import Drawn, Item, Mark, Showing, Used
from pipeline.inspect.pdf.pages import Page
from pipeline.inspect.pdf.streams import content
from pipeline.inspect.pdf.tokens import Name, Operand, operations
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
    text,
    whole,
)

DEEPEST_FORM = 20
MOST_OPERATORS = 20_000_000
DEEPEST_STATE = 5000
FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
STROKES = {"S", "s", "B", "B*", "b", "b*"}
# ISO 32000-1, table 106: which rendering modes of text fill and stroke.
FILLING_MODES = (0, 2, 4, 6)
STROKING_MODES = (1, 2, 5, 6)
SILENT = frozenset(
    "w J j M d i cm m l c v y h re n W W* BT ET Tc Tw Tz TL Ts Td TD Tm T* d0 d1 "
    "MP DP BX EX".split()
)
BLACK: Value = "DeviceGray"
PROPERTIES = ("Lang", "ActualText", "Alt", "E")


class TooLongError(Exception):
    """The content has more operators than any document."""


@dataclass(slots=True)
class State:
    """The graphics state, as far as rules ask for it."""

    font: int | None = None
    mode: int = 0
    fill: Value = BLACK
    stroke: Value = BLACK
    fill_overprints: bool = False
    stroke_overprints: bool = False
    overprint_mode: int = 0


@dataclass(slots=True)
class Scope:
    """One content stream: where it stands and what it can name."""

    page: int
    resources: Value
    parents: int | None
    """StructParents of the stream, under which its MCIDs are found."""
    outer: Mark | None
    depth: int
    has_content: bool
    """Whether it counts as content of the page; an appearance does not."""
    owner: Value = None
    around: Value = None
    """The resources of the stream that shows this one."""


def draw(pages: list[Page], tree: Tree) -> Drawn:
    """Return what the pages do; raise `TooLongError` for a hostile file."""
    artist = _Artist(tree)
    for page in pages:
        resources = page.get("/Resources")
        key = whole(entry(page.value, "/StructParents"))
        scope = Scope(page.number, resources, key, None, 0, True)
        artist.run(page.content, scope, State())
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

    def run(self, stream: bytes, scope: Scope, state: State) -> None:
        """Follow one content stream."""
        _Reader(self, scope, state, scope.outer).read(stream)

    def appearances(self, annotation: Value, scope: Scope) -> None:
        for _, stream in items(entry(annotation, "/AP")):
            states = [stream] if is_stream(stream) else [each for _, each in items(stream)]
            for each in states:
                if is_stream(each):
                    inside = replace(scope, has_content=False, parents=None)
                    self.form(each, inside, State(), None)

    def form(self, form: Value, scope: Scope, state: State, mark: Mark | None) -> None:
        """Follow a form, unless it has been followed in the same circumstances."""
        seen = (identity(form), mark is not None and mark.is_tagged,
                mark is not None and mark.is_artifact,
                mark is not None and mark.is_replaced, scope.has_content)  # fmt: skip
        if own(form) is not None and seen in self.met or scope.depth > DEEPEST_FORM:
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
        self.run(content(form), inside, replace(state))

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


@dataclass(slots=True)
class _Reader:
    """Follows the operators of one stream."""

    artist: _Artist
    scope: Scope
    state: State
    mark: Mark | None
    saved: list[State] = field(default_factory=list)
    marks: list[Mark | None] = field(default_factory=list)

    def read(self, stream: bytes) -> None:
        for operator, operands in operations(stream):
            self.artist.count += 1
            if operator in SILENT:
                continue
            act = ACTS.get(operator)
            if act is None:
                unknown = self.artist.drawn.unknown
                unknown.setdefault(operator, self.scope.page)
            else:
                act(self, operator, operands)
        if self.artist.count > MOST_OPERATORS:
            raise TooLongError

    def named(self, category: str, label: Operand) -> Value:
        """Return what a name stands for among the resources."""
        if not isinstance(label, str):
            return None
        found = entry(self.scope.resources, category, f"/{label}")
        if found is None and self.scope.around is not None:
            found = entry(self.scope.around, category, f"/{label}")
            if found is not None and self.scope.owner is not None:
                key = (identity(self.scope.owner), f"{category[1:]} {label}")
                self.artist.drawn.inherited.setdefault(key, self.scope.page)
        return found

    def save(self, operator: str, operands: list[Operand]) -> None:
        if operator == "q" and len(self.saved) < DEEPEST_STATE:
            self.saved.append(replace(self.state))
            deepest = self.artist.drawn.deepest
            page = self.scope.page
            deepest[page] = max(deepest.get(page, 0), len(self.saved))
        elif operator == "Q" and self.saved:
            self.state = self.saved.pop()

    def begin(self, operator: str, operands: list[Operand]) -> None:
        tag = operands[0] if operands and isinstance(operands[0], Name) else ""
        keys = self.properties(operands[-1]) if len(operands) > 1 else {}
        mcid = keys.get("MCID")
        number_ = int(mcid) if isinstance(mcid, float) else None
        element = self.artist.tree.owner(self.scope.parents, number_)
        self.marks.append(self.mark)
        self.mark = Mark(str(tag), keys, self.scope.page, self.mark, element)
        if number_ is not None and self.scope.owner is not None:
            self.artist.drawn.tagged_forms.add(identity(self.scope.owner))
        if self.scope.has_content:
            self.artist.drawn.marks.append(self.mark)

    def properties(self, operand: Operand) -> dict[str, object]:
        """Return the property list of a mark, strings decoded."""
        if isinstance(operand, dict):
            return {
                key: _decoded(value) if isinstance(value, bytes) else value
                for key, value in operand.items()
            }
        listed = self.named("/Properties", operand)
        keys: dict[str, object] = {
            key: said
            for key in PROPERTIES
            if (said := text(entry(listed, f"/{key}"))) is not None
        }
        mcid = number(entry(listed, "/MCID"))
        return keys if mcid is None else {**keys, "MCID": mcid}

    def end(self, operator: str, operands: list[Operand]) -> None:
        if self.marks:
            self.mark = self.marks.pop()

    def choose_font(self, operator: str, operands: list[Operand]) -> None:
        label = operands[0] if operands else None
        key = (identity(self.scope.resources), str(label))
        if key not in self.artist.known or own(self.scope.resources) is None:
            self.artist.known[key] = self.enter_font(self.named("/Font", label))
        self.state.font = self.artist.known[key]

    def enter_font(self, font: Value) -> int | None:
        if not is_keyed(font):
            return None
        key = identity(font)
        if key not in self.artist.drawn.fonts:
            self.artist.drawn.fonts[key] = Used(font, self.scope.page)
            if name(entry(font, "/Subtype")) == "Type3":
                self.follow_glyphs(font)
        return key

    def follow_glyphs(self, font: Value) -> None:
        """Follow the drawings of a Type 3 font, which are content streams."""
        resources = entry(font, "/Resources") or self.scope.resources
        inside = replace(self.scope, resources=resources, has_content=False)
        for _, stream in items(entry(font, "/CharProcs")):
            self.artist.form(stream, inside, replace(self.state), None)

    def set_mode(self, operator: str, operands: list[Operand]) -> None:
        if operands and isinstance(operands[-1], float):
            self.state.mode = int(operands[-1])

    def show(self, operator: str, operands: list[Operand]) -> None:
        shown = operands[-1] if operands else b""
        strings = shown if isinstance(shown, list) else [shown]
        said = [each for each in strings if isinstance(each, bytes)]
        mode = self.state.mode
        if self.state.font is not None:
            way = Showing(
                self.scope.page, mode == 3, bool(self.mark and self.mark.is_replaced)
            )
            uses = self.artist.drawn.shown.setdefault(self.state.font, {})
            uses.setdefault(way, []).extend(said)
        if mode in FILLING_MODES:
            self.fill()
        if mode in STROKING_MODES:
            self.stroke()
        self.painted("text")

    def painted(self, kind: str) -> None:
        if self.scope.has_content:
            items_ = self.artist.drawn.items
            items_.append(Item(kind, self.scope.page, self.mark))

    def paint(self, operator: str, operands: list[Operand]) -> None:
        if operator in FILLS:
            self.fill()
        if operator in STROKES:
            self.stroke()
        self.painted("shape")

    def fill(self) -> None:
        mode = self.state.overprint_mode if self.state.fill_overprints else 0
        self.artist.color(self.state.fill, self.scope, mode)

    def stroke(self) -> None:
        mode = self.state.overprint_mode if self.state.stroke_overprints else 0
        self.artist.color(self.state.stroke, self.scope, mode)

    def set_device(self, operator: str, operands: list[Operand]) -> None:
        spaces = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
        if operator in spaces:
            self.state.fill = spaces[operator]
        else:
            self.state.stroke = spaces[operator.lower()]

    def set_space(self, operator: str, operands: list[Operand]) -> None:
        space = resolve(operands[-1] if operands else None, self.scope.resources)
        if operator == "cs":
            self.state.fill = space
        else:
            self.state.stroke = space

    def set_color(self, operator: str, operands: list[Operand]) -> None:
        label = operands[-1] if operands else None
        if not isinstance(label, Name):
            return
        pattern = self.named("/Pattern", label)
        if is_stream(pattern):
            inside = replace(self.scope, has_content=False)
            self.artist.form(pattern, inside, State(), None)
        elif is_keyed(pattern):
            space = entry(pattern, "/Shading", "/ColorSpace")
            self.artist.color(resolve(space, self.scope.resources), self.scope)
            self.extend(entry(pattern, "/ExtGState"))

    def shade(self, operator: str, operands: list[Operand]) -> None:
        shading = self.named("/Shading", operands[-1] if operands else None)
        space = resolve(entry(shading, "/ColorSpace"), self.scope.resources)
        self.artist.color(space, self.scope)
        self.painted("shading")

    def set_intent(self, operator: str, operands: list[Operand]) -> None:
        if operands and isinstance(operands[-1], Name):
            intents = self.artist.drawn.intents
            intents.setdefault(str(operands[-1]), self.scope.page)

    def set_state(self, operator: str, operands: list[Operand]) -> None:
        self.extend(self.named("/ExtGState", operands[-1] if operands else None))

    def extend(self, given: Value) -> None:
        """Take over an ExtGState dictionary; ISO 32000-1, 8.4.5."""
        if not is_keyed(given):
            return
        drawn, page = self.artist.drawn, self.scope.page
        drawn.states.setdefault(identity(given), Used(given, page))
        if _is_transparent(given):
            drawn.transparent.add(page)
        font = elements(entry(given, "/Font"))
        if font:
            self.state.font = self.enter_font(font[0])
        self.overprint(given)
        group = entry(given, "/SMask", "/G")
        if is_stream(group):
            inside = replace(self.scope, has_content=False)
            self.artist.form(group, inside, State(), None)

    def overprint(self, given: Value) -> None:
        strokes, fills = entry(given, "/OP"), entry(given, "/op")
        if isinstance(strokes, bool):
            self.state.stroke_overprints = strokes
            self.state.fill_overprints = strokes
        if isinstance(fills, bool):
            self.state.fill_overprints = fills
        mode = whole(entry(given, "/OPM"))
        if mode is not None:
            self.state.overprint_mode = mode

    def show_object(self, operator: str, operands: list[Operand]) -> None:
        shown = self.named("/XObject", operands[-1] if operands else None)
        drawn, page = self.artist.drawn, self.scope.page
        match name(entry(shown, "/Subtype")):
            case "Image":
                drawn.pictures.setdefault(identity(shown), Used(shown, page))
                self.picture(shown)
                self.painted("picture")
            case "Form":
                drawn.forms.setdefault(identity(shown), Used(shown, page))
                times = drawn.form_times.get(identity(shown), 0)
                drawn.form_times[identity(shown)] = times + 1
                self.artist.form(shown, self.scope, self.state, self.form_mark(shown))
            case _ if shown is not None:
                drawn.others.setdefault(identity(shown), Used(shown, page))
            case _:
                pass

    def form_mark(self, form: Value) -> Mark | None:
        """Return the mark inside a form: a form can be an element's whole content."""
        element = self.artist.tree.owner_of_object(form)
        if element is None:
            return self.mark
        return Mark("", {}, self.scope.page, self.mark, element)

    def picture(self, picture: Value) -> None:
        page = self.scope.page
        if entry(picture, "/ImageMask") is True:
            self.fill()
        else:
            space = resolve(entry(picture, "/ColorSpace"), self.scope.resources)
            self.artist.color(space, self.scope)
        if entry(picture, "/SMask") is not None:
            self.artist.drawn.transparent.add(page)
            mask = entry(picture, "/SMask")
            self.artist.drawn.pictures.setdefault(identity(mask), Used(mask, page))
        intent = name(entry(picture, "/Intent"))
        if intent is not None:
            self.artist.drawn.intents.setdefault(intent, page)

    def inline(self, operator: str, operands: list[Operand]) -> None:
        keys = operands[0] if operands and isinstance(operands[0], dict) else {}
        self.artist.drawn.inline.append((keys, self.scope.page))
        if keys.get("IM", keys.get("ImageMask")) is True:
            self.fill()
        else:
            space = keys.get("CS", keys.get("ColorSpace"))
            if isinstance(space, list):
                space = space[1] if len(space) > 1 else None
            if isinstance(space, str):
                self.artist.color(resolve(space, self.scope.resources), self.scope)
        self.painted("picture")


def _is_transparent(given: Value) -> bool:
    mode = entry(given, "/BM")
    modes = {name(each) for each in elements(mode)} - {"Normal", "Compatible"}
    alphas = [number(entry(given, key)) for key in ("/ca", "/CA")]
    is_masked = is_keyed(entry(given, "/SMask"))
    return bool(modes) or is_masked or any(
        alpha is not None and alpha < 1 for alpha in alphas
    )


def _decoded(value: bytes) -> str:
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")


Act = Callable[[_Reader, str, list[Operand]], None]
ACTS: dict[str, Act] = {
    **dict.fromkeys(("q", "Q"), _Reader.save),
    **dict.fromkeys(("BMC", "BDC"), _Reader.begin),
    "EMC": _Reader.end,
    "Tf": _Reader.choose_font,
    "Tr": _Reader.set_mode,
    **dict.fromkeys(("Tj", "TJ", "'", '"'), _Reader.show),
    **dict.fromkeys(FILLS | STROKES, _Reader.paint),
    **dict.fromkeys(("g", "G", "rg", "RG", "k", "K"), _Reader.set_device),
    **dict.fromkeys(("cs", "CS"), _Reader.set_space),
    **dict.fromkeys(("sc", "scn", "SC", "SCN"), _Reader.set_color),
    "sh": _Reader.shade,
    "ri": _Reader.set_intent,
    "gs": _Reader.set_state,
    "Do": _Reader.show_object,
    "BI": _Reader.inline,
}
