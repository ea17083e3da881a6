"""A file's bytes into its parts, with a guard before every step.

Reads the archive's own directory instead of trusting a library: what one reader takes
for a part, another must not take for something else.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, error

MEGABYTE = 1_000_000
LARGEST_FILE, LARGEST_CONTENT = 50 * MEGABYTE, 200 * MEGABYTE
MOST_PARTS = 2_000
# Deflate gives XML about 20 to 1; what promises more than this is a bomb.
LARGEST_RATIO = 100
_END, _ENTRY, _LOCAL = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_IS_ENCRYPTED, _HAS_DESCRIPTOR, _IS_UTF8 = 0x1, 0x8, 0x800
_SMALLEST_DESCRIPTOR = 12


class RefusedFileError(Exception):
    """The file cannot be judged further; carries the finding that says why."""

    def __init__(self, finding: Diagnostic) -> None:
        """Keep the finding."""
        super().__init__(finding.message)
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as the archive's directory lists it; offsets and sizes in bytes."""

    name: str
    flags: int
    method: int
    check: int
    packed: int
    size: int
    offset: int


def read_archive(data: bytes) -> dict[str, bytes]:
    """Return parts by name; raise `RefusedFileError` for what breaks a guard."""
    _limit(len(data), LARGEST_FILE, "the file has")
    entries, directory = _read_directory(data)
    _limit_content(entries, len(data))
    _refuse_names([entry.name for entry in entries])
    starts = _starts(data, entries, directory)
    return {
        entry.name: _content(data, entry, start)
        for entry, start in zip(entries, starts, strict=True)
        if not entry.name.endswith("/")
    }


def _limit(size: int, limit: int, what: str) -> None:
    if size > limit:
        raise RefusedFileError(
            error(
                "OX:31",
                f"{what} {size / MEGABYTE:,.0f} MB (limit {limit // MEGABYTE} MB)",
                hint="take out large pictures, or divide the document",
            )
        )


def _limit_content(entries: Sequence[Entry], packed: int) -> None:
    """OX:31: a file keeps to limits that no document needs to exceed."""
    if len(entries) > MOST_PARTS:
        message = f"the file has {len(entries):,} parts (limit {MOST_PARTS:,})"
        raise RefusedFileError(error("OX:31", message))
    content = sum(entry.size for entry in entries)
    _limit(content, LARGEST_CONTENT, "the file unpacks to")
    if content > LARGEST_RATIO * packed:
        message = f"the file unpacks to {content // packed} times its size"
        raise RefusedFileError(error("OX:31", f"{message} (limit {LARGEST_RATIO})"))


def _refuse_names(names: Sequence[str]) -> None:
    """OX:32: part names are unique whatever their case, and stay in the package."""
    seen = set[str]()
    for name in names:
        if name.lower() in seen:
            raise RefusedFileError(error("OX:32", f"two parts are named `{name}`"))
        seen.add(name.lower())
        pieces = name.removesuffix("/").split("/")
        if "\\" in name or name[1:2] == ":" or not {"", ".", ".."}.isdisjoint(pieces):
            message = f"the part name `{name}` leads out of the package"
            raise RefusedFileError(error("OX:32", message))


def _broken(why: str) -> RefusedFileError:
    """OX:33: the archive's directory and its contents agree, and nothing overlaps."""
    hint = "the file was damaged or made to deceive: save it again in Word"
    return RefusedFileError(
        error("OX:33", f"the file is no sound archive: {why}", hint=hint)
    )


def _read_directory(data: bytes) -> tuple[list[Entry], int]:
    place = data.rfind(_END)
    if place < 0 or len(data) < place + 22:
        raise _broken("it has no directory")
    disks, count, size, start, comment = struct.unpack_from("<I2xH2IH", data, place + 4)
    if disks or start + size != place or place + 22 + comment != len(data):
        raise _broken("its directory is not where the file says")
    entries = list(_entries(data, start, place))
    if len(entries) != count:
        raise _broken(f"it lists {len(entries)} parts and counts {count}")
    return entries, start


def _entries(data: bytes, place: int, end: int) -> Iterator[Entry]:
    while place < end:
        if data[place : place + 4] != _ENTRY or place + 46 > end:
            raise _broken("its directory is damaged")
        flags, method, check, packed, size, name, extra, comment, offset = (
            struct.unpack_from("<2H4x3I3H8xI", data, place + 8)
        )
        raw = data[place + 46 : place + 46 + name]
        try:
            text = raw.decode("utf-8" if flags & _IS_UTF8 else "cp437")
        except UnicodeDecodeError:
            raise _broken("a name in it is damaged") from None
        yield Entry(text, flags, method, check, packed, size, offset)
        place += 46 + name + extra + comment


def _starts(data: bytes, entries: Sequence[Entry], directory: int) -> list[int]:
    """Return where each content starts, once none lies in another."""
    starts = [_start(data, entry, directory) for entry in entries]
    extents = sorted(
        (entry.offset, start + entry.packed + _descriptor(entry))
        for entry, start in zip(entries, starts, strict=True)
    )
    followers = [*(offset for offset, _ in extents[1:]), directory]
    if any(end > after for (_, end), after in zip(extents, followers, strict=True)):
        raise _broken("two of its parts overlap")
    return starts


def _descriptor(entry: Entry) -> int:
    return _SMALLEST_DESCRIPTOR if entry.flags & _HAS_DESCRIPTOR else 0


def _start(data: bytes, entry: Entry, directory: int) -> int:
    place = entry.offset
    if place + 30 > directory or data[place : place + 4] != _LOCAL:
        raise _broken(f"`{entry.name}` is not where its directory says")
    method, name, extra = struct.unpack_from("<H16x2H", data, place + 8)
    listed = entry.name.encode("utf-8" if entry.flags & _IS_UTF8 else "cp437")
    if method != entry.method or data[place + 30 : place + 30 + name] != listed:
        raise _broken(f"`{entry.name}` has another name or packing than is listed")
    return int(place + 30 + name + extra)


def _content(data: bytes, entry: Entry, start: int) -> bytes:
    packed = data[start : start + entry.packed]
    if entry.flags & _IS_ENCRYPTED or entry.method not in (_STORED, _DEFLATED):
        raise _broken(f"`{entry.name}` is encrypted or packed in an unknown way")
    content = packed if entry.method == _STORED else _inflated(entry, packed)
    if len(content) != entry.size or zlib.crc32(content) != entry.check:
        raise _broken(f"`{entry.name}` is damaged")
    return content


def _inflated(entry: Entry, packed: bytes) -> bytes:
    try:
        # One byte more than listed is enough to know that the size is a lie.
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.size + 1)
    except zlib.error:
        raise _broken(f"`{entry.name}` is damaged") from None
