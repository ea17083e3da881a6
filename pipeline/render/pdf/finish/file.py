"""The file: numbered objects, written by ReportLab's document writer.

Object bodies are finished bytes; ReportLab numbers them and writes header, bodies,
cross-reference table and trailer.
"""

import zlib
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from pipeline.render.pdf.syntax import stream

# The best ratio of size to time on page streams and fonts; part of the reference bytes.
DEFLATE_LEVEL = 6


class Entry(PDFObject):  # type: ignore[misc]
    """An indirect object: a reference at once, a body when it is known."""

    def __init__(self) -> None:
        self.body = b"null"
        self.reference = ""

    def format(self, _document: PDFDocument) -> bytes:
        """Return the body, as ReportLab's writer asks for it."""
        return self.body


class File(PDFDocument):  # type: ignore[misc]
    """ReportLab's document writer, given finished objects.

    Its own constructor is left out: it reads the clock, the environment and the
    process's settings, and starts every file with an empty font dictionary.
    """

    def __init__(self, version: tuple[int, int]) -> None:
        self._pdfVersion = version
        self._ID: bytes | None = None
        self.objectcounter = 0
        self.idToObjectNumberAndVersion: dict[str, tuple[int, int]] = {}
        self.idToObject: dict[str, Entry] = {}
        self.idToOffset: dict[str, int] = {}
        self.numberToId: dict[int, str] = {}
        self.Catalog: Entry | None = None
        self.info: Entry | None = None

    def reserve(self) -> Entry:
        """Return a new object whose body is set later."""
        entry = Entry()
        self.Reference(entry)
        entry.reference = f"{self.objectcounter} 0 R"
        return entry

    def add(self, body: str) -> str:
        """Write an object of ASCII text; return the reference to it."""
        entry = self.reserve()
        entry.body = body.encode("ascii")
        return entry.reference

    def add_stream(self, keys: str, data: bytes) -> str:
        """Write a compressed stream with `keys` in its dictionary."""
        packed = zlib.compress(data, DEFLATE_LEVEL)
        return self.add_raw_stream(f"{keys}/Filter/FlateDecode", packed)

    def add_raw_stream(self, keys: str, data: bytes) -> str:
        """Write a stream as it is; `keys` name its filter, if it has one."""
        entry = self.reserve()
        entry.body = stream(keys, data)
        return entry.reference

    def digest(self) -> bytes:
        """Return a hash of the version and of everything written so far."""
        found = sha256(b"%d.%d" % self._pdfVersion)
        for entry in self.idToObject.values():
            found.update(entry.body)
            found.update(b"\0")
        return found.digest()

    def finish(self, catalog: Entry, info: Entry | None, ids: tuple[str, str]) -> bytes:
        """Return the whole file; `ids` are the two file identifiers in hexadecimal."""
        self.Catalog, self.info = catalog, info
        self._ID = f"[<{ids[0]}><{ids[1]}>]".encode("ascii")
        written: bytes = self.format()
        return written
