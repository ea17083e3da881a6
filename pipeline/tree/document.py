"""The whole document: facts about it, running words, blocks, notes."""

from dataclasses import dataclass
from datetime import date

from pipeline.tree.block import Block, Paragraph, Picture


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: `id` is what references name, `label` what they print."""

    id: str
    label: str
    text: Paragraph


@dataclass(frozen=True, slots=True)
class Meta:
    """What catalogues and running matter need; all of it also in the model."""

    id: str
    title: str
    agency: str | None
    bureau: str | None
    kind: str | None
    issued: date | None
    issued_text: str | None
    lang: str
    summary: str
    keywords: tuple[str, ...]
    edition: int
    number: str | None
    rights: str | None
    supersedes: str | None


@dataclass(frozen=True, slots=True)
class RunningMatter:
    """Words outside the reading order: artifacts in PDF, header and footer in Word."""

    head_start: str
    head_end: str
    foot_start: str
    page_label: str
    """`Page {page} of {pages}` in the document's language."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: blocks in reading order, notes by their references' order."""

    meta: Meta
    running: RunningMatter
    emblem: Picture | None
    emblem_alt: str | None
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
