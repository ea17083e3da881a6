"""Graphics states, rendering intents, XObjects: what all devices read alike."""

from collections.abc import Iterator

from pipeline.inspect.pdf.drawn import Used
from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.values import Value, elements, entry, has, is_keyed, name, own

INTENTS = ("RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation")
BLENDS = frozenset(
    [
        "Normal",
        "Compatible",
        "Multiply",
        "Screen",
        "Overlay",
        "Darken",
        "Lighten",
        "ColorDodge",
        "ColorBurn",
        "HardLight",
        "SoftLight",
        "Difference",
        "Exclusion",
        "Hue",
        "Saturation",
        "Color",
        "Luminosity",
    ]
)


def _break(used: Used, message: str) -> Break:
    return Break(message, used.page, own(used.value))


@rule("A2:6.2.5-1")
def states_have_no_transfer(file: File) -> Iterator[Break]:
    """A graphics state has no transfer function (TR)."""
    for used in file.drawn.states.values():
        if has(used.value, "/TR"):
            yield _break(used, "a graphics state has a transfer function (TR)")


@rule("A2:6.2.5-2")
def states_have_default_transfer(file: File) -> Iterator[Break]:
    """A graphics state has no TR2 other than Default."""
    for used in file.drawn.states.values():
        stated = entry(used.value, "/TR2")
        if stated is not None and name(stated) != "Default":
            yield _break(used, "a graphics state has a transfer function (TR2)")


@rule("A2:6.2.5-3")
def states_have_no_phase(file: File) -> Iterator[Break]:
    """A graphics state has no halftone phase (HTP)."""
    for used in file.drawn.states.values():
        if has(used.value, "/HTP"):
            yield _break(used, "a graphics state has a halftone phase (HTP)")


@rule("A2:6.2.5-4")
def halftones_are_of_two_kinds(file: File) -> Iterator[Break]:
    """A halftone is of type 1 or 5."""
    for used, halftone in _halftones(file):
        if entry(halftone, "/HalftoneType") not in (1, 5):
            yield _break(used, "a halftone is neither of type 1 nor 5")


@rule("A2:6.2.5-5")
def halftones_have_no_names(file: File) -> Iterator[Break]:
    """A halftone has no HalftoneName."""
    for used, halftone in _halftones(file):
        if has(halftone, "/HalftoneName"):
            yield _break(used, "a halftone has a name")


def _halftones(file: File) -> Iterator[tuple[Used, Value]]:
    for used in file.drawn.states.values():
        halftone = entry(used.value, "/HT")
        if is_keyed(halftone):
            yield used, halftone


@rule("A2:6.2.6-1")
def intents_are_known(file: File) -> Iterator[Break]:
    """A rendering intent is one of the four that ISO 32000-1 knows."""
    stated = dict(file.drawn.intents)
    for used in (*file.drawn.states.values(), *file.drawn.pictures.values()):
        intent = name(entry(used.value, "/RI") or entry(used.value, "/Intent"))
        if intent is not None:
            stated.setdefault(intent, used.page)
    for intent, page in stated.items():
        if intent not in INTENTS:
            yield Break(f"`{intent}` is no rendering intent", page)


@rule("A2:6.2.9-1")
def forms_have_no_postscript(file: File) -> Iterator[Break]:
    """A form has neither OPI, PS, nor Subtype2 PS."""
    for used in file.drawn.forms.values():
        if (
            has(used.value, "/OPI")
            or has(used.value, "/PS")
            or name(entry(used.value, "/Subtype2")) == "PS"
        ):
            yield _break(used, "a form has OPI or PostScript")


@rule("UA1:7.20-1", "A2:6.2.9-2")
def forms_refer_to_no_file(file: File) -> Iterator[Break]:
    """A form does not stand for a page of another file (Ref)."""
    for used in file.drawn.forms.values():
        if has(used.value, "/Ref"):
            yield _break(used, "a form refers to another file")


@rule("A2:6.2.9-3")
def objects_are_no_postscript(file: File) -> Iterator[Break]:
    """No XObject is PostScript."""
    for used in file.drawn.others.values():
        if name(entry(used.value, "/Subtype")) == "PS":
            yield _break(used, "an XObject is PostScript")


@rule("A2:6.2.10-1")
def blends_are_known(file: File) -> Iterator[Break]:
    """A blend mode is one that ISO 32000-1 knows."""
    for used in file.drawn.states.values():
        for mode in elements(entry(used.value, "/BM")):
            if name(mode) not in BLENDS:
                yield _break(used, f"`{name(mode)}` is no blend mode")
