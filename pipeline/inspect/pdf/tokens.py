"""The operators of a content stream with their operands, whatever made the stream.

Numbers come as float, names as `Name`, strings as bytes, arrays and dictionaries as
list and dict. What makes no sense is passed over, as readers do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Operand = object

SPACE = rb"\x00\t\n\f\r "
TOKEN = re.compile(
    rb"(?:[%(s)s]++|%%[^\r\n]*+)*+(?:"
    rb"(?P<number>[+-]*+(?:\d++\.?+\d*+|\.\d++)(?=[%(s)s()<>\[\]{}/%%]|$))"
    rb"|/(?P<name>[^%(s)s()<>\[\]{}/%%]*+)"
    rb"|\[(?P<shown>(?:<[0-9A-Fa-f]*+>|[-+.\d %(s)s]++)*+)\]"
    rb"|<(?P<hex>[0-9A-Fa-f%(s)s]*+)>"
    rb"|\((?P<simple>[^()\\\r]*+)\)"
    rb"|(?P<string>\()"
    rb"|(?P<open>\[|<<)"
    rb"|(?P<close>\]|>>)"
    rb"|(?P<word>[^%(s)s()<>\[\]{}/%%]++)"
    rb"|(?P<stray>[^%(s)s]))" % {b"s": SPACE}
)
ITEM = re.compile(rb"<([0-9A-Fa-f]*+)>|([-+.\d]++)")
PIECE = re.compile(rb"[^()\\\r]++|\\\r\n|\\[0-7]{1,3}|\\.|\r\n?|[()]", re.DOTALL)
ESCAPES = {
    b"\\n": b"\n", b"\\r": b"\r", b"\\t": b"\t", b"\\b": b"\b", b"\\f": b"\f",
    b"\\\n": b"", b"\\\r": b"", b"\\\r\n": b"", b"\r": b"\n", b"\r\n": b"\n",
}  # fmt: skip
HEX_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
IMAGE_END = re.compile(rb"[%(s)s]EI(?=[%(s)s]|$)" % {b"s": SPACE})
# ISO 32000-1, Annex C: no operator needs more; what stands there beyond is noise.
OPERANDS = 64
DEEPEST = 100
SPACE_BYTES = b"\0\t\n\f\r "
CONSTANTS: dict[bytes, Operand] = {b"true": True, b"false": False, b"null": None}


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


def operations(stream: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """Yield each operator of a content stream with its operands, in order.

    An inline image is one operator `BI` whose only operand is its dictionary.
    """
    pending = _Pending()
    at = 0
    while found := TOKEN.match(stream, at):
        at = found.end()
        match found.lastgroup:
            case "word" if found["word"] in CONSTANTS:
                pending.add(CONSTANTS[found["word"]])
            case "word":
                operator = found["word"].decode("latin-1")
                operands = pending.taken()
                if operator == "ID":
                    yield "BI", [_held(b"<<", operands)]
                    at = _after_image(stream, at)
                elif operator != "BI":
                    yield operator, operands
            case "string":
                value, at = _string(stream, at)
                pending.add(value)
            case "open":
                pending.open(found["open"])
            case "close":
                pending.close()
            case "stray":
                pass
            case _:
                pending.add(_operand(found))


@dataclass(slots=True)
class _Pending:
    """The operands before an operator, with the arrays and dictionaries still open."""

    operands: list[Operand] = field(default_factory=list)
    holders: list[tuple[bytes, list[Operand]]] = field(default_factory=list)

    def add(self, operand: Operand) -> None:
        self.operands.append(operand)
        if len(self.operands) > OPERANDS and not self.holders:
            del self.operands[: OPERANDS // 2]

    def open(self, opening: bytes) -> None:
        if len(self.holders) < DEEPEST:
            self.holders.append((opening, self.operands))
            self.operands = []

    def close(self) -> None:
        if self.holders:
            opening, outside = self.holders.pop()
            outside.append(_held(opening, self.operands))
            self.operands = outside

    def taken(self) -> list[Operand]:
        operands, self.operands, self.holders = self.operands, [], []
        return operands


def _operand(found: re.Match[bytes]) -> Operand:
    match found.lastgroup:
        case "number":
            return _number(found["number"])
        case "name":
            return _name(found["name"])
        case "shown":
            return [
                _hex(digits) if number == b"" else _number(number)
                for digits, number in ITEM.findall(found["shown"])
            ]
        case "hex":
            return _hex(b"".join(found["hex"].translate(None, SPACE_BYTES).split()))
        case _:
            return found["simple"]


def _number(digits: bytes) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _hex(digits: bytes) -> bytes:
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _name(raw: bytes) -> Name:
    if b"#" in raw:
        raw = HEX_NAME.sub(lambda found: bytes([int(found[1], 16)]), raw)
    return Name(raw.decode("utf-8", "surrogateescape"))


def _held(opening: bytes, values: list[Operand]) -> Operand:
    if opening == b"[":
        return values
    keys, entries = values[::2], values[1::2]
    return {str(key): value for key, value in zip(keys, entries, strict=False)}


def _string(stream: bytes, at: int) -> tuple[bytes, int]:
    """Return a literal string from behind its parenthesis, and where it ends."""
    pieces: list[bytes] = []
    depth = 1
    while found := PIECE.match(stream, at):
        piece, at = found[0], found.end()
        depth += (piece == b"(") - (piece == b")")
        if not depth:
            break
        pieces.append(_unescaped(piece))
    return b"".join(pieces), max(at, 1)


def _unescaped(piece: bytes) -> bytes:
    if piece in ESCAPES:
        return ESCAPES[piece]
    if piece[:1] != b"\\":
        return piece
    if piece[1:2].isdigit() and piece[1:].isdigit():
        return bytes([int(piece[1:], 8) & 255])
    return piece[1:]


def _after_image(stream: bytes, at: int) -> int:
    found = IMAGE_END.search(stream, at)
    return found.end() if found else len(stream)
