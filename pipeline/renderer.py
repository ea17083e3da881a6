"""What a renderer is. The registry finds renderers by entry point `bulletin.renderers`.

A renderer is pure: it opens no file, reads no clock and prints nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, runtime_checkable

from pipeline.diagnostics import Diagnostic
from pipeline.tree import Document
from schemas.theme import Theme


class Paper(Enum):
    """Trim size of a page: (width, height) in pt."""

    LETTER = (612.0, 792.0)
    A4 = (595.276, 841.890)


class Standard(Enum):
    """Which standards a PDF file keeps and claims."""

    PDF17 = "pdf17"
    """PDF 1.7: PDF/UA-1 and PDF/A-2a, which today's readers know."""
    PDF2 = "pdf2"
    """PDF 2.0: PDF/UA-2, PDF/A-4f and WTPDF 1.0, with the sheet attached."""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """Choices of the person who builds, not of the sheet."""

    paper: Paper = Paper.LETTER
    """Trim size."""
    source: bytes = b""
    """The sheet as canonical JSON, for formats that carry it along."""
    standard: Standard = Standard.PDF17
    """For PDF files."""
    is_review: bool = False
    """Whether formats that people edit are made for edits that come back."""
    carries_model: bool = True
    """Whether formats that carry the sheet along hold it, or only its sum."""


class Renderer(Protocol):
    """One output format."""

    name: str
    """What `--to` calls it, such as `pdf`."""
    suffix: str
    """File name ending with its dot, such as `.pdf`."""
    description: str
    """One line for `bulletin formats`: what comes out and what it claims."""

    def render(self, document: Document, theme: Theme, options: RenderOptions) -> bytes:
        """Return the finished file; raise `RenderError` for what an author can mend."""
        ...

    def verify(self, data: bytes, document: Document) -> Sequence[Diagnostic]:
        """Return what is wrong with `data`, read back and held against `document`."""
        ...


@dataclass(frozen=True, slots=True)
class Facts:
    """What a finished file says of itself, for the report beside it."""

    claims: tuple[str, ...] = ()
    """Standards it claims to keep, such as `PDF/UA-1`."""
    pages: int | None = None
    """None where the format has no fixed pages."""


@runtime_checkable
class Describes(Protocol):
    """A renderer may also do this: say what stands in a file of its making."""

    def describe(self, data: bytes) -> Facts:
        """Return the facts, read from a file that `verify` found good."""
        ...


@runtime_checkable
class Prepares(Protocol):
    """A renderer may also do this: load its libraries before there is work."""

    def prepare(self) -> None:
        """Import what `render` and `verify` need; called while a sheet is read."""
        ...


class RenderError(Exception):
    """A sheet cannot be set: carries findings whose `origin` is a model path."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        """Keep the findings, all of them at once."""
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = tuple(findings)
