"""The file as bytes and objects: header, trailer, streams, limits, attachments."""

import re
from collections.abc import Iterator

from pipeline.inspect.pdf.opening import File
from pipeline.inspect.pdf.rule import Break, rule
from pipeline.inspect.pdf.values import (
    Value,
    elements,
    entry,
    has,
    is_stream,
    name,
    numbers,
    own,
)

HEADER = re.compile(rb"%PDF-1\.[0-7](?:\r\n|\r|\n)")
FILTERS = frozenset(
    [
        "ASCIIHexDecode",
        "ASCII85Decode",
        "FlateDecode",
        "RunLengthDecode",
        "CCITTFaxDecode",
        "JBIG2Decode",
        "DCTDecode",
        "JPXDecode",
    ]
)
# ISO 32000-1, Annex C.
LONGEST_STRING, LONGEST_NAME = 32767, 127
SMALLEST, LARGEST = 3, 14400
BOXES = ("/MediaBox", "/CropBox", "/TrimBox", "/ArtBox", "/BleedBox")
END = re.compile(rb"%%EOF(?:\r\n|\r|\n)?\Z")


@rule("UA1:6.1-1")
def header_names_version(file: File) -> Iterator[Break]:
    """The header is `%PDF-1.0` to `%PDF-1.7` and one end of line."""
    start = file.data.find(b"%PDF-", 0, 1024)
    if not HEADER.match(file.data, max(start, 0)):
        yield Break("the header does not name a version from 1.0 to 1.7")


@rule("A2:6.1.2-1")
def header_comes_first(file: File) -> Iterator[Break]:
    """The file begins with its header, `%PDF-1.0` to `%PDF-1.7`."""
    if not HEADER.match(file.data):
        yield Break("the file does not begin with a header from 1.0 to 1.7")


@rule("A2:6.1.2-2")
def header_says_binary(file: File) -> Iterator[Break]:
    """The second line is a comment of at least four bytes beyond 127."""
    start = max(file.data.find(b"%PDF-", 0, 1024), 0)
    lines = re.split(rb"\r\n|\r|\n", file.data[start : start + 200], maxsplit=2)
    second = lines[1:2]
    if not second or not re.match(rb"%[\x80-\xff]{4}", second[0]):
        yield Break("the second line does not say that the file is binary")


@rule("A2:6.1.3-1")
def file_has_identifier(file: File) -> Iterator[Break]:
    """The trailer has an ID."""
    if not elements(file.pdf.trailer.get("/ID")):
        yield Break("the trailer has no ID")


@rule("A2:6.1.3-2")
def file_is_not_encrypted(file: File) -> Iterator[Break]:
    """The file is not encrypted."""
    if has(file.pdf.trailer, "/Encrypt"):
        yield Break("the file is encrypted")


@rule("A2:6.1.3-3")
def nothing_follows_the_end(file: File) -> Iterator[Break]:
    """Nothing follows the last %%EOF but one end of line."""
    if not END.search(file.data, max(0, len(file.data) - 10)):
        yield Break("the file goes on after its end")


@rule("A2:6.1.7.1-1")
def lengths_are_exact(file: File) -> Iterator[Break]:
    """The Length of each stream is that of its data."""
    for number in file.mended:
        yield Break("the length of a stream is not as stated", number=number)


@rule("A2:6.1.7.1-3")
def streams_are_in_the_file(file: File) -> Iterator[Break]:
    """No stream keeps its data in another file (F, FFilter, FDecodeParms)."""
    for value in _streams(file):
        if any(has(value, key) for key in ("/F", "/FFilter", "/FDecodeParms")):
            yield Break("a stream keeps its data outside the file", number=own(value))


@rule("A2:6.1.7.2-1")
def filters_are_plain(file: File) -> Iterator[Break]:
    """Streams are compressed by known means, and not by LZW."""
    for value in _streams(file):
        for each in elements(entry(value, "/Filter")):
            if name(each) not in FILTERS:
                yield Break(
                    f"a stream has the filter `{name(each)}`", number=own(value)
                )


def _streams(file: File) -> Iterator[Value]:
    return (each for each in file.objects if is_stream(each))


@rule("A2:6.1.8-1")
def names_are_utf_8(file: File) -> Iterator[Break]:
    """Names of fonts, colorants and structure types are valid UTF-8."""
    for value, page in _names(file):
        if not _is_utf_8(value):
            yield Break("a name is not in UTF-8", page)


def _names(file: File) -> Iterator[tuple[Value, int | None]]:
    for font in file.fonts:
        yield entry(font.value, "/BaseFont"), font.page
    for element in file.tree.every:
        yield entry(element.value, "/S"), None
    for used in file.drawn.spaces.values():
        listed = elements(used.value)
        if name(listed[0]) in ("Separation", "DeviceN") and len(listed) > 1:
            for each in elements(listed[1]):
                yield each, used.page


def _is_utf_8(value: Value) -> bool:
    if name(value) is None:
        return True
    raw = re.sub(
        rb"#([0-9A-Fa-f]{2})",
        lambda found: bytes([int(found[1], 16)]),
        bytes(value.unparse()),
    )
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@rule("A2:6.1.13-3")
def strings_are_short(file: File) -> Iterator[Break]:
    """No string is longer than 32767 bytes."""
    for number, longest, _ in file.longest:
        if longest > LONGEST_STRING:
            yield Break(f"a string has {longest} bytes", number=number)


@rule("A2:6.1.13-4")
def names_are_short(file: File) -> Iterator[Break]:
    """No name is longer than 127 bytes."""
    for number, _, longest in file.longest:
        if longest > LONGEST_NAME:
            yield Break(f"a name has {longest} bytes", number=number)


@rule("A2:6.1.13-11")
def pages_are_of_sane_size(file: File) -> Iterator[Break]:
    """Every box of a page is from 3 to 14400 units wide and high."""
    for page in file.pages:
        for key in BOXES:
            box = numbers(page.get(key))
            if len(box) == 4 and not all(
                SMALLEST <= abs(box[at + 2] - box[at]) <= LARGEST for at in (0, 1)
            ):
                message = f"the {key[1:]} is too small or too large"
                yield Break(message, page.number, own(page.value))
