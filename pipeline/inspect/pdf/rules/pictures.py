"""Pictures: whole in the file, of plain depth, and shown as they are."""

from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.values import entry, has, own

DEPTHS = (None, 1, 2, 4, 8, 16)


@rule("A2:6.2.8-1")
def pictures_have_no_alternates(file: File) -> Iterator[Break]:
    """A picture has no Alternates."""
    yield from _having(file, "/Alternates")


@rule("A2:6.2.8-2")
def pictures_have_no_opi(file: File) -> Iterator[Break]:
    """A picture has no OPI."""
    yield from _having(file, "/OPI")


def _having(file: File, key: str) -> Iterator[Break]:
    for used in file.drawn.pictures.values():
        if has(used.value, key):
            yield Break(f"a picture has {key[1:]}", used.page, own(used.value))


@rule("A2:6.2.8-3")
def pictures_are_not_interpolated(file: File) -> Iterator[Break]:
    """A picture does not ask to be interpolated."""
    for used in file.drawn.pictures.values():
        if entry(used.value, "/Interpolate") is True:
            yield Break("a picture is interpolated", used.page, own(used.value))
    for keys, page in file.drawn.inline:
        if keys.get("I", keys.get("Interpolate")) is True:
            yield Break("a picture in the text is interpolated", page)


@rule("A2:6.2.8-4")
def pictures_have_plain_depth(file: File) -> Iterator[Break]:
    """A picture has 1, 2, 4, 8 or 16 bits for each component."""
    for used in file.drawn.pictures.values():
        is_mask = entry(used.value, "/ImageMask") is True
        bits = entry(used.value, "/BitsPerComponent")
        if not is_mask and bits not in DEPTHS:
            yield Break(f"a picture has {bits} bits", used.page, own(used.value))


@rule("A2:6.2.8-5")
def masks_have_one_bit(file: File) -> Iterator[Break]:
    """A mask has 1 bit for each component."""
    for used in file.drawn.pictures.values():
        is_mask = entry(used.value, "/ImageMask") is True
        bits = entry(used.value, "/BitsPerComponent")
        if is_mask and bits not in (None, 1):
            yield Break(f"a mask has {bits} bits", used.page, own(used.value))
