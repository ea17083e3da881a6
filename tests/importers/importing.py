"""Every text of the corpus, imported and built once for all tests."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.importers import import_file
from pipeline.importers.draft import Draft
from pipeline.outcome import Built
from pipeline.produce import build
from tests.importers.comparing import (
    Tally,
    headings,
    label_lines,
    links,
    lists,
    resources,
    tables,
)
from tests.importers.corpus import FACTS, Text
from tests.importers.mastheads import wrong_facts
from tests.importers.recording import record

NOTHING = Tally(0, 0)
STRUCTURE = ("headings", "lists", "tables", "resources", "links", "record")
"""What the table shows of each text, beside the facts of its masthead."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A text, its draft, and what became of building it."""

    text: Text
    draft: Draft
    built: Built
    seconds: float

    @property
    def files(self) -> dict[str, Path]:
        """Return the files that were made, by ending."""
        return {output.path.suffix: output.path for output in self.built.outputs}

    def tallies(self) -> dict[str, Tally]:
        """Return how much of the structure is right, by what it is."""
        sheet, expected = self.draft.sheet, self.text.expected
        if sheet is None:
            return {"headings": Tally(0, 1, ("no sheet",))}
        return {
            "headings": headings(expected, sheet),
            "lists": lists(expected, sheet),
            "tables": tables(expected, sheet),
            "resources": resources(expected, sheet),
            "labels": label_lines(expected, sheet),
            "links": links(expected, sheet),
            "record": record(expected, sheet),
        }


def import_and_build(text: Text, folder: Path) -> Imported:
    """Import `text`, write its source and pictures, build both formats from it."""
    start = time.perf_counter()
    draft = import_file(text.path)
    seconds = time.perf_counter() - start
    place = folder / text.name
    place.mkdir()
    for name, data in draft.pictures.items():
        (place / name).write_bytes(data)
    # Ended by the text's own name, for drafts of the same title do not collide.
    source = place / f"{text.name}.md"
    source.write_text(draft.source, "utf-8", newline="\n")
    return Imported(text, draft, build(source, out=folder / "built"), seconds)


def table(imported: list[Imported]) -> str:
    """Return a line for each text: facts, structure, guesses, what was left out."""
    rows = [
        ("text", "facts", *STRUCTURE, "guesses", "left out", "built"),
        *map(_row, imported),
    ]
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )


def _row(each: Imported) -> tuple[str, ...]:
    wrong = wrong_facts(each.text.expected, each.draft)
    facts = "".join("-" if fact in wrong else fact[0] for fact in FACTS)
    tallies = each.tallies()
    left = sum(len("".join(one.words.split())) for one in each.draft.left_out)
    return (
        each.text.name[:44],
        facts,
        *(str(tallies.get(name, NOTHING)) for name in STRUCTURE),
        str(len(each.draft.guesses)),
        str(left),
        "yes" if each.files else "no: " + ", ".join(_codes(each.built)),
    )


def _codes(built: Built) -> list[str]:
    return sorted({finding.code for finding in built.report if finding.is_error})


def by_text(
    corpus: list[Imported], found: Callable[[Imported], list[str]]
) -> dict[str, list[str]]:
    """Return what `found` finds, by text, where it finds anything."""
    told = {each.text.name: found(each) for each in corpus}
    return {name: wrong for name, wrong in told.items() if wrong}
