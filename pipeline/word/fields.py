"""Fields of a Word file: what their instructions ask for. ECMA-376 Part 1, 17.16."""

import re
from dataclasses import dataclass

# They fetch what is not in the file, or start a program, when it is opened.
FETCHING = frozenset(
    {
        "DATABASE", "DDE", "DDEAUTO", "IMPORT", "INCLUDE", "INCLUDEPICTURE",
        "INCLUDETEXT", "LINK", "MACROBUTTON", "RD",
    }
)  # fmt: skip
_PIECE = re.compile(r'"((?:\\.|[^"\\])*)"|(\S+)')


@dataclass(slots=True)
class Field:
    """A field while it is read: first its instruction, then what it shows."""

    instruction: str = ""
    is_showing: bool = False

    @property
    def name(self) -> str:
        """What kind of field it is, in capitals."""
        return next(iter(self.instruction.split()), "").upper()

    @property
    def target(self) -> str | None:
        """Where a HYPERLINK leads; None for other fields."""
        if self.name != "HYPERLINK":
            return None
        return _target(_pieces(self.instruction)[1:])

    @property
    def bookmark(self) -> str | None:
        """The bookmark that a NOTEREF, REF or PAGEREF names."""
        pieces = _pieces(self.instruction)
        is_reference = self.name in ("NOTEREF", "REF", "PAGEREF", "FTNREF")
        return pieces[1] if is_reference and len(pieces) > 1 else None


def _pieces(instruction: str) -> list[str]:
    return [
        re.sub(r"\\(.)", r"\1", quoted) if quoted else plain
        for quoted, plain in _PIECE.findall(instruction)
    ]


def _target(pieces: list[str]) -> str:
    """Return address and place of a HYPERLINK: 17.16.5.25."""
    address, place, index = "", "", 0
    while index < len(pieces):
        piece = pieces[index]
        following = pieces[index + 1] if index + 1 < len(pieces) else ""
        if piece.lower() == "\\l":
            place, index = following, index + 1
        elif piece.lower() in ("\\o", "\\t"):
            index += 1
        elif not piece.startswith("\\"):
            address = piece
        index += 1
    return f"{address}#{place}" if place else address
