"""Colour: device colours have an output intent, and profiles are what they say."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.streams import content
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    has,
    is_keyed,
    is_stream,
    name,
    own,
)

OUTPUT_CLASSES = ("prtr", "mntr")
INPUT_CLASSES = (*OUTPUT_CLASSES, "scnr", "spac")
OUTPUT_SPACES = ("RGB ", "CMYK", "GRAY")
MOST_COLORANTS = 32


@dataclass(frozen=True, slots=True)
class Profile:
    """The head of an ICC profile."""

    version: int
    device: str
    space: str


def read_profile(stream: Value) -> Profile:
    """Return the head of a profile; ICC.1, 7.2."""
    data = content(stream)[:128].ljust(128, b"\0")
    return Profile(
        data[8], data[12:16].decode("latin-1"), data[16:20].decode("latin-1")
    )


def _intents(file: File) -> list[Value]:
    listed = elements(entry(file.catalog, "/OutputIntents"))
    return [each for each in listed if is_keyed(each)]


def output_space(file: File) -> str | None:
    """Return the colour space of the PDF/A output intent; None where there is none."""
    found = None
    for intent in _intents(file):
        stream = entry(intent, "/DestOutputProfile")
        if name(entry(intent, "/S")) == "GTS_PDFA1" and is_stream(stream):
            found = read_profile(stream).space
    return found


@rule("A2:6.2.3-1")
def output_profiles_are_usable(file: File) -> Iterator[Break]:
    """An output profile is for printer or monitor, in RGB, CMYK or grey, below 5."""
    for intent in _intents(file):
        stream = entry(intent, "/DestOutputProfile")
        if not is_stream(stream):
            continue
        profile = read_profile(stream)
        if (
            profile.device not in OUTPUT_CLASSES
            or profile.space not in OUTPUT_SPACES
            or profile.version >= 5
        ):
            shown = f"{profile.device} {profile.space} {profile.version}"
            yield Break(
                f"the output profile is of the kind `{shown}`", number=own(stream)
            )


@rule("A2:6.2.3-2")
def output_profiles_are_one(file: File) -> Iterator[Break]:
    """Several output intents share one profile object."""
    profiles = [entry(each, "/DestOutputProfile") for each in _intents(file)]
    if len({own(each) for each in profiles if is_stream(each)}) > 1:
        yield Break("output intents have different profiles")


@rule("A2:6.2.3-3")
def output_profiles_are_embedded(file: File) -> Iterator[Break]:
    """An output intent for PDF/X does not refer to a profile elsewhere."""
    for intent in _intents(file):
        if name(entry(intent, "/S")) == "GTS_PDFX" and has(
            intent, "/DestOutputProfileRef"
        ):
            yield Break("an output profile is outside the file", number=own(intent))


@rule("A2:6.2.4.2-1")
def profiles_are_usable(file: File) -> Iterator[Break]:
    """The profile of an ICCBased space is of a usable class, space and version."""
    for used in file.drawn.spaces.values():
        listed = elements(used.value)
        if name(listed[0]) != "ICCBased" or len(listed) < 2:
            continue
        profile = read_profile(listed[1])
        if (
            profile.device not in INPUT_CLASSES
            or profile.space not in (*OUTPUT_SPACES, "Lab ")
            or profile.version >= 5
        ):
            yield Break("a colour profile is not usable", used.page, own(listed[1]))


@rule("A2:6.2.4.2-2")
def profiled_cmyk_does_not_overprint(file: File) -> Iterator[Break]:
    """ICC-based CMYK is not painted in overprint mode 1."""
    for page in file.drawn.overprinted:
        yield Break("CMYK by a profile is overprinted in mode 1", page)


@rule("A2:6.2.4.3-2")
def rgb_has_intent(file: File) -> Iterator[Break]:
    """DeviceRGB is used only under an RGB output intent, or with DefaultRGB."""
    yield from _device(file, "DeviceRGB", ("RGB ",))


@rule("A2:6.2.4.3-3")
def cmyk_has_intent(file: File) -> Iterator[Break]:
    """DeviceCMYK is used only under a CMYK output intent, or with DefaultCMYK."""
    yield from _device(file, "DeviceCMYK", ("CMYK",))


@rule("A2:6.2.4.3-4")
def gray_has_intent(file: File) -> Iterator[Break]:
    """DeviceGray is used only under an output intent, or with DefaultGray."""
    yield from _device(file, "DeviceGray", None)


def _device(file: File, space: str, outputs: tuple[str, ...] | None) -> Iterator[Break]:
    page = file.drawn.devices.get(space)
    found = output_space(file)
    if page is not None and (found is None or (outputs and found not in outputs)):
        yield Break(f"{space} is painted with and has no output intent", page)


@rule("A2:6.2.4.4-2")
def separations_agree(file: File) -> Iterator[Break]:
    """Separations of one name have the same tint transform and alternate space."""
    met: dict[str, bytes] = {}
    for used in file.drawn.spaces.values():
        listed = elements(used.value)
        if name(listed[0]) != "Separation" or len(listed) < 4:
            continue
        label = name(listed[1]) or ""
        written = b" ".join(_written(each) for each in listed[2:4])
        if met.setdefault(label, written) != written:
            yield Break(f"the colour `{label}` is mixed in two ways", used.page)


def _written(value: Value) -> bytes:
    given = own(value)
    if given is not None:
        return b"%d" % given
    return bytes(value.unparse()) if hasattr(value, "unparse") else repr(value).encode()


@rule("A2:6.1.13-9")
def colorants_are_few(file: File) -> Iterator[Break]:
    """A DeviceN colour space has at most 32 colorants."""
    for used in file.drawn.spaces.values():
        listed = elements(used.value)
        if name(listed[0]) == "DeviceN" and len(elements(listed[1])) > MOST_COLORANTS:
            yield Break("a colour space has more than 32 colorants", used.page)


@rule("A2:6.2.10-2")
def transparency_has_space(file: File) -> Iterator[Break]:
    """Without an output intent, a page with transparency states its blending space."""
    if output_space(file) is not None:
        return
    for page in file.pages:
        if (
            page.number in file.drawn.transparent
            and entry(page.value, "/Group", "/CS") is None
        ):
            yield Break("transparency has no blending space", page.number)
