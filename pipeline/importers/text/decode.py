"""Bytes of a text file to text; the encoding is guessed where nothing says it."""

import codecs
import re
from dataclasses import dataclass

from pipeline.diagnostics import Location, error
from pipeline.importers.importer import ImportRefusedError
from pipeline.importers.manuscript import Guess, Stretch
from pipeline.load.text import MAX_SOURCE

# A longer signature goes before a shorter one that starts the same.
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP package, such as a Word file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
# Controls that text files hold: tab, line ends, page ends, escape, DOS end of file.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
# More bytes beyond ASCII than this are no Western text: Windows-1252 would be wrong.
_MOST_WESTERN = 0.3
_SHORTEST_WIDE = 16
_LOOKED_AT = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, its lines ended by LF, and what was guessed."""

    text: str
    guesses: tuple[Guess, ...] = ()


def decode(name: str, data: bytes) -> Decoded:
    """Return the text of the file; raise ImportRefusedError where it holds none."""
    if len(data) > MAX_SOURCE:
        raise _refused(
            name, f"the file has more than {MAX_SOURCE:,} bytes", "divide it"
        )
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            hint = "name it by its kind, or save its words as plain text"
            raise _refused(name, f"the file is no plain text but {kind}", hint)
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return Decoded(_with_line_ends(text))
    return _unmarked(name, data)


def _unmarked(name: str, data: bytes) -> Decoded:
    head = data[:_LOOKED_AT]
    if (wide := _wide(head)) is not None:
        text = _with_line_ends(data.decode(wide, "replace"))
        return Decoded(text, (_guess(wide.upper()[:-3], text, 0.9),))
    if len(_BINARY.findall(head)) > max(8, len(head) // 50):
        raise _refused(name, "the file is not text", "name it by its kind")
    try:
        return Decoded(_with_line_ends(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _western(name, data)


def _wide(head: bytes) -> str | None:
    """Return the form of UTF-16 that unmarked Western text shows by its zero bytes."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if (
        len(head) < _SHORTEST_WIDE
        or max(even, odd) <= len(head) * 0.3
        or min(even, odd) > len(head) * 0.05
    ):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _western(name: str, data: bytes) -> Decoded:
    """Read what is not UTF-8 as Windows-1252, byte by byte: files are patchworks."""
    text = data.decode("utf-8", "bulletin-windows-1252")
    damaged = len(_BEYOND_ASCII.findall(data))
    if damaged > len(data) * _MOST_WESTERN:
        hint = "open it in a text editor and save it as UTF-8"
        raise _refused(name, "the encoding of the file is not known", hint)
    text = _with_line_ends(text)
    return Decoded(text, (_guess("Windows-1252", text, 0.7),))


def _each_as_western(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeDecodeError):
        raise problem
    wrong = problem.object[problem.start : problem.end]
    # Five bytes stand for nothing there: as controls, they are left out by name.
    text = "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in wrong
    )
    return text, problem.end


codecs.register_error("bulletin-windows-1252", _each_as_western)


def _guess(encoding: str, text: str, confidence: float) -> Guess:
    first = next((i for i, sign in enumerate(text) if not sign.isascii()), 0)
    line = Stretch(text.rfind("\n", 0, first) + 1, (text + "\n").index("\n", first))
    return Guess("encoding", encoding, line, confidence)


def _with_line_ends(text: str) -> str:
    return re.sub("\r\n?", "\n", text)


def _refused(name: str, message: str, hint: str) -> ImportRefusedError:
    return ImportRefusedError(
        error("import", message, location=Location(name), hint=hint)
    )
