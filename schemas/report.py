"""The report on a sheet's finished files: what each says of itself and who checked it.

It stands beside the files as `NAME.report.json`; the page `index.html` is made of the
reports in a folder. It holds no clock and no path, so it is the same on every machine.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from schemas.values import Model

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
FileName = Annotated[str, Field(pattern=r"^[^/\\]+$")]
Number = Annotated[int, Field(ge=0)]


class Check(Model):
    """A check that a file passed before it was written."""

    tool: str
    """The package or program that made it; only what really ran is named."""
    version: str


class File(Model):
    """One finished file."""

    name: FileName
    format: str
    """What `--to` calls it, such as `pdf`."""
    size: Number
    """In bytes."""
    sha256: Sha256
    pages: Number | None
    """Null where the format has no fixed pages."""
    claims: tuple[str, ...]
    """Standards that the file itself claims, such as `PDF/UA-1`."""
    checks: tuple[Check, ...]
    source_sha256: Sha256
    """Of the sheet it was made of; another than the report's own: it is older."""
    theme: str
    paper: str
    made_with: dict[str, str]
    """Versions of everything that can move a byte of it."""


class Finding(Model):
    """Something that an author should know."""

    severity: Literal["note", "warning", "error"]
    code: str
    message: str
    hint: str | None
    file: str | None
    """Name of the file it is about, most often the sheet."""
    line: Number
    """0 where it concerns no single line."""
    column: Number


class Source(Model):
    """The sheet that the files were made of."""

    name: FileName
    sha256: Sha256


class Report(Model):
    """What was made of one sheet."""

    made_by: Literal["bulletin"]
    id: str
    title: str
    kind: str | None
    agency: str | None
    bureau: str | None
    number: str | None
    """Release number."""
    language: str
    """As a BCP 47 tag, such as `en-US`."""
    edition: Number
    issued: date | None
    """Null where the sheet states no day."""
    source: Source
    files: tuple[File, ...]
    """Sorted by name."""
    findings: tuple[Finding, ...]
    """Notes and warnings, by place; with an error nothing is written."""
