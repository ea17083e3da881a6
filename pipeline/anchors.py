"""Names of headings for links inside a sheet: an editor's, or made from the words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from schemas.blocks import Section
from schemas.factsheet import FactSheet
from schemas.richtext import plain


def anchors(sheet: FactSheet) -> dict[str, str]:
    """Return the name of every heading by the origin of its section; no name twice."""
    names: dict[str, str] = {}
    taken = {section.name for _, section in sections(sheet) if section.name}
    numbers: dict[str, int] = {}
    for origin, section in sections(sheet):
        if section.name:
            names[origin] = section.name
        elif section.heading:
            names[origin] = _free(slug(plain(section.heading)), taken, numbers)
            taken.add(names[origin])
    return names


def title_anchor(sheet: FactSheet, names: Iterable[str]) -> str:
    """Return the name of the title: none of the headings' `names`."""
    return _free(slug(sheet.title), set(names), {})


def sections(sheet: FactSheet) -> Iterator[tuple[str, Section]]:
    """Yield every section with its origin, outer before inner."""
    for index, section in enumerate(sheet.sections):
        origin = f"sections[{index}]"
        yield origin, section
        for inner_index, inner in enumerate(section.sections):
            yield f"{origin}.sections[{inner_index}]", inner


def slug(text: str) -> str:
    """Return `text` as lower-case letters, digits and hyphens, at most 60 long."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", folded.lower().replace("'", ""))
    return "-".join(words)[:60].strip("-") or "section"


def _free(name: str, taken: set[str], numbers: dict[str, int]) -> str:
    """Return `name`, or with the next number; `numbers` remembers where to go on."""
    candidate = name
    while candidate in taken:
        numbers[name] = numbers.get(name, 1) + 1
        candidate = f"{name}-{numbers[name]}"
    return candidate
