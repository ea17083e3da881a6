"""The bytes of streams, decoded within bounds: no small file fills the memory."""

from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from pikepdf import settings

from pipeline.inspect.pdf.values import Value, is_stream

# No page, font or profile of an honest document is larger decoded.
LARGEST = 200_000_000
# A file that needs repair at so many places is no document.
COMPLAINTS = 1000


@contextmanager
def bounded() -> Iterator[None]:
    """Hold the reader to limits of memory while a file of unknown making is read."""
    before = settings.set_qpdf_limits(
        doc_max_warnings=COMPLAINTS,
        flate_max_memory=LARGEST,
        run_length_max_memory=LARGEST,
        png_max_memory=LARGEST,
        tiff_max_memory=LARGEST,
        dct_max_memory=LARGEST,
    )
    try:
        yield
    finally:
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]


class ContentError(Exception):
    """What pages show cannot be read, so that no rule of content can be judged."""


def shown(stream: Value) -> bytes:
    """Return the decoded bytes of a content stream; raise `ContentError`."""
    if not is_stream(stream):
        return b""
    try:
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, RuntimeError, ValueError, MemoryError) as cause:
        raise ContentError("a content stream cannot be decoded") from cause


def content(stream: Value) -> bytes:
    """Return the decoded bytes of a stream; none where they cannot be decoded."""
    try:
        return shown(stream)
    except ContentError:
        return b""
