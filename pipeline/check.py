"""Checks of what a sheet says, once it is known to be well made.

Errors here are what no document could be composed from; warnings are what a reader,
or a listener, will stumble over. A check names the rule it holds.
"""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, error, warning
from pipeline.labels import LANGUAGES
from schemas.factsheet import FactSheet
from schemas.richtext import LinkRun, plain, walk_runs
from schemas.texts import rich_texts

# Words that say nothing when a screen reader lists the links of a page.
EMPTY_LINK_WORDS = frozenset(
    {"here", "click here", "read more", "more", "link", "this link", "this page"}
)


def check(sheet: FactSheet) -> tuple[Diagnostic, ...]:
    """Return what is wrong or doubtful in `sheet`, each with its model path."""
    return (*_language(sheet), *_link_words(sheet))


def _language(sheet: FactSheet) -> Iterator[Diagnostic]:
    """Refuse a language whose fixed words, such as "Page 1 of 2", are not known."""
    if sheet.language.split("-")[0] not in LANGUAGES:
        yield error(
            "language",
            f"the fixed words of a sheet are not known in `{sheet.language}`",
            origin="language",
            hint="languages known: " + ", ".join(LANGUAGES),
        )


def _link_words(sheet: FactSheet) -> Iterator[Diagnostic]:
    """Warn of links whose words do not say where they lead (WCAG 2.2, 2.4.4)."""
    for origin, runs in rich_texts(sheet):
        for run in walk_runs(runs):
            if not isinstance(run, LinkRun) or run.target is None:
                continue
            words = plain(run.runs).strip()
            # An address that is its own words is printed for those who read paper.
            is_address = words.startswith(("http://", "https://"))
            if words.lower() in EMPTY_LINK_WORDS or (
                is_address and words != run.target
            ):
                yield warning(
                    "link-text",
                    f"the link `{words}` does not say where it leads",
                    origin=origin,
                    hint="use the name of the page it leads to",
                )
