"""The texts of the corpus, and what somebody who read each says it is.

The corpus is not part of this project: BULLETIN_TEXTS names its folder, and it is
found where it lies beside the checkout. The seed of the project is one more text.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.importers.markup import as_read

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "expected"
SEED = ROOT / "tests/seed/kosovo.txt"
MISSING = (
    "the corpus of texts is missing: BULLETIN_TEXTS names its folder, which holds "
    "INDEX.tsv and the texts that the files of tests/importers/expected are named after"
)
FACTS = ("title", "bureau", "agency", "kind", "issued")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a reader found in a text; None where it names no such thing."""

    group: str
    title: str | None
    bureau: str | None
    agency: str | None
    kind: str | None
    issued: str | None
    date_text: str | None
    language: str
    headings: list[list[Any]] | None
    """Level (None where nothing tells it) and words; None where not judged."""
    lists: list[dict[str, Any]] | None
    tables: list[dict[str, int]] | None
    resources: list[str] | None
    links: list[str]
    """Web and e-mail addresses that stand in the text and work as they stand."""
    addresses: list[str]
    """Addresses without a scheme."""
    notes: int
    missions: list[dict[str, str]]
    phones: list[str]
    officials: list[dict[str, str]]
    memberships: list[list[str]]
    left_out: list[dict[str, Any]]
    """Stretches that belong to no sheet; those not `required` may stay as well."""
    remark: str = ""
    title_also: tuple[str, ...] = ()
    """Titles that are as good."""
    optional_headings: tuple[str, ...] = ()
    """Lines that may be headings and need not."""
    optional_lists: tuple[str, ...] = ()
    """First words of lines that may be a list and need not."""
    labels: dict[str, list[str]] | None = None
    """Lines of a label and a value, by the heading above them."""
    repaired: tuple[str, ...] = ()
    """Words that come out whole where the text has them damaged."""
    is_markup: bool = False
    """Whether the text is Markdown or HTML, so that its marks are no words."""
    unset: bool = False
    """Whether the text is in a script that the text engine may not set."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text and what is expected of it."""

    path: Path
    expected: Expected

    @property
    def name(self) -> str:
        """Return what the table calls it."""
        return self.path.stem

    @property
    def raw(self) -> str:
        """Return its characters as they lie in the file."""
        return self.path.read_bytes().decode("utf-8-sig")

    @property
    def seen(self) -> str:
        """Return what somebody sees who reads it: the page, where it is markup."""
        return as_read(self.raw) if self.expected.is_markup else self.raw


def texts() -> list[Text]:
    """Return every text of the corpus and the seed; none where it is missing."""
    folder = _folder()
    if folder is None:
        return []
    files = [SEED, *sorted(folder.glob("*/*.txt"))]
    return [Text(file, expected(file.stem)) for file in files]


def _folder() -> Path | None:
    named = os.environ.get("BULLETIN_TEXTS")
    indexes = ROOT.parent.glob("*/corpus/INDEX.tsv")
    index = Path(named) / "INDEX.tsv" if named else next(indexes, ROOT / "none")
    return index.parent if index.is_file() else None


def expected(name: str) -> Expected:
    """Return what is expected of the text in the file of this name."""
    file = EXPECTED / f"{name}.yaml"
    return Expected(**yaml.safe_load(file.read_text("utf-8")))


def tidy(text: str) -> str:
    """Return `text` with folded white space and without invisible characters."""
    return " ".join(re.sub(r"[\u00ad\u200b\u2060\ufeff]", "", text).split())
