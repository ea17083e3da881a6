"""What each operator of a content stream does to marks, state, colours and fonts."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pipeline.inspect.pdf.colorspaces import resolve
from pipeline.inspect.pdf.drawn import Item, Mark, Showing, Used
from pipeline.inspect.pdf.marking import given_keys, named_keys
from pipeline.inspect.pdf.scope import (
    Follower,
    Scope,
    State,
    is_transparent,
    overprint,
)
from pipeline.inspect.pdf.streams import ContentError
from pipeline.inspect.pdf.tokens import Name, Operand, operations
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    identity,
    is_keyed,
    is_stream,
    name,
    own,
)
from pipeline.inspect.pdf.vocabulary import (
    FILLING_MODES,
    FILLS,
    SILENT,
    STROKES,
    STROKING_MODES,
)

MOST_OPERATORS = 5_000_000
DEEPEST_STATE = 5000


def follow(artist: Follower, stream: bytes, scope: Scope, state: State) -> None:
    """Follow a content stream; raise `ContentError` for a hostile one."""
    _Reader(artist, scope, state, scope.outer).read(stream)


@dataclass(slots=True)
class _Reader:
    """Follows the operators of one stream."""

    artist: Follower
    scope: Scope
    state: State
    mark: Mark | None
    saved: list[State] = field(default_factory=list)
    marks: list[Mark | None] = field(default_factory=list)

    def read(self, stream: bytes) -> None:
        for operator, operands in operations(stream):
            self.artist.count += 1
            if self.artist.count > MOST_OPERATORS:
                raise ContentError("the pages have too much content")
            if operator in SILENT:
                continue
            act = ACTS.get(operator)
            if act is None:
                unknown = self.artist.drawn.unknown
                unknown.setdefault(operator, self.scope.page)
            else:
                act(self, operator, operands)

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
        keys = self.keys(operands[-1]) if len(operands) > 1 else {}
        mcid = keys.get("MCID")
        number_ = int(mcid) if isinstance(mcid, float) else None
        element = self.artist.tree.owner(self.scope.parents, number_)
        self.marks.append(self.mark)
        self.mark = Mark(str(tag), keys, self.scope.page, self.mark, element)
        if number_ is not None and self.scope.owner is not None:
            self.artist.drawn.tagged_forms.add(identity(self.scope.owner))
        if self.scope.has_content:
            self.artist.drawn.marks.append(self.mark)

    def keys(self, operand: Operand) -> dict[str, object]:
        """Return the property list of a mark, given outright or by name."""
        if isinstance(operand, dict):
            return given_keys(operand)
        return named_keys(self.named("/Properties", operand))

    def end(self, operator: str, operands: list[Operand]) -> None:
        if self.marks:
            self.mark = self.marks.pop()

    def choose_font(self, operator: str, operands: list[Operand]) -> None:
        label = operands[0] if operands else None
        key = (identity(self.scope.resources), str(label))
        if key not in self.artist.known or own(self.scope.resources) is None:
            font = self.artist.font(self.named("/Font", label), self.scope)
            self.artist.known[key] = font
        self.state.font = self.artist.known[key]

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
        if is_transparent(given):
            drawn.transparent.add(page)
        font = elements(entry(given, "/Font"))
        if font:
            self.state.font = self.artist.font(font[0], self.scope)
        overprint(self.state, given)
        group = entry(given, "/SMask", "/G")
        if is_stream(group):
            inside = replace(self.scope, has_content=False)
            self.artist.form(group, inside, State(), None)

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
