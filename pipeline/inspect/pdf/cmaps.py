"""CMaps: how strings split into codes, and what codes stand for; Adobe Note 5014."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

BLOCK = re.compile(
    rb"begin(codespacerange|bfchar|bfrange|cidchar|cidrange)(.*?)end\1", re.DOTALL
)
HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
PAIR = re.compile(rb"%s\s*%s" % (HEX, HEX))
TRIPLE = re.compile(rb"%s\s*%s\s*(?:%s|\[([^\]]*)\])" % (HEX, HEX, HEX))
ONE = re.compile(HEX)
CID_CHAR = re.compile(rb"%s\s*(\d+)" % HEX)
CID_RANGE = re.compile(rb"%s\s*%s\s*(\d+)" % (HEX, HEX))
MODE = re.compile(rb"/WMode\s+(\d+)\s+def")
BASE = re.compile(rb"/([^\s/]+)\s+usecmap")
COLLECTION = re.compile(
    rb"/Registry\s*\(([^)]*)\).*?/Ordering\s*\(([^)]*)\).*?/Supplement\s+(\d+)",
    re.DOTALL,
)
# A range of all codes of two bytes; more is no font.
WIDEST = 65536


@dataclass(slots=True)
class CMap:
    """A CMap read from its stream."""

    spaces: list[tuple[bytes, bytes]] = field(default_factory=list)
    """The first and the last code of each range, of equal length."""
    characters: dict[bytes, str] = field(default_factory=dict)
    cids: dict[bytes, int] = field(default_factory=dict)
    mode: int = 0
    base: str | None = None
    """The CMap on which it builds."""
    collection: tuple[str, str, int] | None = None
    """Registry, ordering and supplement."""

    def split(self, strings: Iterable[bytes]) -> Iterator[bytes]:
        """Yield the codes of which strings are made."""
        lengths = sorted({len(first) for first, _ in self.spaces}) or [2]
        for string in strings:
            at = 0
            while at < len(string):
                code = self._code(string, at, lengths)
                yield code
                at += len(code)

    def _code(self, string: bytes, at: int, lengths: list[int]) -> bytes:
        for length in lengths:
            code = string[at : at + length]
            if any(_is_between(code, *space) for space in self.spaces):
                return code
        return string[at : at + lengths[0]]


def _is_between(code: bytes, first: bytes, last: bytes) -> bool:
    return len(code) == len(first) == len(last) and all(
        low <= byte <= high for low, byte, high in zip(first, code, last, strict=True)
    )


def read_cmap(data: bytes) -> CMap:
    """Return what a CMap says; what it says in other ways is passed over."""
    cmap = CMap()
    for kind, body in BLOCK.findall(data):
        match kind:
            case b"codespacerange":
                cmap.spaces += [(_bytes(a), _bytes(b)) for a, b in PAIR.findall(body)]
            case b"bfchar":
                cmap.characters.update(
                    (_bytes(code), _said(meant)) for code, meant in PAIR.findall(body)
                )
            case b"bfrange":
                cmap.characters.update(_ranges(body))
            case b"cidchar":
                cmap.cids.update((_bytes(a), int(b)) for a, b in CID_CHAR.findall(body))
            case _:
                cmap.cids.update(_cid_ranges(body))
    mode, base = MODE.search(data), BASE.search(data)
    collection = COLLECTION.search(data)
    cmap.mode = int(mode[1]) if mode else 0
    cmap.base = base[1].decode("latin-1") if base else None
    if collection:
        registry, ordering = (
            part.decode("latin-1") for part in collection.groups()[:2]
        )
        cmap.collection = registry, ordering, int(collection[3])
    return cmap


def _bytes(digits: bytes) -> bytes:
    clean = b"".join(digits.split())
    return bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode())


def _said(digits: bytes) -> str:
    raw = _bytes(digits)
    if len(raw) == 1:
        return chr(raw[0])
    return raw[: len(raw) // 2 * 2].decode("utf-16-be", "surrogatepass")


def _codes(first: bytes, last: bytes) -> Iterator[bytes]:
    start, end = int.from_bytes(first, "big"), int.from_bytes(last, "big")
    for code in range(start, min(end, start + WIDEST) + 1):
        yield code.to_bytes(len(first), "big")


def _ranges(body: bytes) -> Iterator[tuple[bytes, str]]:
    for first, last, target, listed in TRIPLE.findall(body):
        codes = _codes(_bytes(first), _bytes(last))
        if listed:
            yield from zip(codes, map(_said, ONE.findall(listed)), strict=False)
            continue
        said = _said(target)
        for step, code in enumerate(codes):
            yield code, _after(said, step)


def _after(said: str, step: int) -> str:
    if not said:
        return said
    last = ord(said[-1]) + step
    return said[:-1] + chr(last) if last <= 0x10FFFF else said


def _cid_ranges(body: bytes) -> Iterator[tuple[bytes, int]]:
    for first, last, cid in CID_RANGE.findall(body):
        for step, code in enumerate(_codes(_bytes(first), _bytes(last))):
            yield code, int(cid) + step
